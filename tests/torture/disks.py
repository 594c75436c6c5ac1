"""Disks that misbehave under the cipher: full, slow."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import apsw

from footprint.vault import connection

BASE = "win32" if sys.platform == "win32" else "unix"  # below the cipher layer, which is the default


class Trouble:
    """How many bytes the disk still takes (None: as many as wanted), and how long each flush takes in seconds."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.slow = 0.0
        self.refused = 0


class TroubledDisk(apsw.VFS):
    """A real file system with trouble in between."""

    def __init__(self, trouble: Trouble) -> None:
        self.trouble = trouble
        super().__init__("troubled", BASE)

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        return _TroubledFile(self.trouble, name, flags)


class _TroubledFile(apsw.VFSFile):
    def __init__(self, trouble: Trouble, name: Any, flags: list[int]) -> None:
        self.trouble = trouble
        super().__init__(BASE, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        if self.trouble.left is not None:
            if self.trouble.left < len(data):
                self.trouble.refused += 1
                raise apsw.FullError("database or disk is full")
            self.trouble.left -= len(data)
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        if self.trouble.slow:
            time.sleep(self.trouble.slow)
        super().xSync(flags)


_DISKS: list[TroubledDisk] = []  # one for all: the cipher layer keeps pointing at a disk it has seen


def troubled() -> Trouble:
    """The trouble of the one such disk, none to begin with; `open_on` opens files on it."""
    if not _DISKS:
        _DISKS.append(TroubledDisk(Trouble()))
    found = _DISKS[0].trouble
    found.left, found.slow, found.refused = None, 0.0, 0
    return found


def open_on(path: Path, key: bytes) -> connection.Connection:
    return connection.open_store(path, key, vfs="multipleciphers-troubled")
