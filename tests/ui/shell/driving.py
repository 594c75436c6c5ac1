"""Driving a whole app in a test: pressing what a page shows, keeping the notes, unlocking them again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from footprint import person
from footprint.person import DetailKind
from tests.ui.looks import settle
from ui.app import App
from ui.kit.buttons import Btn
from ui.lock.keep import KeepPage
from ui.lock.page import LockPage

PHRASE = "invented words for a test only"
MARKER = "Zebedee Markerson"


def press(parent: QWidget, words: str) -> None:
    settle()
    found = [one for one in parent.findChildren(Btn) if one.text() == words and one.isVisibleTo(parent)]
    assert found, f"no button says {words!r}"
    found[0].click()


def page_of(app: App, kind: type) -> bool:
    return isinstance(app.window.page, kind)


def keep_it(app: App, qtbot: QtBot) -> str:
    """Through “Keep this?” with the keyboard's means; gives the recovery code as written on the sheet."""
    app.keeping.ask()
    page = app.window.page
    assert isinstance(page, KeepPage)
    page.form.box.edit.setText(PHRASE)
    press(page, "Save and continue")
    qtbot.waitUntil(lambda: page.sheet is not None, timeout=20_000)
    code = code_on(page)
    page.sheet.box.setText(code.split("-")[page.sheet.asked_for])
    press(page, "Finish")
    qtbot.waitUntil(lambda: app.window.shell is not None and not app.lanes.busy)
    return code


def add_marker(app: App) -> None:
    person.add_detail(app.session.vault, DetailKind.NAME, MARKER)


def unlock(app: App, qtbot: QtBot, phrase: str = PHRASE) -> None:
    page = app.window.page
    assert isinstance(page, LockPage)
    page.box.edit.setText(phrase)
    qtbot.keyClick(page.box.edit, Qt.Key.Key_Return)


def code_on(page: KeepPage) -> str:
    """The recovery code as the sheet on the page shows it."""
    return "-".join(label.text() for label in page.sheet.findChildren(QLabel) if label.role == "h2")
