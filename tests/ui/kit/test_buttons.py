"""Buttons: their names, their keys, every state painted differently, words never cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import SIZES, clipped_labels, show_at, themed, unnamed_or_small
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import KINDS, Btn, CloseBtn, LinkBtn
from ui.kit.layout import hbox, vbox


def test_an_ampersand_in_words_is_shown_and_is_no_alt_key(qtbot: QtBot) -> None:
    button = Btn("Search for ‘Ada & Sons’")
    qtbot.addWidget(button)
    QAccessible.setActive(True)
    interface = QAccessible.queryAccessibleInterface(button)
    assert button.text() == interface.text(QAccessible.Text.Name) == "Search for ‘Ada & Sons’"
    assert button.shortcut().isEmpty()


def test_keys_are_spoken_but_not_bound(qtbot: QtBot) -> None:
    button = Btn("It is fine", keys="Ctrl+2")
    qtbot.addWidget(button)
    assert button.accessibleDescription() == "Ctrl+2"
    assert button.shortcut().isEmpty()
    assert button.sizeHint().width() > Btn("It is fine").sizeHint().width() + 40


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_press_it(key: Qt.Key, qtbot: QtBot) -> None:
    button = Btn("Save")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


@pytest.mark.parametrize("kind", KINDS)
def test_each_state_is_painted_differently(kind: str, qtbot: QtBot) -> None:
    window, button = QWidget(), Btn("Save", kind)
    window.setLayout(hbox(button))
    qtbot.addWidget(window)
    window.show()
    usual = window.grab().toImage()
    button.setDown(True)
    assert window.grab().toImage() != usual
    button.setDown(False)
    button.setEnabled(False)
    assert window.grab().toImage() != usual


def test_a_kind_that_does_not_exist_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="important"):
        Btn("Save", "important")


@pytest.mark.parametrize("size", SIZES)
def test_long_words_wrap_instead_of_being_cut_off(size: tuple[int, int, float], qtbot: QtBot) -> None:
    long = "Search Bing and DuckDuckGo for ‘Ada Example of the North and the South’ and show what they say about you"
    with themed(scale=size[2]):
        window = QWidget()
        qtbot.addWidget(window)
        window.setLayout(vbox(Btn(long, "primary", "search"), Btn("Back", icon="left"), LinkBtn(long), None))
        show_at(window, SIZES[SIZES.index(size)])
        assert clipped_labels(window) == []
        assert unnamed_or_small(window) == []
        assert all(one.width() <= window.width() for one in window.findChildren(Btn))


def test_the_close_button_has_a_name_and_is_big_enough(qtbot: QtBot) -> None:
    button = CloseBtn("Dismiss")
    qtbot.addWidget(button)
    button.show()
    assert button.accessibleName() == "Dismiss"
    assert min(button.width(), button.height()) >= 24


def test_hover_repaints(qtbot: QtBot) -> None:
    button = Btn("Save")
    qtbot.addWidget(button)
    button.show()
    usual = button.grab().toImage()
    QTest.mouseMove(button, QPoint(5, 5))
    qtbot.waitUntil(lambda: button.underMouse() or not button.isVisible(), timeout=2000)
    assert button.grab().toImage() != usual


def test_quiet_words_begin_where_the_line_above_begins(qtbot: QtBot) -> None:
    """Alone, first of a row or first of a second line: no room of a button's own before the words."""
    first, second = Btn("Skip for now", "quiet"), Btn("Remind me tomorrow", "quiet")
    row = ButtonRow(first, second)
    qtbot.addWidget(row)
    row.resize(600, 80)
    row.show()
    assert _ink_starts(first) <= 3
    assert _ink_starts(second) >= 9
    row.resize(first.width() + 20, 120)
    assert second.x() == 0
    assert second.y() > first.y()
    assert _ink_starts(second) <= 3


def test_quiet_words_in_line_are_underlined_under_the_mouse(qtbot: QtBot) -> None:
    row = ButtonRow(Btn("Skip for now", "quiet"))
    qtbot.addWidget(row)
    row.show()
    button = row.findChild(Btn)
    before = button.grab().toImage()
    button.setDown(True)
    assert button.grab().toImage() != before


def _ink_starts(button: Btn) -> int:
    """The first column of pixels that something is painted in."""
    image = button.grab().toImage()
    ground = image.pixelColor(0, 0)
    columns = range(image.width())
    return next(x for x in columns if any(image.pixelColor(x, y) != ground for y in range(image.height())))
