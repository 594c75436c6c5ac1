"""Every file the app makes: a folder that is copied elsewhere is said first; a place that refuses is a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.saving import NotSaved, save_as, warn_of_copies, writing


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_usual_folder_is_written_to_at_once(window: QWidget, tmp_path: Path) -> None:
    written: list[str] = []
    assert warn_of_copies(window, tmp_path / "OneDrive list.csv", lambda: written.append("there")) is None
    assert written == ["there"]


def test_nothing_is_written_where_files_are_copied_before_the_person_agrees(window: QWidget, tmp_path: Path) -> None:
    written: list[str] = []
    path = tmp_path / "Dropbox" / "list.csv"
    question = warn_of_copies(window, path, lambda: written.append("there"))
    assert question is not None and question.keep_button.text() == "Do not save"
    assert written == []
    question.do_button.click()
    assert written == ["there"]


def test_another_place_is_asked_for_in_the_same_words(window: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    written: list[Path] = []
    dialog = save_as(window, "Save a copy", "copy.csv", ["Table (*.csv)"], written.append)
    dialog.fileSelected.emit(str(tmp_path / "OneDrive" / "copy.csv"))
    dialog.close()
    question = next(one for one in window.children() if hasattr(one, "keep_button"))
    question.keep_button.click()
    (again,) = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    assert again.windowTitle() == "Save a copy" and written == []
    again.fileSelected.emit(str(tmp_path / "copy.csv"))
    assert written == [tmp_path / "copy.csv"]
    again.close()


def test_a_place_that_refuses_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="could not be saved there"), writing():
        (tmp_path / "missing" / "list.csv").write_text("x", encoding="utf-8")
