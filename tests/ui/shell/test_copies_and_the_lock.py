"""A picture that was uncovered, and the sheets about it, are gone from the window once the app is locked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint import log
from footprint.demo.audit import invented_picture
from footprint.workbench import Workbench
from tests.ui import looks
from ui.incoming import Incoming
from ui.kit.picture import PictureBox
from ui.log.copies.cover_canvas import CoverCanvas
from ui.log.item import ItemView
from ui.log.page import LogPage
from ui.session import Session

Open = Callable[[Workbench], Session]


def test_nothing_uncovered_stays_behind_the_lock(open_app: Open, bench: Workbench, qtbot: QtBot) -> None:
    item = log.add(bench.vault, log.New("A photo", origin=log.Origin.KNOWN)).value
    kept = log.add_picture(bench.vault, item.id, invented_picture()).value
    session = open_app(bench)
    session.desk.go("remove", item=item.id)

    def rest() -> None:
        qtbot.waitUntil(lambda: not session.desk.lanes.busy, timeout=10_000)
        looks.settle()

    rest()
    page = session.window.shell.page
    assert isinstance(page, LogPage) and isinstance(page.view, ItemView)
    page.view.evidence.tiles[kept.id].show_it.click()
    page.view.evidence.keep([Incoming(True, "seen.png", invented_picture)])
    page.view.evidence.asking.sheet.cover.button.click()
    rest()
    session.window.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    looks.settle()
    left = [one for one in QApplication.allWidgets() if isinstance(one, PictureBox | CoverCanvas)]
    assert left == []
