"""A file of the person, opened once, for reading only, and watched for changes while it is read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from footprint.archives.opening.broken import BrokenMember
from footprint.archives.records import Why

# No waiting at a pipe, no following of a link in the last step, no handing on to other programs.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
)
NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def open_plain(name: str | Path, *, folder: int | None = None, follow: bool = False) -> int:
    """A descriptor of an ordinary file. Raises `BrokenMember` for a link, a pipe, a device or what cannot be opened."""
    try:
        opened = os.open(name, _FLAGS | (0 if follow else NO_LINK), dir_fd=folder)
    except OSError:
        link = not follow and _is_link(name, folder)
        raise BrokenMember(Why.LINK if link else Why.BROKEN_FILE) from None
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise BrokenMember(Why.SPECIAL)
    return opened


def _is_link(name: str | Path, folder: int | None) -> bool:
    try:
        return stat.S_ISLNK(os.lstat(name, dir_fd=folder).st_mode)
    except OSError:
        return False


class KeptFile:
    """A file the person chose themself; where it is a link, they meant what it leads to."""

    def __init__(self, path: Path) -> None:
        self.opened = os.fdopen(open_plain(path, follow=True), "rb", buffering=0)
        self._first = _look(self.opened.fileno())
        self.size = self._first[0]

    def at(self, place: int, size: int) -> bytes:
        """Up to `size` bytes from `place` on."""
        try:
            self.opened.seek(place)
            return self.opened.read(size) or b""
        except (OSError, ValueError):
            raise BrokenMember from None

    def unchanged(self) -> None:
        """Raises `BrokenMember` when the file is not what it was when it was opened."""
        if _look(self.opened.fileno()) != self._first:
            raise BrokenMember(Why.CHANGED)

    def close(self) -> None:
        self.opened.close()


def _look(descriptor: int) -> tuple[int, int]:
    about = os.fstat(descriptor)
    return about.st_size, about.st_mtime_ns
