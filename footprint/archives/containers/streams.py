"""The stream of one member: bytes as they come, errors only after every byte before them was given."""

from __future__ import annotations

import io
from collections.abc import Iterator

from footprint.archives.broken import BrokenMember


class MemberStream(io.RawIOBase):
    """Reads from an iterator of pieces. Short reads are allowed; a break comes with the read after the last byte."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = b""
        self._broken: BrokenMember | None = None

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        if size is None or size < 0:
            return b"".join(iter(lambda: self.read(1 << 20), b""))
        if size == 0:
            return b""
        if not self._rest:
            self._rest = self._next()
        given = self._rest[:size]
        self._rest = self._rest[size:]
        return given

    def _next(self) -> bytes:
        if self._broken is not None:
            raise self._broken
        try:
            for piece in self._pieces:
                if piece:
                    return piece
        except BrokenMember as problem:
            self._broken = problem
            raise
        return b""

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # the protocol has a name from Python 3.12 on
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)
