"""The only SQL of outcomes: it reads what happened to items, and changes nothing."""

from __future__ import annotations

from footprint.vault.connection import Connection

Moved = tuple[str, str, str, str]
"""Item, when, the state before and the state after."""


def states(db: Connection) -> dict[str, str]:
    """How far each item that is there has come."""
    return {row[0]: row[1] for row in db.execute("SELECT id, state FROM log_item WHERE deleted_at IS NULL")}


def moves(db: Connection) -> list[Moved]:
    """Every change of state, oldest first."""
    rows = db.execute(
        "SELECT item_id, at, was, became FROM log_event "
        "WHERE deleted_at IS NULL AND (was <> became OR kind = 'asked') ORDER BY at, rowid"
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def sent(db: Connection) -> list[tuple[str, str]]:
    """(item, plain day) of each message."""
    rows = db.execute("SELECT item_id, sent_on FROM log_request WHERE deleted_at IS NULL ORDER BY sent_on")
    return [(row[0], row[1]) for row in rows]


def answered(db: Connection) -> set[str]:
    """The items somebody answered about: none for silence, a machine’s answer or a message that came back."""
    rows = db.execute(
        "SELECT DISTINCT item_id FROM log_reply "
        "WHERE deleted_at IS NULL AND kind NOT IN ('silence', 'bounced', 'automatic')"
    )
    return {row[0] for row in rows}
