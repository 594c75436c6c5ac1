"""Saved filters in the window: saved, chosen, renamed, hidden, deleted, and one the list opens with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from footprint import log
from footprint.log import Item, Kind, New, Origin, Query, Sort, views
from footprint.vault import Vault
from ui.desk import Desk
from ui.log.lists.listing import ListView
from ui.log.page import LogPage

Settle = Callable[[], None]


def shown(view: ListView) -> set[str]:
    rows = view.long.rows
    return {rows.look_at(n).title for n in range(rows.rowCount())}


def options(view: ListView) -> list[str]:
    return [view.filters.saved.itemText(at) for at in range(view.filters.saved.count())]


def choose(view: ListView, words: str, settle: Settle) -> None:
    """As the person does in the box."""
    at = view.filters.saved.findText(words)
    view.filters.saved.setCurrentIndex(at)
    view.filters.saved.activated.emit(at)
    settle()


def test_a_filter_is_saved_under_a_name_and_chosen_again(
    page: LogPage, things: dict[str, Item], settle: Settle, desk: Desk, vault: Vault
) -> None:
    page.reload()
    settle()
    view = page.view
    assert not view.keep.isVisible(), "there is nothing to save yet"
    view.filters.search.setText("netball")
    QTest.qWait(200)
    settle()
    QTest.keyClick(view.keep, Qt.Key.Key_Space)
    assert view.sheet.isVisible()
    QTest.keyClick(view.sheet.name, Qt.Key.Key_Return)
    assert view.sheet.field.words == "Give it a name."
    QTest.keyClicks(view.sheet.name, "Netball")
    QTest.keyClick(view.sheet.name, Qt.Key.Key_Return)
    settle()
    settle()
    assert options(view)[-1] == "Netball" and view.filters.saved.currentText() == "Netball"
    assert not view.keep.isVisible(), "it is saved already"
    view.escape()
    settle()
    assert view.filters.saved.currentText() == "None"
    choose(view, "Netball", settle)
    assert view.filters.search.text() == "netball" and shown(view) == {"Old netball club page"}
    choose(view, "None", settle)
    assert not view.filters.narrowed
    desk.undo()
    settle()
    settle()
    assert "Netball" not in options(view)


def test_a_made_one_shows_several_answers_that_no_box_offers_by_itself(
    page: LogPage, things: dict[str, Item], settle: Settle, vault: Vault
) -> None:
    for origin in (Origin.WORK, Origin.FRIGHTENING):
        log.add(vault, New(origin.value, origin=origin))
    page.reload()
    settle()
    view = page.view
    choose(view, "Nobody may be written to", settle)
    assert shown(view) == {"work", "frightening"}
    assert "Someone who frightens me" in view.filters.origin.currentText() and view.filters.origin.isVisible()
    assert view.filters.query == views.view(vault, "nobody").query
    view.filters.clear()
    settle()
    assert view.filters.origin.value == "" and view.filters.query == Query()


def test_the_list_opens_with_the_one_chosen_for_that(
    desk: Desk, qtbot: QtBot, things: dict[str, Item], vault: Vault, settle: Settle
) -> None:
    query = Query(kinds=(Kind.TAG, Kind.PHOTO), sort=Sort.TITLE)
    views.open_with(vault, views.save(vault, "Pictures", query).value.id)

    def opened(**details: object) -> ListView:
        page = LogPage(desk)
        qtbot.addWidget(page)
        if details:
            page.show_at(**details)
        page.show()
        page.view.reload()
        settle()
        return page.view

    view = opened()
    assert view.filters.query == query and view.filters.saved.currentText() == "Pictures"
    assert shown(view) == {"Photo from Sam’s party", "Tag in a photo by Jo"}
    view.filters.clear()
    settle()
    assert view.groups.isVisible(), "everything can be seen all the same"
    assert shown(opened(status="waiting")) == {"Old netball club page"}, "whoever asks for something gets that"


def test_filters_are_renamed_hidden_and_deleted_on_their_page(
    page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle, desk: Desk
) -> None:
    views.save(vault, "Photos", Query(kinds=(Kind.PHOTO,)))
    page.reload()
    settle()
    QTest.keyClick(page.view.saved, Qt.Key.Key_Space)
    settle()
    view = page.view
    assert page.heading.text() == "Saved filters" and view.card.heading.text() == "Waiting for an answer"
    assert not view.card.delete.isVisible() and view.card.hide_it.isVisible()
    view.card.hide_it.click()
    settle()
    settle()
    assert view.card.hide_it.text() == "Offer it again" and view.rows.look_at(0).pill == "Hidden"
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_End)
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert view.card.heading.text() == "Photos" and view.card.words.text() == "A photo."
    view.card.rename.click()
    view.sheet.name.setText("Pictures")
    view.sheet.save.click()
    settle()
    settle()
    assert view.card.heading.text() == "Pictures"
    view.card.opens.click()
    settle()
    settle()
    assert views.opening(vault).name == "Pictures" and view.card.opens.text() == "Open the list as usual"
    view.card.delete.click()
    settle()
    settle()
    assert view.card.heading.text() == "Waiting for an answer" and views.opening(vault) is None
    desk.undo()
    settle()
    settle()
    assert views.opening(vault).name == "Pictures"
    view.list.chosen.emit(views.opening(vault).id)
    QTest.keyClick(view.card.show_list, Qt.Key.Key_Space)
    settle()
    assert page.name == "list" and shown(page.view) == {"Photo from Sam’s party"}
    assert "Waiting for an answer" not in options(page.view)
