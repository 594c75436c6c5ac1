"""When reading fails or takes long: said in words, nothing lost, and a way on."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from footprint.errors import FootprintError
from footprint.log import Group, Item
from ui.desk import Desk
from ui.kit.cards import Banner
from ui.log.page import LogPage

Settle = Callable[[], None]


def test_a_list_that_cannot_be_read_says_so_and_can_be_tried_again(
    things: dict[str, Item], page: LogPage, settle: Settle
) -> None:
    view = page.view
    view.long.failed.emit(FootprintError("The disk went away."))
    assert isinstance(view.message, Banner)
    assert view.message.title.text() == "The list could not be read"
    assert not view.groups.isVisible()
    QTest.keyClick(view.message.button, Qt.Key.Key_Space)
    settle()
    assert view.message is None
    assert view.groups.cards[Group.YOUR_TURN].rows.rowCount() == 2


def test_a_slow_look_says_what_it_is_doing_and_the_page_stays_usable(
    things: dict[str, Item], page: LogPage, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    held = threading.Event()
    desk.read(lambda _task: held.wait(20), lambda _answer: None)
    page.view.reload()
    qtbot.waitUntil(page.view.working.isVisible)
    assert page.view.working.label.text() == "Looking through your list…"
    page.view.filters.show_more(True)
    assert page.view.filters.kind.isVisible()
    held.set()
    settle()
    assert not page.view.working.isVisible()


def test_only_the_newest_of_several_looks_is_shown(
    things: dict[str, Item], page: LogPage, desk: Desk, settle: Settle
) -> None:
    held = threading.Event()
    desk.read(lambda _task: held.wait(20), lambda _answer: None)
    for text in ("netball", "photo", "landline"):
        page.view.filters.search.setText(text)
        page.view.reload()
    held.set()
    settle()
    rows = page.view.long.rows
    assert [rows.index(at).data() for at in range(rows.rowCount())] == ["People-finder listing"]
