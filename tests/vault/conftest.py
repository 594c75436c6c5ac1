"""A kept vault to try things on: made once, copied for each test, with derivations at the accepted floor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from footprint import vault as v
from tests.torture.kept import STRENGTH, Kept, make


class Waiting:
    """A clock that stands still and remembers how long it was asked to wait."""

    def __init__(self) -> None:
        self.waited: list[float] = []

    def patience(self) -> v.Patience:
        return v.Patience(timer=lambda: 0.0, sleep=self.waited.append)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return make(tmp_path_factory.mktemp("template") / "kept", code=v.new_code())


@pytest.fixture
def kept(template: Kept, tmp_path: Path) -> Kept:
    return template.copy(tmp_path / "kept")


@pytest.fixture
def waiting() -> Waiting:
    return Waiting()


@pytest.fixture
def strength() -> v.Strength:
    return STRENGTH


@pytest.fixture
def opened(kept: Kept, clock: Callable[[], object]) -> Iterator[v.Vault]:
    """The kept vault, open (by its recovery code, which needs no slow derivation)."""
    found = v.unlock(kept.folder, kept.code, clock=clock).vault
    yield found
    found.close()
