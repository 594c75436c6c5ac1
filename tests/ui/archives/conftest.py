"""The page of old posts, and copies of invented accounts to bring in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from footprint import person
from footprint.archives.bringing import bring_in
from footprint.archives.opening.batches import Options
from footprint.demo import archives as demo
from footprint.workbench import Workbench
from ui.archives.page import ArchivesPage
from ui.desk import Desk
from ui.kit.buttons import Btn

Wait = Callable[[], None]


@pytest.fixture
def page(desk: Desk, bench: Workbench, qtbot: QtBot, settle: Wait) -> Iterator[ArchivesPage]:
    person.add_accounts(bench.vault, ["facebook"])
    made = ArchivesPage(desk)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    settle()
    yield made


@pytest.fixture
def copies(bench: Workbench, tmp_path: Path) -> list[Path]:
    """An invented person's copies of X and Facebook, brought in."""
    paths = [demo.build(network).write(tmp_path) for network in ("x", "facebook")]
    for path in paths:
        bring_in(bench.vault, [path], Options())
    return paths


def press(place: QWidget, words: str, settle: Wait) -> None:
    next(one for one in place.findChildren(Btn) if one.text() == words and one.isVisible()).click()
    settle()
