"""The page of incident notes in a window that shows focus mode."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.incidents.page import IncidentsPage


class Window(QStackedWidget):
    """What the page needs of the main window: focus mode, the shortcuts, and what was asked of it."""

    def __init__(self, desk: Desk, page: IncidentsPage) -> None:
        super().__init__()
        self.desk, self.page = desk, page
        self.focused: QWidget | None = None
        self.went: list[tuple[str, dict[str, Any]]] = []
        self.said: list[str] = []
        self.addWidget(page)
        desk.focus_asked.connect(self._focus)
        desk.said.connect(lambda words, _undo: self.said.append(words))
        desk.went.connect(lambda place, details: self.went.append((place, details)))
        for keys, do in (("Ctrl+Return", self._primary), ("Alt+Left", page.back), ("Escape", page.escape)):
            QShortcut(QKeySequence(keys), self, do)
        QShortcut(QKeySequence("Ctrl+Z"), self, desk.undo)

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
def page(desk: Desk) -> IncidentsPage:
    return IncidentsPage(desk)


@pytest.fixture
def window(desk: Desk, page: IncidentsPage, qtbot: QtBot, settle: Callable[[], None]) -> Iterator[Window]:
    made = Window(desk, page)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settle()
    yield made
    settle()
