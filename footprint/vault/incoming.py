"""A new or restored vault takes its place all at once: it is made whole in a folder of its own, then moved in.

Each step can be cut off and is finished at the next start. Files that were there before are set aside, never deleted,
except those the person asked to have under a new key: they leave for good once the new ones are in place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from footprint.vault import disk, slotfile
from footprint.vault.backing import DATABASE
from footprint.vault.backupfile import NOTED
from footprint.vault.errors import VaultError
from footprint.vault.state import STATE

INCOMING = "incoming"
ASIDE = "set-aside"
FILES = (slotfile.KEYS, slotfile.SPARE, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", STATE)
LEAVING = "leaving-"  # how the folder of old files is called that are to be deleted
_READY = "ready"  # holds the name of the folder for the old files: all of the new ones are here
_NAME = re.compile(r"[a-z0-9-]+")
_LONGEST_NAME = 80
_MOVED = "moved"  # the old files are out of the way


@contextmanager
def incoming(folder: Path) -> Iterator[Path]:
    """An empty private folder to make a vault in; gone again when the block fails before the take-over began.

    Once it began it is only ever carried through, here or at the next start: old files may be on their way out.
    """
    place = folder / INCOMING
    disk.remove_folder(place)
    disk.private_folder(place)
    try:
        yield place
    except BaseException:
        if not begun(folder):
            disk.remove_folder(place)
        raise


def begun(folder: Path) -> bool:
    """Whether a take-over is under way, which is only ever carried through."""
    return any((folder / INCOMING / marker).exists() for marker in (_READY, _MOVED))


def take_over(folder: Path, aside: str) -> None:
    """What is in the incoming folder becomes the vault of `folder`; a vault there is moved to `set-aside/<aside>`."""
    place = folder / INCOMING
    with disk.disk_problems():
        for path in place.iterdir():
            disk.sync_file(path)
    disk.replace_file(place / _READY, _free_name(folder, aside).encode())
    finish(folder)


def _free_name(folder: Path, wanted: str) -> str:
    name, count = wanted, 1
    while (folder / ASIDE / name).exists():
        count += 1
        name = f"{wanted}-{count}"
    return name


def finish(folder: Path) -> None:
    """Carry through a take-over that was cut off; clear away one that was never ready. Only while `folder` is held."""
    place = folder / INCOMING
    if not place.is_dir():
        sweep_leaving(folder)
        return
    with disk.disk_problems():
        if (place / _READY).is_file() and (name := _noted_name(folder, place)):
            _set_aside(folder, name)
            disk.move(place / _READY, place / _MOVED)
            disk.sync_folder(place)
        if (place / _MOVED).is_file():
            _move_in(folder, place)
    disk.remove_folder(place)
    sweep_leaving(folder)


def _noted_name(folder: Path, place: Path) -> str:
    """The name for the old files as it was noted, where new ones are ready or none are to come.

    Where the note is damaged, or leads elsewhere, a name of our own for old files that new ones replace, else "".
    """
    noted = (place / _READY).read_bytes()[:_LONGEST_NAME].decode("ascii", "replace")
    there = [(place / name).is_file() for name in (slotfile.KEYS, DATABASE)]
    if _NAME.fullmatch(noted):
        return noted if all(there) or not any(there) else ""
    return _free_name(folder, "earlier") if all(there) else ""


def sweep_leaving(folder: Path) -> None:
    """Delete what was replaced by the same content under a new key: its slots first. Not before the new one is there.

    What cannot be deleted today is tried again at the next start.
    """
    if not all((folder / name).is_file() for name in (slotfile.KEYS, DATABASE)):
        return
    for old in (folder / ASIDE).glob(f"{LEAVING}*"):
        with suppress(VaultError):
            remove_aside(old)
    with suppress(OSError):
        (folder / ASIDE).rmdir()  # only where nothing else is set aside


def remove_aside(path: Path) -> None:
    """Delete one that was set aside, its slots first; cut off, the next start goes on. `ReadOnlyPlace`."""
    going = path if path.name.startswith(LEAVING) else path.with_name(LEAVING + path.name)
    with disk.disk_problems():
        disk.move(path, going)
    if not going.is_symlink():
        for name in (slotfile.KEYS, slotfile.SPARE):
            disk.destroy(going / name, slotfile.LARGEST)
    disk.remove_folder(going)


def _set_aside(folder: Path, name: str) -> None:
    there = [folder / one for one in FILES if (folder / one).exists()]
    if not there:
        return
    target = folder / ASIDE / name
    disk.private_folder(folder / ASIDE)
    disk.private_folder(target)
    for path in there:
        disk.move(path, target / path.name)
    disk.sync_folder(target)
    disk.sync_folder(folder)


def _move_in(folder: Path, place: Path) -> None:
    for name in (*FILES, NOTED):
        if (place / name).exists():
            disk.move(place / name, folder / name)
    disk.sync_folder(folder)
