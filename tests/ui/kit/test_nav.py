"""The navigation: one tab stop, arrows that only move, badges that are spoken, and the chip at its foot."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import open_window, settle, tab_walk, themed, unnamed_or_small
from ui.kit.buttons import Btn
from ui.kit.layout import hbox
from ui.kit.nav import JournalChip, NavBar, NavButton
from ui.places import PLACES


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made, nav = QWidget(), NavBar(PLACES, "Footprint Check")
    nav.add_foot(JournalChip())
    nav.set_current("home")
    qtbot.addWidget(made)
    made.setLayout(hbox(nav, Btn("On the page"), spacing=0))
    made.resize(900, 700)
    open_window(made)
    return made


@pytest.fixture
def nav(window: QWidget) -> NavBar:
    found = window.findChild(NavBar)
    assert isinstance(found, NavBar)
    return found


def test_places_are_radio_buttons_that_say_what_can_be_done(nav: NavBar) -> None:
    QAccessible.setActive(True)
    nav.set_badge("remove", 5)
    interface = QAccessible.queryAccessibleInterface(nav.buttons["remove"])
    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.text(QAccessible.Text.Name) == "To remove, 5 to do"
    nav.set_badge("remove", 0)
    assert interface.text(QAccessible.Text.Name) == "To remove"


def test_only_one_place_is_open(nav: NavBar) -> None:
    nav.set_current("search")
    assert [name for name, button in nav.buttons.items() if button.isChecked()] == ["search"]
    nav.set_current("journal")
    assert nav.current == ""


def test_the_places_are_one_tab_stop(window: QWidget, nav: NavBar) -> None:
    walked = tab_walk(window)
    assert len([one for one in walked if isinstance(one, NavButton)]) == 1


def test_arrows_move_and_enter_opens(nav: NavBar) -> None:
    went: list[str] = []
    nav.went.connect(went.append)
    nav.focus_current()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(QApplication.focusWidget() or nav, key)
    assert went == []
    assert nav.current == "home"
    QTest.keyClick(QApplication.focusWidget() or nav, Qt.Key.Key_Return)
    assert went == ["checklists"]
    QTest.keyClick(QApplication.focusWidget() or nav, Qt.Key.Key_End)
    assert QApplication.focusWidget() is nav.buttons["settings"]


def test_neighbours_go_round_the_ends(nav: NavBar) -> None:
    nav.set_current("settings")
    assert nav.neighbour(1) == "home"
    nav.set_current("home")
    assert nav.neighbour(-1) == "settings"
    nav.set_current("journal")
    assert (nav.neighbour(1), nav.neighbour(-1)) == ("home", "settings")


def test_everything_is_named_and_big_enough_at_every_text_size(window: QWidget) -> None:
    for scale in (1.0, 2.0):
        with themed(scale=scale):
            settle()
            assert unnamed_or_small(window) == []


def test_the_chip_says_what_left_this_computer(qtbot: QtBot) -> None:
    chip = JournalChip()
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Nothing sent today"
    chip.show_words("1 thing sent today", icon="info", tone="neutral")
    assert chip.accessibleName() == "1 thing sent today"
    assert chip.accessibleDescription() == "See privacy journal"
    usual = chip.grab().toImage()
    chip.show_words("Not kept yet", "Keep this", "warn", "warn")
    assert chip.grab().toImage() != usual


def test_the_open_place_is_marked_by_more_than_colour(nav: NavBar) -> None:
    button = nav.buttons["home"]
    here = button.grab().toImage()
    nav.set_current("search")
    assert button.grab().toImage().pixelColor(1, 18) != here.pixelColor(1, 18)
