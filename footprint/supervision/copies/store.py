"""The only SQL of copies that were made of a summary."""

from __future__ import annotations

from footprint import dates
from footprint.supervision.copies.coded import coded, decoded
from footprint.supervision.copies.records import Copy, Form
from footprint.vault.connection import Connection


def add(db: Connection, one: Copy, now: str) -> None:
    db.execute(
        "INSERT INTO summary_copy (id, made_at, form, said, changed_at) VALUES (?,?,?,?,?)",
        (one.id, dates.to_text(one.made_at), one.form.value, coded(one.summary), now),
    )


def every(db: Connection) -> list[Copy]:
    """Newest first."""
    rows = db.execute(
        "SELECT id, made_at, form, said FROM summary_copy WHERE deleted_at IS NULL ORDER BY made_at DESC, rowid DESC"
    )
    found = [(row, decoded(row[3])) for row in rows]
    forms = {one.value for one in Form}
    return [
        Copy(row[0], dates.from_text(row[1]), Form(row[2]), said)
        for row, said in found
        if said is not None and row[2] in forms
    ]


def delete(db: Connection, copy_id: str, now: str) -> None:
    db.execute(
        "UPDATE summary_copy SET deleted_at = ?, changed_at = ? WHERE id = ? AND deleted_at IS NULL",
        (now, now, copy_id),
    )
