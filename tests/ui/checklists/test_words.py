"""How things are said: how sure a step is, how a check stands, what an answer was, and what counts as one answer."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta

import pytest

from footprint.checklists import Answer, Check, CheckState, Decision, Due, SettingsPage, Standing, State
from footprint.workbench import Workbench
from ui.checklists import words
from ui.checklists.history import meant
from ui.checklists.now import read_network, read_overview
from ui.checklists.trail import MOST, Trail, parts, whole

TODAY = date(2026, 11, 16)


@pytest.fixture
def check(bench: Workbench) -> Check:
    network = bench.checklists.network("facebook")
    return next(one for one in network.checks if one.id == "about_info")


def answer(check: Check, **values: object) -> Answer:
    base = Answer("1", "facebook", check.id, "friends", None, "", "", None, "", check.title, "Friends", at(0))
    return dataclasses.replace(base, **values)


def at(minutes: int) -> datetime:
    return datetime(2026, 11, 10, 9, 0, tzinfo=UTC) + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "It was set to “Friends”."),
        (
            {"decision": Decision.CHANGED, "changed_to": "hidden", "label_seen": "Only me"},
            "You changed it from “Friends” to “Only me”.",
        ),
        ({"decision": Decision.KEEP, "reason": "Family"}, "You kept it as it was: “Friends”. Your reason: Family"),
        (
            {"decision": Decision.KEEP, "until": date(2027, 1, 2)},
            "You kept it as it was: “Friends”. Look again on 2 January 2027.",
        ),
        ({"decision": Decision.LATER, "until": date(2027, 1, 2)}, "You put it off until 2 January 2027."),
        ({"decision": Decision.NOT_FOR_ME}, "You said it is not for you."),
    ],
)
def test_an_answer_in_the_history(check: Check, values: dict[str, object], said: str) -> None:
    assert words.answer_line(check, answer(check, **values)) == said


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (Due.WORDING, "The question has changed since you answered it on 10 November 2026."),
        (Due.AGE, "You last looked at this on 10 November 2026."),
        (Due.LATER, "You put this off until now."),
        (Due.EXPIRED, "You kept this as it was until today."),
        (None, ""),
    ],
)
def test_why_a_check_comes_up_again(check: Check, due: Due | None, said: str) -> None:
    assert words.why_again(CheckState(check, answer(check), Standing.SAFER, due, None)) == said


def test_a_check_never_answered_has_no_reason_to_come_up_again(check: Check) -> None:
    state = CheckState(check, None, Standing.NOT_LOOKED_AT, None, None)
    assert (words.why_again(state), words.standing(state)) == ("", "Not looked at yet")


def test_the_pill_of_a_network(bench: Workbench) -> None:
    one = read_overview(bench).mine[0]
    assert words.status(one, TODAY) == ("Not started", "neutral")
    due = dataclasses.replace(one, state=State.DUE, check_again=date(2026, 11, 10))
    assert words.status(due, TODAY) == ("Due 10 November", "warn")
    assert words.status(dataclasses.replace(due, check_again=date(2027, 3, 1)), TODAY) == ("Due", "warn")
    assert words.status(dataclasses.replace(one, state=State.DONE), TODAY) == ("Done", "done")


def test_presses_close_together_are_one_answer(check: Check) -> None:
    newest_first = [answer(check, id=str(n), at=at(minutes)) for n, minutes in enumerate((600, 599, 598, 10))]
    assert [one.id for one in meant(newest_first)] == ["0", "3"]


def test_long_pages_come_in_equal_parts(bench: Workbench) -> None:
    page = whole(read_network(bench, "facebook")).pages[0]
    six = SettingsPage("p", "g", "G", "", "", page.checks * 6)
    assert [len(one.checks) for one in parts([six, page])] == [3, 3, 1]
    assert [len(one.checks) for one in parts([dataclasses.replace(six, checks=page.checks * MOST)])] == [MOST]


def test_a_trail_numbers_its_checks_over_all_its_pages(bench: Workbench) -> None:
    trail = whole(read_network(bench, "facebook"))
    assert trail.numbers == (1, 1, 12)
    found = trail.to("look_up")
    assert found is not None
    assert found.numbers == (3, 6, 12)
    assert trail.to("no_such_check") is None
    assert Trail(()).finished
    assert trail.moved(99).finished
    assert trail.moved(-3).at == 0
