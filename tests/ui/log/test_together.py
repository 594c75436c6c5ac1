"""What is listed twice and what came of it, in the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from footprint import log
from footprint.demo.audit import invented_picture
from footprint.errors import NotFound
from footprint.log import Item, New, Origin, sets
from footprint.vault import Vault
from tests.ui import looks
from ui.log.page import LogPage

Settle = Callable[[], None]
PAGE = "https://photos.example/p/17"


@pytest.fixture
def twice(vault: Vault, things: dict[str, Item]) -> list[Item]:
    """One thing listed twice, and its picture in another place too."""
    new = (
        New("Same photo again", f"{PAGE}#top", origin=Origin.KNOWN, notes="Jo told me about it"),
        New("That photo on the club page", "https://club.example/team", origin=Origin.ORGANISATION),
    )
    made = [log.add(vault, one).value for one in new]
    for item in (things["photo"], made[1]):
        log.add_picture(vault, item.id, invented_picture())
    return made


def test_groups_are_shown_and_one_button_puts_the_same_thing_into_one(
    page: LogPage, things: dict[str, Item], twice: list[Item], vault: Vault, settle: Settle
) -> None:
    page.reload()
    settle()
    QTest.keyClick(page.view.together, Qt.Key.Key_Space)
    settle()
    one, several = page.view.cards
    assert one.heading.text() == "The same thing, listed 2 times" and one.put.isVisible()
    assert several.heading.text() == "One picture in 2 places" and not several.put.isVisible()
    one.put.setFocus()
    QTest.keyClick(one.put, Qt.Key.Key_Space)
    settle()
    settle()
    assert [card.heading.text() for card in page.view.cards] == ["One picture in 2 places"]
    assert page.view.cards[0].list.hasFocus()
    assert "Jo told me about it" in log.get(vault, things["photo"].id).notes
    with pytest.raises(NotFound):
        log.get(vault, twice[0].id)
    page.desk.undo()
    settle()
    settle()
    assert len(page.view.cards) == 2
    assert log.get(vault, twice[0].id).notes == "Jo told me about it"


def test_a_row_opens_its_item(page: LogPage, things: dict[str, Item], twice: list[Item], settle: Settle) -> None:
    page.show_view("together")
    settle()
    page.view.cards[0].chosen.emit(twice[0].id)
    settle()
    assert page.name == "item"


def test_nothing_twice_says_so(page: LogPage, settle: Settle) -> None:
    page.show_view("together")
    settle()
    assert page.view.nothing.isVisible() and page.view.cards == ()
    assert looks.problems_everywhere(page) == []


def test_one_picture_in_several_places_becomes_a_group(
    page: LogPage, things: dict[str, Item], twice: list[Item], vault: Vault, settle: Settle
) -> None:
    page.show_view("together")
    settle()
    card = page.view.cards[1]
    assert card.make.isVisible() and not card.see.isVisible()
    QTest.keyClick(card.make, Qt.Key.Key_Space)
    settle()
    settle()
    made = sets.all_sets(vault)[0]
    assert (made.name, made.items) == ("Photo from Sam’s party", 2)
    card = page.view.cards[1]
    assert not card.make.isVisible()
    QTest.keyClick(card.see, Qt.Key.Key_Space)
    settle()
    assert page.name == "list" and page.view.set.heading.text() == made.name


def test_both_views_stand_at_every_size_in_both_themes(
    page: LogPage, things: dict[str, Item], twice: list[Item], settle: Settle
) -> None:
    for name in ("together", "outcome"):
        page.show_view(name)
        settle()
        assert looks.problems_everywhere(page) == [], name
        assert looks.out_of_reach(page) == [], name
        assert looks.primary_buttons(page) == []


def test_what_came_of_it_is_told_in_kind_words(
    page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle
) -> None:
    page.reload()
    settle()
    page.view.outcome.click()
    settle()
    lines = [page.view._lines.itemAt(n).widget().text() for n in range(page.view._lines.count())]
    assert "1 thing is gone. You did that." in lines
    assert "You asked about 2 things." in lines
