"""A place that is closed goes with everything it showed: nothing of it stays in memory behind the lock."""

from __future__ import annotations

import gc
from dataclasses import fields

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.looks import settle
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.menus import Doings
from ui.pages import make_page
from ui.places import Place, every_place
from ui.shell import Shell

TIMES = 5


def open_and_close(place: Place, desk: Desk, qtbot: QtBot) -> None:
    page = make_page(place.name, desk)
    page.show()
    page.show_at()
    qtbot.waitUntil(lambda: not desk.lanes.busy)
    settle()
    page.close()
    page.deleteLater()


def objects() -> int:
    """Every object of Qt that Python still knows of, once what is due to go has gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return sum(isinstance(one, QObject) for one in gc.get_objects())


@pytest.mark.parametrize("place", every_place(), ids=lambda place: place.name)
def test_nothing_of_a_closed_place_stays(place: Place, desk: Desk, qtbot: QtBot) -> None:
    open_and_close(place, desk, qtbot)  # what is made once for the whole app
    before, widgets = objects(), len(QApplication.allWidgets())
    for _time in range(TIMES):
        open_and_close(place, desk, qtbot)
    assert objects() <= before
    assert len(QApplication.allWidgets()) <= widgets


def test_jobs_go_when_they_have_ended(desk: Desk, qtbot: QtBot) -> None:
    before = objects()
    for _time in range(200):
        desk.read(lambda _task: None, lambda _answer: None)
        QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: not desk.lanes.busy)
    assert objects() <= before


def test_the_menus_go_with_the_open_app(desk: Desk, qtbot: QtBot) -> None:
    """What they can ask for holds the whole of the open app, and so everything it showed."""
    window = MainWindow()
    qtbot.addWidget(window)
    doings = Doings(**{one.name: lambda *_values: None for one in fields(Doings)})
    window.show_shell(Shell(desk, kept=True), doings, kept=True)
    qtbot.waitUntil(lambda: not desk.lanes.busy)
    assert "Undo" in {one.text() for one in window.findChildren(QAction)}
    window.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "Undo" not in {one.text() for one in window.findChildren(QAction)}
    assert window.findChildren(Shell) == []
