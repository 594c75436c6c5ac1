"""The only SQL of the timeline: events and looks as one line, read a page at a time from a key on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from footprint.vault.connection import Connection

Key = tuple[str, int, int]
"""When, which table (0 for events, 1 for looks), which row: newest first this is one order of everything."""

EVENTS: dict[str, str] = {
    "found": "kind = 'added'",
    "asked": "(kind IN ('asked', 'rung') OR (kind = 'moved' AND became IN ('asked', 'waiting')))",
    "answered": "(kind = 'reply' OR (kind = 'moved' AND became = 'refused'))",
    "gone": "(kind = 'moved' AND became IN ('gone', 'kept'))",
    "came back": "(kind = 'moved' AND became = 'came back')",
    "changed": (
        "(kind IN ('changed', 'evidence', 'deleted', 'restored', 'merged', 'parted') "
        "OR (kind = 'moved' AND became IN ('found', 'decided')))"
    ),
}
"""The sorts of events, each with its condition; a look is "looked"."""
_THERE = "deleted_at IS NULL AND item_id NOT IN (SELECT id FROM log_item WHERE deleted_at IS NOT NULL)"


def keys(db: Connection, sort: str, since: str) -> Iterator[Key]:
    """The key of everything of that sort ("" for all), newest first, not before the instant `since`."""
    parts = [
        f"SELECT at, {table}, rowid FROM {name} INDEXED BY {name}_by_time WHERE {_THERE}{also} AND at >= ?"
        for table, (name, also) in _tables(sort).items()
    ]
    for row in db.execute(f"{' UNION ALL '.join(parts)} ORDER BY 1 DESC, 2 DESC, 3 DESC", (since,) * len(parts)):
        yield row[0], row[1], row[2]


def page(db: Connection, sort: str, since: str, first: Key, skip: int, limit: int) -> list[tuple[Any, ...]]:
    """Up to `limit` rows, `skip` after the key `first`.

    (when, table, row, item, title, kind, was, became, about, note, due); of a look the kind is its verdict, `was` its
    reason, and `became` is "1" where the person looked.
    """
    columns = {
        0: "kind, was, became, about, note, due",
        1: "verdict AS kind, reason AS was, CAST(by_hand AS TEXT) AS became, '' AS about, '' AS note, NULL AS due",
    }
    values: list[str | int] = []
    parts = []
    for table, (name, also) in _tables(sort).items():
        parts.append(
            f"SELECT at, {table} AS t, rowid AS r, item_id, {columns[table]} FROM {name} INDEXED BY {name}_by_time "
            f"WHERE {_THERE}{also} AND at >= ? AND at <= ? AND (at, {table}, rowid) <= (?, ?, ?)"
        )
        values += [since, first[0], *first]
    chosen = f"{' UNION ALL '.join(parts)} ORDER BY 1 DESC, 2 DESC, 3 DESC LIMIT ? OFFSET ?"
    rows = db.execute(
        "SELECT c.at, c.t, c.r, c.item_id, i.title, c.kind, c.was, c.became, c.about, c.note, c.due "
        f"FROM ({chosen}) AS c JOIN log_item i ON i.id = c.item_id "
        "ORDER BY 1 DESC, 2 DESC, 3 DESC",
        (*values, limit, skip),
    )
    return list(rows)


def coming(db: Connection, today: str, limit: int) -> list[tuple[str, str, str, str]]:
    """(day, item, title, state) of open items due from today on, the first due first."""
    rows = db.execute(
        "SELECT due, id, title, state FROM log_item INDEXED BY log_item_by_due WHERE deleted_at IS NULL "
        "AND coalesce(due, '9999-12-31') >= ? AND due IS NOT NULL AND state NOT IN ('gone', 'kept') "
        "ORDER BY coalesce(due, '9999-12-31'), num DESC LIMIT ?",
        (today, limit),
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def _tables(sort: str) -> dict[int, tuple[str, str]]:
    """Which tables are read, each with a further condition."""
    found: dict[int, tuple[str, str]] = {}
    if sort != "looked":
        found[0] = ("log_event", f" AND {EVENTS[sort]}" if sort else "")
    if sort in ("", "looked"):
        found[1] = ("recheck_look", "")
    return found
