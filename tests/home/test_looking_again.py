"""What came back and what is due for a look show on Home."""

from __future__ import annotations

from datetime import date

from footprint import checklists, home, log, paths
from footprint.log import New, State, recheck
from footprint.log.recheck import Reason, Seen, Word
from footprint.vault import Vault
from tests.conftest import FakeClock


def reasons(vault: Vault, today: date) -> dict[str, str]:
    library = checklists.load(paths.shipped("checklists"))
    return {one.key: one.reason for one in home.overview(vault, library, today).suggestions}


def test_what_came_back_is_due_and_says_so(vault: Vault, clock: FakeClock) -> None:
    one = log.add(vault, New("A photo", "https://club.example/1")).value.id
    recheck.say(vault, one, Word.GONE)
    recheck.say(vault, one, Word.THERE)
    assert log.get(vault, one).state is State.CAME_BACK
    assert reasons(vault, clock().date())[f"item:{one}"] == "It was gone, and it came back."


def test_home_says_when_it_is_time_to_look_again(vault: Vault, clock: FakeClock) -> None:
    one = log.add(vault, New("A photo", "https://club.example/1")).value
    recheck.keep(vault, one.id, one.address, Seen(trouble=Reason.TOO_SLOW))
    assert "recheck" not in reasons(vault, clock().date())
    clock.advance(days=2)
    assert reasons(vault, clock().date())["recheck"] == "It is time to look again at 1 thing."
