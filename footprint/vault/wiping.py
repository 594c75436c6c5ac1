"""Deleting everything for good."""

from __future__ import annotations

import os
from pathlib import Path

from footprint.vault import backupfile, disk, incoming, place, slotfile


def wipe(folder: Path) -> None:
    """Delete the vault of `folder` for good: keys first, so that what a disk keeps of the rest can never be read.

    Copies the app set aside or made before an upgrade go too; backups elsewhere do not. Close the vault first. Raises
    `InUse`, `ReadOnlyPlace`.
    """
    claim = place.hold(folder)
    try:
        with disk.disk_problems():
            for path in _key_files(folder):
                _overwrite(path)
                path.unlink()
            for path in _other_files(folder):
                path.unlink()
            for name in (incoming.INCOMING, incoming.ASIDE, backupfile.AUTOMATIC):
                disk.remove_folder(folder / name)
            disk.sweep(folder)
            disk.sync_folder(folder)
    finally:
        claim.release()


def vault_files(folder: Path) -> tuple[Path, ...]:
    """Everything `wipe` would delete in `folder`: the vault, half-made ones, those set aside, the app's own copies."""
    folders = (folder / name for name in (incoming.INCOMING, incoming.ASIDE, backupfile.AUTOMATIC))
    inside = (path for one in folders for path in one.rglob("*"))
    found = (*_key_files(folder), *_other_files(folder), *folder.glob(f"*{disk.PART}"), *inside)
    return tuple(dict.fromkeys(path for path in found if path.is_file()))


def _key_files(folder: Path) -> list[Path]:
    """Slot files, and what else holds slots: backups and half-written files. Another vault further down stays."""
    places = (folder, folder / incoming.INCOMING, *(folder / incoming.ASIDE).glob("*"))
    named = (place / name for place in places for name in (slotfile.KEYS, slotfile.SPARE))
    halves = (half for place in places for half in place.glob(f"{slotfile.KEYS}*{disk.PART}"))
    backups = (folder / backupfile.AUTOMATIC).glob(f"*{backupfile.ENDING}")
    return [path for path in (*named, *halves, *backups) if path.is_file()]


def _other_files(folder: Path) -> list[Path]:
    names = (*incoming.FILES, backupfile.NOTED)
    return [folder / name for name in names if (folder / name).exists()]


def _overwrite(path: Path) -> None:
    """Zeros over the first 64 KiB, where the slots are; a disk may still keep an older version of the block."""
    with path.open("r+b") as file:
        file.write(bytes(min(path.stat().st_size, slotfile.LARGEST)))
        file.flush()
        os.fsync(file.fileno())
