"""Instants sort as text; days are said in plain words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint import dates

instants = st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC))


@given(instants)
def test_an_instant_comes_back_from_its_text(instant: datetime) -> None:
    assert dates.from_text(dates.to_text(instant)) == instant


@given(instants, instants)
def test_text_order_is_time_order(one: datetime, other: datetime) -> None:
    assert (dates.to_text(one) < dates.to_text(other)) == (one < other)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (4, "in 4 days"),
        (6, "in 6 days"),
        (7, "on 23 November"),
        (60, "on 15 January 2027"),
        (-3, "on 13 November"),
    ],
)
def test_due_days_in_words(days: int, words: str) -> None:
    today = date(2026, 11, 16)
    assert dates.when_in_words(today + timedelta(days=days), today) == words


def test_days_are_written_as_people_here_write_them() -> None:
    assert dates.day_in_words(date(2026, 11, 16)) == "16 November 2026"
    assert dates.day_in_words(date(2026, 11, 26), weekday=True) == "Thursday 26 November 2026"
    assert dates.number(1000) == "1,000"


@pytest.mark.parametrize(
    ("day", "months", "there"),
    [
        (date(2026, 11, 16), 2, date(2027, 1, 16)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 1), 0, date(2026, 12, 1)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
    ],
)
def test_some_months_on(day: date, months: int, there: date) -> None:
    assert dates.months_later(day, months) == there


def test_text_order_is_time_order_in_every_year() -> None:
    years = [datetime(year, 3, 1, tzinfo=UTC) for year in (7, 99, 999, 1999, 2026)]
    assert sorted(map(dates.to_text, years)) == [dates.to_text(one) for one in years]
    assert dates.to_text(years[-1]) == "2026-03-01T00:00:00.000000Z"
    assert [dates.from_text(dates.to_text(one)) for one in years] == years
