"""Private files on disk: written whole or not at all, readable by nobody else."""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from footprint.vault.errors import DiskFull, ReadOnlyPlace, VaultError

PART = ".tmp"
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_WINDOWS_PATIENCE = 2.0


@contextmanager
def disk_problems() -> Iterator[None]:
    """Turn what the disk says into the two sentences a person can act on: no room, or not allowed here."""
    try:
        yield
    except OSError as problem:
        raise in_words(problem) from problem


def in_words(problem: OSError) -> VaultError:
    return DiskFull() if problem.errno in _FULL else ReadOnlyPlace()


def is_file(path: Path) -> bool:
    """Whether it is there; no for a name this disk cannot have, and in a folder that lets nobody look."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """The same for a folder."""
    try:
        return path.is_dir()
    except OSError:
        return False


def private_folder(folder: Path) -> None:
    """Make `folder` if needed and keep it to its owner (0700); Windows keeps to the rights of the folder above."""
    with disk_problems():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix" and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)


def new_file(path: Path) -> int:
    """A descriptor of a file that was not there before, 0600."""
    return os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o600)


def empty_file(path: Path) -> None:
    """An empty private file for the library to fill, so that nothing it makes is ever readable by others."""
    with disk_problems():
        os.close(new_file(path))


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step and only return when it is on disk."""
    part = path.with_name(f"{path.name}.{os.getpid()}{PART}")
    with disk_problems():
        part.unlink(missing_ok=True)
        try:
            _write_through(part, data)
            move(part, path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def _write_through(path: Path, data: bytes) -> None:
    with os.fdopen(new_file(path), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def move(part: Path, path: Path) -> None:
    """A rename that replaces what is at `path`; patient on Windows, where a scanner may hold the file."""
    give_up = time.monotonic() + (_WINDOWS_PATIENCE if os.name == "nt" else 0)
    while True:
        try:
            part.replace(path)
            return
        except PermissionError:
            if time.monotonic() >= give_up:
                raise
            time.sleep(0.05)


def sync_file(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make renames inside `folder` last (POSIX; elsewhere the system does it)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def blank(path: Path, most: int) -> None:
    """Zeros over the first `most` bytes, for what must not be found again; a disk may still keep an older block.

    A link is left as it is: what it leads to is nothing the app has made.
    """
    with disk_problems():
        if path.is_symlink():
            return
        with path.open("r+b") as file:
            file.write(bytes(min(os.fstat(file.fileno()).st_size, most)))
            file.flush()
            os.fsync(file.fileno())


def destroy(path: Path, most: int) -> None:
    """Delete a file for good, its first `most` bytes blanked. Under another name first: nothing that has its name is
    ever half gone, and in a folder that takes no deletions it stays whole.
    """
    going = path if path.name.endswith(PART) else path.with_name(path.name + PART)
    with disk_problems(), suppress(FileNotFoundError):
        move(path, going)
        blank(going, most)
        going.unlink()


def require_deletions(folder: Path) -> None:
    """Raise `ReadOnlyPlace` where nothing can be deleted, before anything is. A full disk is no such place."""
    probe = folder / f"probe.{os.getpid()}{PART}"
    with suppress(DiskFull), disk_problems():
        probe.unlink(missing_ok=True)
        os.close(new_file(probe))
        probe.unlink()


def remove_folder(folder: Path) -> None:
    """Remove `folder` and all in it; it may be missing. Of a link only the link goes."""
    with disk_problems(), suppress(FileNotFoundError):
        if folder.is_symlink():
            folder.unlink()
        else:
            shutil.rmtree(folder)


def sweep(folder: Path) -> None:
    """Remove half-written files of a run that was cut off."""
    for left in folder.glob(f"*{PART}"):
        if left.is_file():
            with suppress(OSError):
                left.unlink()
