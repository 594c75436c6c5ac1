"""A power cut: what a program asked of the disk is recorded, then disks are built as they may be when the power goes.

Recorded below the cipher for the database, and at the calls of the system for all other files. After a cut

- what a file held at its last flush is there; each write since is there, missing, or torn at 512 bytes, by chance;
- names (made, moved, deleted) are there in order up to some point (a journal writes them in order): at least up to the
  last flush of a folder, or up to the newest name of a file that was flushed itself; beyond that, by chance.
"""

from __future__ import annotations

import os
import pickle
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

from footprint.vault import connection
from tests.torture.killing import run_and_kill

SECTOR = 512
BASE = "win32" if sys.platform == "win32" else "unix"  # below the cipher layer, which is the default
RECORDER = "recorder"
_LEFT_OUT = (".db-shm", "app.lock")  # mapped memory that is made anew; a lock that dies with its holder


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


# -- recording -------------------------------------------------------------------------------------


class Recorder(apsw.VFS):
    """Below the cipher: writes, truncations, flushes and deletions of the database's files."""

    def __init__(self, note: Callable[[Event], None]) -> None:
        self.note = note
        super().__init__(RECORDER, BASE)

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        return _RecordedFile(self.note, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self.note(Event("delete", filename))
        if syncdir:
            self.note(Event("flush", str(Path(filename).parent)))


class _RecordedFile(apsw.VFSFile):
    def __init__(self, note: Callable[[Event], None], name: Any, flags: list[int]) -> None:
        self.note = note
        self.path = str(name.filename() if isinstance(name, apsw.URIFilename) else name or "")
        super().__init__(BASE, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        self.note(Event("write", self.path, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:
        self.note(Event("truncate", self.path, newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self.note(Event("flush", self.path))


class _Recording:
    """Everything asked of the disk under `root`, while this process does what it does."""

    def __init__(self, root: Path) -> None:
        self.root = str(root)
        self.start = snapshot(root)
        self.events: list[Event] = []
        self._seen: dict[str, bytes] = {path: data for path, data in self.start.items() if data is not None}
        self._paths: dict[int, str] = {}
        self._databases: set[str] = set()
        self._below = Recorder(self._note_database)  # goes when nobody holds it
        self._watch_the_library()
        self._watch_the_system()

    def say(self, word: str) -> None:
        self.events.append(Event("said", word))

    def _note(self, event: Event) -> None:
        paths = (event.path, event.to) if event.to else (event.path,)
        if any(not f"{path}{os.sep}".startswith(self.root + os.sep) or path.endswith(_LEFT_OUT) for path in paths):
            return
        self.events.append(_relative(event, self.root))

    def _note_database(self, event: Event) -> None:
        self._databases.add(event.path)
        self._note(event)

    def _watch_the_library(self) -> None:
        """Every connection of the vault goes through the recorder."""

        class Recorded(apsw.Connection):
            def __init__(self, name: str, flags: int, vfs: str | None = None) -> None:
                super().__init__(name, flags=flags, vfs=vfs or f"multipleciphers-{RECORDER}")

        connection.apsw = _Library(Recorded)  # the one place that calls the library

    def _watch_the_system(self) -> None:
        """The calls Python's own files come down to; what was written in between is looked up at each flush."""
        note, paths = self._note, self._paths
        opened, closed, wrote = os.open, os.close, os.write
        flushed, moved, removed = os.fsync, os.replace, os.unlink
        made, removed_folder, removed_tree = os.mkdir, os.rmdir, shutil.rmtree

        def open_(path: Any, flags: int, *more: Any, **named: Any) -> int:
            handle = opened(path, flags, *more, **named)
            if not named.get("dir_fd"):
                paths[handle] = os.path.abspath(os.fspath(path))  # noqa: PTH100 a text, as SQLite names its files
                self._look(paths[handle])
            return handle

        def close(handle: int) -> None:
            closed(handle)
            self._look(paths.pop(handle, ""))

        def write(handle: int, data: bytes) -> int:
            count = wrote(handle, data)
            self._look(paths.get(handle, ""))
            return count

        def fsync(handle: int) -> None:
            flushed(handle)
            path = paths.get(handle) or _path_of(handle)
            self._look(path)
            note(Event("flush", path))

        def replace(source: Any, target: Any, **named: Any) -> None:
            self._look(str(source))
            moved(source, target, **named)
            if str(source) in self._seen:
                self._seen[str(target)] = self._seen.pop(str(source))
            note(Event("move", str(source), to=str(target)))

        def unlink(path: Any, **named: Any) -> None:
            removed(path, **named)
            if not named.get("dir_fd"):
                self._seen.pop(str(path), None)
                note(Event("delete", str(path)))

        def mkdir(path: Any, *more: Any, **named: Any) -> None:
            made(path, *more, **named)
            note(Event("folder", str(path)))

        def rmdir(path: Any, **named: Any) -> None:
            removed_folder(path, **named)
            if not named.get("dir_fd"):
                note(Event("delete", str(path)))

        def rmtree(path: Any, *more: Any, **named: Any) -> None:
            there = sorted(Path(path).rglob("*"), reverse=True)
            removed_tree(path, *more, **named)
            for one in (*there, Path(path)):
                self._seen.pop(str(one), None)
                note(Event("delete", str(one)))

        os.open, os.close, os.write, os.fsync = open_, close, write, fsync
        os.replace = os.rename = replace
        os.unlink = os.remove = unlink
        os.mkdir, os.rmdir = mkdir, rmdir
        shutil.rmtree = rmtree

    def _look(self, path: str) -> None:
        """Note what changed in a file that is not the library's own since it was last looked at."""
        if not path.startswith(self.root + os.sep) or path in self._databases or path.endswith(_LEFT_OUT):
            return
        if not Path(path).is_file():
            return
        data = Path(path).read_bytes()
        before = self._seen.get(path)
        if before is None or len(data) < len(before):
            self._note(Event("truncate", path, len(data)))
        if data != before:
            self._note(Event("write", path, 0, data))
        self._seen[path] = data


class _Library:
    """The library with another class of connections."""

    def __init__(self, connections: type[apsw.Connection]) -> None:
        self.Connection = connections

    def __getattr__(self, name: str) -> Any:
        return getattr(apsw, name)


def _path_of(handle: int) -> str:
    """The name of an open file that was not opened through `os` (Linux; "" elsewhere)."""
    try:
        return str(Path(f"/proc/self/fd/{handle}").readlink())
    except OSError:
        return ""


def _relative(event: Event, root: str) -> Event:
    to = event.to and os.path.relpath(event.to, root)
    return Event(event.what, os.path.relpath(event.path, root), event.offset, event.data, to)


def snapshot(root: Path) -> dict[str, bytes | None]:
    """Every file under `root`, and every folder as None."""
    there = (path for path in sorted(root.rglob("*")) if not path.name.endswith(_LEFT_OUT))
    return {str(path): path.read_bytes() if path.is_file() else None for path in there}


class _Enough(BaseException):
    """As much was acknowledged as was asked for."""


@dataclass(frozen=True)
class Recorded:
    """A disk to begin with, and what was asked of it, in order."""

    start: dict[str, bytes | None]
    events: tuple[Event, ...]


def record(child: Callable[..., None], place: Path, words: int, *, flush: str = "full") -> Recorded:
    """Let `child` work in `place` until it has acknowledged `words` things; `flush` is what `synchronous` is set to."""
    out = place.with_name(f"{place.name}.events")
    run_and_kill(_record, child, place, words, flush, out, after=None)
    start, events = pickle.loads(out.read_bytes())
    return Recorded({os.path.relpath(path, place): data for path, data in start.items()}, tuple(events))


def _record(
    say: Callable[[str], None], child: Callable[..., None], place: Path, words: int, flush: str, out: Path
) -> None:
    recording, said = _Recording(place), 0
    connection.SETTINGS = tuple((k, flush if k == "synchronous" else v) for k, v in connection.SETTINGS)
    say("ready")

    def hear(word: str) -> None:
        nonlocal said
        recording.say(word)
        said += word != "ready"
        if said >= words:
            raise _Enough

    with suppress(_Enough):
        child(hear, place)
    out.write_bytes(pickle.dumps((recording.start, recording.events)))
    say("ended")
    os._exit(0)  # without closing anything: the recording ends where the acknowledgements do


# -- cutting ---------------------------------------------------------------------------------------


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
