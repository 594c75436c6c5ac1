"""An item made from a search result has not been asked the first question yet: its page asks it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from footprint import log, person, search
from footprint.log import Item, Origin
from footprint.vault import Vault
from tests.ui.looks import SIZES, problems, show_at
from ui.desk import Desk
from ui.log.item import ItemView
from ui.log.page import LogPage

Settle = Callable[[], None]


def from_a_search(vault: Vault) -> Item:
    person.add_detail(vault, person.DetailKind.NAME, "Ada Example")
    added = search.add_pasted(vault, "https://club.example/team Ada Example at the club").value
    return log.put_on_list(vault, added.findings[0]).value


def open_item(page: LogPage, settle: Settle, item: Item) -> ItemView:
    page.show_at(item=item.id)
    settle()
    assert isinstance(page.view, ItemView)
    return page.view


def test_the_question_stands_first_and_its_answer_opens_the_letter(
    page: LogPage, settle: Settle, vault: Vault, desk: Desk
) -> None:
    item = from_a_search(vault)
    view = open_item(page, settle, item)
    assert view.who.isVisible() and not view.letter.isVisible()
    card = view.who.origin.cards[Origin.ORGANISATION]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Space)
    settle()
    assert log.get(vault, item.id).origin is Origin.ORGANISATION
    assert not view.who.isVisible() and view.letter.isVisible()
    desk.undo()
    settle()
    assert log.get(vault, item.id).origin is Origin.UNSURE and view.who.isVisible()


def test_someone_who_frightens_leads_to_help_and_to_no_letter(page: LogPage, settle: Settle, vault: Vault) -> None:
    view = open_item(page, settle, from_a_search(vault))
    view.who.origin.cards[Origin.FRIGHTENING].click()
    settle()
    assert view.oneself.isVisible() and not view.letter.isVisible()


def test_not_sure_is_an_answer_too(page: LogPage, settle: Settle, vault: Vault) -> None:
    item = from_a_search(vault)
    view = open_item(page, settle, item)
    view.who.origin.cards[Origin.UNSURE].click()
    settle()
    assert not view.who.isVisible() and log.get(vault, item.id).origin is Origin.UNSURE


def test_what_was_written_down_by_hand_is_not_asked_again(page: LogPage, settle: Settle, vault: Vault) -> None:
    made = log.add(vault, log.New("A post", origin=Origin.UNSURE)).value
    assert not open_item(page, settle, made).who.isVisible()


def test_it_looks_right_at_every_size(page: LogPage, settle: Settle, vault: Vault) -> None:
    open_item(page, settle, from_a_search(vault))
    for size in SIZES[:1] + SIZES[-1:]:
        show_at(page, size)
        assert problems(page) == []
