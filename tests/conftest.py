"""What every test may ask for: a vault of its own and a clock it can turn."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from footprint.vault import schema
from footprint.vault.connection import open_store
from footprint.vault.vault import Vault

ROOT = Path(__file__).parents[1]

# How long an example takes says how busy the machine is, and no test is about that.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


class FakeClock:
    """Stands still until a test turns it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 16, 14, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def vault(tmp_path: Path, clock: FakeClock) -> Iterator[Vault]:
    """A real encrypted vault under a key of its own."""
    path, key = tmp_path / "vault" / "vault.db", os.urandom(32)
    path.parent.mkdir(mode=0o700)
    first = open_store(path, key, create=True)
    schema.migrate(first)
    first.close()
    opened = Vault(lambda: open_store(path, key), clock=clock)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def example() -> str:
    """The complete example of `checklists/README.md`."""
    return re.findall(r"```toml\n(.*?)```", (ROOT / "checklists" / "README.md").read_text(encoding="utf-8"), re.S)[-1]
