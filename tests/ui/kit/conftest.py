"""A window round the widgets under test, kept alive and active until the test ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

Shown = Callable[..., QWidget]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    held: list[QWidget] = []

    def show(*widgets: QWidget, width: int = 600, height: int = 500) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        held.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        return window

    yield show
    for window in held:  # at once, or every later change of look would dress it as well
        if isValid(window):
            delete(window)
