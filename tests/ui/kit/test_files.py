"""Asking for files leaves nothing behind, and synced folders are pointed out."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui.kit.files import ask_open, ask_save, synced_folder_words


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path) -> QWidget:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "config"))
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def finish(dialog: QFileDialog, path: Path, qtbot: QtBot) -> None:
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_opening_hands_over_the_file_and_remembers_no_folder(parent: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    page = tmp_path / "Ada Example" / "page.html"
    page.parent.mkdir()
    page.write_text("<p>")
    got: list[Path] = []
    finish(ask_open(parent, "Choose a saved page", ["Saved pages (*.html)"], got.append), page, qtbot)
    assert got == [page]
    left = "".join(one.read_text() for one in (tmp_path / "config").rglob("*") if one.is_file())
    assert "Ada" not in left


def test_saving_suggests_a_name_and_adds_its_ending(parent: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    got: list[Path] = []
    dialog = ask_save(parent, "Save", "online-check-2026-11-16.pdf", ["PDF (*.pdf)"], got.append)
    assert Path(dialog.selectedFiles()[0]).name == "online-check-2026-11-16.pdf"
    finish(dialog, tmp_path / "mine", qtbot)
    assert got == [tmp_path / "mine.pdf"]


def test_cancelling_hands_over_nothing(parent: QWidget, qtbot: QtBot) -> None:
    got: list[Path] = []
    dialog = ask_open(parent, "Choose", [], got.append)
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert got == []


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (PureWindowsPath(r"C:\Users\ada\OneDrive - A Council\Documents\x.pdf"), "OneDrive"),
        (PurePosixPath("/home/ada/Dropbox/x.pdf"), "Dropbox"),
        (PurePosixPath("/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/x.pdf"), "iCloud"),
        (PurePosixPath("/home/ada/Documents/x.pdf"), ""),
    ],
)
def test_folders_that_are_copied_elsewhere_are_named(path: Path, service: str) -> None:
    words = synced_folder_words(path)
    assert (service in words) if service else words == ""
