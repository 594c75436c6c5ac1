"""Fields say their label, hint and error to everyone, and dates are understood as people type them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.cards import ErrorSummary
from ui.kit.choices import Choices, Option
from ui.kit.fields import DateField, Field, NotesBox, PassphraseBox, Select, TextBox


def test_label_hint_error_and_box_stand_in_that_order(shown: Callable[..., QWidget]) -> None:
    field = Field("Profile address", TextBox(), "For example, facebook.com/yourname")
    shown(field)
    field.show_error("Enter the address of your profile")
    QApplication.processEvents()
    tops = [part.mapTo(field, QPoint(0, 0)).y() for part in (field.label, field.hint, field.error, field.widget)]
    assert tops == sorted(tops)
    assert len(set(tops)) == 4


def test_a_field_is_named_and_described(shown: Callable[..., QWidget]) -> None:
    field = Field("Profile address", TextBox(), "For example, facebook.com/yourname")
    shown(field)
    assert field.label.buddy() is field.widget
    assert field.widget.accessibleName() == "Profile address"
    assert field.widget.accessibleDescription() == "For example, facebook.com/yourname"
    field.show_error("Enter the address of your profile")
    assert field.words == "Enter the address of your profile"
    assert field.widget.accessibleDescription().startswith("Error: Enter the address of your profile")
    assert field.widget.property("error") == "1"
    field.clear_error()
    assert field.words == ""
    assert field.widget.property("error") == ""
    assert field.widget.accessibleDescription() == "For example, facebook.com/yourname"


def test_an_optional_field_says_so() -> None:
    assert Field("Town", TextBox(), optional=True).widget.accessibleName() == "Town (optional)"


def test_a_passphrase_is_hidden_until_asked_for(shown: Callable[..., QWidget]) -> None:
    box = PassphraseBox("Passphrase")
    field = Field("Passphrase", box, "Four words or more")
    shown(field)
    field.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "correct horse")
    assert box.text() == "correct horse"
    assert box.edit.echoMode() == QLineEdit.EchoMode.Password
    QTest.keyClick(box.tick, Qt.Key.Key_Space)
    assert box.edit.echoMode() == QLineEdit.EchoMode.Normal
    box.clear()
    assert box.text() == ""
    assert box.edit.echoMode() == QLineEdit.EchoMode.Password
    assert box.edit.accessibleName() == "Passphrase"
    assert box.edit.accessibleDescription() == "Four words or more"


def test_tab_leaves_a_notes_box(shown: Callable[..., QWidget]) -> None:
    notes, after = NotesBox("Your note"), QLineEdit()
    shown(notes, after)
    notes.setFocus()
    QTest.keyClick(notes, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after
    assert notes.toPlainText() == ""


def test_more_rows_are_taller() -> None:
    assert NotesBox("Note", rows=8).minimumSizeHint().height() > NotesBox("Note", rows=3).minimumSizeHint().height()


@pytest.fixture
def select(shown: Callable[..., QWidget]) -> Select:
    made = Select("How often", [("3", "Every 3 months"), ("6", "Every 6 months"), ("12", "Every year")])
    shown(made)
    return made


def test_the_keyboard_chooses_in_a_select(select: Select, qtbot: QtBot) -> None:
    select.setFocus()
    with qtbot.waitSignal(select.chosen) as chosen:
        QTest.keyClick(select, Qt.Key.Key_Down)
    assert chosen.args == ["6"]
    assert select.value == "6"
    assert select.toolTip() == "Every 6 months"


def test_showing_a_value_tells_nobody(select: Select) -> None:
    told: list[str] = []
    select.chosen.connect(told.append)
    select.set_value("12")
    select.set_value("not offered")
    assert select.value == "12"
    assert told == []


def test_the_wheel_never_changes_an_answer(select: Select) -> None:
    select.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(select.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(select, turn)
    assert select.value == "3"


def typed(day: str, month: str, year: str) -> DateField:
    field = DateField("Date you noticed it")
    for box, text in zip(field.boxes.values(), (day, month, year), strict=True):
        box.setText(text)
    return field


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [("16", "11", "2026"), (" 16 ", "nov", "26"), ("16", "November", "2026"), ("16.", "NOV.", "2026")],
)
def test_dates_are_understood_as_people_type_them(day: str, month: str, year: str) -> None:
    assert typed(day, month, year).date() == date(2026, 11, 16)


def test_an_empty_date_is_none_and_can_be_shown() -> None:
    field = typed("", "", "")
    assert field.date() is None
    field.set_date(date(2026, 2, 28))
    assert field.date() == date(2026, 2, 28)
    field.set_date(None)
    assert field.date() is None


@pytest.mark.parametrize(
    ("day", "month", "year", "words"),
    [
        ("16", "", "2026", "month"),
        ("", "11", "2026", "day"),
        ("16", "11", "", "year"),
        ("31", "2", "2026", "no such day"),
        ("16", "no", "2026", "no such day"),
        ("1_0", "1", "2026", "no such day"),
        ("16", "11", "99999999999999999999", "no such day"),
    ],
)
def test_what_is_missing_or_wrong_is_said(day: str, month: str, year: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        typed(day, month, year).date()


@given(st.text(max_size=8), st.text(max_size=12), st.text(max_size=8))
def test_nothing_typed_breaks_a_date(day: str, month: str, year: str) -> None:
    try:
        answer = typed(day, month, year).date()
    except ValueError as problem:
        assert str(problem).endswith(".")
    else:
        assert answer is None or isinstance(answer, date)


def test_a_date_field_shows_its_error_on_its_boxes(shown: Callable[..., QWidget]) -> None:
    inner = DateField("Date you noticed it")
    field = Field("Date you noticed it", inner)
    shown(field)
    field.show_error("The date must have a year.")
    assert inner.boxes["day"].accessibleDescription() == "Error: The date must have a year."
    assert all(box.property("error") == "1" for box in inner.boxes.values())
    field.setFocus()
    assert QApplication.focusWidget() is inner.boxes["day"]
    assert [box.accessibleName() for box in inner.boxes.values()] == ["Day", "Month", "Year"]


def test_a_group_in_a_field_shows_its_label_once_and_takes_the_focus(shown: Callable[..., QWidget]) -> None:
    choices = Choices("How often?", [Option("6", "Every 6 months"), Option("12", "Every year")])
    field = Field("How often?", choices, "You can change this later")
    shown(field)
    choices.set_value("12")
    assert choices.heading.isHidden()
    field.show_error("Choose how often.")
    summary = ErrorSummary()
    field.layout().addWidget(summary)
    summary.show_problems([("Choose how often.", field)])
    summary.links[0].click()
    assert QApplication.focusWidget() is choices.cards["12"]
