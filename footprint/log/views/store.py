"""The only SQL of saved filters."""

from __future__ import annotations

from typing import NamedTuple

from footprint.ids import new_id
from footprint.vault.connection import Connection


class Kept(NamedTuple):
    """A row as it is kept. `made` is the key of a filter the app came with, "" for the person's own."""

    id: str
    made: str
    name: str
    query: str
    hidden: bool
    opens: bool


def rows(db: Connection) -> list[Kept]:
    """In the order they were saved."""
    found = db.execute(
        "SELECT id, made, name, query, hidden, opens FROM log_view WHERE deleted_at IS NULL ORDER BY num"
    )
    return [Kept(row[0], row[1], row[2], row[3], bool(row[4]), bool(row[5])) for row in found]


def add(db: Connection, made: str, name: str, query: str, now: str) -> str:
    view_id = new_id()
    db.execute(
        "INSERT INTO log_view (id, made, name, query, num, hidden, opens, changed_at) VALUES "
        "(?, ?, ?, ?, (SELECT coalesce(max(num), 0) + 1 FROM log_view), 0, 0, ?)",
        (view_id, made, name, query, now),
    )
    return view_id


def change(db: Connection, view_id: str, name: str, query: str, now: str) -> None:
    db.execute("UPDATE log_view SET name = ?, query = ?, changed_at = ? WHERE id = ?", (name, query, now, view_id))


def set_hidden(db: Connection, view_id: str, hidden: bool, now: str) -> None:
    db.execute("UPDATE log_view SET hidden = ?, changed_at = ? WHERE id = ?", (int(hidden), now, view_id))


def set_opens(db: Connection, view_id: str, now: str) -> None:
    """This one alone opens the list; none does for ""."""
    db.execute("UPDATE log_view SET opens = 0, changed_at = ? WHERE opens <> 0 AND id <> ?", (now, view_id))
    db.execute("UPDATE log_view SET opens = 1, changed_at = ? WHERE id = ? AND opens = 0", (now, view_id))


def delete(db: Connection, view_id: str, now: str) -> None:
    db.execute("UPDATE log_view SET deleted_at = ?, changed_at = ? WHERE id = ?", (now, now, view_id))


def empty_out(db: Connection, before: str, now: str) -> None:
    """Leave nothing of what was deleted before that instant but the fact that it was."""
    db.execute(
        "UPDATE log_view SET name = '', query = '{}', changed_at = ? WHERE deleted_at < ? AND name <> ''", (now, before)
    )
