"""Moving everything to another folder: copied, compared, then the next start is pointed there, then the old one goes.

Cut off before the pointing, the old folder is as it was; cut off after it, the new one is whole and what is left of the
old one is only a locked copy.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Collection
from contextlib import ExitStack, suppress
from pathlib import Path

from footprint.vault import backupfile, disk, incoming, place, slotfile
from footprint.vault.errors import DiskFull, NoVault, ReadOnlyPlace, VaultError, VaultThere

_FOLDERS = (incoming.ASIDE, backupfile.AUTOMATIC)
_MOVING = "moving-in" + disk.PART  # in the new folder until it is the one the next start looks in; holds the vault's id
_PIECE = 1024 * 1024


def move_folder(
    folder: Path,
    target: Path,
    point: Callable[[Path], bool],
    *,
    others: Collection[str] = (),
    apps_own: bool = False,
) -> bool:
    """Move the vault of `folder`, its copies, and the files or folders named `others`, into `target`.

    `point` has the next start look in `target`; when it answers no, all stays as it was. Close the vault first. Gives
    whether the old folder is empty of it now: what a disk keeps hold of is left behind, locked. In a folder that is the
    `apps_own` those of `others` give way that are there, left by an earlier use; elsewhere nothing does.

    Raises `NoVault`, `VaultThere` (other notes are in `target`, or a file of one of the names), `NetworkPlace`,
    `InUse`, `ReadOnlyPlace`, `DiskFull`.
    """
    folder, target = folder.absolute(), target.absolute()
    if target == folder or target.is_relative_to(folder) or folder.is_relative_to(target):
        raise VaultThere  # one inside the other would be moved into itself
    if not disk.is_file(folder / slotfile.KEYS):
        raise NoVault
    place.prepare(target)
    with ExitStack() as claims:
        claims.callback(place.hold(folder).release)
        claims.callback(place.hold(target).release)
        incoming.finish(folder)
        names, mark = _names(folder, others), target / _MOVING
        _make_way(folder, target, names, others if apps_own else ())
        _need_room(folder, target, names)
        disk.replace_file(mark, _id(folder))
        try:
            for name in names:
                _copy(folder / name, target / name)
            disk.sync_folder(target)
            if not point(target):
                raise ReadOnlyPlace
        except BaseException:
            _clear(target, [*names, Path(_MOVING)])
            raise
        with suppress(OSError):  # the next start sweeps it
            mark.unlink()
        return _clear(folder, names)


def _names(folder: Path, others: Collection[str]) -> list[Path]:
    """What there is to move, as paths inside `folder`; the slots last, so that a half-moved vault is none."""
    last = (slotfile.SPARE, slotfile.KEYS)
    tops = [name for name in (*incoming.FILES, backupfile.NOTED, *_FOLDERS, *others) if name not in last]
    found = []
    for top in (*dict.fromkeys(tops), *last):
        path = folder / top
        inside = sorted(one for one in path.rglob("*") if one.is_file()) if disk.is_folder(path) else [path]
        found += [one.relative_to(folder) for one in inside if disk.is_file(one)]
    return found


def _make_way(folder: Path, target: Path, names: list[Path], give_way: Collection[str]) -> None:
    """What a move of these very notes left there when it was cut off goes; whatever else has one of the names stays.

    Only its mark tells: notes under the same id may be a backup that was put back there and has lived on.
    """
    if disk.is_file(target / _MOVING) and (target / _MOVING).read_bytes() == _id(folder):
        _clear(target, names)
    ours = {*map(Path, incoming.FILES), Path(incoming.INCOMING), *names}
    there = [name for name in ours if (target / name).exists()]
    if any(name.parts[0] not in give_way for name in there):
        raise VaultThere
    _clear(target, there)


def _id(folder: Path) -> bytes:
    return slotfile.candidates(folder)[0].vault.encode()


def _need_room(folder: Path, target: Path, names: list[Path]) -> None:
    with disk.disk_problems():
        wanted = sum((folder / name).stat().st_size for name in names)
        if shutil.disk_usage(target).free < wanted * 1.2:
            raise DiskFull


def _copy(source: Path, target: Path) -> None:
    """Through to the disk, then read back and compared."""
    with disk.disk_problems():
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with source.open("rb") as data, os.fdopen(disk.new_file(target), "wb") as out:
            while piece := data.read(_PIECE):
                digest.update(piece)
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        with target.open("rb") as back:
            if hashlib.file_digest(back, "sha256").digest() != digest.digest():
                raise ReadOnlyPlace  # a disk that does not give back what it was given


def _clear(folder: Path, names: list[Path]) -> bool:
    """Delete them, slots first; says whether all of them went."""
    keys = {slotfile.KEYS, slotfile.SPARE}
    for name in sorted(names, key=lambda one: one.name not in keys):
        with suppress(VaultError, OSError):
            if name.name in keys:
                disk.blank(folder / name, slotfile.LARGEST)
            (folder / name).unlink()
    for name in sorted({above for one in names for above in one.parents if above != Path()}, reverse=True):
        with suppress(OSError):
            (folder / name).rmdir()
    return not any((folder / name).exists() for name in names)
