"""What a folder holds, before anybody enters a passphrase."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from footprint.vault import backupfile, disk, incoming, place, slotfile
from footprint.vault.backing import DATABASE
from footprint.vault.errors import (
    BackupFile,
    DatabaseMissing,
    InUse,
    KeysDamaged,
    KeysMissing,
    NetworkPlace,
    VaultError,
)
from footprint.vault.sheet import short_name
from footprint.vault.slots import Way


class Found(StrEnum):
    """What stands in a folder."""

    NOTHING = "nothing"
    VAULT = "vault"
    KEYS_MISSING = "keys_missing"
    KEYS_DAMAGED = "keys_damaged"
    DATABASE_MISSING = "database_missing"
    IN_USE = "in_use"
    NETWORK = "network"
    NOT_ALLOWED = "not_allowed"


@dataclass(frozen=True)
class Look:
    """What was found. `ways` are the ways in that exist; `problem` is the one to show, None for nothing and a vault."""

    found: Found
    problem: VaultError | None = None
    vault: str = ""
    ways: tuple[Way, ...] = ()
    backups: tuple[BackupFile, ...] = ()
    synced_by: str | None = None
    conflicts: tuple[str, ...] = ()


_OF_PROBLEM: tuple[tuple[type[VaultError], Found], ...] = (
    (KeysMissing, Found.KEYS_MISSING),
    (KeysDamaged, Found.KEYS_DAMAGED),
    (DatabaseMissing, Found.DATABASE_MISSING),
    (InUse, Found.IN_USE),
    (NetworkPlace, Found.NETWORK),
)


def look(folder: Path) -> Look:
    """See what `folder` holds. Finishes a restore that was cut off; changes nothing else and makes no folder."""
    if not disk.is_folder(folder):
        problem = NetworkPlace() if place.on_network(folder) else None
        return Look(Found.NETWORK if problem else Found.NOTHING, problem, synced_by=place.synced_by(folder))
    try:
        if place.on_network(folder):
            raise NetworkPlace
        with disk.disk_problems():
            ours = _ours(folder)
        if not ours:
            return Look(Found.NOTHING, synced_by=place.synced_by(folder))
        claim = place.hold(folder)
    except VaultError as problem:
        return _troubled(folder, problem)
    try:
        incoming.finish(folder)
        disk.sweep(folder)
        return _what_is_there(folder)
    except VaultError as problem:
        return _troubled(folder, problem)
    finally:
        claim.release()


def _ours(folder: Path) -> bool:
    """Whether anything of a vault is in there: somebody else's folder is not closed to others by looking at it."""
    names = (*incoming.FILES, incoming.INCOMING, incoming.ASIDE, backupfile.AUTOMATIC, place.LOCK)
    return any((folder / name).exists() for name in names)


def _what_is_there(folder: Path) -> Look:
    database = (folder / DATABASE).exists()
    try:
        lists = slotfile.candidates(folder)
    except KeysMissing:
        if not database:
            return Look(Found.NOTHING, backups=backupfile.automatic_backups(folder), synced_by=place.synced_by(folder))
        raise
    if not database:
        raise DatabaseMissing
    return Look(
        Found.VAULT,
        vault=short_name(lists[0].vault),
        ways=lists[0].ways,
        backups=backupfile.automatic_backups(folder),
        synced_by=place.synced_by(folder),
        conflicts=place.conflicts(folder),
    )


def _troubled(folder: Path, problem: VaultError) -> Look:
    found = next((found for kind, found in _OF_PROBLEM if isinstance(problem, kind)), Found.NOT_ALLOWED)
    return Look(
        found,
        problem,
        backups=backupfile.automatic_backups(folder),
        synced_by=place.synced_by(folder),
        conflicts=place.conflicts(folder),
    )
