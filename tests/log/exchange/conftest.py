"""Several cheap vaults, and bundles locked with the least costly derivation there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from footprint import vault as v
from footprint.log import exchange
from footprint.tasks import Task
from footprint.vault import Vault
from tests.conftest import FakeClock

PHRASE = "copper lantern meadow trumpet"
STRENGTH = v.FLOOR


@pytest.fixture(scope="module")
def ticking() -> FakeClock:
    """The clock of several computers in turn: whatever is done first says what time it is there."""
    return FakeClock()


@pytest.fixture
def other(clock: Callable[[], object]) -> Iterator[Vault]:
    """A vault on another computer, with the same clock."""
    made = v.throw_away(clock=clock)
    yield made
    made.close()


def write(vault: Vault, path: Path, *query: object, **more: object) -> Path:
    exchange.write_bundle(vault, path, PHRASE, *query, task=Task(), strength=STRENGTH, **more)
    return path


def merge(vault: Vault, path: Path) -> v.Done[exchange.Merged]:
    return exchange.merge_bundle(vault, path, PHRASE, task=Task())
