"""Days and working days, with the bank holidays of the person's nation, and the wait in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.log.ladder import counter, due_day, is_working_day
from footprint.log.ladder.waiting import working_days_between, working_days_later
from footprint.person import Nation

DAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31))


@pytest.mark.parametrize(
    ("nation", "day", "works"),
    [
        (Nation.SCOTLAND, date(2026, 11, 30), False),  # St Andrew's Day
        (Nation.ENGLAND, date(2026, 11, 30), True),
        (Nation.NORTHERN_IRELAND, date(2026, 3, 17), False),  # St Patrick's Day
        (Nation.WALES, date(2026, 3, 17), True),
        (Nation.SCOTLAND, date(2027, 1, 4), False),  # 2 January falls on a Saturday
        (Nation.ENGLAND, date(2027, 1, 4), True),
        (Nation.ENGLAND, date(2026, 12, 28), False),  # Boxing Day falls on a Saturday
        (Nation.UNSAID, date(2026, 11, 30), False),
        (Nation.ENGLAND, date(2026, 11, 28), False),
    ],
)
def test_each_nation_has_its_own_holidays(nation: Nation, day: date, works: bool) -> None:
    assert is_working_day(day, nation) is works


def test_two_working_days_over_new_year() -> None:
    start = date(2026, 12, 30)
    assert due_day(start, 2, "working days", Nation.ENGLAND) == date(2027, 1, 4)
    assert due_day(start, 2, "working days", Nation.SCOTLAND) == date(2027, 1, 5)


def test_a_month_ends_on_a_day_an_office_is_open() -> None:
    assert due_day(date(2026, 11, 25), 1, "months", Nation.ENGLAND) == date(2026, 12, 29)
    assert due_day(date(2026, 1, 31), 1, "months", Nation.ENGLAND) == date(2026, 3, 2)


def test_plain_days_are_plain() -> None:
    assert due_day(date(2026, 11, 26), 14, "days", Nation.ENGLAND) == date(2026, 12, 10)


def test_the_wait_in_words() -> None:
    asked, due = date(2026, 11, 26), date(2026, 12, 10)
    assert counter(asked, due, date(2026, 11, 30), "days", Nation.ENGLAND) == (
        "Day 4 of 14. They have until Thursday 10 December."
    )
    assert counter(asked, due, asked, "days", Nation.ENGLAND).startswith("Asked today.")
    assert counter(asked, due, due, "days", Nation.ENGLAND).startswith("Today is the last day.")
    assert counter(asked, due, date(2026, 12, 11), "days", Nation.ENGLAND).endswith("1 day ago.")
    assert counter(date(2026, 11, 26), date(2026, 12, 1), date(2026, 11, 27), "working days", Nation.SCOTLAND) == (
        "Working day 1 of 2. They have until Tuesday 1 December."
    )
    assert counter(asked, date(2027, 9, 6), date(2026, 12, 4), "weeks", Nation.ENGLAND).startswith(
        "Week 2 of about 41."
    )
    assert "2027" in counter(date(2026, 12, 28), date(2027, 1, 11), date(2026, 12, 30), "days", Nation.ENGLAND)


@given(DAYS, st.integers(0, 30), st.sampled_from(Nation))
def test_counting_there_and_back_agrees(start: date, count: int, nation: Nation) -> None:
    end = working_days_later(start, count, nation)
    assert working_days_between(start, end, nation) == count
    assert count == 0 or is_working_day(end, nation)


@given(DAYS, st.integers(1, 12), st.sampled_from(["days", "working days", "weeks", "months"]), st.sampled_from(Nation))
def test_a_wait_never_ends_before_it_begins(start: date, wait: int, unit: str, nation: Nation) -> None:
    due = due_day(start, wait, unit, nation)
    assert due > start
    for n in range(0, (due - start).days + 3, 3):
        assert counter(start, due, start + timedelta(days=n), unit, nation)
