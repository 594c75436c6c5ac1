""" "I have 15 minutes": what fits is worth most, and is what still wants the person."""

from __future__ import annotations

from datetime import date
from itertools import combinations, pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint import checklists, paths
from footprint.checklists import Decision, Library, NetworkFile, load, quick_list
from footprint.checklists.format import Risk
from footprint.checklists.quick import _best
from footprint.vault.vault import Vault

DAY = date(2026, 11, 16)
SHIPPED = load(paths.shipped("checklists"))


def weighted(*ids: str) -> list[tuple[NetworkFile, float]]:
    return [(SHIPPED.network(one), 1.0) for one in ids]


def test_ten_checks_at_most_fifteen_minutes_at_most() -> None:
    found = quick_list(weighted("facebook", "linkedin", "whatsapp"), {}, DAY)
    assert len(found.checks) == 10
    assert sum(one.check.minutes for one in found.checks) <= 15
    assert all(one.check.risk is Risk.HIGH and one.check.essential for one in found.checks)
    assert found.left > 50


def test_those_of_one_settings_page_stand_together() -> None:
    found = quick_list(weighted("facebook", "linkedin"), {}, DAY)
    pages = [(one.network, one.check.page) for one in found.checks]
    assert len(set(pages)) == sum(a != b for a, b in pairwise(pages)) + 1
    assert [check for page in found.pages for check in page.page.checks] == [one.state for one in found.checks]


def test_what_is_dealt_with_or_waits_is_not_among_them(vault: Vault) -> None:
    facebook = SHIPPED.network("facebook")
    for one in quick_list(weighted("facebook"), {}, DAY).checks[:2]:
        checklists.answer(vault, facebook, one.check, checklists.safer(one.check) or one.check.choices[0].id)
    later = quick_list(weighted("facebook"), checklists.latest_of_all(vault), DAY).checks[0]
    checklists.answer(
        vault, facebook, later.check, later.check.choices[-1].id, decision=Decision.LATER, until=date(2027, 1, 1)
    )
    answers = checklists.latest_of_all(vault)
    after = {one.check.id for one in quick_list(weighted("facebook"), answers, DAY).checks}
    assert after.isdisjoint({*answers["facebook"]})


def test_what_is_known_to_be_less_safe_comes_in_and_says_so(vault: Vault) -> None:
    facebook = SHIPPED.network("facebook")
    check = checklists.check_of(facebook, "future_posts")
    less = next(one.id for one in check.choices if not one.safer)
    checklists.answer(vault, facebook, check, less)
    found = quick_list(weighted("facebook"), checklists.latest_of_all(vault), DAY)
    assert {one.why for one in found.checks if one.check.id == check.id} == {"Last time it was not the safer choice"}


def test_an_account_that_sleeps_counts_for_less() -> None:
    awake, asleep = (SHIPPED.network("facebook"), 1.0), (SHIPPED.network("linkedin"), 0.1)
    assert {one.network for one in quick_list([awake, asleep], {}, DAY).checks} == {"facebook"}


def test_nothing_to_do_is_an_empty_list(chirp: NetworkFile) -> None:
    nothing = msgspec.structs.replace(chirp, checks=())
    found = quick_list([(nothing, 1.0)], {}, DAY)
    assert (found.checks, found.minutes, found.left) == ((), 0, 0)
    assert Library([nothing]).files()


THINGS = st.lists(
    st.tuples(st.floats(0.5, 20, allow_nan=False), st.sampled_from([0.25, 0.5, 1.0, 2.0, 2.5, 5.0])), max_size=9
)


@given(THINGS, st.integers(1, 12), st.integers(1, 4))
def test_no_other_choice_is_worth_more(things: list[tuple[float, float]], minutes: int, most: int) -> None:
    chosen = _best(things, minutes, most)
    assert len(chosen) <= most and sum(things[at][1] for at in chosen) <= minutes
    best = max(
        sum(things[at][0] for at in some)
        for size in range(most + 1)
        for some in combinations(range(len(things)), size)
        if sum(things[at][1] for at in some) <= minutes
    )
    assert sum(things[at][0] for at in chosen) == pytest.approx(best)
