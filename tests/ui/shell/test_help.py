"""F1: every page, the walk-through and the pages before the app is open have help of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui import looks
from ui.checklists.walkthrough import WalkThrough
from ui.desk import Desk
from ui.first_run.steps import Welcome
from ui.help.sheet import HelpSheet
from ui.help.texts import topics
from ui.lock.covered import CoveredPage
from ui.lock.forgot import ForgotPage
from ui.lock.keep import KeepPage
from ui.lock.page import LockPage
from ui.lock.restore import RestorePage
from ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    yield made
    made.clear()
    made.close()
    made.deleteLater()


def help_shown(window: MainWindow, page: QWidget, qtbot: QtBot) -> HelpSheet:
    window.show_cover(page)
    looks.open_window(window)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    looks.settle()
    sheet = window.findChild(HelpSheet)
    assert sheet is not None and sheet.isVisible()
    return sheet


@pytest.mark.parametrize("make", [LockPage, lambda: ForgotPage(()), RestorePage, CoveredPage])
def test_locked_pages_have_help(make: Callable[[], QWidget], window: MainWindow, qtbot: QtBot) -> None:
    assert topics()["locked"].title in help_shown(window, make(), qtbot).heading.text()


def test_the_lock_page_says_what_protects_the_notes(window: MainWindow, qtbot: QtBot) -> None:
    page = LockPage()
    window.show_cover(page)
    looks.open_window(window)
    page.protected.click()
    looks.settle()
    sheet = window.findChild(HelpSheet)
    assert sheet is not None and topics()["protected"].title in sheet.heading.text()


def test_the_first_steps_have_help(window: MainWindow, qtbot: QtBot) -> None:
    assert topics()["first_steps"].title in help_shown(window, Welcome(""), qtbot).heading.text()


def test_choosing_a_passphrase_has_help(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    assert topics()["passphrase"].title in help_shown(window, KeepPage(desk.lanes), qtbot).heading.text()


def test_going_through_a_checklist_has_help() -> None:
    assert WalkThrough.help_topic in topics()


def test_a_sheet_of_help_goes_with_the_page_it_was_about(window: MainWindow, qtbot: QtBot) -> None:
    sheet = help_shown(window, LockPage(), qtbot)
    window.show_cover(ForgotPage(()))
    assert not sheet.isVisible()
