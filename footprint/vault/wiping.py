"""Deleting everything for good."""

from __future__ import annotations

from pathlib import Path

from footprint.vault import backupfile, disk, incoming, place, slotfile

_FOLDERS = (incoming.INCOMING, incoming.ASIDE, backupfile.AUTOMATIC)


def wipe(folder: Path) -> None:
    """Delete the vault of `folder` for good: keys first, so that what a disk keeps of the rest can never be read.

    Copies the app set aside or made before an upgrade go too; backups elsewhere do not. Close the vault first. Raises
    `InUse`, `ReadOnlyPlace`; nothing has gone where `require_deletable` would have said so.
    """
    claim = place.hold(folder)
    try:
        require_deletable(folder)
        with disk.disk_problems():
            for path in _key_files(folder):
                disk.destroy(path, slotfile.LARGEST)
            for path in _other_files(folder):
                path.unlink()
            for name in _FOLDERS:
                disk.remove_folder(folder / name)
            disk.sweep(folder)
            disk.sync_folder(folder)
    finally:
        claim.release()


def require_deletable(folder: Path) -> None:
    """Raise `ReadOnlyPlace` where `wipe` would get stuck half-way: in a folder or a file that may only be read."""
    keys = _key_files(folder)
    for where in dict.fromkeys((folder, *(path.parent for path in keys))):
        disk.require_deletions(where)
    with disk.disk_problems():
        for path in keys:
            if not path.is_symlink():
                path.open("r+b").close()


def vault_files(folder: Path) -> tuple[Path, ...]:
    """Everything `wipe` would delete in `folder`: the vault, half-made ones, those set aside, the app's own copies."""
    inside = (path for name in _FOLDERS for path in (folder / name).rglob("*"))
    found = (*_key_files(folder), *_other_files(folder), *folder.glob(f"*{disk.PART}"), *inside)
    return tuple(dict.fromkeys(path for path in found if path.is_file()))


def _key_files(folder: Path) -> list[Path]:
    """Slot files, and what else holds slots: backups and half-written files. Another vault further down stays."""
    asides = [one for one in (folder / incoming.ASIDE).glob("*") if not one.is_symlink()]
    places = (folder, folder / incoming.INCOMING, *asides)
    named = (place / name for place in places for name in (slotfile.KEYS, slotfile.SPARE))
    halves = (half for place in places for half in place.glob(f"{slotfile.KEYS}*{disk.PART}"))
    backups = (folder / backupfile.AUTOMATIC).glob(f"*{backupfile.ENDING}")
    return [path for path in (*named, *halves, *backups) if path.is_file()]


def _other_files(folder: Path) -> list[Path]:
    names = (*incoming.FILES, backupfile.NOTED)
    return [folder / name for name in names if (folder / name).exists()]
