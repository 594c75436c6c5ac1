"""Dialogs never block, close with Esc, and hand the focus back to what opened them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui.kit import theme
from ui.kit.buttons import Btn
from ui.kit.dialogs import Message, Question, Sheet
from ui.kit.text import PlainLabel


@pytest.fixture
def opener(shown: Callable[..., QWidget]) -> Btn:
    button = Btn("Delete note")
    shown(QLineEdit(), button)
    button.setFocus()
    return button


def question(opener: Btn) -> Question:
    made = Question(
        opener.window(),
        "Delete this incident note?",
        "The note and its 2 pictures go for good.",
        "Delete note",
        "Keep note",
        danger=True,
    )
    made.open()
    QApplication.processEvents()
    return made


def test_a_question_starts_on_keeping_things(opener: Btn) -> None:
    asked = question(opener)
    assert asked.isVisible()
    assert QApplication.focusWidget() is asked.keep_button
    assert asked.do_button.kind == "danger"
    assert asked.windowTitle() == asked.heading.text() == "Delete this incident note?"


@pytest.mark.parametrize("how", ["esc", "keep"])
def test_keeping_is_a_no_and_the_focus_goes_back(opener: Btn, qtbot: QtBot, how: str) -> None:
    asked = question(opener)
    with qtbot.waitSignal(asked.rejected):
        if how == "esc":
            QTest.keyClick(asked, Qt.Key.Key_Escape)
        else:
            QTest.keyClick(asked.keep_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not isValid(asked))
    opener.window().activateWindow()  # what a real desktop does by itself
    qtbot.waitUntil(lambda: QApplication.focusWidget() is opener)


def test_doing_it_is_a_yes(opener: Btn, qtbot: QtBot) -> None:
    asked = question(opener)
    with qtbot.waitSignal(asked.accepted):
        QTest.mouseClick(asked.do_button, Qt.MouseButton.LeftButton)


def test_an_opener_that_is_gone_is_no_trouble(opener: Btn, qtbot: QtBot) -> None:
    asked = question(opener)
    opener.setParent(None)
    opener.deleteLater()
    QApplication.processEvents()
    with qtbot.waitSignal(asked.rejected):
        QTest.keyClick(asked, Qt.Key.Key_Escape)


def test_a_message_has_one_button(opener: Btn, qtbot: QtBot) -> None:
    said = Message(opener.window(), "Nothing was sent", "You were offline. You can try again later.")
    said.open()
    with qtbot.waitSignal(said.finished):
        QTest.keyClick(said.button, Qt.Key.Key_Space)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_dialog_is_as_tall_as_its_words_and_no_taller_than_the_screen(opener: Btn, scale: float) -> None:
    theme.apply(QApplication.instance(), False, scale)
    sheet = Sheet(opener.window(), "Something to read")
    words = sheet.add(PlainLabel("A sentence about what happens next. " * 6))
    sheet.add_button(Btn("Close"))
    sheet.open()
    QApplication.processEvents()
    assert words.height() >= words.heightForWidth(words.width())
    assert not sheet.findChild(QWidget, "qt_scrollarea_vcontainer").isVisible() or scale > 1
    sheet.add(PlainLabel("And much more. " * 400))
    QApplication.processEvents()
    QApplication.processEvents()
    assert sheet.height() <= sheet.screen().availableGeometry().height()


def test_control_enter_presses_the_primary_button_but_never_a_dangerous_one(opener: Btn, qtbot: QtBot) -> None:
    sheet = Sheet(opener.window(), "Remind me")
    box = sheet.add(QLineEdit())
    sheet.add_button(Btn("Cancel"))
    done = sheet.add_button(Btn("Set the reminder", "primary"))
    sheet.open()
    with qtbot.waitSignal(done.clicked):
        QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sheet.reject()
    asked = question(opener)
    QTest.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.isVisible()
    asked.reject()


def test_a_sheet_made_smaller_by_hand_scrolls(opener: Btn) -> None:
    sheet = Sheet(opener.window(), "Something to read")
    sheet.add(PlainLabel("And much more. " * 60))
    sheet.add_button(Btn("Close"))
    sheet.open()
    QApplication.processEvents()
    bar = sheet.findChild(QScrollArea).verticalScrollBar()
    assert not bar.isVisible()
    sheet.resize(sheet.width(), sheet.height() - 100)
    QApplication.processEvents()
    assert bar.isVisible()
    sheet.reject()
