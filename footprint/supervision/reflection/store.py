"""The only SQL of reflective notes."""

from __future__ import annotations

from datetime import date

from footprint.supervision.reflection.records import Reflection
from footprint.vault.connection import Connection

_COLUMNS = "id, day, looked, learned, change, standards"


def put(db: Connection, one: Reflection, now: str) -> None:
    db.execute(
        f"INSERT INTO reflection ({_COLUMNS}, changed_at) VALUES (?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET "
        "day = excluded.day, looked = excluded.looked, learned = excluded.learned, change = excluded.change, "
        "standards = excluded.standards, changed_at = excluded.changed_at, deleted_at = NULL",
        (one.id, one.day.isoformat(), one.looked, one.learned, one.change, one.standards, now),
    )


def every(db: Connection) -> list[Reflection]:
    """Newest first."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM reflection WHERE deleted_at IS NULL ORDER BY day DESC, rowid DESC")
    return [Reflection(row[0], date.fromisoformat(row[1]), *row[2:]) for row in rows]


def delete(db: Connection, note_id: str, now: str) -> None:
    db.execute("UPDATE reflection SET deleted_at = ?, changed_at = ? WHERE id = ?", (now, now, note_id))
