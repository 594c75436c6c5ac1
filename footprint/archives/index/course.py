"""How an import went: what each file of the copy gave, and what became of it in the index."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from footprint.archives.opening.batches import Tally
from footprint.archives.records import Trouble

_MOST_LINES = 3_000
_REST = ""


class Line(msgspec.Struct, array_like=True):
    """One member of the archive, or (with no name) all that had no room for a line of its own."""

    network: str
    member: str
    part: str
    entries: int = 0
    connections: int = 0
    held: int = 0
    troubles: list[Trouble] = []
    ended: bool = False
    stated: int | None = None
    members: int = 1


class Course(msgspec.Struct):
    """What was read, and of the entries how many are new, changed and known already.

    `read`: the reading has ended. `gone`: entries of earlier copies that this one has no more; `confirmed`: those among
    them that the person had wanted to go.
    """

    lines: list[Line] = []
    items: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    connections: int = 0
    held: int = 0
    newest: int | None = None
    gone: int = 0
    confirmed: int = 0
    read: bool = False

    def add(self, tallies: Iterable[Tally]) -> None:
        """A member's later batches go on in its line."""
        for one in tallies:
            line = self._line(one)
            line.entries += one.entries
            line.connections += one.connections
            line.held += one.held
            line.troubles = _together(line.troubles, one.troubles)
            line.ended = line.ended or one.ended
            if one.stated is not None:
                line.stated = (line.stated or 0) + one.stated if line.member == _REST else one.stated

    def _line(self, one: Tally) -> Line:
        for line in reversed(self.lines[-16:]):
            if (line.network, line.member, line.part) == (one.network, one.member, one.part):
                return line
        if len(self.lines) < _MOST_LINES:
            self.lines.append(Line(one.network, one.member, one.part))
            return self.lines[-1]
        for line in self.lines:
            if line.member == _REST and (line.network, line.part) == (one.network, one.part):
                line.members += 1
                return line
        self.lines.append(Line(one.network, _REST, one.part))
        return self.lines[-1]

    def packed(self) -> bytes:
        return msgspec.msgpack.encode(self)

    @staticmethod
    def unpacked(data: bytes) -> Course:
        return msgspec.msgpack.decode(data, type=Course) if data else Course()


def _together(old: list[Trouble], new: Iterable[Trouble]) -> list[Trouble]:
    """Each reason once, with the place where it was met first."""
    found = {one.why: one for one in old}
    for one in new:
        there = found.get(one.why)
        found[one.why] = one if there is None else Trouble(one.why, there.count + one.count, there.where or one.where)
    return list(found.values())
