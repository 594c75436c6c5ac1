"""The counts of past days: the only SQL of this room."""

from __future__ import annotations

from datetime import date

from footprint.home.records import Point
from footprint.vault import Connection


def keep_count(db: Connection, day: date, count: int, now: str) -> None:
    """The newest count of a day wins."""
    db.execute(
        "INSERT INTO home_count (day, open_things, changed_at) VALUES (?, ?, ?) "
        "ON CONFLICT (day) DO UPDATE SET open_things = excluded.open_things, changed_at = excluded.changed_at",
        (day.isoformat(), count, now),
    )


def count_of(db: Connection, day: date) -> int | None:
    found: int | None = db.value("SELECT open_things FROM home_count WHERE day = ?", (day.isoformat(),))
    return found


def counts(db: Connection) -> list[Point]:
    rows = db.execute("SELECT day, open_things FROM home_count ORDER BY day")
    return [Point(date.fromisoformat(day), count) for day, count in rows]
