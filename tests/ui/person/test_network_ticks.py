"""Ticks for 45 networks: the usual ones first, the rest at a press, any by its name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from footprint import checklists, paths
from tests.ui import looks
from ui.kit.access import spoken
from ui.person.network_ticks import AT_ONCE, NetworkTicks

LIBRARY = checklists.load(paths.shipped("checklists"))
Made = Callable[..., NetworkTicks]


@pytest.fixture
def made(qtbot: QtBot) -> Made:
    def make(*ticked: str, there: frozenset[str] = frozenset()) -> NetworkTicks:
        ticks = NetworkTicks("Networks", LIBRARY, ticked, there=there)
        qtbot.addWidget(ticks)
        ticks.resize(800, 600)
        looks.open_window(ticks)
        return ticks

    return make


def find(ticks: NetworkTicks, words: str, qtbot: QtBot) -> list[str]:
    ticks.search.clear()
    qtbot.keyClicks(ticks.search, words)
    spoken.clear()
    qtbot.waitUntil(lambda: any("found" in one for one in spoken))
    return list(ticks.cards)


def test_the_usual_ones_are_in_sight_and_those_added_are_not(made: Made) -> None:
    ticks = made(there=frozenset({"facebook"}))
    assert len(ticks.cards) == AT_ONCE
    assert "whatsapp" in ticks.cards and "facebook" not in ticks.cards and checklists.ANY not in ticks.cards
    hidden = {one.id for one in LIBRARY.heads(checklists.Kind.NETWORK) if not one.suggest}
    ticks.more.click()
    assert hidden and hidden.isdisjoint(ticks.cards)


def test_a_name_finds_what_is_never_offered(made: Made, qtbot: QtBot) -> None:
    ticks = made()
    assert find(ticks, "VENM", qtbot) == ["venmo", "VENM"]
    assert find(ticks, "venmo", qtbot) == ["venmo"], "a whole name leaves no doubt"


def test_a_name_nobody_knows_can_be_ticked_as_it_is(made: Made, qtbot: QtBot) -> None:
    ticks = made("facebook")
    assert find(ticks, "  Old   School Friends ", qtbot) == ["Old School Friends"]
    card = ticks.cards["Old School Friends"]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Space)
    ticks.search.clear()
    qtbot.waitUntil(lambda: "facebook" in ticks.cards)
    assert ticks.values() == ("facebook", "Old School Friends")
    assert ticks.cards["Old School Friends"].isChecked() and not ticks.chosen.isVisible()
    assert looks.clipped_labels(ticks) == []


def test_one_that_is_added_already_is_said_so(made: Made, qtbot: QtBot) -> None:
    ticks = made(there=frozenset({"facebook", "Friendster"}))
    assert find(ticks, "facebook", qtbot) == ["facebook-marketplace"]
    assert ticks.known.isVisible() and ticks.known.text() == "You have added Facebook already."
    assert find(ticks, "Friendster", qtbot) == []
    assert ticks.known.text() == "You have added Friendster already."


def test_taking_a_tick_out_takes_it_out_for_good(made: Made, qtbot: QtBot) -> None:
    ticks = made("facebook", "venmo")
    assert {"facebook", "venmo"} <= set(ticks.cards), "what is ticked is in sight from the start"
    ticks.cards["venmo"].click()
    assert ticks.values() == ("facebook",)
