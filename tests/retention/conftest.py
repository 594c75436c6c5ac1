"""A kept vault on a clock that can be put forward, with derivations at the accepted floor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from footprint import vault as v

PHRASE = "lamp river stone orchard"
STRENGTH = v.Strength(memory=64 * 1024, passes=3, lanes=4)


class Hands:
    """A clock that stands still until it is put forward."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 16, 14, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(milliseconds=1)
        return self.at

    def days(self, count: int) -> None:
        self.at += timedelta(days=count)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def made(folder: Path, hands: Hands) -> Iterator[v.Created]:
    created = v.create(folder, PHRASE, strength=STRENGTH, clock=hands)
    yield created
    created.vault.close()


@pytest.fixture
def vault(made: v.Created) -> v.Vault:
    return made.vault
