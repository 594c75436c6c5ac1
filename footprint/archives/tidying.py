"""After an import: keys put in order, and the word index in one piece, each in steps that make nobody wait."""

from __future__ import annotations

import time
from collections.abc import Sequence

from footprint.archives import store
from footprint.i18n import N_, _
from footprint.tasks import Task
from footprint.vault import Vault

_KEYS = 30_000  # in one transaction
_SHORT, _LONG = 0.06, 0.14  # seconds a step should take
_PAGES = 200  # of the word index to begin with; steps grow and shrink with the time they take
_NOTE = N_("Putting the index in order")


def put_in_order(vault: Vault) -> None:
    """Write the keys of what was added since the last time, sorted, so that each page of the table is written once.

    Cut off anywhere, it is done again as a whole; what it writes twice is the same.
    """
    with vault.reading() as db:
        new = store.new_ones(db)
    keys = sorted({key: entry for key, entry, _thread in new}.items())
    threads = sorted({(thread, entry) for _key, entry, thread in new if thread})
    for some in _pieces(keys):
        with vault.writing(undo=False) as write:
            store.put_keys(write.db, some)
    for some in _pieces(threads):
        with vault.writing(undo=False) as write:
            store.put_threads(write.db, some)
    with vault.writing(undo=False) as write:
        store.drop_new(write.db)


def merge(vault: Vault, task: Task) -> None:
    """Bring the pieces of the word index together: a search then looks in one place. May be stopped anywhere."""
    with vault.reading() as db:
        if store.segments(db) <= 1:
            return
    pages, first = _PAGES, True
    while True:
        task.step(0, 0, _(_NOTE))
        began = time.monotonic()
        with vault.writing(undo=False) as write:
            more = store.merge_some(write.db, pages, first=first)
        if not more:
            return
        took, first = time.monotonic() - began, False
        if took < _SHORT:
            pages = min(pages * 2, 4_000)
        elif took > _LONG:
            pages = max(pages // 2, 50)


def _pieces(rows: Sequence[tuple[int, int]]) -> list[Sequence[tuple[int, int]]]:
    return [rows[at : at + _KEYS] for at in range(0, len(rows), _KEYS)]
