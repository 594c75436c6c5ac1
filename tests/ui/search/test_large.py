"""Thousands of results: sorted one by one, the window never holds many widgets, and it always answers at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from benchmarks import full_search
from footprint import search
from footprint.vault import Vault
from tests.ui import heartbeat
from tests.ui.search.conftest import rest
from ui.desk import Desk
from ui.search.page import SearchPage
from ui.search.sorting.triage import Triage

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


@pytest.fixture
def full(vault: Vault) -> Vault:
    """Years of looking."""
    full_search.fill(vault, findings=10_000, runs=60)
    return vault


def test_ten_thousand_results_never_hold_the_window_up(
    full: Vault, desk: Desk, open_page: Callable[[Desk], SearchPage], qtbot: QtBot
) -> None:
    page = open_page(desk)
    triage = page.part
    assert isinstance(triage, Triage)
    left = len(triage.found)
    assert left > 8_000

    def calm() -> bool:
        return not desk.lanes.busy and not triage._later.isActive()

    assert heartbeat.longest_stall(triage.reload, calm, times=3) < heartbeat.MOST_MS
    verdicts = iter((3, 2, 4, 3, 2))
    assert heartbeat.longest_stall(lambda: triage.choose(next(verdicts)), calm, times=5) < heartbeat.MOST_MS
    assert len(triage.found) < left
