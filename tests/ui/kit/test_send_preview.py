"""Nothing goes that is not shown word for word, and every line of it can be switched off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.access import spoken
from ui.kit.send_preview import SendLine, SendPreview

BRAVE, BING = "Brave Search (api.search.example)", "Bing (api.bing.example)"


def line(number: int, words: str = '"Ada Example"', to: str = BRAVE, **values: object) -> SendLine:
    return SendLine(
        number,
        words,
        to,
        "Finds pages with your name",
        ("Ada Example",),
        f"https://{to.split('(')[1][:-1]}/search?q={number}",
        "The words, for 90 days",
        **values,
    )


LINES = [line(1), line(2, '"Ada Example" Otherton'), line(3, to=BING), line(4, '<b>"A & B"</b>', to=BING, on=False)]


def verb(count: int) -> str:
    return f"Search {count} times"


@pytest.fixture
def preview(shown: Callable[..., QWidget]) -> SendPreview:
    made = SendPreview("What will be sent", verb, LINES)
    shown(made, width=640, height=800)
    return made


def ticks(preview: SendPreview) -> dict[int, QWidget]:
    return {number: tick for group in preview.groups for number, tick in group.ticks.items()}


def said(preview: SendPreview) -> str:
    return "\n".join(label.text() for label in preview.findChildren(QLabel) if label.isVisible())


def test_the_exact_words_the_receiver_the_reason_and_what_they_keep_are_on_the_page(preview: SendPreview) -> None:
    words = said(preview)
    assert [tick.title for tick in ticks(preview).values()] == [part.words for part in LINES]
    assert f"To {BRAVE}" in words
    assert f"To {BING}" in words
    assert "Why: Finds pages with your name" in words
    assert "They may keep: The words, for 90 days" in words
    assert ticks(preview)[1].second == "Your details in it: Ada Example"


def test_only_the_lines_that_are_on_are_sent(preview: SendPreview, qtbot: QtBot) -> None:
    assert preview.send_button.text() == "Search 3 times"
    assert preview.count.text() == "3 of 4 lines are on, to 2 places."
    QTest.keyClick(ticks(preview)[2], Qt.Key.Key_Space)
    assert preview.send_button.text() == "Search 2 times"
    assert preview.send_button.accessibleDescription() == "2 of 4 lines are on, to 2 places."
    with qtbot.waitSignal(preview.send) as sent:
        QTest.mouseClick(preview.send_button, Qt.MouseButton.LeftButton)
    assert sent.args == [[1, 3]]


def test_two_presses_are_one_consent(preview: SendPreview) -> None:
    sent: list[list[int]] = []
    preview.send.connect(sent.append)
    QTest.mouseDClick(preview.send_button, Qt.MouseButton.LeftButton)
    preview.send_button.click()
    preview.send_button.click()
    assert sent == [[1, 2, 3]]
    preview.rearm()
    preview.send_button.click()
    assert len(sent) == 2


def test_with_every_line_off_nothing_goes_and_it_says_why(preview: SendPreview, qtbot: QtBot) -> None:
    sent: list[list[int]] = []
    preview.send.connect(sent.append)
    for tick in ticks(preview).values():
        if tick.isChecked():
            QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    preview.send_button.click()
    assert sent == []
    assert preview.problem.isVisible()
    qtbot.waitUntil(lambda: any("switched off" in words for words in spoken))
    QTest.keyClick(ticks(preview)[4], Qt.Key.Key_Space)
    assert preview.problem.isHidden()
    preview.send_button.click()
    assert sent == [[4]]


def test_not_sending_sends_nothing_and_is_said(preview: SendPreview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.not_sent), qtbot.assertNotEmitted(preview.send):
        QTest.keyClick(preview.stop_button, Qt.Key.Key_Space)
    assert spoken[-1] == "Nothing was sent"


def test_the_exact_requests_are_those_of_the_lines_that_are_on(preview: SendPreview) -> None:
    QTest.mouseClick(preview.exact.button, Qt.MouseButton.LeftButton)
    assert preview.requests.isVisible()
    assert preview.requests.toPlainText().split("\n\n") == [part.url for part in LINES if part.on]
    ticks(preview)[1].click()
    assert LINES[0].url not in preview.requests.toPlainText()
    assert preview.requests.isReadOnly()
    assert preview.requests.tabChangesFocus()


def test_words_from_outside_are_never_markup(preview: SendPreview) -> None:
    assert ticks(preview)[4].accessibleName() == '<b>"A & B"</b>'
    assert ticks(preview)[4].shortcut().isEmpty()


def test_each_place_is_a_named_group(preview: SendPreview) -> None:
    QAccessible.setActive(True)
    heard = QAccessible.queryAccessibleInterface(preview.groups[1])
    assert heard.role() == QAccessible.Role.Grouping
    assert heard.text(QAccessible.Text.Name) == f"To {BING}"


@pytest.fixture
def long(shown: Callable[..., QWidget]) -> SendPreview:
    made = SendPreview(
        "What will be sent", verb, [line(n, f'"Ada Example" {n}', (BRAVE, BING)[n % 2]) for n in range(40)]
    )
    shown(made, width=640, height=800)
    QApplication.processEvents()
    return made


def test_forty_lines_leave_the_buttons_in_sight(long: SendPreview) -> None:
    window = long.window()
    for button in (long.send_button, long.stop_button):
        place = QRect(button.mapTo(window, button.rect().topLeft()), button.size())
        assert window.rect().contains(place)
    assert len(long.findChildren(QWidget)) < 150


def test_a_line_reached_by_keyboard_is_scrolled_to(long: SendPreview) -> None:
    last = list(ticks(long).values())[-1]
    assert last.visibleRegion().isEmpty()
    last.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert last.visibleRegion().boundingRect().height() == last.height()


def test_all_lines_to_one_place_are_switched_at_once(long: SendPreview) -> None:
    group = long.groups[0]
    assert group.all_button.text() == "Switch all off"
    assert group.all_button.accessibleName() == f"Switch all off: {group.lines[0].to}"
    QTest.mouseClick(group.all_button, Qt.MouseButton.LeftButton)
    assert group.numbers() == []
    assert long.send_button.text() == "Search 20 times"
    QTest.mouseClick(group.all_button, Qt.MouseButton.LeftButton)
    assert long.send_button.text() == "Search 40 times"
