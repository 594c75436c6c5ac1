"""The sections of the settings: opened from the list, the box and from elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.desk import Desk
from ui.settings.page import PARTS, SettingsPage

Settle = Callable[[], None]
NAMES = [one.name for one in PARTS]


@pytest.mark.parametrize("name", NAMES)
def test_each_section_opens_from_elsewhere(name: str, page: SettingsPage, settle: Settle) -> None:
    page.show_at(section=name)
    settle()
    assert page.name == name
    assert page.title.text() == next(one.label for one in PARTS if one.name == name)
    assert page.rail.buttons[name].isChecked()
    assert page.picker.value == name


def test_a_section_nobody_knows_changes_nothing(page: SettingsPage) -> None:
    page.show_at(section="look")
    page.show_at(section="nothing")
    page.show_at()
    assert page.name == "look"


def test_the_list_is_walked_with_arrows_and_opened_with_enter(page: SettingsPage, settle: Settle) -> None:
    page.rail.buttons["you"].setFocus()
    for _time in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert page.name == "you"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert page.name == "lock"
    assert page.rail.buttons["lock"].hasFocus()


def test_a_narrow_page_has_a_box_in_place_of_the_list(page: SettingsPage, settle: Settle) -> None:
    assert page.rail.isVisible() and not page.picker.isVisible()
    page.resize(500, 700)
    settle()
    assert not page.rail.isVisible() and page.picker.isVisible()
    page.picker.setFocus()
    QTest.keyClick(page.picker, Qt.Key.Key_Down)
    settle()
    assert page.name == NAMES[1]


def test_the_section_stays_after_a_change_elsewhere(page: SettingsPage, desk: Desk, settle: Settle) -> None:
    from ui.changes import Changes

    page.show_at(section="internet")
    settle()
    section = page.section
    desk.changed.emit(Changes.all(), None)
    settle()
    assert page.section is section
