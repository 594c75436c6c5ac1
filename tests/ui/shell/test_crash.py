"""A mistake of ours: the report says where, and nothing of the person."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui import looks
from ui.crash import CrashSheet, report


def broken() -> BaseException:
    try:
        raise ValueError("Ada Example was at https://page.example/ada")
    except ValueError as problem:
        return problem


def test_the_report_names_no_value_and_no_folder_of_this_computer() -> None:
    words = report(broken())
    assert "ValueError" in words and "test_crash.py" in words
    assert "Ada" not in words and "page.example" not in words
    assert str(Path.home()) not in words and str(Path(__file__).parent) not in words


def test_the_report_is_shown_in_full_before_it_can_be_copied(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sheet = CrashSheet(window, broken())
    sheet.open()
    assert sheet.isVisible() and "ValueError" in sheet.text
    assert looks.clipped_labels(sheet) == [] and looks.unnamed_or_small(sheet) == [] and looks.hard_to_read(sheet) == []
    sheet.copy.click()
    assert QGuiApplication.clipboard().text() == sheet.text and sheet.copy.text() == "Copied"
    sheet.close()
