"""An invented network, taken from the page that tells people how to write one."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint.checklists import NetworkFile, load


@pytest.fixture
def folder(tmp_path: Path, example: str) -> Path:
    """A folder of checklists with that one in it."""
    there = tmp_path / "lists"
    there.mkdir()
    (there / "chirp.toml").write_text(example, encoding="utf-8")
    return there


@pytest.fixture
def chirp(folder: Path) -> NetworkFile:
    return load(folder).network("chirp")
