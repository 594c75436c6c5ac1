"""Banners are heard, and the summary of errors takes people to the fields it is about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.access import spoken
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card, EmptyState, ErrorSummary
from ui.kit.fields import Field, TextBox
from ui.kit.layout import scroll
from ui.kit.text import PlainLabel

Form = tuple[ErrorSummary, list[Field]]


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[Form]:
    inner = QWidget()
    column = QVBoxLayout(inner)
    summary = ErrorSummary()
    column.addWidget(summary)
    fields = [Field(f"Answer {n}", TextBox()) for n in range(12)]
    for field in fields:
        column.addWidget(field)
    window = scroll(inner)
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    yield summary, fields
    window.hide()


def test_the_summary_takes_the_focus_and_is_hidden_without_problems(form: Form) -> None:
    summary, fields = form
    assert summary.isHidden()
    summary.show_problems([("Enter the last answer.", fields[-1])])
    assert summary.isVisible()
    assert QApplication.focusWidget() is summary
    assert "Enter the last answer." in summary.accessibleDescription()
    summary.show_problems([])
    assert summary.isHidden()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_line_leads_to_its_field_and_brings_it_into_view(form: Form, key: Qt.Key) -> None:
    summary, fields = form
    summary.show_problems([("Enter the first answer.", fields[0]), ("Enter the last answer.", fields[-1])])
    QTest.keyClick(summary, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), key)
    assert QApplication.focusWidget() is fields[-1].widget
    assert not fields[-1].visibleRegion().isEmpty()


def test_enter_on_the_summary_itself_leads_to_the_first_problem(form: Form) -> None:
    summary, fields = form
    summary.show_problems([("Enter answer 3.", fields[3])])
    QTest.keyClick(summary, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is fields[3].widget


def test_a_banner_is_announced_when_it_appears_and_when_it_changes(qtbot: QtBot) -> None:
    banner = Banner("warn", "You are offline", "You can carry on.", Btn("Try again"))
    qtbot.addWidget(banner)
    banner.show()
    qtbot.waitUntil(lambda: spoken == ["You are offline You can carry on."])
    banner.say("You are offline", "You can carry on.")
    banner.say("You are back online")
    assert spoken[1:] == ["You are back online"]
    assert banner.words.isHidden()


def test_a_card_keeps_its_words_at_the_top(qtbot: QtBot) -> None:
    card = Card(title="Buttons")
    words = card.add(PlainLabel("Words"))
    qtbot.addWidget(card)
    card.resize(400, 600)
    card.show()
    QApplication.processEvents()
    assert words.geometry().bottom() < 200
    assert card.heading is not None


def test_a_card_gives_spare_height_to_what_wants_it(qtbot: QtBot) -> None:
    card = Card()
    wide = QWidget()
    card.add(wide, 1)
    card.body.addStretch(1)
    qtbot.addWidget(card)
    card.resize(400, 600)
    card.show()
    QApplication.processEvents()
    assert wide.height() > 200


def test_an_empty_state_has_its_button_in_reach(qtbot: QtBot) -> None:
    button = Btn("Search my name", "primary")
    state = EmptyState("search", "No results to sort", "It takes about 2 minutes.", button)
    qtbot.addWidget(state)
    state.show()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)
