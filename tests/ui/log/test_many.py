"""Several at once: select, mark, set a date, delete; one undo takes all of it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from footprint import log
from footprint.log import Item, New, Origin, Query, State
from footprint.vault import Vault
from ui.desk import Desk
from ui.kit.access import spoken
from ui.log.lists.listing import ListView
from ui.log.page import LogPage

Settle = Callable[[], None]


@pytest.fixture
def view(vault: Vault, page: LogPage, settle: Settle) -> ListView:
    for n in range(3):
        log.add(vault, New(f"Post {n}", origin=Origin.ME))
    page.reload()
    settle()
    QTest.keyClick(page.view.select, Qt.Key.Key_Space)
    settle()
    assert page.view.bulk.isVisible()
    return page.view


def states(vault: Vault) -> list[State]:
    return [row.state for row in log.page(vault, Query(), 0, 100, vault.now().date())]


def tick_first_two(view: ListView) -> None:
    """One with the keyboard, one with the mouse."""
    pane = view.long.list
    pane.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(pane, Qt.Key.Key_Space)
    middle = pane.visualRect(pane.rows.index(1)).center()
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))
    assert view.bulk.words.text() == "2 selected"


def test_pressing_with_nothing_selected_says_so(view: ListView) -> None:
    view.bulk.mark.click()
    assert spoken[-1] == "Nothing is selected yet. Choose things in the list."


def test_marking_several_is_one_step_to_undo(view: ListView, vault: Vault, desk: Desk, settle: Settle) -> None:
    tick_first_two(view)
    QTest.keyClick(view.bulk.mark, Qt.Key.Key_Space)
    settle()
    sheet = view.many.sheet
    assert sheet.isVisible()
    sheet.save.click()
    assert sheet.problem.words == "Choose one of these."
    sheet.choices.cards[State.GONE.value].click()
    sheet.save.click()
    settle()
    asked = view.many.considering.sheet  # before the first thing of one's own goes
    assert states(vault).count(State.GONE) == 0 and asked.isVisible() and not asked.go_on.isVisible()
    asked.choices.cards["no"].click()
    asked.go_on.click()
    settle()
    assert states(vault).count(State.GONE) == 2
    assert view.bulk.selected == 0
    desk.undo()
    settle()
    assert states(vault) == [State.FOUND] * 3


def test_all_can_be_selected_and_given_a_date(view: ListView, vault: Vault, settle: Settle) -> None:
    view.bulk.all.click()
    settle()
    assert view.bulk.words.text() == "3 selected"
    view.bulk.date.click()
    sheet = view.many.sheet
    sheet.choices.cards["date"].click()
    sheet.save.click()
    assert sheet.problem.words == "Enter the day."
    day = vault.now().date() + timedelta(days=40)
    sheet.day.set_date(day)
    sheet.save.click()
    settle()
    assert {row.due for row in log.page(vault, Query(), 0, 9, vault.now().date())} == {day}


def test_deleting_several_and_undoing_it(view: ListView, vault: Vault, desk: Desk, settle: Settle) -> None:
    tick_first_two(view)
    view.bulk.delete.click()
    settle()
    assert len(states(vault)) == 1
    desk.undo()
    settle()
    assert len(states(vault)) == 3


def test_escape_stops_selecting(page: LogPage, view: ListView, settle: Settle) -> None:
    assert page.escape()
    settle()
    assert not view.bulk.isVisible()
    assert view.groups.isVisible()


def test_things_too_different_are_not_marked_alike(
    things: dict[str, Item], view: ListView, desk: Desk, settle: Settle
) -> None:
    said: list[str] = []
    desk.said.connect(lambda words, _undo: said.append(words))
    view.bulk.all.click()
    settle()
    view.bulk.mark.click()
    settle()
    assert view.many.sheet is None
    assert said == ["These are too different to be marked alike. Select fewer."]


def test_recently_deleted_can_be_brought_back(
    things: dict[str, Item], page: LogPage, vault: Vault, settle: Settle
) -> None:
    log.delete(vault, [things["photo"].id])
    page.reload()
    settle()
    QTest.keyClick(page.view.deleted, Qt.Key.Key_Space)
    settle()
    view = page.view
    assert page.heading.text() == "Recently deleted"
    assert view.rows.index(0).data() == "Photo from Sam’s party"
    view.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    settle()
    assert log.get(vault, things["photo"].id).title == "Photo from Sam’s party"
    assert view.nothing.isVisible()
