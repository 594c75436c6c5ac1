"""Whether something else is said, or only the same in other clothes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.search.changes.wording import differs, title_differs

RACE = "Ada Example finished 41st in 54:12, a personal best, ahead of Bo Sample."


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (RACE, RACE.upper()),
        (RACE, f"3 days ago · {RACE}"),
        (f"16 Nov 2026 - {RACE}", f"2 December 2026 - {RACE}"),
        (RACE, "Ada Example finished 41st in 54:12, a personal …"),
        ("212 posts. Runs and bakes.", "340 posts. Runs and bakes."),
        ("", RACE),
        (RACE, ""),
        ("Ada", "ada!"),
    ],
)
def test_the_same_in_other_clothes(was: str, now: str) -> None:
    assert not differs(was, now)
    assert not differs(now, was)


def test_something_else() -> None:
    assert differs(RACE, "The club house opens at nine and has a bar for members.")
    assert differs("Welfare officer: Ada Example, 020 7946 0958.", "The new chair of the club was voted in.")


def test_a_title_that_was_cut_is_the_same() -> None:
    assert not title_differs("Results of the Riverside 10K - Otherton Harriers", "Results of the Riverside 10K…")
    assert title_differs("Results of the Riverside 10K", "Page not found")


@given(st.text(max_size=80), st.text(max_size=80))
def test_it_is_the_same_both_ways_round_and_never_of_itself(one: str, other: str) -> None:
    assert differs(one, other) == differs(other, one)
    assert title_differs(one, other) == title_differs(other, one)
    assert not differs(one, one) and not title_differs(one, one)
