"""The only SQL of groups."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from footprint.ids import new_id
from footprint.vault.connection import Connection

_COUNTED = (
    "SELECT s.id, s.name, count(i.id), sum(i.state NOT IN ('gone', 'kept')), "
    "min(CASE WHEN i.state NOT IN ('gone', 'kept') THEN i.due END) FROM log_set s "
    "JOIN log_set_item m ON m.set_id = s.id AND m.deleted_at IS NULL "
    "JOIN log_item i ON i.id = m.item_id AND i.deleted_at IS NULL WHERE s.deleted_at IS NULL"
)


def sets(db: Connection) -> list[tuple[Any, ...]]:
    """(id, name, items, open items, first due day) of each group with an item that is there, oldest first."""
    return list(db.execute(f"{_COUNTED} GROUP BY s.id ORDER BY s.rowid"))


def one(db: Connection, set_id: str) -> tuple[Any, ...] | None:
    return db.row(f"{_COUNTED} AND s.id = ? GROUP BY s.id", (set_id,))


def set_of(db: Connection, item_id: str) -> str:
    found = db.value(
        "SELECT m.set_id FROM log_set_item m JOIN log_set s ON s.id = m.set_id AND s.deleted_at IS NULL "
        "WHERE m.item_id = ? AND m.deleted_at IS NULL",
        (item_id,),
    )
    return str(found or "")


def add(db: Connection, name: str, now: str) -> str:
    set_id = new_id()
    db.execute("INSERT INTO log_set (id, name, changed_at) VALUES (?, ?, ?)", (set_id, name, now))
    return set_id


def rename(db: Connection, set_id: str, name: str, now: str) -> None:
    db.execute("UPDATE log_set SET name = ?, changed_at = ? WHERE id = ?", (name, now, set_id))


def put_in(db: Connection, set_id: str, ids: Iterable[str], now: str) -> None:
    db.run_many(
        "INSERT INTO log_set_item (id, set_id, item_id, changed_at) VALUES (?, ?, ?, ?)",
        [(new_id(), set_id, one, now) for one in ids],
    )


def take_out(db: Connection, ids: Iterable[str], now: str) -> None:
    db.run_many(
        "UPDATE log_set_item SET deleted_at = ?, changed_at = ? WHERE item_id = ? AND deleted_at IS NULL",
        [(now, now, one) for one in ids],
    )


def take_apart(db: Connection, set_id: str, now: str) -> None:
    db.execute(
        "UPDATE log_set_item SET deleted_at = ?, changed_at = ? WHERE set_id = ? AND deleted_at IS NULL",
        (now, now, set_id),
    )
    db.execute("UPDATE log_set SET deleted_at = ?, changed_at = ? WHERE id = ?", (now, now, set_id))


def empty_out(db: Connection, before: str, now: str) -> None:
    """Leave no name of a group that ended before that instant, nor of one whose items are all emptied."""
    db.execute(
        "UPDATE log_set SET name = '', changed_at = ?, deleted_at = coalesce(deleted_at, ?) WHERE name <> '' AND "
        "(deleted_at < ? OR NOT EXISTS (SELECT 1 FROM log_set_item m JOIN log_item i ON i.id = m.item_id "
        "WHERE m.set_id = log_set.id AND i.title <> ''))",
        (now, now, before),
    )
