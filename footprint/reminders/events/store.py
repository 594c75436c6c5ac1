"""The only SQL of life events: those that were begun, and the marks on their steps."""

from __future__ import annotations

from footprint import dates
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.reminders.events.records import Mark, Started
from footprint.vault import Connection

_STARTED = "id, event, started_at, ended_at"


def started(db: Connection) -> tuple[Started, ...]:
    """Newest first."""
    rows = db.execute(
        f"SELECT {_STARTED} FROM life_event WHERE deleted_at IS NULL ORDER BY started_at DESC, rowid DESC"
    )
    return tuple(_started(row) for row in rows)


def one(db: Connection, started_id: str) -> Started:
    row = db.row(f"SELECT {_STARTED} FROM life_event WHERE id = ? AND deleted_at IS NULL", (started_id,))
    if row is None:
        raise NotFound(_("This is not in your notes any more."))
    return _started(row)


def add(db: Connection, new: Started, now: str) -> None:
    db.execute(
        "INSERT INTO life_event (id, event, started_at, changed_at) VALUES (?, ?, ?, ?)",
        (new.id, new.event, dates.to_text(new.started_at), now),
    )


def end(db: Connection, started_id: str, now: str, *, ended: bool) -> None:
    db.execute(
        "UPDATE life_event SET ended_at = ?, changed_at = ? WHERE id = ?", (now if ended else None, now, started_id)
    )


def remove(db: Connection, started_id: str, now: str) -> None:
    for sql in (
        "UPDATE life_event_step SET deleted_at = ?1, changed_at = ?1 WHERE life_event_id = ?2 AND deleted_at IS NULL",
        "UPDATE life_event SET deleted_at = ?1, changed_at = ?1 WHERE id = ?2",
    ):
        db.execute(sql, (now, started_id))


def marks(db: Connection, started_id: str) -> dict[str, Mark]:
    rows = db.execute(
        "SELECT step, mark FROM life_event_step WHERE life_event_id = ? AND deleted_at IS NULL", (started_id,)
    )
    return {step: Mark(mark) for step, mark in rows}


def set_mark(db: Connection, started_id: str, step: str, mark: Mark | None, now: str) -> None:
    if mark is None:
        db.execute(
            "UPDATE life_event_step SET deleted_at = ?1, changed_at = ?1 WHERE life_event_id = ?2 AND step = ?3",
            (now, started_id, step),
        )
        return
    db.execute(
        "INSERT INTO life_event_step (id, life_event_id, step, mark, changed_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (life_event_id, step) DO UPDATE SET mark = excluded.mark, changed_at = excluded.changed_at,"
        " deleted_at = NULL",
        (new_id(), started_id, step, mark.value, now),
    )


def _started(row: tuple[str, str, str, str | None]) -> Started:
    started_id, event, began, ended = row
    return Started(started_id, event, dates.from_text(began), dates.from_text(ended) if ended else None)
