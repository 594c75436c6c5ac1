"""Your data: a backup that opens again, restoring and deleting asked for, and only on purpose."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint import person, web
from footprint import vault as vaults
from footprint.person import DetailKind
from footprint.vault import Patience
from tests.ui.settings.conftest import PHRASE, Heard, Kept
from ui.settings.data import size_in_words
from ui.settings.page import SettingsPage

Settle = Callable[[], None]


def test_a_backup_is_made_noted_and_opens_again(kept: Kept, tmp_path: Path) -> None:
    person.add_detail(kept.vault, DetailKind.NAME, "Ada Example")
    kept.page.show_at(section="data")
    kept.settle()
    data = kept.page.section
    assert data.last.text() == "You have no backup yet."
    data.chosen(tmp_path / "mine.footprint")
    kept.settle()
    assert kept.heard.said[0].startswith("Backed up: ")
    assert data.last.text() == "Last backup: 16 November 2026"
    assert data.back_up.isEnabled()
    assert web.entries(kept.vault)[0].note == "A backup of your notes"
    there = vaults.restore(tmp_path / "mine.footprint", PHRASE, tmp_path / "there", patience=Patience(0)).vault
    assert [one.text for one in person.details(there)] == ["Ada Example"]
    there.close()


def test_the_file_dialog_suggests_a_name_that_says_nothing(kept: Kept) -> None:
    kept.page.show_at(section="data")
    kept.page.section.back_up.click()
    dialog = kept.page.section.dialog
    assert [Path(one).name for one in dialog.selectedFiles()] == ["Footprint backup 2026-11-16.footprint"]
    dialog.reject()


def test_a_synced_folder_is_said_before_anything_is_saved(kept: Kept, tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Council"
    folder.mkdir()
    kept.page.show_at(section="data")
    data = kept.page.section
    data.chosen(folder / "mine.footprint")
    data.question.keep_button.click()
    kept.settle()
    assert list(folder.iterdir()) == []
    data.chosen(folder / "mine.footprint")
    data.question.do_button.click()
    kept.settle()
    assert [one.name for one in folder.iterdir()] == ["mine.footprint"]


def test_a_backup_goes_on_when_another_section_is_opened(kept: Kept, tmp_path: Path) -> None:
    kept.page.show_at(section="data")
    kept.settle()
    kept.page.section.chosen(tmp_path / "mine.footprint")
    kept.page.show_at(section="about")
    QApplication.processEvents()
    kept.settle()
    assert kept.heard.said and (tmp_path / "mine.footprint").exists()


@pytest.mark.skipif(os.name != "posix", reason="folders nobody may write to are made this way on POSIX only")
def test_a_backup_that_fails_says_so_and_can_be_tried_again(kept: Kept, tmp_path: Path) -> None:
    kept.page.show_at(section="data")
    kept.page.section.chosen(tmp_path / "nowhere" / "mine.footprint")
    kept.settle()
    assert kept.heard.trouble
    assert kept.page.section.back_up.isEnabled()


def test_where_and_how_big(kept: Kept) -> None:
    kept.page.show_at(section="data")
    kept.settle()
    data = kept.page.section
    assert data.place.accessibleName() == str(kept.folder)
    assert data.size.text().startswith("It takes up ") and data.size.text().endswith((" KB.", " MB."))
    data.copy.click()
    assert QApplication.clipboard().text() == str(kept.folder)


def test_nothing_kept_yet_has_nothing_to_back_up(page: SettingsPage, heard: Heard, settle: Settle) -> None:
    page.show_at(section="data")
    settle()
    page.section.back_up.click()
    assert heard.trouble == ["There is nothing to back up yet. Choose “Keep this” first."]
    page.section.keep.click()
    page.section.restore.click()
    assert heard.asked == ["keep", "restore"]


def test_everything_is_deleted_only_after_the_word_was_typed(
    page: SettingsPage, heard: Heard, qtbot: QtBot, settle: Settle
) -> None:
    page.show_at(section="data")
    page.section.delete.click()
    sheet = page.section.sheet
    qtbot.waitUntil(sheet.keep.hasFocus)
    sheet.do.click()
    assert sheet.isVisible() and sheet.field.words and sheet.box.hasFocus()
    QTest.keyClicks(sheet.box, "delet")
    sheet.do.click()
    assert sheet.isVisible() and heard.asked == []
    QTest.keyClicks(sheet.box, "E")
    QTest.keyClick(sheet.box, Qt.Key.Key_Return)
    settle()
    assert heard.asked == ["wipe"]


def test_escape_keeps_everything(page: SettingsPage, heard: Heard, settle: Settle) -> None:
    page.show_at(section="data")
    page.section.delete.click()
    page.section.sheet.box.setText("delete")
    QTest.keyClick(page.section.sheet, Qt.Key.Key_Escape)
    settle()
    assert heard.asked == []


@pytest.mark.parametrize(
    ("count", "words"), [(0, "1 KB"), (412_300, "412 KB"), (3_440_000, "3.4 MB"), (1_200_000_000, "1.2 GB")]
)
def test_sizes_in_words(count: int, words: str) -> None:
    assert size_in_words(count) == words
