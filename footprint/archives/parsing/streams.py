"""A member's stream that ends quietly where it breaks, so that what was read before counts; and says so afterwards."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from footprint.archives.opening.broken import BrokenMember

PIECE = 256 * 1024
LONGEST_LINE = 1_000_000  # characters; a longer one comes in pieces


class Kept(io.RawIOBase):
    """Reads from `stream`, as many bytes as asked for; where that raises `BrokenMember` it ends instead.

    Call `settle` when all is read.
    """

    def __init__(self, stream: BinaryIO, start: bytes = b"") -> None:
        self._stream = stream
        self._start = start
        self._broken: BrokenMember | None = None

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        if self._start:
            given, self._start = (self._start, b"") if size < 0 else (self._start[:size], self._start[size:])
            return given if size >= 0 else given + self.read()
        if self._broken is not None:
            return b""
        if size < 0:
            return b"".join(iter(lambda: self.read(PIECE), b""))
        found = []
        try:
            while size > 0 and (piece := self._stream.read(size)):
                found.append(piece)
                size -= len(piece)
        except BrokenMember as problem:
            self._broken = problem
        return found[0] if len(found) == 1 else b"".join(found)

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # the name of the protocol is of Python 3.12
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)

    def put_back(self, data: bytes) -> None:
        """Give `data` again before the rest."""
        self._start = data + self._start

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()

    @property
    def whole(self) -> bool:
        """Whether nothing broke it off so far."""
        return self._broken is None

    def settle(self) -> None:
        """Raise what broke the stream off, if anything did."""
        if self._broken is not None:
            raise self._broken


def text_lines(stream: Kept) -> Iterator[str]:
    """The lines of a text in UTF-8 with their ends, whatever else is in there; a mark at the start is left out.

    `stream` stays open, so that it can be asked afterwards what broke it off.
    """
    text = io.TextIOWrapper(
        io.BufferedReader(cast(io.RawIOBase, stream), PIECE), encoding="utf-8-sig", errors="replace", newline=""
    )
    try:
        while line := text.readline(LONGEST_LINE):
            yield line
    finally:
        with contextlib.suppress(ValueError):
            text.detach().detach()
