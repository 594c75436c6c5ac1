"""The only SQL of the list to take to supervision."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from footprint.supervision.take.records import TakeLine
from footprint.vault.connection import Connection


def every(db: Connection) -> list[TakeLine]:
    """In the person's order."""
    rows = db.execute(
        "SELECT id, words, talked_on FROM take_line WHERE deleted_at IS NULL ORDER BY place, changed_at, rowid"
    )
    return [TakeLine(row[0], row[1], date.fromisoformat(row[2]) if row[2] else None) for row in rows]


def put(db: Connection, one: TakeLine, place: int, now: str) -> None:
    db.execute(
        "INSERT INTO take_line (id, place, words, talked_on, changed_at) VALUES (?,?,?,?,?)",
        (one.id, place, one.words, _stored(one.talked_on), now),
    )


def next_place(db: Connection) -> int:
    return int(db.value("SELECT coalesce(max(place), 0) + 1 FROM take_line WHERE deleted_at IS NULL"))


def change(db: Connection, one: TakeLine, now: str) -> None:
    db.execute(
        "UPDATE take_line SET words = ?, talked_on = ?, changed_at = ? WHERE id = ?",
        (one.words, _stored(one.talked_on), now, one.id),
    )


def order(db: Connection, ids: Iterable[str], now: str) -> None:
    for place, line_id in enumerate(ids, 1):
        db.execute(
            "UPDATE take_line SET place = ?, changed_at = ? WHERE id = ? AND place <> ?", (place, now, line_id, place)
        )


def delete(db: Connection, ids: Iterable[str], now: str) -> None:
    for line_id in ids:
        db.execute("UPDATE take_line SET deleted_at = ?, changed_at = ? WHERE id = ?", (now, now, line_id))


def _stored(day: date | None) -> str | None:
    return day.isoformat() if day else None
