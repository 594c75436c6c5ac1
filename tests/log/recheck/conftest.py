"""One vault and clock for the whole labelled set, which is looked at only once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from footprint.vault import schema
from footprint.vault.connection import open_store
from footprint.vault.vault import Vault


class ModuleClock:
    """Stands still until it is turned."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 16, 14, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture(scope="module")
def module_clock() -> ModuleClock:
    return ModuleClock()


@pytest.fixture(scope="module")
def module_vault(tmp_path_factory: pytest.TempPathFactory, module_clock: ModuleClock) -> Iterator[Vault]:
    path: Path = tmp_path_factory.mktemp("recheck") / "vault.db"
    key = os.urandom(32)
    first = open_store(path, key, create=True)
    schema.migrate(first)
    first.close()
    opened = Vault(lambda: open_store(path, key), clock=module_clock)
    yield opened
    opened.close()
