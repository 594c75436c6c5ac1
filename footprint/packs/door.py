"""The way to the packs of one vault. Whether one is in use is a light question; only then is anything of it loaded."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from footprint.packs import store
from footprint.packs.uses import ENDING
from footprint.vault import Vault

_MOST, _LARGEST = 20, 2_000_000

if TYPE_CHECKING:
    from pathlib import Path

    from footprint.packs.installed import Shelf
    from footprint.packs.records import Pack


class PackDoor:
    """`make` builds the shelf, the first time it is wanted."""

    def __init__(self, vault: Vault, make: Callable[[], Shelf]) -> None:
        self._vault, self._make = vault, make

    @cached_property
    def shelf(self) -> Shelf:
        return self._make()

    def waits(self, folder: Path) -> bool:
        """Whether an organisation put a file on this computer that the person has not answered: by its hash alone."""
        try:
            files = sorted(one for one in folder.glob(f"*{ENDING}") if one.is_file())[:_MOST]
            hashes = [hashlib.sha256(one.read_bytes()).hexdigest() for one in files if one.stat().st_size <= _LARGEST]
        except OSError:
            return False
        if not hashes:
            return False
        with self._vault.reading() as db:
            answered = {one.sha256 for one in store.uses(db)}
            return any(one not in answered and not store.is_put_off(db, one) for one in hashes)

    @property
    def pack(self) -> Pack | None:
        """The pack in use."""
        with self._vault.reading() as db:
            if not store.has_one(db):
                return None
        return self.shelf.pack
