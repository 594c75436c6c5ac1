"""The settings page on a vault that is kept, and on one that is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint import vault as vaults
from footprint.settings import Settings
from footprint.vault import FLOOR, Vault
from footprint.workbench import open_bench
from tests.conftest import FakeClock
from tests.ui.waiting import rest
from ui.desk import Desk
from ui.settings.page import SettingsPage

PHRASE = "crisp otter walnut lamp velvet moss"

Settle = Callable[[], None]


class Heard(NamedTuple):
    """What the page told its desk, as it came."""

    said: list[str]
    trouble: list[str]
    settings: list[Settings]
    asked: list[str]


def listen(desk: Desk) -> Heard:
    heard = Heard([], [], [], [])
    desk.said.connect(lambda words, _undo: heard.said.append(words))
    desk.trouble.connect(heard.trouble.append)
    desk.settings_changed.connect(heard.settings.append)
    for name in ("keep", "restore", "wipe"):
        getattr(desk, f"{name}_asked").connect(lambda name=name: heard.asked.append(name))
    return heard


@pytest.fixture
def heard(desk: Desk) -> Heard:
    return listen(desk)


def opened(desk: Desk, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.resize(960, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, settle: Settle) -> SettingsPage:
    """On a vault that nobody has decided to keep."""
    made = opened(desk, qtbot)
    settle()
    return made


class Kept(NamedTuple):
    """A page on a vault that is kept, with all that belongs to it."""

    page: SettingsPage
    desk: Desk
    vault: Vault
    folder: Path
    heard: Heard
    settle: Settle


@pytest.fixture
def kept(tmp_path: Path, clock: FakeClock, qtbot: QtBot) -> Iterator[Kept]:
    folder = tmp_path / "kept"
    vault = vaults.create(folder, PHRASE, clock=clock, strength=FLOOR).vault
    with around(vault, folder, qtbot) as made:
        yield made
    vault.close()


@contextmanager
def around(vault: Vault, folder: Path, qtbot: QtBot) -> Iterator[Kept]:
    """A desk and a page on a vault that is kept; what runs has come to rest when the block ends."""
    desk = Desk(open_bench(folder, vault))
    page = opened(desk, qtbot)

    rest(desk, qtbot)
    yield Kept(page, desk, vault, folder, listen(desk), lambda: rest(desk, qtbot))
    assert desk.lanes.stop_all()
    QApplication.processEvents()
