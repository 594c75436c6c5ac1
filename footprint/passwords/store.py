"""The only SQL of the password check: the counts of a look and its day, and nothing else."""

from __future__ import annotations

from footprint import dates
from footprint.ids import new_id
from footprint.passwords.records import Counts, Past
from footprint.vault.connection import Connection

_COUNTS = "accounts, shared, weak, leaked, old, no_two_step"


def add(db: Connection, counts: Counts, now: str) -> str:
    look_id = new_id()
    db.execute(
        f"INSERT INTO password_look (id, changed_at, looked_at, {_COUNTS}) VALUES (?,?,?,?,?,?,?,?,?)",
        (
            *(look_id, now, now, counts.accounts, counts.shared, counts.weak),
            *(counts.leaked, counts.old, counts.no_two_step),
        ),
    )
    return look_id


def put(db: Connection, look_id: str, counts: Counts, now: str) -> None:
    """Counts of the same look that became known later."""
    db.execute(
        "UPDATE password_look SET changed_at = ?, accounts = ?, shared = ?, weak = ?, leaked = ?, old = ?,"
        " no_two_step = ? WHERE id = ?",
        (now, counts.accounts, counts.shared, counts.weak, counts.leaked, counts.old, counts.no_two_step, look_id),
    )


def newest(db: Connection, limit: int) -> tuple[Past, ...]:
    rows = db.execute(
        f"SELECT id, looked_at, {_COUNTS} FROM password_look WHERE deleted_at IS NULL"
        " ORDER BY looked_at DESC, rowid DESC LIMIT ?",
        (limit,),
    )
    return tuple(Past(look_id, dates.from_text(at), Counts(*numbers)) for look_id, at, *numbers in rows)
