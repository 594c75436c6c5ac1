"""Copies of the vault: those the app makes are rid of what was purged, the others are told of."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from footprint.tasks import Task
from footprint.vault import (
    DatabaseDamaged,
    NotABackup,
    Vault,
    automatic,
    backupfile,
    backups_made,
    disk,
    incoming,
    schema,
    second_versions,
    slotfile,
)
from footprint.vault.backing import Kept, kept
from footprint.vault.connection import Connection, open_store

_PART = ".purging" + disk.PART


@dataclass(frozen=True)
class Elsewhere:
    """A copy that may still hold what was purged: a backup the person made, notes that were set aside, or a second
    version that a service put beside the vault.
    """

    path: Path
    day: date | None
    set_aside: bool


def copies_elsewhere(vault: Vault) -> tuple[Elsewhere, ...]:
    """The copies known of that a purge does not touch, of each kind the newest first."""
    if not vault.kept:
        return ()
    folder = kept(vault).folder
    backups = [Elsewhere(one.path, one.day, False) for one in backups_made(vault) if not one.automatic]
    folders = sorted((folder / incoming.ASIDE).glob("*"), reverse=True)
    return (
        *backups,
        *(Elsewhere(one, None, True) for one in folders if one.is_dir()),
        *(Elsewhere(one, None, False) for one in second_versions(folder)),
    )


def renew(vault: Vault, erase: Callable[[Connection], None], task: Task) -> tuple[int, int]:
    """Let `erase` take out of every automatic copy what is to go; gives (written anew, deleted).

    Copies of other notes, which were here before, are let be. One of an older version of the app, or under an older
    key, cannot be written anew and is deleted; if none is left but such, only once a new one is made. Where the vault
    is closed meanwhile it is `Locked`, and no copy goes.
    """
    with vault.copying:
        behind = kept(vault)
        backupfile.sweep_cut_off(behind.folder)
        every = (one.path for one in backupfile.automatic_backups(behind.folder))
        there = [path for path in every if backupfile.vault_of(path) in ("", behind.vault_id)]
        stale = []
        for path in there:
            task.check()
            if not _renew(behind, path, erase):
                stale.append(path)
        made = automatic.copy_now(vault, lambda: task.stopped).path if stale and stale == there else None
        for path in stale:
            if path != made:
                disk.destroy(path, slotfile.LARGEST)
    return len(there) - len(stale), len(stale)


def _renew(behind: Kept, path: Path, erase: Callable[[Connection], None]) -> bool:
    part, key = path.with_name(path.name + _PART), behind.key.page_key()
    try:
        container = backupfile.open_container(path)
        container.unpack(part)
        with closing(open_store(part, key)) as db:
            if schema.version(db) != schema.newest():
                return False
            erase(db)
            db.settle()
            backupfile.write_container(db, behind.key, container.slots, path)
        return True
    except (NotABackup, DatabaseDamaged):  # or under an older key; any other problem says nothing about the copy
        return False
    finally:
        with suppress(OSError):  # swept with the next copy
            for end in ("", "-wal", "-shm"):
                part.with_name(part.name + end).unlink(missing_ok=True)
