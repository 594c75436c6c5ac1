"""The only SQL of the reminders: how often, what was put off, the person's own, what was done, what a calendar has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footprint import dates
from footprint.ids import new_id
from footprint.reminders.records import Every, Mark, Own, Unit
from footprint.vault.connection import Connection


@dataclass(frozen=True)
class Marked:
    """`due` is the day it was due when this was said; `until` None leaves out that day's turn and nothing else."""

    kind: Mark
    due: date | None
    until: date | None


@dataclass(frozen=True)
class Event:
    """What the person's calendar knows of one key. `id` is the event's own id there."""

    id: str
    key: str
    sequence: int
    said: str


def put_every(db: Connection, key: str, every: Every | None, now: str) -> None:
    """The person's choice in place of an older one; None for what is usual."""
    db.execute(
        "UPDATE reminder_every SET deleted_at = ?1, changed_at = ?1 WHERE key = ?2 AND deleted_at IS NULL", (now, key)
    )
    if every is not None:
        db.execute(
            "INSERT INTO reminder_every (id, changed_at, key, count, unit) VALUES (?,?,?,?,?)",
            (new_id(), now, key, every.count, every.unit.value),
        )


def chosen(db: Connection) -> dict[str, Every]:
    rows = db.execute("SELECT key, count, unit FROM reminder_every WHERE deleted_at IS NULL ORDER BY changed_at, rowid")
    return {key: Every(count, Unit(unit)) for key, count, unit in rows}


def add_mark(db: Connection, key: str, mark: Marked, now: str) -> None:
    db.execute(
        "INSERT INTO reminder_mark (id, changed_at, key, kind, due, until) VALUES (?,?,?,?,?,?)",
        (new_id(), now, key, mark.kind.value, _text(mark.due), _text(mark.until)),
    )


def marks(db: Connection) -> dict[str, list[Marked]]:
    """By key, oldest first."""
    found: dict[str, list[Marked]] = {}
    rows = db.execute(
        "SELECT key, kind, due, until FROM reminder_mark WHERE deleted_at IS NULL ORDER BY changed_at, rowid"
    )
    for key, kind, due, until in rows:
        found.setdefault(key, []).append(Marked(Mark(kind), _day(due), _day(until)))
    return found


def drop_marks(db: Connection, key: str, now: str) -> int:
    """Take back what was put off or left out; gives how many."""
    gone = db.execute("SELECT count(*) FROM reminder_mark WHERE key = ? AND deleted_at IS NULL", (key,))
    count = int(next(iter(gone))[0])
    db.execute(
        "UPDATE reminder_mark SET deleted_at = ?1, changed_at = ?1 WHERE key = ?2 AND deleted_at IS NULL", (now, key)
    )
    return count


def put_own(db: Connection, one: Own) -> None:
    count, unit = (one.every.count, one.every.unit) if one.every else (0, Unit.MONTH)
    db.execute(
        "INSERT INTO reminder_own (id, changed_at, what, first, count, unit) VALUES (?,?,?,?,?,?) "
        "ON CONFLICT (id) DO UPDATE SET changed_at = excluded.changed_at, what = excluded.what, "
        "first = excluded.first, count = excluded.count, unit = excluded.unit",
        (one.id, dates.to_text(one.changed_at), one.what, one.first.isoformat(), count, unit.value),
    )


def remove_own(db: Connection, own_id: str, now: str) -> None:
    db.execute("UPDATE reminder_own SET deleted_at = ?1, changed_at = ?1 WHERE id = ?2", (now, own_id))


def own(db: Connection) -> list[Own]:
    rows = db.execute(
        "SELECT id, what, first, count, unit, changed_at FROM reminder_own WHERE deleted_at IS NULL "
        "ORDER BY first, rowid"
    )
    return [
        Own(
            own_id,
            what,
            date.fromisoformat(first),
            Every(count, Unit(unit)) if count else None,
            dates.from_text(changed),
        )
        for own_id, what, first, count, unit, changed in rows
    ]


def add_done(db: Connection, key: str, day: date, now: str) -> None:
    db.execute(
        "INSERT INTO reminder_done (id, changed_at, key, day) VALUES (?,?,?,?)", (new_id(), now, key, day.isoformat())
    )


def done(db: Connection) -> dict[str, date]:
    """By key, the last day up to which it is dealt with."""
    rows = db.execute("SELECT key, max(day) FROM reminder_done WHERE deleted_at IS NULL GROUP BY key")
    return {key: date.fromisoformat(day) for key, day in rows}


def put_event(db: Connection, one: Event, now: str) -> None:
    db.execute(
        "INSERT INTO reminder_event (id, changed_at, key, sequence, said) VALUES (?,?,?,?,?) "
        "ON CONFLICT (id) DO UPDATE SET changed_at = excluded.changed_at, sequence = excluded.sequence, "
        "said = excluded.said",
        (one.id, now, one.key, one.sequence, one.said),
    )


def events(db: Connection) -> dict[str, Event]:
    rows = db.execute("SELECT id, key, sequence, said FROM reminder_event WHERE deleted_at IS NULL ORDER BY rowid")
    return {key: Event(event_id, key, sequence, said) for event_id, key, sequence, said in rows}


def _text(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
