"""The lock page and its ways on: focus, Enter, what is said, and the recovery code in any spelling."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from footprint import vault as vaults
from footprint.home import Contents
from footprint.vault import Sheet, Way
from tests.ui import looks
from ui.jobs import Lanes
from ui.kit import clipboard, printing
from ui.kit.access import spoken
from ui.lock.forgot import ForgotPage
from ui.lock.keep import KeepPage
from ui.lock.page import LockPage, wait_before
from ui.lock.restore import RestorePage
from ui.lock.sheet import SheetForm, sheet_html

WHEN = datetime(2026, 11, 16, 14, 30, tzinfo=UTC)


@pytest.fixture
def lanes(qtbot: QtBot) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    assert made.stop_all()


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(vaults.new_code(), "7F3A-91C2", date(2026, 11, 16))


def test_focus_starts_in_the_field_and_enter_unlocks(qtbot: QtBot) -> None:
    page = LockPage()
    qtbot.addWidget(page)
    looks.open_window(page)
    page.arrive()
    assert page.focusWidget() is page.box.edit
    page.box.edit.setText("four invented words here")
    heard: list[str] = []
    page.entered.connect(heard.append)
    qtbot.keyClick(page.box.edit, Qt.Key.Key_Return)
    qtbot.keyClick(page.box.edit, Qt.Key.Key_Return)
    assert heard == ["four invented words here"]
    assert page.unlock.text() == "Unlocking…" and not page.unlock.isEnabled()


def test_what_was_wrong_is_kept_selected_and_said(qtbot: QtBot) -> None:
    page = LockPage()
    qtbot.addWidget(page)
    looks.open_window(page)
    page.box.edit.setText("not the right one")
    page.unlock.click()
    page.refused("The passphrase does not match.")
    assert page.box.edit.selectedText() == "not the right one" or page.box.edit.hasSelectedText()
    assert page.field.words in spoken
    assert page.unlock.isEnabled()


def test_nothing_typed_is_asked_for_without_trying(qtbot: QtBot) -> None:
    page = LockPage()
    qtbot.addWidget(page)
    heard: list[str] = []
    page.entered.connect(heard.append)
    page.unlock.click()
    assert page.field.words == "Enter your passphrase." and heard == []


def test_the_wait_grows_after_five_tries_and_stays_short() -> None:
    waits = [wait_before(tries) for tries in range(20)]
    assert waits[:5] == [0] * 5
    assert waits[5:] == sorted(waits[5:]) and waits[5] == 1 and max(waits) <= 10


def test_an_empty_code_is_asked_for(qtbot: QtBot) -> None:
    page = ForgotPage((Way.PASSPHRASE, Way.CODE))
    qtbot.addWidget(page)
    page.use.click()
    assert page.field.words == "Enter the code from your recovery sheet."
    page.box.setText("A1")
    with qtbot.waitSignal(page.code_entered):
        qtbot.keyClick(page.box, Qt.Key.Key_Return)
    page.refused("This does not look like a recovery code.")
    assert page.use.isEnabled() and page.use.text() == "Open with this code"


def test_restoring_asks_for_the_file_and_then_for_its_secret(qtbot: QtBot) -> None:
    page = RestorePage()
    qtbot.addWidget(page)
    page.restore.click()
    assert page.file_field.words and not page.field.words
    page._chosen(Path("notes.footprint"))
    assert not page.file_field.words
    page.restore.click()
    assert page.field.words
    page.box.edit.setText("its old passphrase")
    with qtbot.waitSignal(page.asked) as asked:
        page.restore.click()
    assert asked.args == [Path("notes.footprint"), "its old passphrase"]
    page.show_inside(Contents(WHEN, WHEN, items=12, accounts=1, answers=0, copies=5))
    assert "12 things to remove, 1 account, 0 answers, 5 kept copies." in page.inside.words.text()
    with qtbot.waitSignal(page.entered) as entered:
        page.restore.click()
    assert entered.args == asked.args
    page.refused("This file is not a backup.")
    assert page.field.isVisibleTo(page) and not page.inside.isVisibleTo(page)
    assert page.restore.text() == "See what is in it"


def test_taking_the_suggested_words_shows_them_and_saves(lanes: Lanes, qtbot: QtBot) -> None:
    page = KeepPage(lanes)
    qtbot.addWidget(page)
    assert page.form is not None
    words = page.form.suggestion.text()
    assert len(words.split()) == 6
    page.form._use_suggestion()
    assert page.form.box.text() == words and page.form.box.tick.isChecked()
    with qtbot.waitSignal(page.passphrase_chosen, timeout=10_000) as chosen:
        qtbot.keyClick(page.form.box.edit, Qt.Key.Key_Return)
    assert chosen.args == [words]


def test_a_weak_passphrase_is_told_what_is_missing(lanes: Lanes, qtbot: QtBot) -> None:
    page = KeepPage(lanes)
    qtbot.addWidget(page)
    page.form.box.edit.setText("kitten")
    page.save.click()
    qtbot.waitUntil(lambda: bool(page.form.field.words), timeout=10_000)
    assert page.save.isEnabled()


@pytest.mark.parametrize(
    "spell", [str, str.lower, lambda group: f" {group[:3]} {group[3:]} ", lambda g: g.lower() + " "]
)
def test_the_group_may_be_typed_back_in_any_spelling(spell, sheet: Sheet, qtbot: QtBot) -> None:
    form = SheetForm(sheet)
    qtbot.addWidget(form)
    form.box.setText(spell(sheet.code.groups[form.asked_for]))
    with qtbot.waitSignal(form.confirmed):
        qtbot.keyClick(form.box, Qt.Key.Key_Return)


def test_another_group_is_not_taken(sheet: Sheet, qtbot: QtBot) -> None:
    form = SheetForm(sheet)
    qtbot.addWidget(form)
    form.box.setText(sheet.code.groups[(form.asked_for + 1) % 4])
    form.submit()
    assert f"group {form.asked_for + 1}" in form.field.words


def test_copying_the_code_says_when_it_is_cleared(sheet: Sheet, qtbot: QtBot) -> None:
    form = SheetForm(sheet)
    qtbot.addWidget(form)
    form.show()
    form._copy()
    assert QGuiApplication.clipboard().text() == sheet.code.written
    assert form.copied.isVisible() and "30 seconds" in form.copied.text() and form.copied.text() in spoken
    clipboard.clear_secret()
    assert QGuiApplication.clipboard().text() == ""


def test_the_printed_sheet_has_the_whole_code_and_nothing_about_the_person(sheet: Sheet, tmp_path: Path) -> None:
    html = sheet_html(sheet)
    words = printing.document(html).toPlainText()
    assert all(group in words for group in sheet.code.groups)
    assert sheet.vault in words and "16 November 2026" in words
    printing.to_pdf(html, tmp_path / "sheet.pdf", "Recovery sheet")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
