"""Choices answer to the mouse and to the keyboard, are one tab stop each, and are named for screen readers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.choices import CheckCard, Choices, Option, RadioCard, Tick, Ticks

OPTIONS = [
    Option("friends", "Friends", "Only people you have accepted", "Safer choice"),
    Option("public", "Public", "Anyone, even without an account"),
    Option("else", "Something else"),
]


@pytest.fixture
def choices(shown: Callable[..., QWidget]) -> Choices:
    made = Choices("What is it set to now?", OPTIONS)
    shown(QLineEdit(), made, QLineEdit())
    return made


def test_a_press_anywhere_on_a_card_chooses_it(choices: Choices, qtbot: QtBot) -> None:
    card = choices.cards["public"]
    with qtbot.waitSignal(choices.chosen) as chosen:
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(card.width() - 5, 5))
    assert chosen.args == ["public"]
    assert choices.value == "public"
    assert not choices.cards["friends"].isChecked()


def test_choosing_again_what_is_chosen_tells_nobody(choices: Choices) -> None:
    told: list[str] = []
    choices.set_value("friends")
    choices.chosen.connect(told.append)
    choices.cards["friends"].click()
    assert told == []


@pytest.mark.parametrize(
    ("key", "value"), [(Qt.Key.Key_Down, "public"), (Qt.Key.Key_Right, "public"), (Qt.Key.Key_Up, "else")]
)
def test_arrows_choose_and_go_round(choices: Choices, key: Qt.Key, value: str) -> None:
    choices.set_value("friends")
    choices.focus_first()
    QTest.keyClick(QApplication.focusWidget(), key)
    assert choices.value == value
    assert QApplication.focusWidget() is choices.cards[value]


def test_left_goes_on_in_languages_read_from_the_right(choices: Choices) -> None:
    choices.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    choices.focus_first()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert choices.value == "public"


@pytest.mark.parametrize("value", ["", "public", "else"])
def test_a_group_is_one_tab_stop(choices: Choices, value: str) -> None:
    choices.set_value(value)
    boxes = choices.window().findChildren(QLineEdit)
    boxes[0].setFocus()
    QTest.keyClick(boxes[0], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is choices.cards[value or "friends"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is boxes[1]


def test_space_chooses_the_first_when_nothing_is_chosen(choices: Choices) -> None:
    choices.focus_first()
    assert choices.value == ""
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert choices.value == "friends"


def test_a_value_can_be_shown_and_taken_back_without_telling(choices: Choices) -> None:
    told: list[str] = []
    choices.chosen.connect(told.append)
    choices.set_value("else")
    choices.set_value("")
    assert choices.value == ""
    assert not any(card.isChecked() for card in choices.cards.values())
    choices.set_value("no such answer")
    assert choices.value == ""
    assert told == []


def test_group_and_cards_are_named(choices: Choices) -> None:
    QAccessible.setActive(True)
    group = QAccessible.queryAccessibleInterface(choices)
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "What is it set to now?"
    card = QAccessible.queryAccessibleInterface(choices.cards["friends"])
    assert card.role() == QAccessible.Role.RadioButton
    assert card.text(QAccessible.Text.Name) == "Friends"
    assert card.text(QAccessible.Text.Description) == "Only people you have accepted. Safer choice"


def test_ticks_tell_what_is_on_in_the_order_shown(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    ticks = Ticks("Which of these do you use?", OPTIONS, columns=3)
    shown(ticks)
    ticks.set_values(["else", "friends"])
    assert ticks.values() == ("friends", "else")
    with qtbot.waitSignal(ticks.changed):
        QTest.keyClick(ticks.cards["public"], Qt.Key.Key_Space)
    assert ticks.values() == ("friends", "public", "else")


def test_cards_stand_side_by_side_and_stack_when_narrow(shown: Callable[..., QWidget]) -> None:
    ticks = Ticks("Which of these do you use?", OPTIONS, columns=3)
    window = shown(ticks, width=700)
    assert len({card.y() for card in ticks.cards.values()}) == 1
    window.resize(300, 500)
    QApplication.processEvents()
    assert len({card.y() for card in ticks.cards.values()}) == 3
    assert len({card.x() for card in ticks.cards.values()}) == 1


def test_words_are_never_a_shortcut(shown: Callable[..., QWidget]) -> None:
    card = CheckCard("Bed & breakfast")
    shown(card)
    assert card.accessibleName() == "Bed & breakfast"
    assert card.shortcut().isEmpty()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("kind", [RadioCard, CheckCard, Tick])
def test_cards_grow_with_their_words(kind: type[RadioCard | CheckCard | Tick], scale: float) -> None:
    from ui.kit import theme

    theme.apply(QApplication.instance(), False, scale)
    one = kind("Friends", "Only people you have accepted")
    long = kind("Friends", "Only people you have accepted " * 12)
    assert long.heightForWidth(400) > one.heightForWidth(400)
    assert long.heightForWidth(300) > long.heightForWidth(900)
    assert one.heightForWidth(600) >= 36 * scale


def test_a_tag_drops_below_the_words_when_there_is_no_room() -> None:
    card = RadioCard("Friends", "Only people you have accepted", "Safer choice")
    plain = RadioCard("Friends", "Only people you have accepted")
    assert card.heightForWidth(600) == plain.heightForWidth(600)
    assert card.heightForWidth(260) > plain.heightForWidth(260)


def test_a_word_too_long_for_the_card_is_broken_not_cut() -> None:
    assert Tick("x" * 200).heightForWidth(200) > Tick("x").heightForWidth(200) * 3
