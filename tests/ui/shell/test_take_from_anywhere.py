"""Ctrl+T on any page puts a line on the own list, begun with words that say nothing of what stands there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from footprint import log, person
from footprint.supervision import take
from footprint.workbench import Workbench
from tests.ui.shell.conftest import rest
from ui.session import Session
from ui.supervision.take_sheet import TakeSheet

Open = Callable[[Workbench], Session]


def sheet_of(session: Session, qtbot: QtBot, *, by_menu: bool = False) -> TakeSheet:
    """What Ctrl+T or the menu opens; closed again by whoever asked."""
    window = session.window
    if by_menu:
        next(one for one in actions(session) if one.text() == "Take to supervision…").trigger()
    else:
        qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    rest(session, qtbot)
    found = [one for one in window.findChildren(TakeSheet) if one.isVisible()]
    assert len(found) == 1, session.window.shell.at
    return found[0]


def test_from_a_page_of_each_sort(bench: Workbench, open_app: Open, qtbot: QtBot) -> None:
    session = open_app(bench)
    for place in ("home", "accounts", "guidance", "journal"):
        session.desk.go(place)
        rest(session, qtbot)
        sheet = sheet_of(session, qtbot, by_menu=True)
        assert sheet.box.toPlainText() == take.from_place(place)
        sheet.reject()
        rest(session, qtbot)
    assert take.lines(bench.vault) == ()


def test_a_check_gives_its_title_and_not_its_answer(bench: Workbench, open_app: Open, qtbot: QtBot) -> None:
    person.add_accounts(bench.vault, ["facebook"])
    session = open_app(bench)
    session.desk.go("checklists", network="facebook", check="about_info")
    shell = session.window.shell
    assert shell is not None
    qtbot.waitUntil(lambda: shell.alone is not None, timeout=10_000)
    rest(session, qtbot)
    check = next(one for one in bench.checklists.network("facebook").checks if one.id == "about_info")
    shell.page.choose(1)  # type: ignore[union-attr]
    rest(session, qtbot)
    sheet = sheet_of(session, qtbot)
    assert sheet.box.toPlainText() == f"Facebook: {check.title}"
    assert check.choices[0].label not in sheet.box.toPlainText()
    sheet.save.click()
    rest(session, qtbot)
    assert [one.words for one in take.lines(bench.vault)] == [f"Facebook: {check.title}"]


def test_an_item_gives_a_neutral_line(bench: Workbench, open_app: Open, qtbot: QtBot) -> None:
    item = log.add(bench.vault, log.New("A photo of Zoe at a party", notes="from Sam", network="facebook")).value
    session = open_app(bench)
    session.desk.go("remove", item=item.id)
    rest(session, qtbot)
    sheet = sheet_of(session, qtbot)
    said = sheet.box.toPlainText()
    assert said == take.from_item() and not {"Zoe", "photo", "Sam", "facebook"} & set(said.split())
    sheet.reject()


@pytest.mark.parametrize("place", ["remove", "incidents", "search", "accounts"])
def test_no_starting_words_name_a_thing_that_was_found(place: str) -> None:
    assert take.from_place(place) and "you found" not in take.from_place(place)


def actions(session: Session) -> list[QAction]:
    return [one for menu in session.window.menuBar().actions() if menu.menu() for one in menu.menu().actions()]
