"""Small facts about this vault itself, by name; every room may keep some under its own prefix ("home.left_at")."""

from __future__ import annotations

from footprint.vault.changes import Done
from footprint.vault.connection import Connection
from footprint.vault.vault import Vault


def fact(vault: Vault, name: str) -> str:
    """What was kept under `name`; "" when nothing was."""
    with vault.reading() as db:
        return read_fact(db, name)


def set_fact(vault: Vault, name: str, value: str) -> Done[str]:
    """Keep `value` under `name`; "" takes it away. Gives the value it had before."""
    with vault.writing() as write:
        before = read_fact(write.db, name)
        write_fact(write.db, name, value, write.now)
    return write.done(before)


def read_fact(db: Connection, name: str) -> str:
    return str(db.value("SELECT value FROM vault_fact WHERE name = ? AND deleted_at IS NULL", (name,)) or "")


def write_fact(db: Connection, name: str, value: str, now: str) -> None:
    """Inside the caller's transaction."""
    db.execute(
        "INSERT INTO vault_fact (name, value, changed_at, deleted_at) VALUES (:name, :value, :now, :gone) "
        "ON CONFLICT (name) DO UPDATE SET value = :value, changed_at = :now, deleted_at = :gone",
        {"name": name, "value": value, "now": now, "gone": None if value else now},
    )
