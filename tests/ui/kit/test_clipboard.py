"""What is private leaves the clipboard again, unless something else was copied since."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from pytestqt.qtbot import QtBot

from ui.kit.clipboard import clear_secret, copy_secret, copy_text

LEAVING = """
import sys
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from ui.kit import clipboard
app = QApplication([])
data = QMimeData()
data.setText("Something that stays")
QApplication.clipboard().setMimeData(data)
clipboard.leave()
print(QApplication.clipboard().text())
"""


@pytest.fixture
def clipboard(qtbot: QtBot) -> QClipboard:
    return QGuiApplication.clipboard()


def test_a_private_text_is_marked_and_cleared_when_its_time_is_up(clipboard: QClipboard, qtbot: QtBot) -> None:
    copy_secret("Please untag me", seconds=0)
    assert clipboard.text() == "Please untag me"
    formats = clipboard.mimeData().formats()
    assert "x-kde-passwordManagerHint" in formats
    assert any("CanIncludeInClipboardHistory" in one for one in formats)
    qtbot.waitUntil(lambda: clipboard.text() == "")


def test_what_was_copied_since_is_left_alone(clipboard: QClipboard, qtbot: QtBot) -> None:
    copy_secret("Private", seconds=0)
    copy_text("Something else")
    qtbot.wait(20)
    assert clipboard.text() == "Something else"


def test_locking_does_not_wait(clipboard: QClipboard) -> None:
    copy_secret("Private")
    clear_secret()
    assert clipboard.text() == ""
    copy_text("Not private")
    clear_secret()
    assert clipboard.text() == "Not private"


def test_a_process_that_leaves_with_something_copied_ends_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    ended = subprocess.run([sys.executable, "-c", LEAVING], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, "Something that stays\n")
