"""Putting the list into one locked file: a throw-away vault with the log's rows alone, then a parcel of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from footprint import dates
from footprint.log import pages
from footprint.log.exchange import store
from footprint.log.exchange.records import Made
from footprint.log.exchange.store import Row
from footprint.log.exchange.tables import TABLES, Table
from footprint.log.records import Query
from footprint.tasks import Task
from footprint.vault import Connection, Strength, Vault, set_fact, throw_away, write_parcel

ENDING = ".footprint-list"
WHOLE, MADE_AT = "bundle.whole", "bundle.made_at"
_STEPS = 200  # rows between two looks at whether to stop
_Rows = tuple[Table, Iterator[Row]]


def bundle_name(vault: Vault) -> str:
    """The file name to suggest; nothing personal in it."""
    return f"Footprint list {dates.local_day(vault.now()).isoformat()}{ENDING}"


def write_bundle(
    vault: Vault,
    path: Path,
    passphrase: str,
    query: Query | None = None,
    *,
    task: Task,
    ids: Iterable[str] | None = None,
    strength: Strength | None = None,
) -> Made:
    """The whole list, or only what `query` finds or `ids` name, with all that hangs on it, as one locked file.

    In it: items, their history, messages, answers, rungs, looks and copies with their bytes, groups; with the whole
    list also what was deleted, saved filters, and a complaint or hearing that is going on. Never in it: incident notes,
    and anything of another room. A file at `path` is replaced once the new one is whole.

    Seconds of work. Raises `WeakPassphrase`, `DiskFull`, `ReadOnlyPlace`, and `Stopped`; then no file was made.
    """
    chosen = _chosen(vault, query, ids)
    made = throw_away(clock=vault.now)
    try:
        items, copies = _fill(vault, made, chosen, task)
        set_fact(made, WHOLE, "yes" if chosen is None else "no")
        set_fact(made, MADE_AT, dates.to_text(vault.now()))
        task.check()
        size = write_parcel(made, path, passphrase, strength=strength)
    finally:
        made.close()
    return Made(path.absolute(), items, copies, size, chosen is None, dates.local_day(vault.now()))


def _chosen(vault: Vault, query: Query | None, ids: Iterable[str] | None) -> tuple[str, ...] | None:
    """The items that travel; None for the whole list."""
    if ids is not None:
        return tuple(dict.fromkeys(ids))
    if query is None:
        return None
    return pages.ids(vault, query, dates.local_day(vault.now()))


def _fill(vault: Vault, made: Vault, chosen: tuple[str, ...] | None, task: Task) -> tuple[int, int]:
    """Copy what travels; gives how many items and copies of what was seen that is, deleted ones not counted."""
    with vault.reading() as here, made.writing(undo=False) as write:
        copies = store.copy_ids(here) if chosen is None else store.copy_ids_of(here, chosen)
        total = (store.count(here, TABLES) if chosen is None else 0) + len(copies)
        done = 0
        for table, rows in _everything(here) if chosen is None else _of(here, chosen):
            for row in rows:
                store.insert(write.db, table, row)
                done += 1
                if done % _STEPS == 0:
                    task.step(done, total)
        for evidence_id in copies:
            store.put_copy(write.db, evidence_id, *store.copy(here, evidence_id))
            done += 1
            task.step(done, total)
        items, _deleted, _requests, evidence, _bytes, _oldest = store.numbers(write.db)
    return items, evidence


def _everything(db: Connection) -> Iterator[_Rows]:
    yield from ((table, store.rows(db, table)) for table in TABLES)


def _of(db: Connection, chosen: tuple[str, ...]) -> Iterator[_Rows]:
    """What is there of these items. Saved filters, cases and what was put together stay behind."""
    for table in TABLES:
        if table.of:
            yield table, store.rows_of(db, table, chosen)
        elif table.name == "log_set":
            yield table, store.groups_of(db, table, chosen)
