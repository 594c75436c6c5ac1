"""A row is one button with one name; its words wrap and its status drops below them when there is no room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import SIZES, Size, clipped_labels, open_window, show_at, themed
from ui.kit.layout import vbox
from ui.kit.row_paint import TONES, RowLook, cut_lines, measure
from ui.kit.rows import RowButton
from ui.kit.words import breakable

ROWS = (
    ("Instagram privacy checklist", "Last checked 11 May 2026", "Due 20 November", "warn"),
    ("Ask Sam to untag you in a photo", "No reply since 8 November", "Follow up", "info"),
    (
        "https://peoplefinder.example/uk/ada-example-of-the-north/person/123129831242",
        "",
        "There is a problem",
        "danger",
    ),
    ("Search for your name", "You do this every 6 months", "Done", "done"),
)


@pytest.fixture
def card(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.setLayout(vbox(*(RowButton(*row, icon="search") for row in ROWS), None, spacing=0))
    return window


def test_a_row_is_one_button_named_by_title_and_status(qtbot: QtBot) -> None:
    row = RowButton(*ROWS[0])
    qtbot.addWidget(row)
    QAccessible.setActive(True)
    interface = QAccessible.queryAccessibleInterface(row)
    assert interface.role() == QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name) == "Instagram privacy checklist. Due 20 November"
    assert interface.text(QAccessible.Text.Description) == "Last checked 11 May 2026"
    row.show_row("Instagram privacy checklist", "Last checked today", "Done", "done")
    assert interface.text(QAccessible.Text.Name) == "Instagram privacy checklist. Done"


def test_the_status_drops_below_the_words_where_there_is_no_room() -> None:
    look = RowLook(*ROWS[0], icon="checklist")
    wide, narrow = measure(look, 600), measure(look, 300)
    assert not wide.stacked
    assert narrow.stacked
    assert narrow.height > wide.height


@pytest.mark.parametrize("size", SIZES)
def test_rows_are_never_cut_off(card: QWidget, size: Size) -> None:
    with themed(scale=size.scale):
        show_at(card, Size(size.width, 1600, size.scale))
        assert clipped_labels(card) == []
        assert all(row.height() >= 50 for row in card.findChildren(RowButton))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\u200b"), max_size=80))
def test_breaking_long_words_changes_no_word(words: str) -> None:
    assert breakable(words).replace("\u200b", "") == words


@given(
    st.text(max_size=120), st.text(max_size=60), st.text(max_size=30), st.sampled_from(TONES), st.integers(160, 1200)
)
def test_any_words_fit_into_the_height_a_row_asks_for(title: str, meta: str, pill: str, tone: str, width: int) -> None:
    laid = measure(RowLook(title, meta, pill, tone), width)
    assert laid.height >= laid.inner
    assert laid.words_at + laid.words_width <= max(width, 160)
    assert not laid.stacked or laid.pill_width <= laid.words_width


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_open_a_row(card: QWidget, key: Qt.Key, qtbot: QtBot) -> None:
    card.show()
    row = card.findChildren(RowButton)[0]
    with qtbot.waitSignal(row.clicked):
        QTest.keyClick(row, key)


def test_up_and_down_go_from_row_to_row(card: QWidget) -> None:
    open_window(card)
    rows = card.findChildren(RowButton)
    rows[0].setFocus()
    for key, at in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1)):
        QTest.keyClick(QApplication.focusWidget() or card, key)
        assert QApplication.focusWidget() is rows[at]


@pytest.mark.parametrize("tone", TONES)
def test_every_tone_is_painted_in_every_theme(tone: str, qtbot: QtBot) -> None:
    row = RowButton("Title", "Meta", "Words", tone, icon="search")
    qtbot.addWidget(row)
    row.resize(500, 66)
    seen = []
    for dark, contrast in ((False, False), (True, False), (False, True)):
        with themed(dark, contrast=contrast):
            seen.append(row.grab().toImage())
    assert seen[0] != seen[1] != seen[2]


def test_right_to_left_turns_a_row_round(qtbot: QtBot) -> None:
    row = RowButton("Title", "", "Due", "warn", letter="F")
    qtbot.addWidget(row)
    row.resize(500, 60)
    usual = row.grab().toImage()
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = row.grab().toImage()
    tile = usual.pixelColor(20, 30)
    assert turned.pixelColor(500 - 20, 30) == tile != turned.pixelColor(20, 30)


@given(st.text(st.sampled_from("ab wi-/.éłЖ漢"), max_size=120), st.integers(60, 500), st.integers(1, 3))
def test_a_title_is_cut_to_its_lines_and_not_before(words: str, width: int, most: int) -> None:
    found = cut_lines(words, width, most)
    assert 1 <= len(found) <= most
    if not found[-1].endswith("…"):
        shown = "".join(found).replace("\u200b", "")
        assert "".join(shown.split()) == "".join(words.replace("\u200b", "").split())
