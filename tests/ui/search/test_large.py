"""Thousands of results: sorted one by one, and the window never holds many widgets."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from footprint import search
from footprint.vault import Vault
from tests.ui.search.conftest import rest
from ui.desk import Desk
from ui.search.page import SearchPage
from ui.search.triage import Triage

MANY = 3_000


@pytest.fixture
def many(ada: Vault) -> Vault:
    for start in range(0, MANY, 1_000):
        lines = [f"https://site{n % 700}.example/{n} Ada Example, page {n}" for n in range(start, start + 1_000)]
        search.add_pasted(ada, "\n".join(lines))
    return ada


def test_thousands_of_results_are_sorted_one_by_one(
    many: Vault, desk: Desk, open_page: Callable[[Desk], SearchPage], qtbot: QtBot
) -> None:
    page = open_page(desk)
    assert isinstance(page.part, Triage) and len(page.part.found) == MANY
    for choice in (3, 2, 4, 1):
        before = page.part.result.finding.id
        page.part.choose(choice)
        qtbot.waitUntil(lambda before=before: page.part.result.finding.id != before)
    rest(desk, qtbot)
    qtbot.waitUntil(lambda: not page.part._later.isActive())  # the list is ranked anew once nobody judges any more
    rest(desk, qtbot)
    assert len(page.part.found) == MANY - 3
    alive = [one for one in page.findChildren(QWidget) if one.isVisible()]
    assert len(alive) < 150
