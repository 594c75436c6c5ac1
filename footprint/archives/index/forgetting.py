"""Taking an account out for good: every row of it, what was decided about its entries, and every word in the index.

In steps that make nobody wait, each on disk before the next: stopped or cut off, the same call takes out the rest. The
things it put into the list stay there; they are the person's own notes of what to do.

Words are first noted as gone, then the index is written anew without them: a hundred times quicker than taking each
out of its place. Until that has ended the index says so itself, and the next import or forgetting ends it.
"""

from __future__ import annotations

import time

from footprint.archives.connections.listing import people
from footprint.archives.index import tidying
from footprint.archives.index.course import Course
from footprint.archives.index.forgotten import store
from footprint.archives.index.writing import take_out
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.tasks import Task
from footprint.vault import Vault

_TIME = 0.12  # seconds a step should take
_ENDLESS = 1 << 62


class _Pace:
    """How much fits into a step."""

    def __init__(self, much: int, least: int, most: int) -> None:
        self.much, self._least, self._most = much, least, most
        self._began = time.monotonic()

    def begin(self) -> None:
        self._began = time.monotonic()

    def end(self) -> None:
        took = max(time.monotonic() - self._began, 0.001)
        self.much = int(min(max(self.much * min(_TIME / took, 2), self._least), self._most))


def forget_account(vault: Vault, account: int, task: Task | None = None) -> int:
    """Take out everything copies of this account brought (`Row.account`); gives how many entries. Cannot be undone.

    A copy of it can be brought in again afterwards, as if for the first time.
    """
    task, pace, gone, below = task or Task(), _Pace(500, 100, 5_000), 0, _ENDLESS
    end_forgetting(vault, task)
    tidying.put_in_order(vault)
    known = _people(vault)
    with vault.writing(undo=False) as write:
        network = store.network_of(write.db, account)
        if network is None:
            raise NotFound(_("This is no longer among your posts here."))
        for number, tally in store.tallies(write.db):
            if any(line.network == network for line in Course.unpacked(tally).lines):
                store.drop_import(write.db, number)
        total = store.count(write.db, account)
        store.drop_people_and_held(write.db, account)
        store.set_careful(write.db, careful=False)
    _drop_words(vault, known)
    while True:
        task.step(gone, total, _("Forgetting"))
        pace.begin()
        with vault.writing(undo=False) as write:
            some = store.some_of(write.db, account, below, pace.much)
            if not some:
                store.drop_account(write.db, account)
                break
            store.drop_decisions_and_keys(write.db, some)
            take_out(write.db, some)
        gone, below = gone + len(some), some[-1]
        pace.end()
    end_forgetting(vault, task)
    return gone


def _people(vault: Vault) -> set[int]:
    """Those the person said something about, and others of the list; nobody where nothing was said."""
    with vault.reading() as db:
        said = store.was_anything_said(db)
    return {one.key for one in people(vault)} if said else set()


def _drop_words(vault: Vault, known: set[int]) -> None:
    """What was said about people whom no copy has any more."""
    if known:
        gone = known - {one.key for one in people(vault)}
        with vault.writing(undo=False) as write:
            store.drop_words_about(write.db, gone)


def end_forgetting(vault: Vault, task: Task | None = None) -> None:
    """Write the word index anew without what was taken out, where that is still to be done."""
    with vault.reading() as db:
        if store.is_careful(db):
            return
    task, pace, first = task or Task(), _Pace(500, 50, 4_000), True
    more = True
    while more:
        task.step(0, 0, _("Taking the words out"))
        pace.begin()
        with vault.writing(undo=False) as write:
            more = store.merge_some(write.db, pace.much, first=first)
            if not more:
                store.set_careful(write.db, careful=True)
        pace.end()
        first = False
