"""The way to the packs of one vault. Whether one is in use is a light question; only then is anything of it loaded."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from footprint.packs import store
from footprint.vault import Vault

if TYPE_CHECKING:
    from footprint.packs.installed import Shelf
    from footprint.packs.records import Pack


class PackDoor:
    """`make` builds the shelf, the first time it is wanted."""

    def __init__(self, vault: Vault, make: Callable[[], Shelf]) -> None:
        self._vault, self._make = vault, make

    @cached_property
    def shelf(self) -> Shelf:
        return self._make()

    @property
    def pack(self) -> Pack | None:
        """The pack in use."""
        with self._vault.reading() as db:
            if not store.has_one(db):
                return None
        return self.shelf.pack
