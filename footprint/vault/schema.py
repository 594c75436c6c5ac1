"""Ordered migrations: numbered SQL files, one transaction each, a newer file refused."""

from __future__ import annotations

from pathlib import Path

from footprint.vault.connection import Connection
from footprint.vault.errors import DatabaseTooNew

_FOLDER = Path(__file__).parent / "migrations"


def migrations() -> list[tuple[int, Path]]:
    """(number, file) in order; numbers run from 1 without a gap."""
    found = sorted((int(path.name.partition("_")[0]), path) for path in _FOLDER.glob("*.sql"))
    assert [number for number, _path in found] == list(range(1, len(found) + 1)), "a migration number is missing"
    return found


def version(db: Connection) -> int:
    return int(db.value("PRAGMA user_version"))


def needs_migration(db: Connection) -> bool:
    return version(db) < len(migrations())


def migrate(db: Connection) -> None:
    """Bring the file up to date; the caller makes a copy first when it holds anything."""
    at = version(db)
    known = migrations()
    if at > len(known):
        raise DatabaseTooNew
    for number, path in known[at:]:
        db.execute("BEGIN IMMEDIATE")
        try:
            db.execute(path.read_text(encoding="utf-8"))
            db.execute(f"PRAGMA user_version = {number}")
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            raise
