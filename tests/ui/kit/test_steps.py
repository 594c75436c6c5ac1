"""Steps are one tab stop, keep the focus when they change, and the stages say where a thing stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.steps import NumberedSteps, StageLine, StepList, StepRow

ROWS = [
    StepRow("photo", "Profile photo", "done", "Your profile"),
    StepRow("posts", "Your future posts", "here", "Your posts"),
    StepRow("friends", "Your friends list", "todo", "Your posts"),
]


@pytest.fixture
def steps(shown: Callable[..., QWidget]) -> StepList:
    made = StepList("Steps")
    before, after = QLineEdit(), QLineEdit()
    shown(before, made, after)
    made.show(ROWS)
    QApplication.processEvents()
    return made


def test_the_step_one_is_at_is_the_tab_stop(steps: StepList) -> None:
    before, after = steps.window().findChildren(QLineEdit)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is steps.buttons[1]
    QTest.keyClick(steps.buttons[1], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after


def test_arrows_move_and_enter_goes_there(steps: StepList, qtbot: QtBot) -> None:
    steps.buttons[1].setFocus()
    QTest.keyClick(steps.buttons[1], Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is steps.buttons[2]
    with qtbot.waitSignal(steps.chosen) as chosen:
        QTest.keyClick(steps.buttons[2], Qt.Key.Key_Return)
    assert chosen.args == ["friends"]


def test_the_focus_stays_when_the_steps_change(steps: StepList) -> None:
    steps.buttons[2].setFocus()
    steps.show([StepRow(row.key, row.title, "done", row.group) for row in ROWS])
    assert QApplication.focusWidget() is steps.buttons[2]
    steps.show([*ROWS, StepRow("stories", "Stories", "todo", "Your posts")])
    assert QApplication.focusWidget() is steps.buttons[2]
    assert len(steps.buttons) == 4


def test_each_step_says_its_state(steps: StepList) -> None:
    assert [button.accessibleName() for button in steps.buttons] == [
        "Profile photo. Done",
        "Your future posts. You are here",
        "Your friends list. Not started",
    ]


def test_a_step_list_can_be_hidden_and_shown_like_any_widget(steps: StepList) -> None:
    steps.hide()
    steps.show()
    assert steps.isVisible()
    assert len(steps.buttons) == 3


def test_numbered_steps_read_out_their_number_and_no_stars(shown: Callable[..., QWidget]) -> None:
    steps = NumberedSteps(["Choose **Posts**.", "Look at **Who can see your posts?**"])
    shown(steps)
    assert [text.accessibleName() for text in steps.texts] == ["1. Choose Posts.", "2. Look at Who can see your posts?"]
    steps.show_steps(["Only one"])
    assert len(steps.texts) == 1


def test_the_stages_say_where_a_thing_stands(shown: Callable[..., QWidget]) -> None:
    line = StageLine(["Found", "Asked", "Reminded", "Gone or kept"], 1)
    shown(line)
    QAccessible.setActive(True)
    spoken = QAccessible.queryAccessibleInterface(line)
    assert spoken.role() == QAccessible.Role.Graphic
    assert spoken.text(QAccessible.Text.Name) == "Stage 2 of 4: Asked"
    line.set_stage(9)
    assert line.accessibleName() == "Stage 4 of 4: Gone or kept"


def test_stages_become_a_column_when_narrow() -> None:
    line = StageLine(["Found", "Asked", "Reminded", "Gone or kept"], 1)
    assert line.heightForWidth(250) > 2 * line.heightForWidth(600)
