"""The only SQL of password habits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from footprint.ids import new_id
from footprint.passwords.habits.records import Contact, Habit, Kept, OnlyHere, Passkey, Reason, TwoStep, in_order
from footprint.vault.connection import Connection

_COLUMNS = "account_id, only_here, kept, two_step, passkey, contact, sessions_on, reviewed_on, changed_on, reasons"


def habits(db: Connection) -> dict[str, Habit]:
    """By account."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM password_habit WHERE deleted_at IS NULL ORDER BY rowid")
    return {row[0]: _habit(row) for row in rows}


def habit(db: Connection, account_id: str) -> Habit:
    row = db.row(f"SELECT {_COLUMNS} FROM password_habit WHERE account_id = ? AND deleted_at IS NULL", (account_id,))
    return Habit(account_id) if row is None else _habit(row)


def put(db: Connection, one: Habit, now: str) -> None:
    """In place of what was known of this account."""
    values = (
        one.only_here, one.kept, one.two_step, one.passkey, one.contact, _text(one.sessions_on),
        _text(one.reviewed_on), _text(one.changed_on), " ".join(_word(reason) for reason in one.reasons),
    )  # fmt: skip
    row = db.row("SELECT id FROM password_habit WHERE account_id = ? AND deleted_at IS NULL", (one.account_id,))
    if row is None:
        marks = ",".join("?" * 12)
        db.execute(
            f"INSERT INTO password_habit (id, changed_at, {_COLUMNS}) VALUES ({marks})",
            (new_id(), now, one.account_id, *values),
        )
        return
    names = _COLUMNS.removeprefix("account_id, ").split(", ")
    sets = ", ".join(f"{name} = ?" for name in names)
    db.execute(f"UPDATE password_habit SET changed_at = ?, {sets} WHERE id = ?", (now, *values, row[0]))


def _habit(row: tuple[Any, ...]) -> Habit:
    account_id, only_here, kept, two_step, passkey, contact, sessions_on, reviewed_on, changed_on, reasons = row
    return Habit(
        account_id, OnlyHere(only_here), Kept(kept), TwoStep(two_step), Passkey(passkey), Contact(contact),
        _day(sessions_on), _day(reviewed_on), _day(changed_on), in_order(_reasons(reasons.split())),
    )  # fmt: skip


def _reasons(words: Iterable[str]) -> Iterable[Reason]:
    return (Reason(word.replace("_", " ")) for word in words)


def _word(reason: Reason) -> str:
    return reason.value.replace(" ", "_")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
