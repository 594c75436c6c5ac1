"""Deletes a file so that it is hard to bring back, and says honestly where copies may be left.

Overwriting was made for spinning disks. An SSD writes the new bytes elsewhere and clears the old ones when it likes, a
journaling or copy-on-write file system may do the same, and copies made by others (backups, a synchronised folder,
earlier versions, the bin) are not touched. So the person is told.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.tasks import Task

_PIECE = 1 << 20


class CannotShred(FootprintError):
    """The file was left as it is, and why."""


@dataclass(frozen=True)
class Shredded:
    """What was done. `left`: where copies may still be, in sentences; never empty."""

    overwritten: bool
    left: tuple[str, ...]


def shred(file: Path, task: Task | None = None) -> Shredded:
    """Overwrite, rename and delete `file`. Refuses links, folders, read-only files and files of somebody else.

    Raises `CannotShred` with the file as it was, or with what is left where it was begun; `Stopped` leaves it there,
    overwritten up to where it was stopped.
    """
    about = _refuse(file)
    overwritten = _overwrite(file, about, task or Task())
    _rename_and_delete(file)
    return Shredded(overwritten, left_over(file))


def left_over(file: Path) -> tuple[str, ...]:
    """Where copies may be left when a file of this folder is shredded; to be read before and after."""
    told = [
        _("On an SSD, and most computers have one, the old bytes can stay for a while. Overwriting cannot reach them."),
        _("Copies in a backup, in the bin, or in an email you sent are still there."),
    ]
    synced = synced_by(file)
    if synced:
        told.insert(
            0,
            _("This folder is copied by {name}. Delete the file there too, and from its own bin.").format(name=synced),
        )
    return tuple(told)


def synced_by(file: Path) -> str:
    """The service that copies the folder of this file elsewhere, by the names such folders have; else empty."""
    parts = [part.casefold() for part in file.absolute().parts]
    for name, marks in _SERVICES:
        if any(part == mark or part.startswith((mark + " ", mark + "-")) for part in parts for mark in marks):
            return name
    return ""


_SERVICES = (
    ("OneDrive", ("onedrive",)),
    ("Dropbox", ("dropbox",)),
    ("iCloud", ("icloud drive", "iclouddrive", "com~apple~clouddocs", "mobile documents")),
    ("Google Drive", ("google drive", "googledrive", "my drive")),
    ("Nextcloud", ("nextcloud", "owncloud")),
)


def _refuse(file: Path) -> os.stat_result:
    """What the file is, once nothing speaks against overwriting it."""
    try:
        about = file.lstat()
    except OSError:
        raise CannotShred(_("The file is not there any more.")) from None
    if stat.S_ISLNK(about.st_mode) or _is_junction(file):
        raise CannotShred(_("This is a link to a file somewhere else. Choose the file itself."))
    if not stat.S_ISREG(about.st_mode):
        raise CannotShred(_("Only a single file can be shredded."))
    if about.st_nlink > 1:
        raise CannotShred(_("This file has a second name, so it would not be gone. Delete it yourself."))
    if hasattr(os, "geteuid") and about.st_uid != os.geteuid():
        raise CannotShred(_("This file belongs to someone else. Ask them to delete it."))
    if not about.st_mode & stat.S_IWUSR:
        raise CannotShred(_("This file is write-protected, so it was left alone. Take that off first."))
    return about


def _is_junction(file: Path) -> bool:
    check = getattr(os.path, "isjunction", None)
    return bool(check and check(file))


def _overwrite(file: Path, about: os.stat_result, task: Task) -> bool:
    """Once, with random bytes, and on to the disk. More rounds would change nothing on today's disks."""
    flags = os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(file, flags)
    except OSError as problem:
        raise CannotShred(
            _("The file could not be opened for writing. Close it elsewhere, then try again.")
        ) from problem
    try:
        here = os.fstat(handle)
        if (here.st_dev, here.st_ino) != (about.st_dev, about.st_ino):
            raise CannotShred(_("The file was changed while it was looked at. Choose it again."))
        left = here.st_size
        while left > 0:
            left -= os.write(handle, secrets.token_bytes(min(left, _PIECE)))
            task.step((here.st_size - left) // 1024, here.st_size // 1024)
        os.fsync(handle)
    except OSError as problem:
        raise CannotShred(_("The file could not be overwritten to its end. Delete it yourself.")) from problem
    finally:
        os.close(handle)
    return True


def _rename_and_delete(file: Path) -> None:
    """Its name goes too: “passwords.csv” tells something as well."""
    place = file
    with contextlib.suppress(OSError):
        place = file.rename(file.with_name(secrets.token_hex(8)))
    try:
        place.unlink()
    except OSError as problem:
        raise CannotShred(
            _("The file was overwritten, but it could not be deleted: {name}").format(name=place.name)
        ) from problem
