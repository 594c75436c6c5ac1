"""Ordered migrations: numbered SQL files, one transaction each, a newer file refused."""

from __future__ import annotations

from pathlib import Path

from footprint.vault.connection import Connection
from footprint.vault.errors import DatabaseTooNew

_FOLDER = Path(__file__).parent / "migrations"


def migrations() -> list[tuple[int, Path]]:
    """(number, file) in order. A number is used once; one that nobody took stays free for good."""
    found = sorted((int(path.name.partition("_")[0]), path) for path in _FOLDER.glob("*.sql"))
    assert len({number for number, _path in found}) == len(found), "a migration number is there twice"
    return found


def newest() -> int:
    """The version a file has once it is up to date."""
    return migrations()[-1][0]


def version(db: Connection) -> int:
    return int(db.value("PRAGMA user_version"))


def needs_migration(db: Connection) -> bool:
    return version(db) < newest()


def migrate(db: Connection) -> None:
    """Bring the file up to date; the caller makes a copy first when it holds anything."""
    at = version(db)
    if at > newest():
        raise DatabaseTooNew
    for number, path in migrations():
        if number <= at:
            continue
        db.execute("BEGIN IMMEDIATE")
        try:
            db.execute(path.read_text(encoding="utf-8"))
            db.execute(f"PRAGMA user_version = {number}")
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            raise
