"""A part of a page is never a window of its own, however briefly: that would flash and take the keyboard away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot

from footprint import log, person
from footprint.person import DetailKind
from tests.ui.looks import settle
from ui.app import App
from ui.kit.buttons import Btn
from ui.places import every_place
from ui.search.stage import Stage

_WINDOWS = (QMainWindow, QDialog, QMenu)


class Watch(QObject):
    """Notes everything that is shown as a window and is none of ours."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shown and not isinstance(watched, _WINDOWS):
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_no_part_of_a_page_opens_as_a_window(qapp: QApplication, tmp_path: Path, watch: Watch, qtbot: QtBot) -> None:
    app = App(qapp, tmp_path / "notes", opener=lambda _address: None)
    app.start()
    for words in ("Skip", "Skip", "Look first, keep later", "Skip"):
        settle()
        next(one for one in app.window.findChildren(Btn) if one.text() == words and one.isVisible()).click()
    vault = app.session.vault
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    person.add_account(vault, "facebook")
    item = log.add(vault, log.New("A photo", origin=log.Origin.KNOWN)).value
    for place in every_place():
        settle()
        app.session.desk.go(place.name)
    settle()
    app.session.desk.go("search")
    qtbot.waitUntil(lambda: app.window.shell.page.part is not None)  # every page before it is being read as well
    for stage in Stage:
        app.session.desk.go("search", stage=stage.value)
        settle()
    for place, details in (
        ("remove", {"item": item.id}),
        ("remove", {"new": True}),
        ("checklists", {"network": "facebook"}),
    ):
        app.session.desk.go(place, **details)
        settle()
    app.lock()
    app.ways_in.show_forgot()
    app.ways_in.show_restore()
    settle()
    app.close_without_asking()
    app.deleteLater()
    assert watch.seen == []
