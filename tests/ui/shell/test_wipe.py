"""“Delete everything”, from the settings to the page that says what went and what is left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from footprint import vault as vaults
from tests.ui.shell.driving import MARKER, add_marker, keep_it, page_of, press
from ui.app import App
from ui.lock.wiped import WipedPage


def test_every_trace_goes_and_what_is_left_is_told(make_app: Callable[..., App], qtbot: QtBot, tmp_path: Path) -> None:
    app = make_app()
    keep_it(app, qtbot)
    assert app.session is not None
    add_marker(app)
    backup = vaults.backup(app.session.vault, tmp_path / "mine.footprint")
    app.session.desk.wipe_asked.emit()
    qtbot.waitUntil(lambda: page_of(app, WipedPage), timeout=20_000)
    assert app.session is None
    words = " ".join(label.text() for label in app.window.page.findChildren(QLabel))
    assert str(backup.path) in words and "paper" in words and MARKER not in words
    assert not [path for path in app.folder.rglob("*") if path.is_file()] if app.folder.exists() else True
    press(app.window.page, "Start again")
    qtbot.waitUntil(lambda: app.session is not None)
    assert not app.session.vault.kept
