"""A person with accounts on Facebook and WhatsApp, a desk, and a window that shows focus mode as the app does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from footprint import person
from footprint.vault import Vault
from footprint.workbench import Workbench, open_bench
from ui.checklists.page import ChecklistsPage
from ui.checklists.walkthrough import WalkThrough
from ui.desk import Desk


class Window(QStackedWidget):
    """What the page needs of the main window: focus mode, the shortcuts, and what was asked of it."""

    def __init__(self, desk: Desk, page: ChecklistsPage) -> None:
        super().__init__()
        self.desk, self.page = desk, page
        self.focused: QWidget | None = None
        self.links: list[str] = []
        self.went: list[tuple[str, dict[str, Any]]] = []
        self.locks = 0
        self.addWidget(page)
        desk.focus_asked.connect(self._focus)
        desk.link_asked.connect(self.links.append)
        desk.went.connect(lambda place, details: self.went.append((place, details)))
        desk.lock_asked.connect(self._locked)
        self.troubles: list[str] = []
        desk.trouble.connect(self.troubles.append)
        for keys, do in (("Ctrl+Return", self._primary), ("Alt+Left", page.back), ("Escape", page.escape)):
            QShortcut(QKeySequence(keys), self, do)
        QShortcut(QKeySequence("Ctrl+Z"), self, desk.undo)

    def _focus(self, widget: QWidget | None) -> None:
        if widget is not None:
            self.addWidget(widget)
            self.setCurrentWidget(widget)
        else:
            self.setCurrentWidget(self.page)
            if self.focused is not None:
                self.removeWidget(self.focused)
        self.focused = widget

    def _locked(self) -> None:
        self.locks += 1

    def _primary(self) -> None:
        button = getattr(self.focused or self.page, "primary", None)
        if button is not None:
            button.click()


@pytest.fixture
def bench(tmp_path: Path, vault: Vault) -> Workbench:
    person.add_accounts(vault, ["facebook", "whatsapp"])
    return open_bench(tmp_path / "app", vault)


@pytest.fixture
def page(desk: Desk) -> ChecklistsPage:
    return ChecklistsPage(desk)


@pytest.fixture
def window(desk: Desk, page: ChecklistsPage, qtbot: QtBot) -> Iterator[Window]:
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
def walk(window: Window, qtbot: QtBot) -> Callable[..., WalkThrough]:
    """Open a network's walk-through and hand it over once it stands."""

    def opened(network: str = "facebook", check: str = "") -> WalkThrough:
        window.page.open_walk(network, check)
        qtbot.waitUntil(lambda: window.page.walk is not None and window.page.walk.view is not None)
        found = window.page.walk
        assert found is not None
        return found

    return opened


@pytest.fixture
def settled(desk: Desk, qtbot: QtBot) -> Callable[[], None]:
    """Wait until everything asked for is kept and shown."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not desk.lanes.busy)

    return wait
