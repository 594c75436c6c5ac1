"""A person with accounts on Facebook and WhatsApp, a desk, and a window that shows focus mode as the app does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from footprint import person
from footprint.vault import Vault
from footprint.workbench import Workbench, open_bench
from ui.checklists.page import ChecklistsPage
from ui.checklists.walkthrough import WalkThrough
from ui.desk import Desk
from ui.kit import theme
from ui.kit.access import install_accessibility


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


@pytest.fixture(scope="session", autouse=True)
def _heard(qapp: QApplication) -> None:
    install_accessibility()


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Callable[[bool, float], None]]:
    yield lambda dark, scale: theme.apply(qapp, dark, scale)
    theme.apply(qapp, False, 1.0)


@pytest.fixture
def bench(tmp_path: Path, vault: Vault) -> Workbench:
    person.add_accounts(vault, ["facebook", "whatsapp"])
    return open_bench(tmp_path, vault)


@pytest.fixture
def desk(bench: Workbench, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    theme.apply(qapp, False, 1.0)
    made = Desk(bench)
    made.broke.connect(_raise)
    yield made
    qtbot.waitUntil(lambda: not made.lanes.busy)
    assert made.lanes.stop_all()


def _raise(problem: Exception) -> None:
    raise problem


@pytest.fixture
def page(desk: Desk) -> ChecklistsPage:
    return ChecklistsPage(desk)


@pytest.fixture
def window(desk: Desk, page: ChecklistsPage, qtbot: QtBot) -> Iterator[Window]:
    made = Window(desk, page)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: page.list is not None)
    yield made
    made.page.close_walk()
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
