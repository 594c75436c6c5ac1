"""The focus ring: there for the keyboard, gone with the mouse, never over what lies outside a scrolling part."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import open_window, settle
from ui.kit.buttons import Btn
from ui.kit.focus import AWAY, FocusRings
from ui.kit.layout import scroll, vbox
from ui.kit.text import Heading


@pytest.fixture
def rings(qapp: QApplication) -> Iterator[FocusRings]:
    made = FocusRings(qapp)
    yield made
    qapp.focusChanged.disconnect(made._on_focus)
    qapp.focusWindowChanged.disconnect(made._listen)
    made.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, rings: FocusRings) -> QWidget:
    inner = QWidget()
    inner.setLayout(vbox(*(Btn(f"Button {n}") for n in range(30)), margins=(20, 20, 20, 20)))
    made = QWidget()
    qtbot.addWidget(made)
    made.setLayout(vbox(Btn("Above"), scroll(inner)))
    made.resize(400, 300)
    open_window(made)
    return made


def press(window: QWidget, key: Qt.Key) -> None:
    """As a real key comes: to the window first."""
    QTest.keyClick(window.windowHandle(), key)
    settle()


def test_tab_brings_a_ring_round_the_control(window: QWidget, rings: FocusRings) -> None:
    press(window, Qt.Key.Key_Tab)
    widget = QApplication.focusWidget()
    assert widget is not None
    assert rings.ring is not None
    corner = widget.mapTo(window, widget.rect().topLeft())
    assert rings.ring.geometry().topLeft() == corner - widget.rect().topLeft() - corner.__class__(AWAY, AWAY)
    assert rings.ring.width() == widget.width() + 2 * AWAY
    assert rings.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_the_ring_of_a_heading_goes_round_its_words(qtbot: QtBot, rings: FocusRings) -> None:
    heading = Heading("To remove", "h1")
    heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window = QWidget()
    qtbot.addWidget(window)
    window.setLayout(vbox(Btn("Above"), heading, margins=(20, 20, 20, 20)))
    window.resize(600, 200)
    open_window(window)
    press(window, Qt.Key.Key_Tab)
    heading.setFocus(Qt.FocusReason.OtherFocusReason)
    settle()
    assert rings.ring is not None
    words = heading.fontMetrics().horizontalAdvance(heading.text())
    assert words < rings.ring.width() < words + 40
    assert rings.ring.x() < heading.mapTo(window, heading.rect().topLeft()).x() - AWAY


def test_the_mouse_takes_the_ring_away(window: QWidget, rings: FocusRings) -> None:
    press(window, Qt.Key.Key_Tab)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=window.rect().bottomRight())
    settle()
    assert rings.ring is None


def test_the_ring_follows_when_the_window_changes(window: QWidget, rings: FocusRings) -> None:
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Tab)
    assert rings.ring is not None
    before = rings.ring.geometry()
    area = window.findChild(QScrollArea)
    assert area is not None
    area.verticalScrollBar().setValue(12)
    settle()
    assert rings.ring.geometry() == before.translated(0, -12)


def test_a_ring_in_a_scrolling_part_does_not_reach_outside_it(window: QWidget, rings: FocusRings) -> None:
    for _step in range(3):
        press(window, Qt.Key.Key_Tab)
    area = window.findChild(QScrollArea)
    assert area is not None
    area.verticalScrollBar().setValue(80)
    settle()
    assert rings.ring is not None
    seen = rings.ring.mask().boundingRect().translated(rings.ring.pos())
    assert seen.top() >= area.geometry().top()


def test_a_ring_goes_with_its_window(window: QWidget, rings: FocusRings, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_Tab)
    assert rings.ring is not None
    other = QWidget()
    qtbot.addWidget(other)
    other.setLayout(vbox(Btn("Over here")))
    open_window(other)
    press(other, Qt.Key.Key_Tab)
    assert rings.ring is not None
    assert rings.ring.window() is other
