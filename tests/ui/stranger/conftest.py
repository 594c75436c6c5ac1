"""A person with accounts on an invented network and on a shipped one, and a window that shows focus mode."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from footprint import person
from footprint.checklists import Library, stranger
from footprint.checklists.format import Opening, Sign, Stranger
from footprint.checklists.stranger import Look, Seen
from footprint.vault import Vault
from footprint.workbench import Workbench, open_bench
from ui.desk import Desk
from ui.stranger.page import StrangerPage
from ui.stranger.walk import LookWalk


class Window(QStackedWidget):
    """What the page needs of the main window: focus mode, the shortcuts, and what was asked of it."""

    def __init__(self, desk: Desk, page: StrangerPage) -> None:
        super().__init__()
        self.desk, self.page = desk, page
        self.focused: QWidget | None = None
        self.links: list[str] = []
        self.went: list[tuple[str, dict[str, Any]]] = []
        self.said: list[str] = []
        self.help: list[str] = []
        self.addWidget(page)
        desk.focus_asked.connect(self._focus)
        desk.link_asked.connect(self.links.append)
        desk.help_asked.connect(self.help.append)
        desk.said.connect(lambda words, _undo: self.said.append(words))
        desk.went.connect(lambda place, details: self.went.append((place, details)))
        for keys, do in (("Ctrl+Return", self._primary), ("Alt+Left", page.back), ("Escape", page.escape)):
            QShortcut(QKeySequence(keys), self, do)
        QShortcut(QKeySequence("Ctrl+Z"), self, desk.undo)
        for number in (1, 2, 3):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda number=number: page.choose(number))

    def _focus(self, widget: QWidget | None) -> None:
        if self.focused is not None:
            self.removeWidget(self.focused)
        if widget is not None:
            self.addWidget(widget)
        self.setCurrentWidget(widget or self.page)
        self.focused = widget

    def _primary(self) -> None:
        button = getattr(self.focused or self.page, "primary", None)
        if button is not None:
            button.click()


@pytest.fixture
def bench(tmp_path: Path, vault: Vault) -> Workbench:
    """Facebook asks for everything here, and has a page of its own beside the profile, whatever its file says."""
    made = open_bench(tmp_path / "app", vault)
    real, other = made.checklists.network("facebook"), made.checklists.network("whatsapp")
    photos = Opening(label="Your photos", link="https://www.facebook.com/{handle}/photos")
    asks = msgspec.structs.replace(real, stranger=Stranger(open=(photos,)))
    few = msgspec.structs.replace(other, stranger=Stranger(look_for=(Sign.NAME, Sign.PHOTO)))
    person.add_account(vault, "facebook", handle="ada.example.demo")
    person.add_account(vault, "whatsapp")
    return dataclasses.replace(made, checklists=Library([asks, few]))


@pytest.fixture
def page(desk: Desk) -> StrangerPage:
    return StrangerPage(desk)


@pytest.fixture
def window(desk: Desk, page: StrangerPage, qtbot: QtBot) -> Iterator[Window]:
    made = Window(desk, page)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: page.list is not None)
    yield made
    qtbot.waitUntil(lambda: not desk.lanes.busy)


@pytest.fixture
def walk(window: Window, qtbot: QtBot) -> Callable[..., LookWalk]:
    """Open the look at a network and hand it over once it stands."""

    def opened(network: str = "facebook") -> LookWalk:
        before = window.page.walk
        window.page.show_at(network=network)
        qtbot.waitUntil(lambda: window.focused is not None and window.page.walk is not before)
        found = window.page.walk
        assert found is not None
        return found

    return opened


@pytest.fixture
def looked(bench: Workbench) -> Callable[..., Look]:
    """Keep a look with these ticks, finished unless it is said otherwise."""

    def kept(network: str = "facebook", *, finished: bool = True, **ticks: str) -> Look:
        file = bench.checklists.network(network)
        account = next(one for one in person.accounts(bench.vault) if one.network == network)
        look = stranger.begin(bench.vault, file, account.id)
        for sign, seen in ticks.items():
            look = stranger.keep(bench.vault, look, Sign(sign), seen=Seen(seen)).value
        return stranger.finish(bench.vault, look.id).value if finished else look

    return kept
