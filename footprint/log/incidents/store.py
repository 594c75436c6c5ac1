"""The only SQL of incident notes: the notes, who was told, what is kept, copies made, and who there is to tell."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from footprint import dates
from footprint.ids import new_id
from footprint.log.incidents.records import Contact, Copy, Form, Incident, Kind, Post, Proof, Told, Whole
from footprint.log.records import EvidenceKind
from footprint.vault.connection import Connection

_FIELDS = tuple(one.name for one in fields(Incident))
_INCIDENT = ", ".join(_FIELDS)
_PROOF = "id, kept_id, kind, name, sha256, size, taken_at, shows, made_from"
_PARTS = ("incident_told", "incident_proof", "incident_copy")


def put(db: Connection, one: Incident, now: str) -> None:
    """Keep a note as it is now, a new one too; also brings back one whose first word was undone."""
    sets = ", ".join(f"{name} = excluded.{name}" for name in _FIELDS if name != "id")
    db.execute(
        f"INSERT INTO incident ({_INCIDENT}, changed_at) VALUES ({', '.join('?' * (len(_FIELDS) + 1))}) "
        f"ON CONFLICT (id) DO UPDATE SET {sets}, changed_at = excluded.changed_at, deleted_at = NULL",
        (*(_stored(getattr(one, name)) for name in _FIELDS), now),
    )


def one(db: Connection, incident_id: str) -> Incident | None:
    row = db.row(f"SELECT {_INCIDENT} FROM incident WHERE id = ? AND deleted_at IS NULL", (incident_id,))
    return None if row is None else _incident(row)


def every(db: Connection) -> list[Incident]:
    """Newest first."""
    sql = f"SELECT {_INCIDENT} FROM incident WHERE deleted_at IS NULL ORDER BY begun_at DESC, rowid DESC"
    return [_incident(row) for row in db.execute(sql)]


def whole(db: Connection, incident_id: str) -> Whole | None:
    found = one(db, incident_id)
    if found is None:
        return None
    return Whole(found, told(db, incident_id), proofs(db, incident_id), copies(db, incident_id))


def told(db: Connection, incident_id: str) -> tuple[Told, ...]:
    sql = (
        "SELECT id, who, told_on, told_at FROM incident_told WHERE incident_id = ? AND deleted_at IS NULL "
        "ORDER BY told_on, rowid"
    )
    return tuple(Told(row[0], row[1], date.fromisoformat(row[2]), row[3]) for row in db.execute(sql, (incident_id,)))


def put_told(db: Connection, incident_id: str, one: Told, now: str) -> None:
    db.execute(
        "INSERT INTO incident_told (id, incident_id, who, told_on, told_at, changed_at) VALUES (?,?,?,?,?,?)",
        (one.id, incident_id, one.who, one.on.isoformat(), one.at, now),
    )


def proofs(db: Connection, incident_id: str) -> tuple[Proof, ...]:
    sql = f"SELECT {_PROOF} FROM incident_proof WHERE incident_id = ? AND deleted_at IS NULL ORDER BY taken_at, rowid"
    return tuple(_proof(row) for row in db.execute(sql, (incident_id,)))


def put_proof(
    db: Connection, incident_id: str, one: Proof, now: str, content: bytes | None = None, small: bytes = b""
) -> None:
    """`content` are the bytes of a copy of the note’s own, `small` a picture of our own making to show."""
    db.execute(
        f"INSERT INTO incident_proof ({_PROOF}, incident_id, changed_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        (
            one.id, one.kept_id, one.kind.value, one.name, one.sha256, one.size, dates.to_text(one.taken_at),
            one.shows, one.made_from, incident_id, now,
        ),
    )  # fmt: skip
    if content is not None:
        db.execute("INSERT INTO incident_proof_bytes VALUES (?,?,?)", (one.id, content, small))


def content(db: Connection, proof_id: str) -> tuple[bytes, bytes] | None:
    """The bytes as they came, and the small picture."""
    row = db.row("SELECT bytes, thumbnail FROM incident_proof_bytes WHERE proof_id = ?", (proof_id,))
    return None if row is None else (bytes(row[0]), bytes(row[1]))


def copies(db: Connection, incident_id: str) -> tuple[Copy, ...]:
    sql = (
        "SELECT id, form, made_at FROM incident_copy WHERE incident_id = ? AND deleted_at IS NULL "
        "ORDER BY made_at, rowid"
    )
    return tuple(Copy(row[0], Form(row[1]), dates.from_text(row[2])) for row in db.execute(sql, (incident_id,)))


def put_copy(db: Connection, incident_id: str, one: Copy, now: str) -> None:
    db.execute(
        "INSERT INTO incident_copy (id, incident_id, form, made_at, changed_at) VALUES (?,?,?,?,?)",
        (one.id, incident_id, one.form.value, dates.to_text(one.made_at), now),
    )


def remove(db: Connection, incident_id: str, now: str) -> None:
    """The note and everything that hangs on it. The bytes go with `drop_deleted`."""
    for table in _PARTS:
        db.execute(
            f"UPDATE {table} SET deleted_at = ?1, changed_at = ?1 WHERE incident_id = ?2 AND deleted_at IS NULL",
            (now, incident_id),
        )
    db.execute("UPDATE incident SET deleted_at = ?1, changed_at = ?1 WHERE id = ?2", (now, incident_id))


def remove_part(db: Connection, table: str, part_id: str, now: str) -> None:
    """One telling or one copy of what was seen; `table` is `told` or `proof`."""
    db.execute(f"UPDATE incident_{table} SET deleted_at = ?1, changed_at = ?1 WHERE id = ?2", (now, part_id))


def drop_deleted(db: Connection, before: str) -> int:
    """For good, what was deleted before that instant. Gives how many notes."""
    old = "deleted_at IS NOT NULL AND deleted_at < ?"
    db.execute(
        f"DELETE FROM incident_proof_bytes WHERE proof_id IN (SELECT id FROM incident_proof WHERE {old})", (before,)
    )
    for table in (*_PARTS, "incident_contact"):
        db.execute(f"DELETE FROM {table} WHERE {old}", (before,))
    gone = int(db.value(f"SELECT count(*) FROM incident WHERE {old}", (before,)))
    db.execute(f"DELETE FROM incident WHERE {old}", (before,))
    return gone


def contacts(db: Connection) -> dict[Post, Contact]:
    sql = "SELECT post, name, phone, email, hours FROM incident_contact WHERE deleted_at IS NULL"
    return {Post(row[0]): Contact(Post(row[0]), *row[1:]) for row in db.execute(sql)}


def put_contact(db: Connection, one: Contact, now: str) -> None:
    """One with nothing in it is taken away."""
    db.execute(
        "INSERT INTO incident_contact (id, post, name, phone, email, hours, changed_at, deleted_at) "
        "VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (post) DO UPDATE SET name = excluded.name, phone = excluded.phone, "
        "email = excluded.email, hours = excluded.hours, changed_at = excluded.changed_at, "
        "deleted_at = excluded.deleted_at",
        (new_id(), one.post.value, one.name, one.phone, one.email, one.hours, now, None if one.known else now),
    )


def _stored(value: Any) -> Any:
    if isinstance(value, datetime):
        return dates.to_text(value)
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def _incident(row: tuple[Any, ...]) -> Incident:
    told = dict(zip(_FIELDS, row, strict=True))
    for name in ("begun_at", "finished_at"):
        told[name] = dates.from_text(told[name]) if told[name] else None
    for name in ("seen_on", "handed_on"):
        told[name] = date.fromisoformat(told[name]) if told[name] else None
    told.update(kind=Kind(told["kind"]), manager_fits=bool(told["manager_fits"]))
    return Incident(**told)


def _proof(row: tuple[Any, ...]) -> Proof:
    known, kept, kind, name, sha, size, taken, shows, made_from = row
    return Proof(known, kept, EvidenceKind(kind), name, sha, size, dates.from_text(taken), shows, made_from)
