"""The directory at the end of a zip, read in pieces: zipfile makes an object of 600 bytes for each member, this 45.

Format: APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3 to 4.5.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from footprint.archives.opening.broken import BrokenMember
from footprint.archives.opening.containers import guards
from footprint.archives.records import Why

_ENTRY = struct.Struct("<4s4B4H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_LOCATOR = struct.Struct("<4sIQI")
_END64 = struct.Struct("<4sQ2H2I4Q")
_TAIL = 65_535 + _END.size
_PIECE = 1 << 20
_LONGEST = _ENTRY.size + 3 * 0xFFFF
_ALL = 0xFFFFFFFF
_UTF8, LOCKED, _LOCKED_NAMES = 0x800, 0x1, 0x2000


@dataclass(frozen=True)
class Place:
    """Where the directory stands. `shift` is what was put before the archive, `count` what it says of its members."""

    start: int
    size: int
    shift: int
    count: int


@dataclass
class Rows:
    """The members, a column for each thing known of them."""

    names: bytearray = field(default_factory=bytearray)
    ends: array[int] = field(default_factory=lambda: array("Q"))
    offsets: array[int] = field(default_factory=lambda: array("Q"))
    packed: array[int] = field(default_factory=lambda: array("Q"))
    lengths: array[int] = field(default_factory=lambda: array("Q"))
    sums: array[int] = field(default_factory=lambda: array("I"))
    methods: array[int] = field(default_factory=lambda: array("H"))

    def __len__(self) -> int:
        return len(self.ends)

    def path(self, row: int) -> str:
        start = self.ends[row - 1] if row else 0
        return self.names[start : self.ends[row]].decode()

    def paths(self) -> Iterator[str]:
        start = 0
        for end in self.ends:
            yield self.names[start:end].decode()
            start = end

    def add(self, path: str, offset: int, packed: int, length: int, crc: int, method: int) -> None:
        self.names += path.encode()
        self.ends.append(len(self.names))
        self.offsets.append(offset)
        self.packed.append(packed)
        self.lengths.append(length)
        self.sums.append(crc)
        self.methods.append(method)


def find(file: BinaryIO, size: int) -> Place | None:
    """Where the directory of the zip in `file` stands; None when it has none (cut off, or no zip)."""
    start = max(0, size - _TAIL)
    file.seek(start)
    tail = file.read(_TAIL)
    at = tail.rfind(b"PK\5\6")
    while at >= 0:
        if len(tail) - at >= _END.size:
            found = _place(file, start + at, _END.unpack_from(tail, at))
            if found is not None:
                return found
        at = tail.rfind(b"PK\5\6", 0, at)
    return None


def _place(file: BinaryIO, end: int, told: tuple[int, ...]) -> Place | None:
    _mark, disk, _first, _here, count, size, offset, _comment = told
    if disk not in (0, 0xFFFF):
        return None
    if end >= _LOCATOR.size:
        file.seek(end - _LOCATOR.size)
        mark, _disk, where, _disks = _LOCATOR.unpack(file.read(_LOCATOR.size))
        if mark == b"PK\6\7":
            wide = _wide(file, end - _LOCATOR.size, where)
            if wide is None:
                return None
            end, count, size, offset = wide
    shift = end - size - offset
    return Place(offset + shift, size, shift, count) if shift >= 0 else None


def _wide(file: BinaryIO, locator: int, where: int) -> tuple[int, int, int, int] | None:
    """The zip64 record; it stands right before its locator also where something was put before the archive."""
    for at in (where, locator - _END64.size):
        if 0 <= at <= locator - _END64.size:
            file.seek(at)
            told = _END64.unpack(file.read(_END64.size))
            if told[0] == b"PK\6\6":
                return at, told[7], told[8], told[9]
    return None


def read(file: BinaryIO, place: Place, left: guards.Left) -> Rows:
    """The members that can be read. What is left out is counted in `left`; of too many only the first are listed."""
    rows = Rows()
    seen = 0
    try:
        for fields, name, extra in _entries(file, place):
            seen += 1
            if len(rows) >= guards.MEMBERS:
                left.add(Why.TOO_MANY, count=max(1, place.count - seen + 1))
                return rows
            _take(rows, fields, name, extra, place.shift, left)
    except BrokenMember as problem:
        left.add(problem.why, problem.where)
    return rows


def _entries(file: BinaryIO, place: Place) -> Iterator[tuple[tuple[int, ...], bytes, bytes]]:
    data, at = b"", 0
    read, end = place.start, place.start + place.size
    while read < end or at < len(data):
        if len(data) - at < _LONGEST and read < end:
            file.seek(read)
            piece = file.read(min(_PIECE, end - read))
            if not piece:
                raise BrokenMember
            data, at, read = data[at:] + piece, 0, read + len(piece)
        if len(data) - at < _ENTRY.size:
            raise BrokenMember
        fields = _ENTRY.unpack_from(data, at)
        if fields[0] != b"PK\1\2":
            raise BrokenMember
        name = at + _ENTRY.size
        extra = name + fields[12]
        at = extra + fields[13]
        yield fields, data[name:extra], data[extra:at]
        at += fields[14]


def _take(
    rows: Rows, fields: tuple[int, ...], name: bytes, extra: bytes, shift: int, left: guards.Left
) -> None:  # fmt: skip
    system, flags, method, crc = fields[2], fields[5], fields[6], fields[9]
    packed, length, offset = fields[10], fields[11], fields[18]
    if length == _ALL or packed == _ALL or offset == _ALL:
        length, packed, offset = widened(extra, length, packed, offset)
    raw = decoded_name(name, flags, extra)
    if raw.endswith(("/", "\\")) and not length:
        return
    path = guards.label(raw)
    why = _refused(path, raw, flags, method, fields[17] >> 16 if system != 0 else 0)
    if why is not None or path is None:
        left.add(why or Why.UNSAFE_NAME, raw)
        return
    rows.add(path, offset + shift, packed, length, crc, method)


def _refused(path: str | None, name: str, flags: int, method: int, mode: int) -> Why | None:
    if path is None:
        return Why.UNSAFE_NAME
    kind = mode & 0o170000
    if kind == 0o120000:
        return Why.LINK
    if kind not in (0, 0o100000, 0o040000):
        return Why.SPECIAL
    if flags & (LOCKED | _LOCKED_NAMES) or method == 99:
        return Why.ENCRYPTED
    if guards.is_litter(name):
        return Why.NOT_NEEDED
    return None if method in (0, 8, 12) else Why.METHOD


def widened(extra: bytes, length: int, packed: int, offset: int) -> tuple[int, int, int]:
    """The zip64 field holds, in this order, only those that stand as all ones in the entry."""
    wide = iter(_field(extra, 1))
    found = [_eight(wide) if value == _ALL else value for value in (length, packed, offset)]
    return found[0], found[1], found[2]


def _eight(wide: Iterator[int]) -> int:
    eight = bytes(byte for _n, byte in zip(range(8), wide, strict=False))
    if len(eight) < 8:
        raise BrokenMember
    return int.from_bytes(eight, "little")


def _field(extra: bytes, wanted: int) -> bytes:
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        if kind == wanted:
            return extra[at + 4 : at + 4 + size]
        at += 4 + size
    return b""


def decoded_name(name: bytes, flags: int, extra: bytes) -> str:
    """Many programs write UTF-8 and do not say so; where it is none, the format's own is CP437."""
    if name.isascii():
        return name.decode()
    unicode = _field(extra, 0x7075) if not flags & _UTF8 else b""
    if len(unicode) > 5 and int.from_bytes(unicode[1:5], "little") == zlib.crc32(name):
        name = unicode[5:]
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name.decode("cp437")
