"""The only SQL of the ladder: rungs taken, replies, what the person said, and what is going on in their life."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from footprint.ids import new_id
from footprint.log.ladder.records import Case, Known, LifeEvent, Outcome, Taken
from footprint.log.ladder.rungs import Rung
from footprint.vault.connection import Connection

_RUNG = "id, item_id, rung, request_id, taken_on, due, outcome, ended_on"


def taken(db: Connection, item_id: str, since: str = "") -> list[Taken]:
    """Oldest first; only what was noted or ended after the instant `since`."""
    rows = db.execute(
        f"SELECT {_RUNG} FROM log_rung WHERE item_id = ? AND changed_at > ? AND deleted_at IS NULL "
        "ORDER BY coalesce(ended_on, taken_on), rowid",
        (item_id, since),
    )
    return [_taken(row) for row in rows]


def add(db: Connection, item_id: str, one: Taken, now: str) -> None:
    db.execute(
        f"INSERT INTO log_rung ({_RUNG}, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            one.id, item_id, one.rung.value, one.request_id, one.day.isoformat(), _text(one.due), one.outcome.value,
            _text(one.ended), now,
        ),
    )  # fmt: skip


def end(db: Connection, rung_id: str, outcome: Outcome, due: date | None, ended: date | None, now: str) -> None:
    db.execute(
        "UPDATE log_rung SET outcome = ?, due = ?, ended_on = ?, changed_at = ? WHERE id = ?",
        (outcome.value, _text(due), _text(ended), now, rung_id),
    )


def drop_chosen(db: Connection, item_id: str, now: str) -> None:
    """A choice that was not acted on gives way to the next one."""
    db.execute(
        "UPDATE log_rung SET deleted_at = ?, changed_at = ? "
        "WHERE item_id = ? AND outcome = 'chosen' AND deleted_at IS NULL",
        (now, now, item_id),
    )


def known(db: Connection, item_id: str) -> Known:
    rows = db.execute("SELECT name, value FROM log_ladder_fact WHERE item_id = ? AND deleted_at IS NULL", (item_id,))
    said = {row[0]: row[1] for row in rows}
    work = said["work"] == "yes" if "work" in said else None
    return Known(work, Case(said["case"]) if "case" in said else None)


def say(db: Connection, item_id: str, name: str, value: str, now: str) -> None:
    """`work` or `case`, as the person answered."""
    db.execute(
        "INSERT INTO log_ladder_fact (id, item_id, name, value, changed_at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (item_id, name) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at, "
        "deleted_at = NULL",
        (new_id(), item_id, name, value, now),
    )


def cases(db: Connection) -> dict[str, Case]:
    """What was answered to “Could a case be about this?”, by item."""
    rows = db.execute("SELECT item_id, value FROM log_ladder_fact WHERE name = 'case' AND deleted_at IS NULL")
    return {row[0]: Case(row[1]) for row in rows}


def life_events(db: Connection) -> dict[LifeEvent, date]:
    rows = db.execute("SELECT kind, since FROM log_life_event WHERE deleted_at IS NULL ORDER BY kind")
    return {LifeEvent(row[0]): date.fromisoformat(row[1]) for row in rows}


def set_life_event(db: Connection, kind: LifeEvent, since: date | None, now: str) -> None:
    """`since` None: it is over."""
    if since is None:
        db.execute(
            "UPDATE log_life_event SET deleted_at = ?, changed_at = ? WHERE kind = ? AND deleted_at IS NULL",
            (now, now, kind.value),
        )
        return
    db.execute(
        "INSERT INTO log_life_event (id, kind, since, changed_at) VALUES (?, ?, ?, ?) ON CONFLICT (kind) DO UPDATE "
        "SET since = excluded.since, changed_at = excluded.changed_at, deleted_at = NULL",
        (new_id(), kind.value, since.isoformat(), now),
    )


def add_reply(db: Connection, item_id: str, texts: tuple[str, str, str, str], day: date, now: str) -> str:
    """`texts`: kind, ground, contact, text."""
    reply_id = new_id()
    db.execute(
        "INSERT INTO log_reply (id, item_id, kind, ground, contact, text, received_on, changed_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (reply_id, item_id, *texts, day.isoformat(), now),
    )
    return reply_id


def replies(db: Connection, item_id: str) -> list[tuple[Any, ...]]:
    """(id, kind, ground, contact, text, received on), oldest first."""
    return list(
        db.execute(
            "SELECT id, kind, ground, contact, text, received_on FROM log_reply "
            "WHERE item_id = ? AND deleted_at IS NULL ORDER BY received_on, rowid",
            (item_id,),
        )
    )


def bounced(db: Connection, contact: str) -> date | None:
    """The day the last message to this contact came back, from whichever item it was."""
    found = db.value(
        "SELECT max(received_on) FROM log_reply WHERE kind = 'bounced' AND contact = ? AND deleted_at IS NULL",
        (contact,),
    )
    return date.fromisoformat(found) if found else None


def empty_out(db: Connection, ids: Sequence[str], now: str) -> None:
    """What was deleted for good leaves no words here."""
    for item_id in ids:
        db.execute(
            "UPDATE log_reply SET text = '', contact = '', deleted_at = ?, changed_at = ? WHERE item_id = ?",
            (now, now, item_id),
        )
        for table in ("log_rung", "log_ladder_fact"):
            db.execute(f"UPDATE {table} SET deleted_at = ?, changed_at = ? WHERE item_id = ?", (now, now, item_id))


def _taken(row: tuple[Any, ...]) -> Taken:
    id_, _item_id, rung, request_id, taken_on, due, outcome, ended = row
    return Taken(id_, Rung(rung), date.fromisoformat(taken_on), _day(due), Outcome(outcome), _day(ended), request_id)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
