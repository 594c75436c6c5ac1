"""The binding itself: one release loses a reference to None with every call that returns nothing."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def test_the_binding_keeps_none_alive(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.10 and 3.11 aborts after a few thousand such calls."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _round in range(500):
        widget.update()
    assert sys.getrefcount(None) - before > -100
