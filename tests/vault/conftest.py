"""A kept vault to try things on: made once, copied for each test, with derivations at the accepted floor."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from footprint import vault as v

PHRASE = "lamp river stone orchard"
STRENGTH = v.Strength(memory=64 * 1024, passes=3, lanes=4)


@dataclass(frozen=True)
class Kept:
    """A folder with a closed vault in it, and what opens it."""

    folder: Path
    phrase: str
    code: v.RecoveryCode


class Waiting:
    """A clock that stands still and remembers how long it was asked to wait."""

    def __init__(self) -> None:
        self.waited: list[float] = []

    def patience(self) -> v.Patience:
        return v.Patience(timer=lambda: 0.0, sleep=self.waited.append)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("template") / "kept"
    made = v.create(folder, PHRASE, strength=STRENGTH, clock=lambda: datetime(2026, 11, 16, 14, 30, tzinfo=UTC))
    v.set_fact(made.vault, "test.greeting", "good morning")
    made.vault.close()
    return Kept(folder, PHRASE, made.sheet.code)


@pytest.fixture
def kept(template: Kept, tmp_path: Path) -> Kept:
    folder = tmp_path / "kept"
    shutil.copytree(template.folder, folder)
    return Kept(folder, template.phrase, template.code)


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
