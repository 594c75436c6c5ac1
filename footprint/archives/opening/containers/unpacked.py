"""The bytes inside a .tar, .tar.gz, .tar.bz2 or .tar.xz, at any place, with nothing written to the disk.

A packed stream has one direction. Going back starts it again; for gzip, which networks use, copies of the state of
the unpacking (some 40 kB each) are kept in memory every few megabytes, so that going anywhere costs little.
"""

from __future__ import annotations

import bz2
import lzma
import zlib
from bisect import bisect_right
from dataclasses import dataclass
from typing import Protocol

from footprint.archives.opening.broken import BrokenMember
from footprint.archives.opening.containers.guards import Meter, Purse
from footprint.archives.opening.containers.kept_file import KeptFile
from footprint.archives.records import Why

_STEP = 128 << 10
_OUT = 256 << 10
_APART = 8 << 20  # bytes between two kept states, doubled whenever there are too many of them
_MOST_STATES = 200
_OTHERS = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x28\xb5\x2f\xfd")  # 7-Zip, RAR, Zstandard
_XZ_MEMORY = 128 << 20
_BAD = (zlib.error, OSError, EOFError, ValueError, lzma.LZMAError)


class _Engine(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


@dataclass(frozen=True)
class _State:
    place: int  # in what comes out
    file: int  # in what goes in
    waiting: bytes
    engine: zlib._Decompress


class Plain:
    """A tar that is not packed: the file as it is."""

    def __init__(self, file: KeptFile) -> None:
        self._file = file
        self._place = 0
        self.taken = 0

    def go(self, place: int) -> None:
        if place > self._file.size:
            raise BrokenMember
        self._place = place

    def read(self, size: int) -> bytes:
        data = self._file.at(self._place, min(size, _OUT))
        self._place += len(data)
        self.taken = self._place
        return data


class Packed:
    """`go` to a place, `read` from there. `taken` is how far into the file the unpacking has come."""

    def __init__(self, file: KeptFile, kind: str) -> None:
        self._file = file
        self._kind = kind
        self._states: list[_State] = []
        self._apart = _APART
        self._start()

    def _start(self) -> None:
        self._engine: _Engine | zlib._Decompress = _engine(self._kind)
        self._waiting = b""
        self._ready = b""
        self._place = 0
        self.taken = 0
        self._fresh = True
        self._meter = Meter(Purse())

    def go(self, place: int) -> None:
        """Raises `BrokenMember` when the stream ends before."""
        here = self._place
        nearest = bisect_right(self._states, place, key=lambda state: state.place) - 1
        if nearest >= 0 and (place < here or self._states[nearest].place > here + len(self._ready)):
            self._return_to(self._states[nearest])
        elif place < here:
            self._start()
        while self._place < place:
            if not self.read(min(_OUT, place - self._place)):
                raise BrokenMember

    def _return_to(self, state: _State) -> None:
        self._engine = state.engine.copy()
        self._waiting, self._ready = state.waiting, b""
        self._place, self.taken = state.place, state.file
        self._fresh = False
        self._meter = Meter(Purse())

    def read(self, size: int) -> bytes:
        """Some bytes, none at the end. Raises `BrokenMember`."""
        while not self._ready:
            if not self._more():
                return b""
        given, self._ready = self._ready[:size], self._ready[size:]
        self._place += len(given)
        return given

    def _more(self) -> bool:
        """Unpack a little. False at the end of the file."""
        if self._engine.eof:
            self._waiting = self._engine.unused_data or self._waiting
            if not self._waiting.strip(b"\0") and not self._feed():
                return False
            self._engine, self._fresh = _engine(self._kind), True  # another stream right after the first
        self._keep_state()
        raw = self._waiting
        if not raw and (self._kind == "gz" or getattr(self._engine, "needs_input", True)) and not (raw := self._feed()):
            if self._fresh:
                return False
            raise BrokenMember
        try:
            self._ready = self._engine.decompress(raw, _OUT)
        except _BAD:
            raise BrokenMember from None
        self._fresh = False
        self._waiting = self._engine.unconsumed_tail if isinstance(self._engine, _GZIP) else b""
        self._meter.count(len(raw) - len(self._waiting), len(self._ready))
        return True

    def _feed(self) -> bytes:
        self._waiting = self._file.at(self.taken, _STEP)
        self.taken += len(self._waiting)
        return self._waiting

    def _keep_state(self) -> None:
        if not isinstance(self._engine, _GZIP):
            return
        if self._place - (self._states[-1].place if self._states else 0) < self._apart:
            return
        self._states.append(_State(self._place, self.taken, self._waiting, self._engine.copy()))
        if len(self._states) > _MOST_STATES:
            self._apart *= 2
            self._states = self._states[1::2]


_GZIP = type(zlib.decompressobj())


def _engine(kind: str) -> _Engine | zlib._Decompress:
    if kind == "gz":
        return zlib.decompressobj(zlib.MAX_WBITS | 16)
    if kind == "bz2":
        return bz2.BZ2Decompressor()
    return lzma.LZMADecompressor(memlimit=_XZ_MEMORY)


def kind_of(head: bytes) -> str:
    """How a file is packed by its first bytes: "gz", "bz2", "xz", or "" for not at all."""
    if head[:2] == b"\x1f\x8b":
        return "gz"
    if head[:3] == b"BZh":
        return "bz2"
    return "xz" if head[:6] == b"\xfd7zXZ\0" else ""


def is_tar(block: bytes) -> bool:
    """Whether a block of 512 bytes is the header of a member: the sum in it is right (POSIX pax, ustar, and older)."""
    if len(block) < 512 or not block.strip(b"\0"):
        return False
    try:
        told = int(block[148:156].split(b"\0")[0].strip() or b"0", 8)
    except ValueError:
        return False
    return told == sum(block[:148]) + 256 + sum(block[156:512])


def opened(file: KeptFile) -> Plain | Packed | None:
    """The inside of `file` if it is a tar, packed or not. Raises `BrokenMember` for what is packed and is no tar."""
    head = file.at(0, 8)
    if head.startswith(_OTHERS):
        raise BrokenMember(Why.METHOD)
    kind = kind_of(head)
    inside: Plain | Packed = Packed(file, kind) if kind else Plain(file)
    block = b""
    while len(block) < 512 and (piece := inside.read(512 - len(block))):
        block += piece
    if is_tar(block):
        inside.go(0)
        return inside
    if kind:
        raise BrokenMember(Why.METHOD)
    return None
