"""The power goes at any moment: what was acknowledged is on disk, because every commit is flushed.

A recorder under the cipher notes each write, truncation and flush. A disk after a cut is then built from it: what was
flushed is there, what was not is there, missing or torn at 512 bytes, as chance has it.
"""

from __future__ import annotations

import random
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw
import pytest

from footprint.vault import Connection, DatabaseDamaged
from footprint.vault.connection import open_store

KEY = bytes([5]) * 32
SECTOR = 512
BASE = "win32" if sys.platform == "win32" else "unix"  # below the cipher layer, which is the default


@dataclass(frozen=True)
class Event:
    """What was asked of one file; `acknowledged` events name the commit the person was told about."""

    what: str
    name: str = ""
    offset: int = 0
    data: bytes = b""


class Recorder(apsw.VFS):
    def __init__(self) -> None:
        self.events: list[Event] = []
        super().__init__("recorder", BASE)

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        return RecordedFile(self.events, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.events.append(Event("delete", Path(filename).name))
        super().xDelete(filename, syncdir)


class RecordedFile(apsw.VFSFile):
    def __init__(self, events: list[Event], name: Any, flags: list[int]) -> None:
        self.events = events
        self.name = Path(name.filename() if isinstance(name, apsw.URIFilename) else name or "").name
        super().__init__(BASE, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        self.events.append(Event("write", self.name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:
        self.events.append(Event("truncate", self.name, newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self.events.append(Event("flush", self.name))


@dataclass
class Disk:
    """One file as the disk has it, and what it was asked since its last flush."""

    content: bytearray = field(default_factory=bytearray)
    waiting: list[Event] = field(default_factory=list)

    def flush(self) -> None:
        for event in self.waiting:
            apply(self.content, event)
        self.waiting.clear()

    def after_cut(self, chance: random.Random) -> bytes:
        found = bytearray(self.content)
        for event in self.waiting:
            fate = chance.choice(("kept", "dropped", "torn"))
            if fate == "kept" or (fate == "torn" and event.what == "truncate"):
                apply(found, event)
            elif fate == "torn":
                end = chance.randrange(0, len(event.data) + 1, SECTOR)
                apply(found, Event("write", event.name, event.offset, event.data[:end]))
        return bytes(found)


def apply(content: bytearray, event: Event) -> None:
    if event.what == "truncate":
        del content[event.offset :]
        return
    if len(content) < event.offset:
        content.extend(bytes(event.offset - len(content)))
    content[event.offset : event.offset + len(event.data)] = event.data


@pytest.fixture(scope="module")
def the_recorder() -> Recorder:
    """One for all: the cipher layer keeps pointing at a VFS it has seen, so it is never taken down."""
    return Recorder()


@pytest.fixture
def recorder(the_recorder: Recorder) -> Recorder:
    the_recorder.events.clear()
    return the_recorder


def record(recorder: Recorder, folder: Path, synchronous: str) -> list[Event]:
    """90 small transactions, the log emptied now and then."""
    with closing(open_store(folder / "vault.db", KEY, create=True, vfs="multipleciphers-recorder")) as db:
        db.execute(f"PRAGMA synchronous = {synchronous}")
        db.execute("CREATE TABLE said (number INTEGER PRIMARY KEY, words TEXT) STRICT")
        recorder.events.append(Event("acknowledged", offset=0))
        for number in range(1, 91):
            db.execute("BEGIN IMMEDIATE")
            for part in range(3):
                db.execute("INSERT INTO said VALUES (?, ?)", (number * 10 + part, "x" * 700))
            db.execute("COMMIT")
            recorder.events.append(Event("acknowledged", offset=number))
            if number % 12 == 0:
                db.settle()
    return recorder.events


def lost(events: list[Event], cuts: int, folder: Path) -> int:
    """How many of the cuts lost an acknowledged transaction; every one has to leave a sound file without halves."""
    chance, missing = random.Random(8), 0
    first = next(at for at, event in enumerate(events) if event.what == "acknowledged")
    points = sorted(chance.randrange(first, len(events)) for _cut in range(cuts))
    disks: dict[str, Disk] = {}
    acknowledged, at = 0, 0
    for number, point in enumerate(points):
        for event in events[at : point + 1]:
            acknowledged = _take(disks, event, acknowledged)
        at = max(at, point + 1)
        image = folder / f"image-{number}"
        image.mkdir()
        for name in ("vault.db", "vault.db-wal"):
            if name in disks:
                (image / name).write_bytes(disks[name].after_cut(chance))
        with closing(open_store(image / "vault.db", KEY)) as db:
            missing += _newest_whole(db) < acknowledged
    return missing


def _take(disks: dict[str, Disk], event: Event, acknowledged: int) -> int:
    if event.what == "acknowledged":
        return event.offset
    disk = disks.setdefault(event.name, Disk())
    if event.what == "flush":
        disk.flush()
    elif event.what == "delete":
        del disks[event.name]
    else:
        disk.waiting.append(event)
    return acknowledged


def _newest_whole(db: Connection) -> int:
    if not db.sound():
        raise DatabaseDamaged
    if db.row("SELECT 1 FROM sqlite_schema WHERE name = 'said'") is None:
        return -1  # the table was acknowledged as number 0
    parts = dict(db.execute("SELECT number / 10, count(*) FROM said GROUP BY number / 10"))
    assert set(parts.values()) <= {3}, "half a transaction"
    assert sorted(parts) == list(range(1, len(parts) + 1)), "a hole"
    return len(parts)


@pytest.mark.slow
def test_no_power_cut_loses_what_was_acknowledged(recorder: Recorder, tmp_path: Path) -> None:
    assert lost(record(recorder, tmp_path, "full"), 300, tmp_path) == 0


@pytest.mark.slow
def test_without_the_flush_it_would(recorder: Recorder, tmp_path: Path) -> None:
    """The control: the same disk, one setting less."""
    assert lost(record(recorder, tmp_path, "normal"), 100, tmp_path) > 0
