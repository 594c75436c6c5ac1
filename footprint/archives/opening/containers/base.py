"""What the rest of the room asks of a zip, a tar, a folder or a bare file."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Protocol

from footprint.archives.opening.containers.guards import Left

Beat = Callable[[int], None]  # told now and then how many bytes were gone through, so that nobody thinks it hangs


Seen = tuple[int, str, bytes]


def no_beat(_bytes: int) -> None:
    """Nobody listens."""


class Container(Protocol):
    """One file or folder the person chose. Its members are rows, numbered in the order they stand in."""

    form: str
    name: str
    left: Left

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        ...

    @property
    def rows(self) -> int:
        """How many members there are; known after `scan`."""
        ...

    def scan(self, head: int, wanted: Callable[[str], bool], beat: Beat = no_beat) -> Iterator[Seen]:
        """Every row once, its path, and its first `head` bytes; none for a path that is not `wanted`."""
        ...

    def path(self, row: int) -> str: ...

    def length(self, row: int) -> int:
        """What the member claims to unpack to, in bytes."""
        ...

    def cost(self, row: int) -> int:
        """Bytes that reading it takes, as packed; the measure of progress."""
        ...

    def sum(self, row: int) -> int:
        """Its CRC, or 0 where the container has none."""
        ...

    def open(self, row: int) -> io.RawIOBase:
        """A stream from its start; it raises `BrokenMember`."""
        ...

    def close(self) -> None: ...
