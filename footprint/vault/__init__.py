"""The encrypted store: everything the person keeps, under a key only they can make."""

from footprint.vault.changes import CannotUndo, Done, Undo
from footprint.vault.connection import Connection
from footprint.vault.errors import (
    DatabaseDamaged,
    DatabaseMissing,
    DatabaseTooNew,
    DiskFull,
    Locked,
    VaultError,
)
from footprint.vault.vault import Vault, Writing

__all__ = [
    "CannotUndo",
    "Connection",
    "DatabaseDamaged",
    "DatabaseMissing",
    "DatabaseTooNew",
    "DiskFull",
    "Done",
    "Locked",
    "Undo",
    "Vault",
    "VaultError",
    "Writing",
]
