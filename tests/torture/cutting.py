"""A power cut: what a program asked of the disk is recorded, then disks are built as they may be when the power goes.

Recorded below the cipher for the database, and at the calls of the system for all other files. After a cut

- what a file held at its last flush is there; each write since is there, missing, or torn at 512 bytes, by chance;
- names (made, moved, deleted) are there in order up to some point (a journal writes them in order): at least up to the
  last flush of a folder, or up to the newest name of a file that was flushed itself; beyond that, by chance.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512


@dataclass(frozen=True)
class Event:
    """What was asked of one file or name. `said` events carry the word the person was told."""

    what: str
    path: str = ""
    offset: int = 0
    data: bytes = b""
    to: str = ""


@dataclass
class Content:
    """One file's bytes as the disk has them, and what it was asked since its last flush."""

    flushed: bytearray = field(default_factory=bytearray)
    waiting: list[Event] = field(default_factory=list)

    def flush(self) -> None:
        for event in self.waiting:
            _apply(self.flushed, event)
        self.waiting.clear()

    def now(self) -> bytearray:
        found = bytearray(self.flushed)
        for event in self.waiting:
            _apply(found, event)
        return found

    def after_cut(self, chance: random.Random) -> bytes:
        found = bytearray(self.flushed)
        for event in self.waiting:
            fate = chance.choice(("kept", "dropped", "torn"))
            if fate == "kept" or (fate == "torn" and event.what == "truncate"):
                _apply(found, event)
            elif fate == "torn":
                end = chance.randrange(0, len(event.data) + 1, SECTOR)
                _apply(found, Event("write", event.path, event.offset, event.data[:end]))
        return bytes(found)


def _apply(content: bytearray, event: Event) -> None:
    if event.what == "truncate":
        del content[event.offset :]
        return
    if len(content) < event.offset:
        content.extend(bytes(event.offset - len(content)))
    content[event.offset : event.offset + len(event.data)] = event.data


Names = dict[str, Content | None]  # None for a folder


@dataclass
class Disk:
    """Names as the disk has them for good, and those that changed since."""

    lasting: Names
    names: Names
    waiting: list[Event] = field(default_factory=list)

    @classmethod
    def of(cls, files: dict[str, bytes | None]) -> Disk:
        names: Names = {path: None if data is None else Content(bytearray(data)) for path, data in files.items()}
        return cls(names, dict(names))

    def take(self, event: Event, *, flushing: bool = True) -> None:
        """`flushing`: False for a disk that says it flushed and did not (the control)."""
        if event.what in ("write", "truncate"):
            content = self.names.get(event.path)
            if content is None:
                content = self._new(event.path)
            content.waiting.append(event)
        elif event.what == "flush":
            content = self.names.get(event.path)
            if content is not None and flushing:
                content.flush()
            if flushing:
                self._settle_names(event.path, folder=content is None)
        elif event.what in ("move", "delete", "folder"):
            _rename(self.names, event)
            self.waiting.append(event)

    def _new(self, path: str) -> Content:
        made = Content()
        self.names[path] = made
        event = Event("make", path)
        self.waiting.append(event)
        self._made[id(event)] = (event, made)
        return made

    _made: dict[int, tuple[Event, Content]] = field(default_factory=dict)

    def _settle_names(self, path: str, *, folder: bool) -> None:
        newest = [at for at, event in enumerate(self.waiting, 1) if folder or path in (event.path, event.to)]
        for event in self.waiting[: max(newest, default=0)]:
            self._name(self.lasting, event)
        del self.waiting[: max(newest, default=0)]

    def _name(self, names: Names, event: Event) -> None:
        if event.what == "make":
            names[event.path] = self._made[id(event)][1]
        else:
            _rename(names, event)

    def after_cut(self, chance: random.Random) -> dict[str, bytes | None]:
        """The files and folders (None) of a disk on which the power went now."""
        kept: Names = dict(self.lasting)
        every = len(self.waiting)  # a journal may have all names while what is in the files is still missing
        for event in self.waiting[: every if chance.random() < 0.4 else chance.randint(0, every)]:
            self._name(kept, event)
        return {path: None if one is None else one.after_cut(chance) for path, one in kept.items()}


def _rename(names: Names, event: Event) -> None:
    if event.what == "folder":
        names[event.path] = None
    elif event.what == "move":
        if event.path in names:
            names[event.to] = names.pop(event.path)
    else:
        for path in [one for one in names if one == event.path or one.startswith(event.path + os.sep)]:
            del names[path]


@dataclass(frozen=True)
class Recorded:
    """A disk to begin with, and what was asked of it, in order."""

    start: dict[str, bytes | None]
    events: tuple[Event, ...]


def cuts(
    recorded: Recorded, count: int, chance: random.Random, *, flushing: bool = True
) -> Iterator[tuple[dict[str, bytes | None], tuple[str, ...]]]:
    """`count` disks after cuts at moments by chance, half of them at a step that is no mere write.

    Each with what had been acknowledged by then.
    """
    events = recorded.events
    first = next(at for at, event in enumerate(events) if event.what == "said" and event.path == "ready")
    steps = [at for at in range(first, len(events)) if events[at].what not in ("write", "truncate")]
    points = sorted(
        chance.choice(steps) if number % 2 else chance.randrange(first, len(events)) for number in range(count)
    )
    disk, said, at = Disk.of(recorded.start), [], 0
    for point in points:
        for event in events[at : point + 1]:
            if event.what != "said":
                disk.take(event, flushing=flushing)
            elif event.path != "ready":
                said.append(event.path)
        at = max(at, point + 1)
        yield disk.after_cut(chance), tuple(said)


def build(files: dict[str, bytes | None], place: Path) -> None:
    """Write such a disk into the new folder `place`."""
    place.mkdir(parents=True)
    for name, data in files.items():
        path = place / name
        if data is None:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
