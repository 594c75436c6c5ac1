"""What speaks for and against a result, and what was learned from the person's answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from footprint import search
from footprint.search import Finding, Reason, Verdict
from footprint.vault import Vault
from ui.desk import Desk
from ui.kit.text import PlainLabel
from ui.search.page import SearchPage
from ui.search.sorting.lessons import Lessons
from ui.search.sorting.reasons import Reasons
from ui.search.sorting.triage import Triage

Settle = Callable[[], None]


@pytest.fixture
def triage(results: tuple[Finding, ...], desk: Desk, open_page: Callable[[Desk], SearchPage]) -> Triage:
    part = open_page(desk).part
    assert isinstance(part, Triage)
    return part


def words(part: Reasons) -> list[str]:
    return [one.text() for one in part.findChildren(PlainLabel)]


def test_what_speaks_against_stands_apart_from_what_speaks_for(qtbot: object) -> None:
    part = Reasons([Reason("Your name is there.", 44), Reason("It puts the name in Mumbai, abroad.", -40)])
    assert words(part) == [
        "What speaks for it", "Your name is there.", "What speaks against it", "It puts the name in Mumbai, abroad."
    ]  # fmt: skip
    part.deleteLater()


def test_one_side_alone_needs_no_heading_and_many_fold(qtbot: object) -> None:
    few = Reasons([Reason("Your name is there.", 44)])
    assert words(few) == ["Your name is there."] and few.fold is None
    many = Reasons([*(Reason(f"Point {n}.", 5) for n in range(4)), Reason("Not you.", -9)])
    assert many.fold is not None and many.fold.button.text() == "Why: 4 points for it, 1 against"
    few.deleteLater()
    many.deleteLater()


def test_what_was_learned_is_shown_and_one_of_it_forgotten(
    triage: Triage, desk: Desk, settle: Settle, ada: Vault
) -> None:
    assert not triage.list.lessons.isVisible()
    host = triage.result.finding.host
    triage.choose(2)
    settle()
    triage.reload()
    settle()
    assert triage.list.lessons.isVisible()
    triage.list.lessons.click()
    sheet = triage.window().findChild(Lessons)
    sheet.buttons[host].click()
    settle()
    assert host not in {one.text for one in search.learned(ada)}
    assert search.findings(ada, verdicts=[Verdict.FINE])
    desk.undo()
    settle()
    assert host in {one.text for one in search.learned(ada)}


def test_all_of_it_is_forgotten_at_once(triage: Triage, settle: Settle, ada: Vault) -> None:
    triage.choose(2)
    settle()
    triage.reload()
    settle()
    triage.list.lessons.click()
    triage.window().findChild(Lessons).all_button.click()
    settle()
    assert search.learned(ada) == ()
    assert not triage.list.lessons.isVisible()
