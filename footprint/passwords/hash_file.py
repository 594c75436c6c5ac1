"""Looks a password up in a downloaded list by binary search on disk: a few small reads, whatever the size of the list.

Two forms are known, as the official downloader writes them: one file of sorted `SHA-1:COUNT` lines, and a folder with a
file of `SUFFIX:COUNT` lines for each of the 16^5 beginnings. Nothing is held in memory but the block at hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.passwords.hashing import prefix_of, suffix_of
from footprint.passwords.records import Look, Seen
from footprint.passwords.rows import NotRows, read_rows

BLOCK = 4096
_LONGEST_LINE = 64
_LARGEST_RANGE = 4_000_000
_LINE = re.compile(rb"([0-9A-F]{40}):([0-9]{1,12})[ \t]*", re.IGNORECASE)
_NTLM = re.compile(rb"[0-9A-F]{32}:[0-9]{1,12}[ \t]*", re.IGNORECASE)
_PACKED = (b"PK\x03\x04", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"Rar!")
_SPACE = 16**40
_WIDE = 60  # so many usual gaps between two entries do not happen by chance at the start or the end of a list


class BadList(FootprintError):
    """This is not a list that can be looked in, and why."""


class LeakedList(Protocol):
    """A list of leaked passwords on this computer. `reads` counts the reads from disk so far."""

    reads: int

    def look_up(self, sha1: bytes) -> Seen:
        """Whether it is listed. Raises `BadList`, or gives a `Look` that is no answer; never a wrong “not found”."""
        ...


def open_list(path: Path) -> LeakedList:
    """The list at `path`, a file or a folder, once its shape has been looked at; `BadList` says what is wrong."""
    try:
        if path.is_dir():
            return _Folder(path)
        if not path.is_file():  # a pipe would keep us waiting for ever
            raise BadList(_("The list could not be opened. Choose it again."))
        return _File(path)
    except OSError as problem:
        raise BadList(_("The list could not be opened. Choose it again.")) from problem


@dataclass(frozen=True)
class _Row:
    """One line of the file, where it starts and where the next one does."""

    start: int
    after: int
    sha1: bytes  # upper case hex
    count: int


class _File:
    """One sorted file. It is opened for each look-up and held open for none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.reads = 0
        with path.open("rb", buffering=0) as file:
            self._size = file.seek(0, 2)
            if self._size == 0:
                raise BadList(_("The list is empty. It may not have been downloaded to its end."))
            head = self._read(file, 0, BLOCK)
            self._start = 3 if head.startswith(b"\xef\xbb\xbf") else 0
            _refuse_other_kinds(head[self._start :])
            self._check(file)

    def look_up(self, sha1: bytes) -> Seen:
        wanted = sha1.hex().upper().encode()
        try:
            with self._path.open("rb", buffering=0) as file:
                found = self._search(file, wanted)
        except OSError as problem:
            raise BadList(_("The list could not be read to its end. Choose it again.")) from problem
        return Seen(Look.FOUND, found.count) if found and found.count else Seen(Look.NOT_FOUND)

    def _search(self, file: BinaryIO, wanted: bytes) -> _Row | None:
        """Halve the bytes between two known lines until one block holds all that is left.

        Every line met has to lie between its neighbours met before, so that a list out of order is noticed on the way.
        """
        low, high = self._start, self._size  # `low` is the start of a line; `high` the start of one, or the end
        above, below = b"", b"G"
        while high - low > BLOCK:
            row = self._row_after(file, (low + high) // 2 - _LONGEST_LINE)
            if not above <= row.sha1 <= below:
                raise _unsorted()
            if row.sha1 == wanted:
                return row
            if row.sha1 < wanted:
                low, above = row.after, row.sha1
            else:
                high, below = row.start, row.sha1
        return self._within(file, low, high, wanted, above, below)

    def _within(self, file: BinaryIO, low: int, high: int, wanted: bytes, above: bytes, below: bytes) -> _Row | None:
        """Line by line through what is left."""
        block = self._read(file, low, high - low)
        last, found, at = above, None, low
        for line in block.splitlines(keepends=True):
            row = self._row(line, at)
            at = row.after
            if not last <= row.sha1 <= below:
                raise _unsorted()
            last = row.sha1
            if row.sha1 == wanted:
                found = row
        return found

    def _row_after(self, file: BinaryIO, place: int) -> _Row:
        """The first whole line that starts after `place`, which is well before the end."""
        block = self._read(file, place, 3 * _LONGEST_LINE)
        before, newline, after = block.partition(b"\n")
        line, end, _rest = after.partition(b"\n")
        if not newline or not end:
            raise _not_lines()
        return self._row(line + end, place + len(before) + 1)

    def _row(self, line: bytes, start: int) -> _Row:
        found = _LINE.fullmatch(line.rstrip(b"\r\n"))
        if found is None:
            if start + len(line) >= self._size:
                raise BadList(_("The list ends in the middle of a line. Download it again, to its end."))
            raise _not_lines()
        return _Row(start, start + len(line), found[1].upper(), int(found[2]))

    def _check(self, file: BinaryIO) -> None:
        """That the first and the last line are whole, in order, and near the two ends of what there can be."""
        first = self._row(self._read(file, self._start, _LONGEST_LINE * 2).splitlines(keepends=True)[0], self._start)
        tail_at = max(self._start, self._size - 2 * _LONGEST_LINE)
        lines = self._read(file, tail_at, self._size - tail_at).splitlines(keepends=True)
        if not lines:
            raise _not_lines()
        last = self._row(lines[-1], self._size - len(lines[-1]))
        if last.sha1 < first.sha1:
            raise _unsorted()
        entries = max(1, self._size // max(1, first.after - first.start))
        gap = _SPACE // entries * _WIDE
        if int(first.sha1, 16) > gap:
            raise BadList(_("The start of the list is missing. Download it again."))
        if _SPACE - int(last.sha1, 16) > gap:
            raise BadList(_("The list ends too early. Download it again, to its end."))

    def _read(self, file: BinaryIO, place: int, length: int) -> bytes:
        """`length` bytes, as far as there are as many: one read from disk, unless the system gives less at a time."""
        file.seek(place)
        found = b""
        while len(found) < length:
            self.reads += 1
            block = file.read(length - len(found))
            if not block:
                break
            found += block
        return found


class _Folder:
    """A folder of ranges; a look-up reads the one file it needs."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.reads = 0
        if not any(self._find(prefix) for prefix in ("00000", "7FFFF", "80000", "FFFFF")):
            raise BadList(_("This folder holds no list of leaked passwords. It should have files such as 00000.txt."))

    def look_up(self, sha1: bytes) -> Seen:
        file = self._find(prefix_of(sha1))
        if file is None:
            raise BadList(_("The part of the list that is needed is missing. Download the rest of it."))
        try:
            with file.open("rb", buffering=0) as opened:
                self.reads += 1
                body = _read_all(opened.read, _LARGEST_RANGE)
        except OSError as problem:
            raise BadList(_("A part of the list could not be read.")) from problem
        suffix = suffix_of(sha1)
        try:
            counts, rows = read_rows(body, [suffix])
        except NotRows:
            raise BadList(_("A part of the list is not what it should be. Download it again.")) from None
        if not rows:
            raise BadList(_("A part of the list is empty. Download it again."))
        return Seen(Look.FOUND, counts[suffix]) if counts[suffix] else Seen(Look.NOT_FOUND)

    def _find(self, prefix: str) -> Path | None:
        names = [name + ending for name in (prefix, prefix.lower()) for ending in (".txt", "")]
        return next((self._path / name for name in names if (self._path / name).is_file()), None)


def _read_all(read: Callable[[int], bytes | None], most: int) -> bytes:
    body = read(most + 1) or b""
    if len(body) > most:
        raise BadList(_("A part of the list is far too big to be one."))
    return body


def _refuse_other_kinds(head: bytes) -> None:
    """The files people choose by mistake, each by its own sentence."""
    if head.startswith(_PACKED):
        raise BadList(_("The list is still packed. Unpack it first, then choose the file inside."))
    line = head.splitlines()[0] if head.splitlines() else b""
    if _NTLM.fullmatch(line):
        raise BadList(_("This is the NTLM list. Download the one that says SHA-1, sorted by hash."))
    if not _LINE.fullmatch(line) and not (len(head) < _LONGEST_LINE and len(line) == len(head)):
        raise _not_lines()


def _not_lines() -> BadList:
    return BadList(_("This is not a list of leaked passwords. Its lines should be a SHA-1, a colon and a number."))


def _unsorted() -> BadList:
    return BadList(_("The list is not sorted by hash, so it cannot be searched. Download the one sorted by hash."))
