"""A backup is one file: a line that says what it is, the slots, then a whole copy of the encrypted vault.

So it opens with the passphrase and the recovery code that were right when it was made, on any computer. A parcel
(`parcel.py`) is built the same way round another copy and says so in its first line.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from footprint.vault import disk, glance, place, slotfile
from footprint.vault.connection import Connection, open_store
from footprint.vault.errors import BackupFile, DiskFull, Locked, NotABackup, ParcelGiven, VaultError, VaultThere
from footprint.vault.keys import DataKey
from footprint.vault.slots import SlotList

ENDING = ".footprint"
AUTOMATIC = "backups"  # copies the app makes by itself, beside the vault
NOTED = "vault.backups"  # where the person's own backups are, encrypted
BACKUP = b"Footprint backup 1\n"
PARCEL = b"Footprint parcel 1\n"  # as long as the other, so that one read tells them apart
_LENGTH_BYTES = 4
_NOTED_AT_MOST = 20
_AUTOMATIC_NAME = re.compile(
    r"^(?:before-version-\d+|(?P<turn>automatic))-(?P<day>\d{4}-\d{2}-\d{2})(-\d+)?" + re.escape(ENDING) + "$"
)
_PIECE = 1024 * 1024
_TABLES = "SELECT count(*) FROM sqlite_schema"


@dataclass(frozen=True)
class Container:
    """An opened backup file: its slots, and where in it the encrypted copy starts."""

    path: Path
    slots: SlotList
    start: int

    def unpack(self, target: Path) -> None:
        """Copy the encrypted vault out of it into a new file."""
        with disk.disk_problems(), self.path.open("rb") as source:
            source.seek(self.start)
            with os.fdopen(disk.new_file(target), "wb") as out:
                shutil.copyfileobj(source, out, 1024 * 1024)
                out.flush()
                os.fsync(out.fileno())


def vault_of(path: Path) -> str:
    """The id of the vault a backup is of; "" for one that cannot be read."""
    try:
        return open_container(path).slots.vault
    except VaultError:
        return ""


def first_line(path: Path) -> bytes:
    """As much of a file as says what it is; nothing of one that cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(BACKUP))
    except OSError:
        return b""


def open_container(path: Path, kind: bytes = BACKUP) -> Container:
    """Read the head of a backup. Raises `NotABackup` for anything else, whatever it is; `ParcelGiven` for a parcel."""
    try:
        with path.open("rb") as file:
            line = file.read(len(kind))
            if line != kind:
                raise ParcelGiven if line == PARCEL else NotABackup
            length = int.from_bytes(file.read(_LENGTH_BYTES), "big")
            if not 0 < length <= slotfile.LARGEST:
                raise NotABackup
            data = file.read(length)
    except OSError as problem:
        raise NotABackup from problem
    try:
        return Container(path, slotfile.from_bytes(data), len(kind) + _LENGTH_BYTES + length)
    except VaultError as problem:
        raise NotABackup from problem


def write_container(
    db: Connection,
    key: DataKey,
    found: SlotList,
    target: Path,
    kind: bytes = BACKUP,
    *,
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """A backup of what `db` holds now, at `target`; gives its size in bytes.

    The copy is opened and read whole before it takes its name. Raises `DiskFull`, `ReadOnlyPlace`, `VaultThere` where
    it would take the place of a vault's own file, `Locked` when `stop` said so; what was at `target` stays then.
    """
    if place.is_ours(target.name) and (target.exists() or (target.parent / glance.KEYS).exists()):
        raise VaultThere
    copy, part = (target.with_name(f".{target.name}.{kind}{disk.PART}") for kind in ("copy", "whole"))
    _need_room(target.parent, db)
    try:
        with disk.disk_problems():
            for left in (copy, part):  # of a run that was cut off
                left.unlink(missing_ok=True)
        db.copy_into(copy, key.page_key())
        _check_copy(copy, key, db, stop)
        _join(kind, copy, found, part, stop)
        with disk.disk_problems():
            disk.move(part, target)
            disk.sync_folder(target.parent)
            return target.stat().st_size
    finally:
        for left in (copy, part):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _check_copy(copy: Path, key: DataKey, db: Connection, stop: Callable[[], bool]) -> None:
    """Open it and read it whole; as many tables as in the vault must be in it."""
    with closing(open_store(copy, key.page_key())) as opened, opened.minding(stop):
        sound = opened.sound() and opened.value(_TABLES) == db.value(_TABLES)
    if stop():
        raise Locked
    if not sound:
        raise RuntimeError("the copy is not sound")


def room_needed(db: Connection) -> int:
    """Bytes: the copy and the joined file stand side by side for a moment; a fifth is added for what else goes on."""
    return int(db.size() * 2 * 1.2)


def _need_room(folder: Path, db: Connection) -> None:
    with disk.disk_problems():
        free = shutil.disk_usage(folder).free
    if free < room_needed(db):
        raise DiskFull


def _join(kind: bytes, copy: Path, found: SlotList, part: Path, stop: Callable[[], bool]) -> None:
    head = slotfile.to_bytes(found)
    with disk.disk_problems(), copy.open("rb") as source, os.fdopen(disk.new_file(part), "wb") as out:
        out.write(kind + len(head).to_bytes(_LENGTH_BYTES, "big") + head)
        while piece := source.read(_PIECE):
            if stop():
                raise Locked
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())


def automatic_target(folder: Path, version: int, day: date) -> Path:
    """A free name for the copy made before an upgrade from `version`."""
    copies = folder / AUTOMATIC
    disk.private_folder(copies)
    stem = f"before-version-{version + 1}-{day.isoformat()}"
    target, count = copies / f"{stem}{ENDING}", 1
    while target.exists():
        count += 1
        target = copies / f"{stem}-{count}{ENDING}"
    return target


def automatic_backups(folder: Path) -> tuple[BackupFile, ...]:
    """The copies the app made by itself, newest first."""
    copies = folder / AUTOMATIC
    if not disk.is_folder(copies):
        return ()
    named = ((path, _day_of(path.name)) for path in copies.iterdir())
    found = [BackupFile(path, day, True) for path, day in named if day is not None]
    return tuple(sorted(found, key=lambda one: (one.day, one.path.name), reverse=True))


def sweep_cut_off(folder: Path) -> None:
    """Take away what a copy that was cut off left among the app's own; only while none is being made."""
    for left in (folder / AUTOMATIC).glob(f"*{disk.PART}*"):
        if disk.is_file(left):
            with suppress(VaultError):
                disk.destroy(left, slotfile.LARGEST)


def takes_turns(path: Path) -> bool:
    """Whether this is one of the daily copies, by its name; those made before an upgrade are not."""
    match = _AUTOMATIC_NAME.match(path.name)
    return bool(match and match["turn"])


def _day_of(name: str) -> date | None:
    """The day in the name of a copy the app made; None for any other name."""
    match = _AUTOMATIC_NAME.match(name)
    try:
        return date.fromisoformat(match["day"]) if match else None
    except ValueError:
        return None


class _Noted(msgspec.Struct, frozen=True):
    path: str
    day: date


def note_backup(folder: Path, key: DataKey, path: Path, day: date) -> None:
    """Remember where a backup was put, readable even while the vault itself is not."""
    others = [one for one in _noted(folder, key) if one.path != str(path)]
    kept = [_Noted(str(path), day), *others][:_NOTED_AT_MOST]
    disk.replace_file(folder / NOTED, key.hide(msgspec.json.encode(kept)))


def note_for(key: DataKey, folder: Path, new: DataKey, beside: Path) -> None:
    """The same notes of `folder`, made readable for another key, in `beside`."""
    found = _noted(folder, key)
    if found:
        disk.replace_file(beside / NOTED, new.hide(msgspec.json.encode(found)))


def known_backups(folder: Path, key: DataKey) -> tuple[BackupFile, ...]:
    """Every backup known of that is still where it was, newest first."""
    own = (BackupFile(Path(one.path), one.day, False) for one in _noted(folder, key))
    found = [one for one in (*own, *automatic_backups(folder)) if disk.is_file(one.path)]
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def _noted(folder: Path, key: DataKey) -> list[_Noted]:
    try:
        plain = key.show((folder / NOTED).read_bytes())
        return msgspec.json.decode(plain, type=list[_Noted]) if plain is not None else []
    except (OSError, msgspec.MsgspecError):
        return []
