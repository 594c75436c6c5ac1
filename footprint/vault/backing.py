"""What stands behind an open vault that is kept: its folder, its key, and the claim on both."""

from __future__ import annotations

from pathlib import Path

from footprint.vault.connection import Connection, open_store
from footprint.vault.errors import NotKept
from footprint.vault.glance import DATABASE as DATABASE
from footprint.vault.keys import DataKey
from footprint.vault.place import Hold
from footprint.vault.slots import Way
from footprint.vault.state import Newest, StateFile
from footprint.vault.vault import Vault


class Kept:
    """The backing of a kept vault. While an older copy is open that nobody accepted, the newest commit stays noted."""

    def __init__(
        self, folder: Path, vault_id: str, key: DataKey, way: Way, hold: Hold, *, older: Newest | None = None
    ) -> None:
        self._folder = folder
        self.vault_id = vault_id
        self.key = key
        self.way = way
        self.older = older
        self._hold = hold
        self._state = StateFile(folder, key)

    @property
    def folder(self) -> Path:
        return self._folder

    def connect(self) -> Connection:
        return open_store(self._folder / DATABASE, self.key.page_key())

    def committed(self, number: int, now: str) -> None:
        if self.older is None:
            self._state.note(Newest(number, now))

    def settled(self) -> None:
        if self.older is None:
            self._state.settle()

    def accept(self, newest: Newest) -> None:
        """The copy that is open is the newest from now on."""
        self.older = None
        self._state.note(newest)
        self._state.settle()

    def closed(self) -> None:
        self.key.drop()
        self._hold.release()


def kept(vault: Vault) -> Kept:
    """The backing of `vault`; raises `NotKept` for a throw-away one."""
    if not isinstance(vault.backing, Kept):
        raise NotKept
    return vault.backing


def newest_commit(db: Connection) -> Newest:
    """The newest commit the file itself knows of."""
    number, at = db.row("SELECT number, at FROM vault_commit") or (0, "")
    return Newest(number, at)
