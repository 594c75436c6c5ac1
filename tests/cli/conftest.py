"""A kept vault of its own for each test, and a web that never leaves this computer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from footprint import vault as vaults
from footprint import workbench
from footprint.demo.web import LoopbackWeb
from footprint.vault import FLOOR
from tests.cli.driver import PHRASE, App, on_loopback


@pytest.fixture
def phrase(tmp_path: Path) -> Path:
    """A file with the passphrase."""
    file = tmp_path / "phrase.txt"
    file.write_text(PHRASE + "\n", encoding="utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a kept vault, closed."""
    made = tmp_path / "notes"
    vaults.create(made, PHRASE, strength=FLOOR).vault.close()
    return made


@pytest.fixture
def app(folder: Path, phrase: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> App:
    return App(folder, phrase, capsys, monkeypatch)


@pytest.fixture
def loopback(monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackWeb]:
    """A web on this computer that every command of this test talks to."""
    with LoopbackWeb() as web:
        monkeypatch.setattr(workbench, "open_bench", on_loopback(web))
        yield web
