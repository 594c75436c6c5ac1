"""Taking an account out for good: every row of it, what was decided about its entries, and every word in the index.

In steps that make nobody wait, each on disk before the next: stopped or cut off, the same call takes out the rest. The
things it put into the list stay there; they are the person's own notes of what to do.
"""

from __future__ import annotations

import time

from footprint.archives import tidying
from footprint.archives.course import Course
from footprint.archives.forgotten import store
from footprint.archives.writing import take_out
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.tasks import Task
from footprint.vault import Vault

_SOON, _LATE = 0.05, 0.12  # seconds a step should take
_ENDLESS = 1 << 62


def forget_account(vault: Vault, account: int, task: Task | None = None) -> int:
    """Take out everything copies of this account brought (`Row.account`); gives how many entries. Cannot be undone.

    A copy of it can be brought in again afterwards, as if for the first time.
    """
    task, rows, gone, below = task or Task(), 500, 0, _ENDLESS
    tidying.put_in_order(vault)
    with vault.writing(undo=False) as write:
        network = store.network_of(write.db, account)
        if network is None:
            raise NotFound(_("This is no longer among your posts here."))
        for number, tally in store.tallies(write.db):
            if any(line.network == network for line in Course.unpacked(tally).lines):
                store.drop_import(write.db, number)
        total = store.count(write.db, account)
        store.drop_people_and_held(write.db, account)
    while True:
        task.step(gone, total, _("Forgetting"))
        began = time.monotonic()
        with vault.writing(undo=False) as write:
            some = store.some_of(write.db, account, below, rows)
            if not some:
                store.drop_account(write.db, account)
                break
            store.drop_decisions_and_keys(write.db, some)
            take_out(write.db, some)
        gone, below = gone + len(some), some[-1]
        took = time.monotonic() - began
        if took > _LATE:
            rows = max(50, int(rows * _LATE / took))
        elif took < _SOON:
            rows = min(5_000, rows * 2)
    return gone
