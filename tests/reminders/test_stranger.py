"""“Ten minutes as a stranger” comes up again half a year after the look that is oldest."""

from __future__ import annotations

from datetime import date

import pytest

from footprint import checklists, paths, person, reminders
from footprint.checklists import Library, Sign, stranger
from footprint.checklists.stranger import Seen
from footprint.vault import Vault
from tests.conftest import FakeClock


@pytest.fixture(scope="module")
def library() -> Library:
    return checklists.load(paths.shipped("checklists"))


def look(vault: Vault, library: Library, network: str, account: str) -> None:
    made = stranger.begin(vault, library.network(network), account)
    stranger.finish(vault, stranger.keep(vault, made, Sign.NAME, seen=Seen.SEEN).value.id)


def test_it_comes_up_half_a_year_after_the_oldest_look(vault: Vault, library: Library, clock: FakeClock) -> None:
    today = date(2026, 11, 16)
    accounts = person.add_accounts(vault, ["facebook", "linkedin"]).value
    assert reminders.rhythm(vault, library, today, 6).get("stranger") is None, "not before a first look"
    look(vault, library, "facebook", accounts[0].id)
    clock.advance(days=30)
    look(vault, library, "linkedin", accounts[1].id)
    thing = reminders.rhythm(vault, library, today, 6).get("stranger")
    assert thing is not None and thing.planned == date(2027, 5, 16) and thing.place == "stranger"
    clock.advance(days=180)
    look(vault, library, "facebook", accounts[0].id)
    again = reminders.rhythm(vault, library, date(2027, 6, 14), 6).get("stranger")
    assert again is not None and again.planned == date(2027, 6, 16), "now the other one is the oldest"


def test_how_often_is_the_persons_to_choose(vault: Vault, library: Library) -> None:
    accounts = person.add_accounts(vault, ["facebook"]).value
    look(vault, library, "facebook", accounts[0].id)
    reminders.set_every(vault, library, "stranger", reminders.read_every("3 months"))
    thing = reminders.rhythm(vault, library, date(2026, 11, 16), 6).get("stranger")
    assert thing is not None and thing.planned == date(2027, 2, 16) and thing.mine
