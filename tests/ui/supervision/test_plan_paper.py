"""The page of a plan is one page, whatever is in it: counted in the PDF itself."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint import checklists
from footprint.checklists import Kind
from footprint.supervision import plans
from footprint.supervision.plans import LONGEST_NOTE, LONGEST_SENDER, MOST_NETWORKS, MOST_PROMPTS, PROMISE, SIZES, Plan
from footprint.supervision.prompts import prompts
from tests.ui.pdf import pages
from ui.supervision import plan_paper

LIBRARY = checklists.load(Path(__file__).parents[3] / "checklists")
NETWORKS = [one.id for one in LIBRARY.heads(Kind.NETWORK)]
TODAY = date(2026, 11, 25)
LONG = "W" * 55 + "\n"


def on_paper(plan: Plan, path: Path) -> list[str]:
    """The pages of its PDF, each as the text that can be copied out of it."""
    plan_paper.write_pdf(plans.plan_page(plans.checked(plan), LIBRARY), path)
    return pages(path)


def asks(count: int, names: list[str] | None = None, note: str = "") -> Plan:
    longest = sorted(prompts(), key=lambda one: -len(one.text))
    return Plan(
        tuple((names or NETWORKS)[:count]), TODAY, search=True, by=TODAY + timedelta(days=17), again=12,
        sender="W" * LONGEST_SENDER, note=note[:LONGEST_NOTE], prompts=tuple(one.id for one in longest[:MOST_PROMPTS]),
    )  # fmt: skip


@pytest.mark.parametrize("count", [1, 6, 12, MOST_NETWORKS])
@pytest.mark.parametrize("note", ["", "Take an hour for it.", LONG * 8], ids=["none", "short", "long"])
def test_it_is_one_page(count: int, note: str, tmp_path: Path) -> None:
    (only,) = on_paper(asks(count, note=note), tmp_path / "page.pdf")
    assert plan_in_words(only)


def test_it_is_one_page_even_with_names_nobody_has(tmp_path: Path) -> None:
    names = ["W" * 28 + f"{n:02}" for n in range(MOST_NETWORKS)]
    (only,) = on_paper(asks(MOST_NETWORKS, names, LONG * 8), tmp_path / "page.pdf")
    assert plan_in_words(only)


@given(
    names=st.lists(st.sampled_from(NETWORKS), min_size=1, max_size=MOST_NETWORKS, unique=True),
    note=st.lists(st.text("Wim ", min_size=1, max_size=60), max_size=8).map("\n".join),
)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_is_one_page_for_any_choice(names: list[str], note: str, tmp_path: Path) -> None:
    assert len(on_paper(asks(MOST_NETWORKS, names, note), tmp_path / "page.pdf")) == 1


def plan_in_words(page: str) -> bool:
    """Whether our sentence stands on it, whole, and the foot as well."""
    flat = page.replace(" ", "")
    return PROMISE.replace(" ", "") in flat and "Opentheplanfile" in flat


def test_the_page_alone_says_where_to_go_and_what_to_look_at(tmp_path: Path) -> None:
    plan = Plan(("facebook", "linkedin"), TODAY, by=TODAY, note="Take an hour for it.", sender="Priya, north team")
    (only,) = on_paper(plan, tmp_path / "page.pdf")
    flat = only.replace(" ", "")
    for words in ("facebook.com/settings", "Your friends list".lower(), "Priya, north team", "Take an hour for it."):
        assert words.replace(" ", "") in flat, words


def test_letters_are_as_large_as_they_can_be() -> None:
    small = plans.plan_page(asks(1), LIBRARY)
    assert plan_paper.fitted(small) in (plans.html(small, 0), plans.html(small, 1))
    full = plans.plan_page(asks(MOST_NETWORKS), LIBRARY)
    assert plan_paper.fitted(full) in [plans.html(full, size) for size in range(len(SIZES) - 2)]


def test_the_picture_is_a_whole_sheet() -> None:
    image = plan_paper.picture(plans.plan_page(asks(3), LIBRARY))
    assert round(image.height() / image.width(), 2) == 1.41
