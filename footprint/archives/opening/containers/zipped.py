"""A zip, read in place: every member is counted, measured and checked while it is unpacked."""

from __future__ import annotations

import bz2
import io
import os
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from footprint.archives.opening.broken import BrokenMember
from footprint.archives.opening.containers import zip_directory, zip_rescue
from footprint.archives.opening.containers.base import Beat, Seen, no_beat
from footprint.archives.opening.containers.guards import Left, Meter, Purse, shown
from footprint.archives.opening.containers.kept_file import KeptFile
from footprint.archives.opening.containers.streams import MemberStream
from footprint.archives.opening.containers.zip_directory import Rows
from footprint.archives.records import Why

_LOCAL = struct.Struct("<4s2B4H3I2H")
_STEP = 64 << 10
_OUT = 256 << 10


class Zipped:
    """Raises `BrokenMember` when there is nothing in the file that can be read."""

    form = "zip"

    def __init__(self, path: Path, purse: Purse, beat: Beat = no_beat) -> None:
        self.name = shown(path.name)
        self.left = Left()
        self._purse = purse
        self._file = KeptFile(path)
        self._rows, self._stop = self._listed(beat)
        self._overlapping = self._overlaps()

    def _listed(self, beat: Beat) -> tuple[Rows, int]:
        """The members, and where the last of them must have ended."""
        file = self._file.opened
        place = zip_directory.find(file, self.size)
        if place is not None:
            return zip_directory.read(file, place, self.left), place.start
        self.left.add(Why.BROKEN_FILE, self.name)
        return zip_rescue.walk(file, self.size, self.left, beat), self.size

    @property
    def size(self) -> int:
        return self._file.size

    @property
    def rows(self) -> int:
        return len(self._rows)

    def _overlaps(self) -> set[int]:
        """Rows that share bytes with another: the trick of archives that unpack to petabytes."""
        rows = self._rows
        found: set[int] = set()
        order: range | list[int] = range(len(rows))
        if any(rows.offsets[n] < rows.offsets[n - 1] for n in range(1, len(rows))):
            order = sorted(order, key=rows.offsets.__getitem__)
        reach, last = 0, -1
        for row in order:
            start = rows.offsets[row]
            if start < reach:
                found.update((row, last))
            end = start + _LOCAL.size + rows.packed[row]
            if end > reach:
                reach, last = end, row
        return found

    def scan(self, head: int, wanted: Callable[[str], bool], beat: Beat = no_beat) -> Iterator[Seen]:
        for row, path in enumerate(self._rows.paths()):
            if row in self._overlapping:
                self.left.add(Why.OVERLAPS, path)
            elif wanted(path):
                yield row, path, self._head(row, head)
                beat(_STEP)
            else:
                yield row, path, b""

    def _head(self, row: int, size: int) -> bytes:
        found = b""
        try:
            for piece in self._pieces(row, Purse(FIRST), size):
                found += piece
                if len(found) >= size:
                    break
        except BrokenMember:
            pass  # said when the whole of it is read
        return found[:size]

    def path(self, row: int) -> str:
        return self._rows.path(row)

    def length(self, row: int) -> int:
        return self._rows.lengths[row]

    def cost(self, row: int) -> int:
        return self._rows.packed[row]

    def sum(self, row: int) -> int:
        return self._rows.sums[row]

    def open(self, row: int) -> io.RawIOBase:
        return MemberStream(self._checked(row))

    def _checked(self, row: int) -> Iterator[bytes]:
        """The bytes of a member; at the end its length and its CRC are compared with what the directory says."""
        crc = length = 0
        for piece in self._pieces(row, self._purse, _OUT):
            crc = zlib.crc32(piece, crc)
            length += len(piece)
            if length > self._rows.lengths[row]:
                raise BrokenMember
            yield piece
        self._file.unchanged()
        if crc != self._rows.sums[row] or length != self._rows.lengths[row]:
            raise BrokenMember

    def _pieces(self, row: int, purse: Purse, step: int) -> Iterator[bytes]:
        meter = Meter(purse)
        unpack = _unpacker(self._rows.methods[row])
        at = self._data(row)
        end = at + self._rows.packed[row]
        while at < end:
            raw = self._file.at(at, min(_STEP, step, end - at))
            if not raw:
                raise BrokenMember(Why.CHANGED)
            at += len(raw)
            for taken, piece in unpack(raw, step):
                meter.count(taken, len(piece))
                yield piece

    def _data(self, row: int) -> int:
        """Where the packed bytes of a member begin; its own header says how long that header is."""
        start = self._rows.offsets[row]
        raw = self._file.at(start, _LOCAL.size)
        if len(raw) < _LOCAL.size:
            raise BrokenMember
        told = _LOCAL.unpack(raw)
        if told[0] != b"PK\3\4":
            raise BrokenMember
        if told[3] & 1:
            raise BrokenMember(Why.ENCRYPTED)
        at: int = start + _LOCAL.size + told[10] + told[11]
        if at + self._rows.packed[row] > self._stop:
            raise BrokenMember
        return at

    def close(self) -> None:
        self._file.close()


FIRST = 1 << 20  # bytes above the ratio for the first look at a member
_Unpack = Callable[[bytes, int], Iterator[tuple[int, bytes]]]


def _unpacker(method: int) -> _Unpack:
    if method == 8:
        return _inflate()
    return _stored if method == 0 else _bunzip()


def _stored(raw: bytes, _step: int) -> Iterator[tuple[int, bytes]]:
    yield len(raw), raw


def _inflate() -> _Unpack:
    engine = zlib.decompressobj(-zlib.MAX_WBITS)

    def unpack(raw: bytes, step: int) -> Iterator[tuple[int, bytes]]:
        taken = len(raw)
        while raw and not engine.eof:
            try:
                piece = engine.decompress(raw, step)
            except zlib.error:
                raise BrokenMember from None
            raw = engine.unconsumed_tail
            yield taken - len(raw), piece
            taken = len(raw)

    return unpack


def _bunzip() -> _Unpack:
    engine = bz2.BZ2Decompressor()

    def unpack(raw: bytes, step: int) -> Iterator[tuple[int, bytes]]:
        taken = len(raw)
        while not engine.eof:
            try:
                piece = engine.decompress(raw, step)
            except (OSError, ValueError):
                raise BrokenMember from None
            raw = b""
            yield taken, piece
            taken = 0
            if engine.needs_input:
                return

    return unpack


def is_zip(head: bytes) -> bool:
    return head[:4] in (b"PK\3\4", b"PK\5\6", b"PK\7\x08")


def ends_as_zip(path: Path) -> bool:
    """Whether a file that starts otherwise is a zip with something put before it."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        return zip_directory.find(file, size) is not None
