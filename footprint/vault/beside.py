"""Looking into a copy without putting it in anybody's place: a backup, notes that were set aside, a second version.

The copy is read and copied; what is open is that second copy, under the same key, and it takes no change. It goes when
it is closed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from footprint import dates
from footprint.vault import backupfile, disk, place, schema, slotfile
from footprint.vault.backing import DATABASE, newest_commit
from footprint.vault.connection import open_store
from footprint.vault.errors import DatabaseDamaged, KeysDamaged, KeysMissing, NotABackup
from footprint.vault.glance import KEYS
from footprint.vault.opening import Patience, enter
from footprint.vault.slots import Secret, SlotList
from footprint.vault.throwaway import throw_away_over
from footprint.vault.vault import Vault

_LOG = "-wal"


@dataclass(frozen=True)
class Inside:
    """A copy that is open to be looked at. `made` is when the file was written, `newest` the newest change in it."""

    vault: Vault
    made: datetime
    newest: datetime | None


def look_inside(
    source: Path,
    secret: Secret,
    *,
    clock: Callable[[], datetime] = dates.utc_now,
    patience: Patience | None = None,
    temporary: Path | None = None,
) -> Inside:
    """Open a copy of `source` that takes no change: a backup file, a folder that was set aside, or a second version.

    A second version is a database another computer left beside the vault; it opens with the slots that came with it,
    else with those of its folder. `source` itself is only read. Close the vault of the answer when done.

    Raises `NotABackup` (also when damaged), `WrongSecret` (after one second), `DatabaseTooNew`, `DiskFull`.
    """
    lists, unpack = _parts(source)
    try:
        _found, entered = enter(lists, secret, patience or Patience())
    except KeysDamaged as problem:
        raise NotABackup from problem
    newest = ""

    def begin(path: Path) -> None:
        nonlocal newest
        unpack(path)
        newest = _bring_up_to_date(path, entered.key.page_key())

    with disk.disk_problems():
        made = datetime.fromtimestamp(_written(source), UTC)
    vault = throw_away_over(entered.key, begin, clock=clock, temporary=temporary)
    vault.only_to_look = True
    return Inside(vault, made, dates.from_text(newest) if newest else None)


def second_versions(folder: Path) -> tuple[Path, ...]:
    """The databases a syncing service put beside the vault of `folder`, which `look_inside` opens; newest first."""
    named = [folder / name for name in place.conflicts(folder) if Path(name).suffix == ".db"]
    there = [path for path in named if disk.is_file(path)]
    return tuple(sorted(there, key=lambda path: path.stat().st_mtime, reverse=True))


def _parts(source: Path) -> tuple[tuple[SlotList, ...], Callable[[Path], None]]:
    if disk.is_folder(source):
        return _slots(source), lambda path: _copy(source / DATABASE, path)
    if backupfile.first_line(source) in (backupfile.BACKUP, backupfile.PARCEL):
        container = backupfile.open_container(source)
        return (container.slots,), container.unpack
    if source.name in place.conflicts(source.parent) and disk.is_file(source):
        return _slots_beside(source), lambda path: _copy(source, path)
    raise NotABackup


def _slots(folder: Path) -> tuple[SlotList, ...]:
    try:
        return slotfile.candidates(folder)
    except (KeysMissing, KeysDamaged) as problem:
        raise NotABackup from problem


def _slots_beside(source: Path) -> tuple[SlotList, ...]:
    """Slots of the same second version first: a passphrase changed on that computer is in them alone."""
    own = source.with_name(source.name.replace(DATABASE, KEYS).removesuffix(".db") + ".keys")
    found: list[SlotList] = []
    if disk.is_file(own):
        try:
            found.append(slotfile.from_bytes(own.read_bytes()[: slotfile.LARGEST + 1]))
        except (KeysDamaged, OSError):
            found.clear()
    try:
        return (*found, *_slots(source.parent))
    except NotABackup:
        if not found:
            raise
        return tuple(found)


def _copy(source: Path, target: Path) -> None:
    """The database, and the log that stands beside it where it was copied while open."""
    log = source.with_name(source.name + _LOG)
    with disk.disk_problems():
        for part, place_for_it in ((source, target), (log, target.with_name(target.name + _LOG))):
            if not disk.is_file(part):
                continue
            with part.open("rb") as data, os.fdopen(disk.new_file(place_for_it), "wb") as out:
                shutil.copyfileobj(data, out, 1024 * 1024)
    if not disk.is_file(target):
        raise NotABackup


def _bring_up_to_date(path: Path, page_key: bytes) -> str:
    """Read the copy whole, and give it the tables of today; gives the instant of the newest change in it."""
    try:
        with closing(open_store(path, page_key, lasting=False)) as db:
            if not db.sound():
                raise NotABackup
            newest = newest_commit(db).at
            schema.migrate(db)
            return newest
    except DatabaseDamaged as problem:
        raise NotABackup from problem


def _written(source: Path) -> float:
    return (source / DATABASE if disk.is_folder(source) else source).stat().st_mtime
