"""What a program asks of the disk, written down: the database below the cipher, other files at the system's calls."""

from __future__ import annotations

import os
import pickle
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import apsw

from footprint.vault import connection
from tests.torture.cutting import Event, Recorded
from tests.torture.killing import run_and_kill

BASE = "win32" if sys.platform == "win32" else "unix"  # below the cipher layer, which is the default
RECORDER = "recorder"
_LEFT_OUT = (".db-shm", "app.lock")  # mapped memory that is made anew; a lock that dies with its holder


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
