"""An invented network, taken from the page that tells people how to write one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from footprint.checklists import NetworkFile, load

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def example() -> str:
    """The complete example of `checklists/README.md`."""
    return re.findall(r"```toml\n(.*?)```", (ROOT / "checklists" / "README.md").read_text(encoding="utf-8"), re.S)[-1]


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
