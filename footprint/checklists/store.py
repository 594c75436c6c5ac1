"""The only SQL of the checklists: answers (every one a new row) and the notes beside them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from footprint import dates
from footprint.checklists.records import Answer, Decision, Note, NoteKind
from footprint.ids import new_id
from footprint.vault.connection import Connection

_ANSWER = (
    "id, network, check_id, choice, decision, changed_to, reason, until, wording, title_seen, label_seen, answered_at"
)
_NOTE = "id, network, check_id, kind, text, changed_at"


def add_answer(db: Connection, answer: Answer, now: str) -> None:
    db.execute(
        f"INSERT INTO check_answer ({_ANSWER}, changed_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            answer.id,
            answer.network,
            answer.check,
            answer.choice,
            answer.decision or "",
            answer.changed_to,
            answer.reason,
            answer.until.isoformat() if answer.until else None,
            answer.wording,
            answer.title_seen,
            answer.label_seen,
            dates.to_text(answer.at),
            now,
        ),
    )


def answers(db: Connection, network: str | None = None) -> list[Answer]:
    """Oldest first, so that the last one of a check is its newest."""
    rows = db.execute(
        f"SELECT {_ANSWER} FROM check_answer WHERE deleted_at IS NULL AND (?1 IS NULL OR network = ?1) "
        "ORDER BY answered_at, rowid",
        (network,),
    )
    return [_answer(row) for row in rows]


def days_answered(db: Connection) -> dict[tuple[str, str], str]:
    """When each check was answered last, by network and check; what was answered is not read."""
    sql = "SELECT network, check_id, max(answered_at) FROM check_answer WHERE deleted_at IS NULL GROUP BY 1, 2"
    return {(row[0], row[1]): row[2] for row in db.execute(sql)}


def answers_to(db: Connection, network: str, check_ids: Iterable[str]) -> list[Answer]:
    """Newest first."""
    ids = list(dict.fromkeys(check_ids))
    holes = ", ".join("?" for _id in ids)
    rows = db.execute(
        f"SELECT {_ANSWER} FROM check_answer WHERE deleted_at IS NULL AND network = ? AND check_id IN ({holes}) "
        "ORDER BY answered_at DESC, rowid DESC",
        (network, *ids),
    )
    return [_answer(row) for row in rows]


def put_every(db: Connection, network: str, check_id: str, months: int | None, now: str) -> None:
    """The person's choice for a check, or for the whole network (''); None for what is usual."""
    db.execute(
        "UPDATE check_every SET deleted_at = ?1, changed_at = ?1 "
        "WHERE network = ?2 AND check_id = ?3 AND deleted_at IS NULL",
        (now, network, check_id),
    )
    if months is not None:
        db.execute(
            "INSERT INTO check_every (id, changed_at, network, check_id, months) VALUES (?,?,?,?,?)",
            (new_id(), now, network, check_id, months),
        )


def every(db: Connection) -> dict[tuple[str, str], int]:
    """The months chosen, by network and check ('' for all of them)."""
    rows = db.execute(
        "SELECT network, check_id, months FROM check_every WHERE deleted_at IS NULL ORDER BY changed_at, rowid"
    )
    return {(network, check_id): months for network, check_id, months in rows}


def note(db: Connection, network: str, check_ids: Iterable[str], kind: NoteKind) -> Note | None:
    ids = list(dict.fromkeys(check_ids))
    holes = ", ".join("?" for _id in ids)
    row = db.row(
        f"SELECT {_NOTE} FROM check_note WHERE deleted_at IS NULL AND network = ? AND kind = ? "
        f"AND check_id IN ({holes}) ORDER BY changed_at DESC",
        (network, kind.value, *ids),
    )
    return None if row is None else _note(row)


def notes(db: Connection, network: str | None = None) -> list[Note]:
    rows = db.execute(
        f"SELECT {_NOTE} FROM check_note WHERE deleted_at IS NULL AND (?1 IS NULL OR network = ?1) "
        "ORDER BY changed_at, rowid",
        (network,),
    )
    return [_note(row) for row in rows]


def put_note(db: Connection, one: Note) -> None:
    now = dates.to_text(one.changed_at)
    db.execute(
        f"INSERT INTO check_note ({_NOTE}) VALUES (?,?,?,?,?,?) "
        "ON CONFLICT (id) DO UPDATE SET check_id = excluded.check_id, text = excluded.text, "
        "changed_at = excluded.changed_at",
        (one.id, one.network, one.check, one.kind.value, one.text, now),
    )


def remove_note(db: Connection, note_id: str, now: str) -> None:
    db.execute("UPDATE check_note SET deleted_at = ?, changed_at = ? WHERE id = ?", (now, now, note_id))


def _answer(row: tuple[Any, ...]) -> Answer:
    found = dict(zip(_ANSWER.split(", "), row, strict=True))
    return Answer(
        id=found["id"],
        network=found["network"],
        check=found["check_id"],
        choice=found["choice"],
        decision=Decision(found["decision"]) if found["decision"] else None,
        changed_to=found["changed_to"],
        reason=found["reason"],
        until=date.fromisoformat(found["until"]) if found["until"] else None,
        wording=found["wording"],
        title_seen=found["title_seen"],
        label_seen=found["label_seen"],
        at=dates.from_text(found["answered_at"]),
    )


def _note(row: tuple[Any, ...]) -> Note:
    return Note(row[0], row[1], row[2], NoteKind(row[3]), row[4], dates.from_text(row[5]))
