"""Unpacks the copies of bookmarks that Firefox makes by itself (`.jsonlz4`): one LZ4 block behind a mark of its own.

Source of the rules: the LZ4 block format of its author (github.com/lz4/lz4, doc/lz4_Block_format.md).
"""

from __future__ import annotations

from footprint.i18n import _
from footprint.search.pages.records import BadPage

MARK = b"mozLz40\0"
_MOST = 60_000_000


def unpacked(data: bytes) -> bytes:
    """What is packed in `data`; `BadPage` when it is damaged or would be too big."""
    head = len(MARK)
    size = int.from_bytes(data[head : head + 4], "little")
    if size > _MOST:
        raise BadPage(_("This file is too big for a file of bookmarks."))
    try:
        out = _block(memoryview(data)[head + 4 :], size)
    except (IndexError, ValueError):
        raise BadPage(_("This file of bookmarks is damaged. Save it from your browser again.")) from None
    return out


def _block(packed: memoryview, size: int) -> bytes:
    out = bytearray()
    at = 0
    while at < len(packed):
        token = packed[at]
        at += 1
        length, at = _length(packed, at, token >> 4)
        if at + length > len(packed):
            raise ValueError
        out += packed[at : at + length]
        at += length
        if at >= len(packed):
            break  # the last piece has nothing to repeat
        back = packed[at] | packed[at + 1] << 8
        at += 2
        again, at = _length(packed, at, token & 15)
        again += 4
        if not 0 < back <= len(out) or len(out) + again > size:
            raise ValueError
        start = len(out) - back
        if back >= again:
            out += out[start : start + again]
        else:  # the piece runs into itself
            piece = bytes(out[start:])
            out += (piece * (again // back + 1))[:again]
    if len(out) != size:
        raise ValueError
    return bytes(out)


def _length(packed: memoryview, at: int, length: int) -> tuple[int, int]:
    if length < 15:
        return length, at
    while True:
        more = packed[at]
        at += 1
        length += more
        if more != 255:
            return length, at
