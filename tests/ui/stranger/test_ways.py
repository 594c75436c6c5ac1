"""How one comes to "Log out and look": from the page of a network, from an account, and from the menus."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from footprint import person
from footprint.workbench import Workbench
from ui.checklists.page import ChecklistsPage
from ui.desk import Desk
from ui.help.texts import topics
from ui.pages import make_page
from ui.person.accounts import AccountsPage
from ui.places import PLACES
from ui.stranger.page import StrangerPage

Wait = Callable[[], None]


@pytest.fixture
def went(desk: Desk) -> list[tuple[str, dict[str, Any]]]:
    found: list[tuple[str, dict[str, Any]]] = []
    desk.went.connect(lambda place, details: found.append((place, details)))
    return found


def test_from_the_page_of_a_network(
    desk: Desk, qtbot: QtBot, settle: Wait, went: list[tuple[str, dict[str, Any]]]
) -> None:
    page = ChecklistsPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_at(network="facebook", view="about")
    settle()
    assert page.about is not None
    page.about.look_button.click()
    assert went == [("stranger", {"network": "facebook"})]


def test_from_an_account(
    desk: Desk, bench: Workbench, qtbot: QtBot, settle: Wait, went: list[tuple[str, dict[str, Any]]]
) -> None:
    account = person.accounts(bench.vault)[0]
    page = AccountsPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_at(account=account.id)
    settle()
    assert page.next is not None
    page.next.stranger.click()
    assert went == [("stranger", {"network": "facebook", "account": account.id})]


def test_it_is_a_place_with_help_of_its_own(desk: Desk) -> None:
    place = next(one for one in PLACES if one.name == "stranger")
    assert isinstance(make_page(place.name, desk), StrangerPage)
    assert topics()[StrangerPage.help_topic].title == place.label
