"""A place that is closed goes with everything it showed: nothing of it stays in memory behind the lock."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.looks import settle
from ui.desk import Desk
from ui.places import Place, every_place

TIMES = 5


def open_and_close(place: Place, desk: Desk, qtbot: QtBot) -> None:
    page = place.make(desk)
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
    assert objects() == before
    assert len(QApplication.allWidgets()) == widgets


def test_jobs_go_when_they_have_ended(desk: Desk, qtbot: QtBot) -> None:
    before = objects()
    for _time in range(200):
        desk.read(lambda _task: None, lambda _answer: None)
        QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: not desk.lanes.busy)
    assert objects() == before
