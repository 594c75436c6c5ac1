"""Which commit was the newest here: a small sealed file beside the vault, so that an older copy put back is noticed.

Written after every commit, in place and with a fixed length: it can never be ahead of what is on disk, and one torn by
a crash only costs the notice. It also tells when the end of the write-ahead log was lost.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from footprint.vault import disk
from footprint.vault.keys import DataKey

STATE = "vault.state"
_LENGTH = 256


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    number: int
    at: str
    seal: str


@dataclass(frozen=True)
class Newest:
    """The newest commit known of here, and when it was made (UTC text)."""

    number: int
    at: str


def read(folder: Path, key: DataKey) -> Newest | None:
    """What the file says; None when it is missing, torn or not sealed by this vault."""
    try:
        data = (folder / STATE).read_bytes()[:_LENGTH]
        found = msgspec.json.decode(data, type=_Record)
        seal = bytes.fromhex(found.seal)
    except (OSError, ValueError, msgspec.MsgspecError):
        return None
    return Newest(found.number, found.at) if key.fits(_covered(found.number, found.at), seal) else None


class StateFile:
    """Keeps the file in step while the vault is open. It is a help, not a need: a disk that refuses it is let be."""

    def __init__(self, folder: Path, key: DataKey) -> None:
        self._path = folder / STATE
        self._key = key

    def note(self, newest: Newest) -> None:
        record = _Record(newest.number, newest.at, self._key.seal(_covered(newest.number, newest.at)).hex())
        data = msgspec.json.encode(record).ljust(_LENGTH - 1) + b"\n"
        with suppress(OSError):
            handle = self._open()
            try:
                os.write(handle, data)
            finally:
                os.close(handle)

    def settle(self) -> None:
        """Bring it to disk."""
        with suppress(OSError):
            disk.sync_file(self._path)

    def _open(self) -> int:
        try:
            return disk.new_file(self._path)
        except FileExistsError:
            return os.open(self._path, os.O_RDWR | getattr(os, "O_BINARY", 0))


def _covered(number: int, at: str) -> bytes:
    return f"newest commit {number} at {at}".encode()
