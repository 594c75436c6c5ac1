"""The list: its groups, narrowing it down, and opening things, with the keyboard and the mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from footprint import log
from footprint.log import Group, Item, Kind, New, Origin, Status
from footprint.vault import Vault
from ui.desk import Desk
from ui.log.lists.filters import group_key
from ui.log.lists.listing import ListView
from ui.log.page import LogPage

Settle = Callable[[], None]


def titles(view: ListView, group: Group) -> list[str]:
    rows = view.groups.cards[group].rows
    return [rows.index(at).data() for at in range(rows.rowCount())]


def shown(view: ListView) -> list[str]:
    """The titles of the long list."""
    assert view.long.isVisible()
    return [view.long.rows.index(at).data() for at in range(view.long.rows.rowCount())]


def narrow(view: ListView, qtbot: QtBot, settle: Settle, text: str) -> None:
    with qtbot.waitSignal(view.filters.changed):
        view.filters.search.setFocus()
        QTest.keyClicks(view.filters.search, text)
    settle()


def test_an_empty_list_says_what_will_be_here_and_leads_to_a_search(page: LogPage, desk: Desk, qtbot: QtBot) -> None:
    view = page.view
    assert isinstance(view, ListView)
    assert not view.filters.isVisible()
    with qtbot.waitSignal(desk.went) as went:
        QTest.keyClick(view.message.button, Qt.Key.Key_Space)
    assert went.args == ["search", {}]


def test_things_stand_in_the_group_whose_turn_it_is(things: dict[str, Item], page: LogPage) -> None:
    view = page.view
    assert titles(view, Group.YOUR_TURN) == ["People-finder listing", "Photo from Sam’s party"]
    assert titles(view, Group.WAITING) == ["Old netball club page"]
    assert page.line.text() == "3 things to sort out. 1 done since you started."


def test_done_is_folded_until_it_is_opened(things: dict[str, Item], page: LogPage) -> None:
    card = page.view.groups.cards[Group.DONE]
    assert card.heading.text() == "Done (1)"
    assert not card.list.isVisible()
    QTest.keyClick(card.fold, Qt.Key.Key_Space)
    assert card.list.isVisible()
    assert titles(page.view, Group.DONE) == ["Tag in a photo by Jo"]


def test_enter_opens_a_thing_and_alt_left_comes_back(things: dict[str, Item], page: LogPage, settle: Settle) -> None:
    card = page.view.groups.cards[Group.YOUR_TURN]
    card.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card.list, Qt.Key.Key_Down)
    QTest.keyClick(card.list, Qt.Key.Key_Return)
    settle()
    assert page.name == "item"
    assert page.heading.text() == "Photo from Sam’s party"
    assert page.heading.hasFocus()
    page.back()
    settle()
    assert page.name == "list"
    assert page.heading.text() == "To remove"


def test_typing_finds_words_of_the_title_the_place_and_the_notes(
    things: dict[str, Item], page: LogPage, qtbot: QtBot, settle: Settle
) -> None:
    narrow(page.view, qtbot, settle, "landl")
    assert shown(page.view) == ["People-finder listing"]
    assert page.view.count.text() == "Showing 1 of 4."
    page.view.filters.search.clear()
    narrow(page.view, qtbot, settle, "netball page")
    assert shown(page.view) == ["Old netball club page"]


def test_nothing_that_matches_is_said_with_a_way_back(
    things: dict[str, Item], page: LogPage, qtbot: QtBot, settle: Settle
) -> None:
    narrow(page.view, qtbot, settle, 'zebra" OR *')
    assert page.view.message.heading.text() == "Nothing matches"
    QTest.keyClick(page.view.message.button, Qt.Key.Key_Space)
    settle()
    assert page.view.groups.isVisible()
    assert page.view.filters.search.text() == ""


def test_escape_shows_everything_again(things: dict[str, Item], page: LogPage, qtbot: QtBot, settle: Settle) -> None:
    narrow(page.view, qtbot, settle, "netball")
    assert page.escape()
    settle()
    assert page.view.groups.isVisible()
    assert not page.escape()


def test_filters_by_status_kind_origin_and_network(things: dict[str, Item], page: LogPage, settle: Settle) -> None:
    filters = page.view.filters

    def choose(select, value: str) -> list[str]:
        filters.clear()
        select.set_value(value)
        select.chosen.emit(value)
        settle()
        return sorted(shown(page.view))

    assert choose(filters.status, Status.FOLLOW_UP.value) == ["People-finder listing"]
    assert choose(filters.status, group_key(Group.DONE)) == ["Tag in a photo by Jo"]
    assert choose(filters.kind, Kind.PHOTO.value) == ["Photo from Sam’s party"]
    assert choose(filters.origin, Origin.ORGANISATION.value) == ["Old netball club page", "People-finder listing"]
    assert choose(filters.network, "facebook") == ["Tag in a photo by Jo"]


def test_the_order_can_be_chosen(things: dict[str, Item], page: LogPage, settle: Settle) -> None:
    page.view.filters.sort.set_value("title")
    page.show_at(status=Group.YOUR_TURN.value)
    settle()
    assert shown(page.view) == ["People-finder listing", "Photo from Sam’s party"]
    page.view.filters.sort.set_value("newest")
    page.view.reload()
    settle()
    assert shown(page.view)[-1] == "Photo from Sam’s party"


def test_home_can_ask_for_one_status(things: dict[str, Item], page: LogPage, settle: Settle) -> None:
    page.show_at(status="waiting")
    settle()
    assert shown(page.view) == ["Old netball club page"]
    page.show_at(status="done")
    settle()
    assert shown(page.view) == ["Tag in a photo by Jo"]
    page.show_at(status="open")
    settle()
    assert page.view.groups.isVisible()


def test_a_long_group_shows_its_first_few_and_a_way_to_the_rest(vault: Vault, page: LogPage, settle: Settle) -> None:
    for n in range(9):
        log.add(vault, New(f"Post {n}", origin=Origin.ME))
    page.reload()
    settle()
    card = page.view.groups.cards[Group.YOUR_TURN]
    assert card.rows.rowCount() == 6
    assert card.see_all.text() == "See all 9"
    QTest.keyClick(card.see_all, Qt.Key.Key_Space)
    settle()
    assert len(shown(page.view)) == 9


def test_ctrl_f_and_ctrl_enter_have_something_to_act_on(things: dict[str, Item], page: LogPage, settle: Settle) -> None:
    assert page.search_box is page.view.filters.search
    page.primary.click()
    settle()
    assert page.name == "add"
    assert page.search_box is None
