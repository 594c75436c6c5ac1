"""A folder, read in place. Each step down is taken from the folder above it, so no link can lead out of it."""

from __future__ import annotations

import contextlib
import io
import os
import stat
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from footprint.archives.opening.broken import BrokenMember
from footprint.archives.opening.containers import guards
from footprint.archives.opening.containers.base import Beat, Seen, no_beat
from footprint.archives.opening.containers.guards import Left
from footprint.archives.opening.containers.kept_file import NO_LINK, open_plain
from footprint.archives.opening.containers.streams import MemberStream
from footprint.archives.records import Why

_DEEP = 40
_MOST = 250_000  # a folder's names are all in memory
_STEP = 256 << 10
_AT_FOLDERS = os.open in os.supports_dir_fd  # not on Windows
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)


class Folder:
    """Every ordinary file under `root` but those `without` right in it. Raises `BrokenMember` when it is no folder."""

    form = "folder"

    def __init__(self, root: Path, without: Collection[str] = ()) -> None:
        self._without = frozenset(without)
        self.name = guards.shown(root.name or str(root))
        self.left = Left()
        self.size = 0
        self._root = root.resolve()
        if not self._root.is_dir():
            raise BrokenMember(Why.SPECIAL)
        self._found: list[tuple[str, int, int]] = []  # real name from the root on, length, time of its last change

    @property
    def rows(self) -> int:
        return len(self._found)

    def scan(self, head: int, wanted: Callable[[str], bool], beat: Beat = no_beat) -> Iterator[Seen]:
        for name, about in self._walk("", 0):
            if name in self._without:
                continue
            if len(self._found) >= _MOST:
                self.left.add(Why.TOO_MANY)
                return
            path = guards.label(name)
            if path is None:
                self.left.add(Why.UNSAFE_NAME, name)
            elif guards.is_litter(path):
                self.left.add(Why.NOT_NEEDED, path)
            else:
                self._found.append((name, about.st_size, about.st_mtime_ns))
                self.size += about.st_size
                row = len(self._found) - 1
                beat(_STEP)
                yield row, path, self._head(row, head) if wanted(path) else b""

    def _walk(self, under: str, depth: int) -> Iterator[tuple[str, os.stat_result]]:
        """Names with forward slashes, sorted. Links are not followed, whatever they lead to."""
        try:
            with os.scandir(self._root / under) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError:
            self.left.add(Why.BROKEN_FILE, under)
            return
        for entry in entries:
            name = f"{under}/{entry.name}" if under else entry.name
            try:
                about = entry.stat(follow_symlinks=False)
            except OSError:
                self.left.add(Why.BROKEN_FILE, name)
                continue
            if stat.S_ISDIR(about.st_mode) and not _is_junction(about):
                yield from self._deeper(name, depth)
            elif stat.S_ISREG(about.st_mode):
                yield name, about
            else:
                link = stat.S_ISLNK(about.st_mode) or stat.S_ISDIR(about.st_mode)
                self.left.add(Why.LINK if link else Why.SPECIAL, name)

    def _deeper(self, name: str, depth: int) -> Iterator[tuple[str, os.stat_result]]:
        if depth < _DEEP:
            yield from self._walk(name, depth + 1)
        else:
            self.left.add(Why.TOO_DEEP, name)

    def _head(self, row: int, size: int) -> bytes:
        with contextlib.suppress(BrokenMember):
            for piece in self._pieces(row, size):
                return piece
        return b""

    def path(self, row: int) -> str:
        return guards.label(self._found[row][0]) or ""

    def length(self, row: int) -> int:
        return self._found[row][1]

    def cost(self, row: int) -> int:
        return self._found[row][1]

    def sum(self, row: int) -> int:
        return 0

    def open(self, row: int) -> io.RawIOBase:
        return MemberStream(self._pieces(row))

    def _pieces(self, row: int, step: int = _STEP) -> Iterator[bytes]:
        name, length, changed = self._found[row]
        file = os.fdopen(self._opened(name), "rb", buffering=0)
        with file:
            given = 0
            while piece := file.read(step):
                given += len(piece)
                if given > length:
                    raise BrokenMember(Why.CHANGED)
                yield piece
            about = os.fstat(file.fileno())
            if given != length or (about.st_size, about.st_mtime_ns) != (length, changed):
                raise BrokenMember(Why.CHANGED)

    def _opened(self, name: str) -> int:
        """Folder by folder from the root, so that one swapped for a link meanwhile leads nowhere."""
        *folders, last = name.split("/")
        if not _AT_FOLDERS:
            return open_plain(self._within(name))
        try:
            here = os.open(self._root, _FOLDER)
        except OSError:
            raise BrokenMember(Why.CHANGED) from None
        try:
            for folder in folders:
                try:
                    below = os.open(folder, _FOLDER | NO_LINK, dir_fd=here)
                except OSError:
                    raise BrokenMember(Why.CHANGED) from None
                os.close(here)
                here = below
            return open_plain(last, folder=here)
        finally:
            os.close(here)

    def _within(self, name: str) -> Path:
        """Where there are no descriptors of folders: the real place must be under the root."""
        place = self._root / name
        if not place.resolve().is_relative_to(self._root):
            raise BrokenMember(Why.LINK)
        return place

    def close(self) -> None:
        """Nothing is held open."""


def _is_junction(about: os.stat_result) -> bool:
    """A folder of Windows that leads elsewhere."""
    return bool(getattr(about, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_REPARSE_POINT)


class Single:
    """A file that is no archive itself: the one member of a set."""

    form = "file"

    def __init__(self, path: Path) -> None:
        self.name = guards.shown(path.name)
        self.left = Left()
        self._file = path
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise BrokenMember(Why.SPECIAL)
        self.size = about.st_size
        self._changed = about.st_mtime_ns
        self.rows = 1

    def scan(self, head: int, wanted: Callable[[str], bool], beat: Beat = no_beat) -> Iterator[Seen]:
        first = b""
        with contextlib.suppress(BrokenMember):
            first = next(self._pieces(head), b"") if wanted(self.path(0)) else b""
        yield 0, self.path(0), first

    def path(self, row: int) -> str:
        return guards.label(self.name) or "file"

    def length(self, row: int) -> int:
        return self.size

    def cost(self, row: int) -> int:
        return self.size

    def sum(self, row: int) -> int:
        return 0

    def open(self, row: int) -> io.RawIOBase:
        return MemberStream(self._pieces(_STEP))

    def _pieces(self, step: int) -> Iterator[bytes]:
        with os.fdopen(open_plain(self._file, follow=True), "rb", buffering=0) as file:
            given = 0
            while piece := file.read(step):
                given += len(piece)
                if given > self.size:
                    raise BrokenMember(Why.CHANGED)
                yield piece
            about = os.fstat(file.fileno())
            if given != self.size or about.st_mtime_ns != self._changed:
                raise BrokenMember(Why.CHANGED)

    def close(self) -> None:
        """Nothing is held open."""
