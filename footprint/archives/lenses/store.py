"""The only SQL of lenses: which look, by what days, and which flags were wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

from footprint import dates
from footprint.archives.lenses.records import Days, Silences, Wrong
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.vault import Connection

_WRONG = "id, silences, lens, rule, words, entry, said_at"


def choices(db: Connection) -> dict[str, bool]:
    """What was chosen, by lens."""
    return {row[0]: bool(row[1]) for row in db.execute(
        "SELECT lens, looks FROM archive_lens_choice WHERE deleted_at IS NULL"
    )}  # fmt: skip


def choose(db: Connection, lens: str, now: str, *, looks: bool) -> None:
    db.execute(
        "INSERT INTO archive_lens_choice (id, lens, looks, changed_at) VALUES (?, ?, ?, ?) ON CONFLICT (lens) "
        "DO UPDATE SET looks = excluded.looks, changed_at = excluded.changed_at, deleted_at = NULL",
        (new_id(), lens, int(looks), now),
    )


def days(db: Connection) -> Days:
    known = dict(db.execute("SELECT what, day FROM archive_lens_day WHERE deleted_at IS NULL"))
    return Days(**{what: date.fromisoformat(day) for what, day in known.items()})


def set_day(db: Connection, what: str, day: date | None, now: str) -> None:
    if day is None:
        db.execute(
            "UPDATE archive_lens_day SET deleted_at = ?1, changed_at = ?1 WHERE what = ?2 AND deleted_at IS NULL",
            (now, what),
        )
        return
    db.execute(
        "INSERT INTO archive_lens_day (id, what, day, changed_at) VALUES (?, ?, ?, ?) ON CONFLICT (what) "
        "DO UPDATE SET day = excluded.day, changed_at = excluded.changed_at, deleted_at = NULL",
        (new_id(), what, day.isoformat(), now),
    )


def add_wrong(db: Connection, one: Wrong, now: str) -> None:
    db.execute(
        f"INSERT INTO archive_flag_wrong ({_WRONG}, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (one.id, one.silences.value, one.lens, one.rule, one.words, one.entry, dates.to_text(one.said_at), now),
    )


def wrongs(db: Connection) -> tuple[Wrong, ...]:
    """Newest first."""
    rows = db.execute(
        f"SELECT {_WRONG} FROM archive_flag_wrong WHERE deleted_at IS NULL ORDER BY said_at DESC, rowid DESC"
    )
    return tuple(_wrong(row) for row in rows)


def wrong(db: Connection, wrong_id: str) -> Wrong:
    row = db.row(f"SELECT {_WRONG} FROM archive_flag_wrong WHERE id = ? AND deleted_at IS NULL", (wrong_id,))
    if row is None:
        raise NotFound(_("This is not in your notes any more."))
    return _wrong(row)


def remove_wrong(db: Connection, wrong_id: str, now: str) -> None:
    db.execute("UPDATE archive_flag_wrong SET deleted_at = ?1, changed_at = ?1 WHERE id = ?2", (now, wrong_id))


def _wrong(row: tuple[Any, ...]) -> Wrong:
    wrong_id, silences, lens, rule, words, entry, said_at = row
    return Wrong(wrong_id, Silences(silences), lens, rule, words, entry, dates.from_text(said_at))
