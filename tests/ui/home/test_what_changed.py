"""Home says in one line what came and went since the search before."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from footprint import person
from footprint.person import DetailKind
from footprint.vault import Vault
from tests.search.changes.conftest import Past, failed, well
from tests.ui.waiting import rest
from ui.desk import Desk
from ui.home.cards import LastSearchCard
from ui.home.page import HomePage


def opened(desk: Desk, qtbot: QtBot) -> LastSearchCard:
    page = HomePage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    rest(desk, qtbot)
    found = page.findChild(LastSearchCard)
    assert found is not None
    return found


def test_what_came_and_went_is_a_line_that_leads_there(desk: Desk, vault: Vault, qtbot: QtBot) -> None:
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    past = Past(vault)
    past.write([{"a": well("x")}, {"a": well("yz")}])
    card = opened(desk, qtbot)
    assert card.changes is not None
    assert card.changes.accessibleName().startswith("2 new results, 1 no longer shown")
    went: list[tuple[str, dict[str, object]]] = []
    desk.went.connect(lambda place, details: went.append((place, details)))
    card.changes.click()
    assert went == [("search", {"stage": "changes"})]


def test_a_search_that_failed_adds_no_line(desk: Desk, vault: Vault, qtbot: QtBot) -> None:
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    Past(vault).write([{"a": well("x")}, {"a": failed()}])
    assert opened(desk, qtbot).changes is None
