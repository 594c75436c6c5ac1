"""The stream of one member: bytes as they come, errors only after every byte before them was given."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator

from footprint.archives.opening.broken import BrokenMember


class MemberStream(io.RawIOBase):
    """Reads from an iterator of pieces, as many bytes as are asked for. A break comes after the last byte before it."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = memoryview(b"")
        self._broken: BrokenMember | None = None

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        wanted = size if size is not None and size >= 0 else sys.maxsize
        given: list[memoryview] = []
        while wanted > 0 and (self._rest or self._next(bool(given))):
            given.append(self._rest[:wanted])
            self._rest = self._rest[len(given[-1]) :]
            wanted -= len(given[-1])
        return bytes(given[0]) if len(given) == 1 else b"".join(given)

    def _next(self, given: bool) -> bool:
        """Have another piece ready. What breaks the stream off waits until all before it was `given`."""
        if self._broken is None:
            try:
                for piece in self._pieces:
                    if piece:
                        self._rest = memoryview(piece)
                        return True
            except BrokenMember as problem:
                self._broken = problem
        if self._broken is not None and not given:
            raise self._broken
        return False

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # the protocol has a name from Python 3.12 on
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)
