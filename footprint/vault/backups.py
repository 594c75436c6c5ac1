"""Backing up to one file, and putting a backup in the place of the vault."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from footprint import dates
from footprint.vault import backupfile, incoming, place, schema, slotfile, slots
from footprint.vault.backing import DATABASE, kept, newest_commit
from footprint.vault.connection import check_versions, open_store
from footprint.vault.errors import BackupFile, DatabaseDamaged, DatabaseTooNew, NotABackup
from footprint.vault.facts import fact, write_fact
from footprint.vault.making import aside_name
from footprint.vault.opening import Opened, Patience, enter, open_entered
from footprint.vault.slots import Entered, Secret
from footprint.vault.state import StateFile
from footprint.vault.vault import Vault

_DAY = "vault.backup_day"
_PATH = "vault.backup_path"


@dataclass(frozen=True)
class Backup:
    """A backup that was made: where, when, and its size in bytes (None when asked later)."""

    path: Path
    day: date
    bytes: int | None = None


def backup_name(day: date) -> str:
    """The file name to suggest; nothing personal in it."""
    return f"Footprint backup {day.isoformat()}{backupfile.ENDING}"


def backup(vault: Vault, target: Path) -> Backup:
    """One file with everything, opened by the same passphrase and recovery code. A file at `target` is replaced.

    Reads everything twice (seconds on a big vault): run it off the main thread. Raises `NotKept`, `DatabaseDamaged`,
    `DiskFull`, `ReadOnlyPlace`, `VaultThere` (a vault's own file is no place for it).
    """
    day = dates.local_day(vault.now())
    with vault.using() as db:
        behind = kept(vault)  # not before: until the block ends nobody puts the vault under another key
        found = slots.own(slotfile.candidates(behind.folder), behind.key)
        if not db.sound():
            raise DatabaseDamaged(backupfile.known_backups(behind.folder, behind.key))
        size = backupfile.write_container(db, behind.key, found, target.absolute())
        backupfile.note_backup(behind.folder, behind.key, target.absolute(), day)
    with vault.writing(undo=False) as write:
        write_fact(write.db, _DAY, day.isoformat(), write.now)
        write_fact(write.db, _PATH, str(target.absolute()), write.now)
    return Backup(target.absolute(), day, size)


def last_backup(vault: Vault) -> Backup | None:
    """The last backup the person made of this vault, whether or not the file is still there."""
    day = fact(vault, _DAY)
    return Backup(Path(fact(vault, _PATH)), date.fromisoformat(day)) if day else None


def backups_made(vault: Vault) -> tuple[BackupFile, ...]:
    """Every backup known of that is still where it was, newest first, those the app made by itself among them."""
    behind = kept(vault)
    return backupfile.known_backups(behind.folder, behind.key)


def restore(
    source: Path,
    secret: Secret,
    folder: Path,
    *,
    clock: Callable[[], datetime] = dates.utc_now,
    patience: Patience | None = None,
) -> Opened:
    """Put the backup `source` into `folder` and open it; a vault there is set aside in `set-aside/`, never deleted.

    Close that vault first. Raises `NotABackup` (also when damaged), `WrongSecret` (after one second), `DatabaseTooNew`,
    `InUse`, `NetworkPlace`, `ReadOnlyPlace`, `DiskFull`; the vault that was there is untouched then.
    """
    check_versions()
    container = backupfile.open_container(source)
    place.prepare(folder)
    claim = place.hold(folder)
    try:
        incoming.finish(folder)
        _found, entered = enter((container.slots,), secret, patience or Patience())
        _put_in_place(container, entered, folder, clock())
        return open_entered(folder, container.slots, entered, claim, clock)
    except BaseException:
        claim.release()
        raise


def _put_in_place(container: backupfile.Container, entered: Entered, folder: Path, now: datetime) -> None:
    with incoming.incoming(folder) as new:
        container.unpack(new / DATABASE)
        _check(new / DATABASE, entered)
        slotfile.write(new, container.slots)
        with closing(open_store(new / DATABASE, entered.key.page_key())) as db:
            note = StateFile(new, entered.key)
            note.note(newest_commit(db))
        incoming.take_over(folder, aside_name(dates.to_text(now)))


def _check(path: Path, entered: Entered) -> None:
    """Read the unpacked vault whole before anything depends on it."""
    try:
        with closing(open_store(path, entered.key.page_key())) as db:
            if schema.version(db) > schema.newest():
                raise DatabaseTooNew
            if not db.sound():
                raise NotABackup
    except DatabaseDamaged as problem:
        raise NotABackup from problem
