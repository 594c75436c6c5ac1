"""Copies the app makes by itself, beside the vault: one a day, thinned to seven days and four weeks.

A copy is made whole under another name, opened with the key and read through before it takes its own (`backupfile`).
Old ones go only once a newer one stands.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import msgspec

from footprint import dates
from footprint.vault import backupfile, disk, slotfile, slots
from footprint.vault.backing import Kept, kept, newest_commit
from footprint.vault.backupfile import AUTOMATIC, ENDING
from footprint.vault.connection import Connection
from footprint.vault.errors import BackupFile, DatabaseDamaged, DiskFull, Locked, ReadOnlyPlace, VaultError
from footprint.vault.vault import Vault

DAYS, WEEKS = 7, 4
_NAME = "automatic-{day}" + ENDING
_NOTE = "last"  # beside the copies, encrypted: what the newest one holds and how the last try went
_SHARE = 4  # all copies together take at most this part of what is free or taken by them: a quarter


class Trouble(StrEnum):
    """Why the last try made no copy."""

    NONE = ""
    FULL = "full"
    NOT_ALLOWED = "not_allowed"
    DAMAGED = "damaged"
    OTHER = "other"


@dataclass(frozen=True)
class Automatic:
    """How things stand: every copy, newest first, what they take in bytes, and why the last try failed, and when."""

    copies: tuple[BackupFile, ...]
    bytes: int
    trouble: Trouble
    tried: date | None


class _Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    commit: int = 0
    tried: date | None = None
    trouble: Trouble = Trouble.NONE


def automatic_copies(vault: Vault) -> Automatic:
    """How the automatic copies of `vault` stand. Raises `NotKept`."""
    behind = kept(vault)
    note, copies = _read(behind), _rotating(behind.folder, behind.vault_id)
    return Automatic(copies, sum(_size(one.path) for one in copies), note.trouble, note.tried)


def copy_due(vault: Vault) -> bool:
    """Whether today has no copy yet and something has changed since the last one. An older copy nobody accepted: no."""
    behind = kept(vault)
    if behind.older is not None:
        return False
    copies = _rotating(behind.folder, behind.vault_id)
    if copies and copies[0].day >= dates.local_day(vault.now()):
        return False
    with vault.reading() as db:
        return not copies or newest_commit(db).number != _read(behind).commit


def copy_now(vault: Vault, stop: Callable[[], bool] = lambda: False) -> BackupFile:
    """Make the copy of today, in place of one that is there, and let the oldest go. One of other notes stays, and so
    does the one that is there while an older copy is open that nobody accepted: it may hold what is newer.

    Reads everything twice (seconds on a big vault): run it off the main thread. `stop` is asked now and then, from that
    thread; a yes ends it with `Locked` and leaves nothing behind. Raises `NotKept`, `DiskFull`, `ReadOnlyPlace`,
    `DatabaseDamaged`; why it failed is noted for `automatic_copies`.
    """
    day = dates.local_day(vault.now())
    with vault.copying:
        try:
            commit, target = _make(vault, day, stop)
        except Locked:
            raise
        except VaultError as problem:
            behind = kept(vault)
            _write(behind, msgspec.structs.replace(_read(behind), tried=day, trouble=_trouble(problem)))
            raise
        behind = kept(vault)
        _write(behind, _Note(commit, day))
        thin(behind.folder, behind.vault_id)
    return BackupFile(target, day, True)


def to_keep(days: Iterable[date]) -> frozenset[date]:
    """The seven newest days, and of those before them the newest of each of the four newest weeks (from Monday)."""
    newest_first = sorted(set(days), reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    for day in newest_first[DAYS:]:
        weeks.setdefault(day.isocalendar()[:2], day)
    return frozenset((*newest_first[:DAYS], *list(weeks.values())[:WEEKS]))


def thin(folder: Path, vault_id: str) -> None:
    """Delete the copies that are out of turn, then the oldest until the rest fits; the newest always stays.

    Copies of other notes, which were here before, are let be. What cannot be deleted today is tried again after the
    next copy.
    """
    backupfile.sweep_cut_off(folder)
    copies = _rotating(folder, vault_id)
    keep = to_keep(one.day for one in copies)
    left = []
    for one in copies:
        if one.day in keep or not _delete(one.path):
            left.append(one)
    _fit(folder, left)


def delete_copies(vault: Vault) -> int:
    """Delete every automatic copy, for good; gives how many went. Raises `NotKept`."""
    with vault.copying:
        behind = kept(vault)
        return sum(_delete(one.path) for one in _rotating(behind.folder, behind.vault_id))


# -- making ----------------------------------------------------------------------------------------


def _make(vault: Vault, day: date, stop: Callable[[], bool]) -> tuple[int, Path]:
    disk.private_folder(kept(vault).folder / AUTOMATIC)
    with vault.using() as db, db.minding(stop):
        behind = kept(vault)  # not before: until the block ends nobody puts the vault under another key
        found = slots.own(slotfile.candidates(behind.folder), behind.key)
        if not db.sound():
            raise Locked if stop() else DatabaseDamaged(backupfile.known_backups(behind.folder, behind.key))
        _make_room(behind, db)
        number, target = newest_commit(db).number, _target(behind, day)
        backupfile.write_container(db, behind.key, found, target, stop=stop)
    return number, target


def _make_room(behind: Kept, db: Connection) -> None:
    """Where the disk is nearly full the oldest copies give way, all but the newest."""
    copies = list(_rotating(behind.folder, behind.vault_id))
    while len(copies) > 1 and _free(behind.folder) < backupfile.room_needed(db):
        if not _delete(copies.pop().path):
            return


def _fit(folder: Path, copies: list[BackupFile]) -> None:
    sizes = {one.path: _size(one.path) for one in copies}
    most = (_free(folder) + sum(sizes.values())) // _SHARE
    while len(copies) > 1 and sum(sizes[one.path] for one in copies) > most:
        if not _delete(copies.pop().path):
            return


def _free(folder: Path) -> int:
    with disk.disk_problems():
        return shutil.disk_usage(folder).free


def _target(behind: Kept, day: date) -> Path:
    target, count = behind.folder / AUTOMATIC / _NAME.format(day=day.isoformat()), 1
    first = target
    while target.exists() and (behind.older is not None or not _is_of(target, behind.vault_id)):
        count += 1
        target = first.with_name(f"{first.stem}-{count}{ENDING}")
    return target


def _rotating(folder: Path, vault_id: str) -> tuple[BackupFile, ...]:
    """The copies of this vault that take turns; those made before an upgrade stay out of it."""
    turns = (one for one in backupfile.automatic_backups(folder) if backupfile.takes_turns(one.path))
    return tuple(one for one in turns if _is_of(one.path, vault_id))


def _is_of(path: Path, vault_id: str) -> bool:
    """One that cannot be read counts as ours: it would stay for ever."""
    return backupfile.vault_of(path) in ("", vault_id)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # gone since it was listed
        return 0


def _delete(path: Path) -> bool:
    with suppress(VaultError):
        disk.destroy(path, slotfile.LARGEST)
        return True
    return False


# -- the note --------------------------------------------------------------------------------------


def _read(behind: Kept) -> _Note:
    try:
        plain = behind.key.show((behind.folder / AUTOMATIC / _NOTE).read_bytes())
        return msgspec.json.decode(plain, type=_Note) if plain is not None else _Note()
    except (OSError, msgspec.MsgspecError):
        return _Note()


def _write(behind: Kept, note: _Note) -> None:
    """A disk that takes no copy may take no note either: then only the day of the last copy tells."""
    with suppress(VaultError):
        disk.replace_file(behind.folder / AUTOMATIC / _NOTE, behind.key.hide(msgspec.json.encode(note)))


def _trouble(problem: VaultError) -> Trouble:
    kinds = {DiskFull: Trouble.FULL, ReadOnlyPlace: Trouble.NOT_ALLOWED, DatabaseDamaged: Trouble.DAMAGED}
    return next((trouble for kind, trouble in kinds.items() if isinstance(problem, kind)), Trouble.OTHER)
