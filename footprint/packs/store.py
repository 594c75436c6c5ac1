"""The only SQL of packs: which were taken into use, and which the person put off."""

from __future__ import annotations

from datetime import date
from typing import Any

from footprint import dates
from footprint.ids import new_id
from footprint.packs.uses import Source, Use
from footprint.vault import Connection

_USE = "id, pack, organisation, version, made, fingerprint, sha256, source, taken_at, ended_at"


def uses(db: Connection) -> tuple[Use, ...]:
    """Every version that was ever taken into use, the newest first."""
    rows = db.execute(f"SELECT {_USE} FROM pack_use WHERE deleted_at IS NULL ORDER BY taken_at DESC, rowid DESC")
    return tuple(_use(row) for row in rows)


def in_use(db: Connection) -> Use | None:
    row = db.row(
        f"SELECT {_USE} FROM pack_use WHERE deleted_at IS NULL AND ended_at IS NULL "
        "ORDER BY taken_at DESC, rowid DESC LIMIT 1"
    )
    return None if row is None else _use(row)


def has_one(db: Connection) -> bool:
    return db.row("SELECT 1 FROM pack_use WHERE deleted_at IS NULL AND ended_at IS NULL LIMIT 1") is not None


def add(db: Connection, one: Use, now: str) -> None:
    db.execute(
        f"INSERT INTO pack_use ({_USE}, changed_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        (
            one.id,
            one.pack,
            one.organisation,
            one.version,
            one.made.isoformat(),
            one.fingerprint,
            one.sha256,
            one.source.value,
            dates.to_text(one.taken_at),
            dates.to_text(one.ended_at) if one.ended_at else None,
            now,
        ),
    )


def end(db: Connection, now: str) -> None:
    """None is in use any more."""
    db.execute(
        "UPDATE pack_use SET ended_at = ?1, changed_at = ?1 WHERE ended_at IS NULL AND deleted_at IS NULL", (now,)
    )


def put_off(db: Connection, sha256: str, now: str) -> None:
    db.execute("INSERT INTO pack_later (id, sha256, changed_at) VALUES (?, ?, ?)", (new_id(), sha256, now))


def is_put_off(db: Connection, sha256: str) -> bool:
    return db.row("SELECT 1 FROM pack_later WHERE sha256 = ? AND deleted_at IS NULL", (sha256,)) is not None


def _use(row: tuple[Any, ...]) -> Use:
    found = dict(zip(_USE.split(", "), row, strict=True))
    return Use(
        id=found["id"],
        pack=found["pack"],
        organisation=found["organisation"],
        version=found["version"],
        made=date.fromisoformat(found["made"]),
        fingerprint=found["fingerprint"],
        sha256=found["sha256"],
        source=Source(found["source"]),
        taken_at=dates.from_text(found["taken_at"]),
        ended_at=dates.from_text(found["ended_at"]) if found["ended_at"] else None,
    )
