"""The only SQL of copies that were asked for."""

from __future__ import annotations

from datetime import date

from footprint.archives.concierge.records import Copy, Ending, Stage
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.vault import Connection

_COLUMNS = "id, network, stage, asked_on, look_on, ready_on, fetch_by, brought_in_on, ending"


def copies(db: Connection) -> tuple[Copy, ...]:
    """All of them, newest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM archive_asked WHERE deleted_at IS NULL ORDER BY asked_on DESC, rowid DESC"
    )
    return tuple(_copy(row) for row in rows)


def one(db: Connection, copy_id: str) -> Copy:
    row = db.row(f"SELECT {_COLUMNS} FROM archive_asked WHERE id = ? AND deleted_at IS NULL", (copy_id,))
    if row is None:
        raise NotFound(_("This is not in your notes any more."))
    return _copy(row)


def put(db: Connection, copy: Copy, now: str) -> None:
    """Keep it as it is now, new or not."""
    values = (
        copy.id, copy.network, copy.stage, _text(copy.asked_on), _text(copy.look_on), _text(copy.ready_on),
        _text(copy.fetch_by), _text(copy.brought_in_on), copy.ending, now,
    )  # fmt: skip
    db.execute(
        f"INSERT INTO archive_asked ({_COLUMNS}, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET stage = excluded.stage, look_on = excluded.look_on, "
        "ready_on = excluded.ready_on, fetch_by = excluded.fetch_by, brought_in_on = excluded.brought_in_on, "
        "ending = excluded.ending, changed_at = excluded.changed_at",
        values,
    )


def remove(db: Connection, copy_id: str, now: str) -> None:
    db.execute("UPDATE archive_asked SET deleted_at = ?1, changed_at = ?1 WHERE id = ?2", (now, copy_id))


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _copy(row: tuple[str, ...]) -> Copy:
    return Copy(
        row[0],
        row[1],
        Stage(row[2]),
        date.fromisoformat(row[3]),
        _day(row[4]),
        _day(row[5]),
        _day(row[6]),
        _day(row[7]),
        Ending(row[8]) if row[8] else None,
    )
