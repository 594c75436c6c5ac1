"""A zip that was cut off has lost the directory at its end; what stands before the cut is found by walking through it.

Each member has a short header of its own. Where the writer did not know the sizes yet (a bit says so) the end of a
member is where its packed stream ends, so it is unpacked once to find it, and nothing of it is kept.
"""

from __future__ import annotations

import io
import struct
import zlib

from footprint.archives.opening.broken import BrokenMember
from footprint.archives.opening.containers import guards
from footprint.archives.opening.containers.base import Beat
from footprint.archives.opening.containers.zip_directory import LOCKED, Rows, decoded_name, widened
from footprint.archives.records import Why

_LOCAL = struct.Struct("<4s2B4H3I2H")
_LATER = 0x8
_STEP = 256 << 10
_ALL = 0xFFFFFFFF


def walk(file: io.RawIOBase | io.BufferedIOBase, size: int, left: guards.Left, beat: Beat) -> Rows:
    """The members that are whole. The one in which the file ends is counted in `left`."""
    rows = Rows()
    at = 0
    while at + _LOCAL.size <= size and len(rows) < guards.MEMBERS:
        file.seek(at)
        told = _LOCAL.unpack(_exactly(file, _LOCAL.size))
        if told[0] != b"PK\3\4":
            break
        name_size, extra_size = told[10], told[11]
        name = decoded_name(_exactly(file, name_size), told[3], b"")
        extra = _exactly(file, extra_size)
        data = at + _LOCAL.size + name_size + extra_size
        try:
            end = _take(file, rows, told, name, extra, at, data, size, left, beat)
        except BrokenMember as problem:
            left.add(problem.why, name)
            break
        beat(end - at)
        at = end
    return rows


def _take(
    file: io.RawIOBase | io.BufferedIOBase, rows: Rows, told: tuple[int, ...], name: str, extra: bytes,
    at: int, data: int, size: int, left: guards.Left, beat: Beat,
) -> int:  # fmt: skip
    """Note one member; where the next begins."""
    flags, method, crc, packed, length = told[3], told[4], told[7], told[8], told[9]
    if flags & LOCKED:
        raise BrokenMember(Why.ENCRYPTED)
    if packed == _ALL or length == _ALL:
        length, packed, _offset = widened(extra, length, packed, 0)
    end = data + packed
    if flags & _LATER and not packed and not name.endswith("/"):
        packed, length, crc = _unpacked(file, data, size, method, beat)
        end = _after_sums(file, data + packed)
    if end > size:
        raise BrokenMember
    path = guards.label(name)
    if path is None:
        left.add(Why.UNSAFE_NAME, name)
    elif method in (0, 8, 12) and not guards.is_litter(name) and not name.endswith("/"):
        rows.add(path, at, packed, length, crc, method)
    return end


def _unpacked(
    file: io.RawIOBase | io.BufferedIOBase, at: int, size: int, method: int, beat: Beat
) -> tuple[int, int, int]:  # fmt: skip
    """Bytes the deflated stream at `at` takes, bytes it gives, and their CRC."""
    if method != 8:
        raise BrokenMember
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    meter = guards.Meter(guards.Purse())
    crc = 0
    file.seek(at)
    while not engine.eof:
        raw = engine.unconsumed_tail or file.read(_STEP)
        if not raw:
            raise BrokenMember
        try:
            piece = engine.decompress(raw, _STEP)
        except zlib.error:
            raise BrokenMember from None
        meter.count(len(raw) - len(engine.unconsumed_tail) - len(engine.unused_data), len(piece))
        crc = zlib.crc32(piece, crc)
        beat(len(raw))
    return meter.taken, meter.given, crc


def _after_sums(file: io.RawIOBase | io.BufferedIOBase, at: int) -> int:
    """Past the sums that follow a member whose header had none: with or without a mark, of 12 or 20 bytes."""
    file.seek(at)
    raw = file.read(24 + 4) or b""
    mark = 4 if raw[:4] == b"PK\7\x08" else 0
    for wide in (12, 20):
        if raw[mark + wide : mark + wide + 2] == b"PK":
            return at + mark + wide
    return at + mark + 12


def _exactly(file: io.RawIOBase | io.BufferedIOBase, size: int) -> bytes:
    raw = file.read(size) or b""
    return raw + b"\0" * (size - len(raw))
