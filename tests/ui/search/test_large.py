"""Thousands of results: the window never waits for them, and never holds many widgets."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from footprint import search
from footprint.vault import Vault
from tests.ui.search.conftest import LONGEST_WAIT, longest, rest
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


def test_thousands_of_results_never_hold_the_window_up(
    many: Vault, desk: Desk, open_page: Callable[[Desk], SearchPage], qtbot: QtBot, beats: list[float]
) -> None:
    page = open_page(desk)
    assert isinstance(page.part, Triage) and len(page.part.found) == MANY
    for choice in (3, 2, 4, 1):
        before = page.part.result.finding.id
        page.part.choose(choice)
        qtbot.waitUntil(lambda before=before: page.part.result.finding.id != before)
    rest(desk, qtbot)
    qtbot.wait(700)  # the list is ranked anew once nobody judges any more
    rest(desk, qtbot)
    assert len(page.part.found) == MANY - 3
    alive = [one for one in page.findChildren(QWidget) if one.isVisible()]
    assert len(alive) < 150
    assert longest(beats) < LONGEST_WAIT
