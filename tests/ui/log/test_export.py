"""The list as a spreadsheet: only what is asked for, safe to open, and in the journal."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from footprint import log, web
from footprint.log import Item, New, Origin, Query
from footprint.vault import Vault
from ui.desk import Desk
from ui.log.page import LogPage

Settle = Callable[[], None]


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_the_suggested_name_says_nothing_about_the_person(things: dict[str, Item], page: LogPage) -> None:
    QTest.keyClick(page.view.save, Qt.Key.Key_Space)
    dialog = page.findChild(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "online-check-2026-11-16.csv"
    dialog.close()


def test_the_rows_in_sight_are_saved_and_noted_in_the_journal(
    things: dict[str, Item], page: LogPage, vault: Vault, settle: Settle, tmp_path: Path
) -> None:
    log.add(vault, New("=HYPERLINK(1)", origin=Origin.ME))
    path = tmp_path / "list.csv"
    page.view.export.save_to(path, Query())
    settle()
    titles = [row[0] for row in rows_of(path)[1:]]
    assert len(titles) == 5
    assert "'=HYPERLINK(1)" in titles
    assert web.entries(vault)[0].note == "The list of things to remove, as a spreadsheet"


def test_a_place_that_cannot_be_written_is_said(
    things: dict[str, Item], page: LogPage, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    troubles: list[str] = []
    desk.trouble.connect(troubles.append)
    page.view.export.save_to(tmp_path / "missing" / "list.csv", Query())
    settle()
    assert troubles == ["The file could not be saved there. Choose another folder."]


def test_a_folder_that_is_copied_elsewhere_is_said_before_saving(
    things: dict[str, Item], page: LogPage, settle: Settle, tmp_path: Path
) -> None:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    page.view.export.save_to(folder / "list.csv", Query())
    question = page.view.export.question
    assert question.isVisible()
    settle()
    assert not (folder / "list.csv").exists()
    question.do_button.click()
    settle()
    assert len(rows_of(folder / "list.csv")) == 5
