"""After an import, and now and then within: what was added is put in order, in steps that make nobody wait."""

from __future__ import annotations

from collections.abc import Sequence

from footprint.archives.index import store
from footprint.vault import Vault

_KEYS = 30_000  # in one transaction


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
    if new:
        with vault.writing(undo=False) as write:
            store.drop_new(write.db)


def _pieces(rows: Sequence[tuple[int, int]]) -> list[Sequence[tuple[int, int]]]:
    return [rows[at : at + _KEYS] for at in range(0, len(rows), _KEYS)]
