"""The line that says what was done: spoken, with Undo, in no hurry while someone is at it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import SIZES, Size, clipped_labels, open_window, show_at, themed, unnamed_or_small
from ui.kit.access import spoken
from ui.kit.buttons import CloseBtn
from ui.kit.toast import ToastArea


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    open_window(made)
    QTest.mouseMove(made, QPoint(880, 10))
    return made


def test_it_says_what_was_done_at_the_bottom_left_and_aloud(window: QWidget) -> None:
    toast = ToastArea(window)
    toast.say("Moved to It is fine")
    assert toast.words == spoken[-1] == "Moved to It is fine"
    assert not toast.undo_button.isVisible()
    assert toast.x() == 20
    assert toast.geometry().bottom() == window.height() - 21


def test_undo_is_done_once_and_the_line_goes(window: QWidget) -> None:
    done: list[str] = []
    toast = ToastArea(window)
    toast.say("Saved", lambda: done.append("undone"))
    toast.undo_button.click()
    assert done == ["undone"]
    assert toast.words == ""


def test_a_new_line_takes_the_place_of_the_old(window: QWidget) -> None:
    toast = ToastArea(window)
    toast.say("First", lambda: None)
    toast.say("Second")
    assert toast.words == "Second"
    assert not toast.undo_button.isVisible()


def test_it_waits_while_the_mouse_or_focus_is_on_it(window: QWidget) -> None:
    toast = ToastArea(window)
    toast.say("Saved", lambda: None)
    assert toast._clock.isActive()
    QApplication.sendEvent(toast, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    assert not toast._clock.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._clock.isActive()
    toast.undo_button.setFocus()
    assert not toast._clock.isActive()


def test_esc_and_the_cross_dismiss_it(window: QWidget) -> None:
    toast = ToastArea(window)
    toast.say("Saved", lambda: None)
    toast.undo_button.setFocus()
    QTest.keyClick(toast.undo_button, Qt.Key.Key_Escape)
    assert toast.words == ""
    toast.say("Saved again")
    toast.findChild(CloseBtn).click()
    assert toast.words == ""


def test_a_short_stay_ends_by_itself(window: QWidget, qtbot: QtBot) -> None:
    toast = ToastArea(window)
    toast.say("Saved", seconds=1)
    qtbot.waitUntil(lambda: toast.words == "", timeout=5000)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_at_any_size(size: Size, qtbot: QtBot) -> None:
    with themed(dark=True, scale=size.scale):
        window = QWidget()
        qtbot.addWidget(window)
        show_at(window, size)
        toast = ToastArea(window)
        toast.say("Moved “A. Example on a people-finder site” to the list of things to remove", lambda: None)
        show_at(window, size)
        assert clipped_labels(window) == []
        assert unnamed_or_small(window) == []
        assert window.rect().contains(toast.geometry())


def test_it_stands_above_a_bar_at_the_foot(window: QWidget) -> None:
    bar = QWidget(window)
    bar.resize(900, 64)
    toast = ToastArea(window)
    toast.keep_above(bar)
    toast.say("Saved")
    assert toast.geometry().bottom() == window.height() - 64 - 21
    toast.keep_above(None)
    assert toast.geometry().bottom() == window.height() - 21
