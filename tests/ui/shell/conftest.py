"""A window with a session in it, for what the shell and its places are looked at for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint.settings import SettingsFile
from footprint.workbench import Workbench
from tests.ui.looks import settle
from ui.app import App
from ui.appearance import Appearance
from ui.links import Links
from ui.main_window import MainWindow
from ui.session import Session

Open = Callable[[Workbench], Session]


@pytest.fixture
def open_app(qapp: QApplication, qtbot: QtBot) -> Iterator[Open]:
    """Opens the app on a workbench and waits until it has come to rest."""
    made: list[Session] = []

    def open_it(bench: Workbench) -> Session:
        window = MainWindow()
        appearance = Appearance(qapp, bench.settings.now)
        session = Session(window, bench, Links(window, bench.settings, opener=lambda _address: None), appearance)
        appearance.setParent(session)
        made.append(session)
        session.show()
        window.show()
        rest(session, qtbot)
        return session

    yield open_it
    for session in made:
        assert session.desk.lanes.stop_all()
        session.window.clear()
        session.window.close()
        session.window.deleteLater()
    QApplication.processEvents()


def rest(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.desk.lanes.busy, timeout=10_000)
    settle()


@pytest.fixture
def make_app(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., App]]:
    made: list[App] = []

    def make(folder: Path | None = None, *, welcomed: bool = True) -> App:
        place = folder or tmp_path / "notes"
        if welcomed:
            SettingsFile(place).change(seen_welcome=True)
        app = App(qapp, place, opener=lambda _address: None)
        made.append(app)
        app.start()
        return app

    yield make
    for app in made:
        app.close_without_asking()
        app.deleteLater()
    QApplication.processEvents()
