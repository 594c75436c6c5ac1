"""One quiet sentence a day at most: nothing missed, nothing doubled, whatever the computer and the clocks do."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.reminders import Due, Told, digest, duefile, is_quiet, neutral_words, tell
from footprint.reminders.digests import AGAIN_AFTER
from footprint.reminders.rehearsal import hours, rehearse, travel
from footprint.settings import Settings

LONDON = ZoneInfo("Europe/London")
BEGIN = datetime(2026, 9, 1, tzinfo=UTC)
ANY_HOUR = Settings(quiet_from=0, quiet_until=0)


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type]


def test_ninety_days_off_end_with_one_digest_that_names_everything() -> None:
    days = {date(2026, 9, 5) + timedelta(days=3 * turn): 1 for turn in range(40)}
    off = (at(2026, 9, 10), at(2026, 12, 9, 10))
    said = rehearse(hours(BEGIN, at(2026, 12, 15), [off]), days, LONDON)
    after = [one for one in said if one.at >= off[1]]
    assert [one.local.date() for one in after][:1] == [date(2026, 12, 9)]
    assert after[0].count == sum(count for day, count in days.items() if day <= date(2026, 12, 9))
    assert sum(one.new for one in said) == sum(count for day, count in days.items() if day < date(2026, 12, 15))


offs = st.lists(
    st.tuples(st.integers(0, 24 * 200), st.integers(1, 24 * 120)).map(
        lambda pair: (BEGIN + timedelta(hours=pair[0]), BEGIN + timedelta(hours=pair[0] + pair[1]))
    ),
    max_size=6,
)
due_days = st.dictionaries(st.dates(date(2026, 8, 1), date(2027, 3, 1)), st.integers(1, 4), max_size=12)
persons = st.builds(
    Settings, quiet_from=st.integers(0, 23), quiet_until=st.integers(0, 23), days_off=st.integers(0, 126)
)
zones = st.sampled_from(
    ["Europe/London", "Pacific/Auckland", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]
)


@settings(max_examples=60, deadline=None)
@given(offs, due_days, persons, zones)
def test_whatever_the_computer_does_nothing_is_missed_and_nothing_doubled(
    off: list[tuple[datetime, datetime]], days: dict[date, int], person: Settings, zone: str
) -> None:
    end = BEGIN + timedelta(days=230)
    on = list(hours(BEGIN, end, off))
    said = rehearse(on, days, ZoneInfo(zone), person)
    told = [one.local.date() for one in said]
    assert len(told) == len(set(told)), "twice on one day"
    assert all(not is_quiet(one.local, person) for one in said)
    heard = {at.astimezone(ZoneInfo(zone)).date() for at in on if not is_quiet(at.astimezone(ZoneInfo(zone)), person)}
    if heard:
        due = sum(count for day, count in days.items() if day <= max(heard))
        assert sum(one.new for one in said) == due, "each thing is new in exactly one digest"
    for before, following in pairwise(said):
        assert following.new or following.local.date() - before.local.date() >= AGAIN_AFTER
    for day in days:
        first = min((one for one in heard if one >= day), default=None)
        assert first is None or first in told, "on the first day there was to say it"


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo"])
def test_the_days_the_clocks_change_are_days_like_others(zone: str) -> None:
    days = {date(2026, 10, 1) + timedelta(days=turn): 1 for turn in range(200)}
    said = rehearse(hours(at(2026, 10, 1), at(2027, 4, 15)), days, ZoneInfo(zone), ANY_HOUR)
    told = [one.local.date() for one in said]
    assert told == sorted(set(told))
    assert all(following - before == timedelta(days=1) for before, following in pairwise(told))
    assert all(one.new == 1 for one in said[1:])


@settings(max_examples=40, deadline=None)
@given(st.lists(zones, min_size=1, max_size=20), due_days)
def test_journeys_neither_double_nor_miss(stops: list[str], days: dict[date, int]) -> None:
    moments = [
        (BEGIN + timedelta(days=9 * stop, hours=hour), ZoneInfo(zone))
        for stop, zone in enumerate(stops)
        for hour in range(9 * 24)
    ]
    said = travel(moments, days, ANY_HOUR)
    told = [one.local.date() for one in said]
    assert len(told) == len(set(told))
    last = moments[-1][0].astimezone(moments[-1][1]).date()
    assert sum(one.new for one in said) >= sum(count for day, count in days.items() if day <= last)


def test_a_clock_that_was_years_ahead_does_not_silence_it() -> None:
    due = Due({date(2026, 11, 16): 1}, told=date(2031, 1, 1))
    assert digest(due, datetime(2026, 11, 16, 9, tzinfo=LONDON), Settings()) is not None
    due = Due({date(2026, 11, 16): 1}, told=date(2026, 11, 17))
    assert digest(due, datetime(2026, 11, 16, 9, tzinfo=LONDON), Settings()) is None, "a journey west: said already"


@pytest.mark.parametrize(
    ("hour", "begins", "ends", "quiet"),
    [(22, 21, 8, True), (7, 21, 8, True), (8, 21, 8, False), (12, 9, 17, True), (17, 9, 17, False), (3, 5, 5, False)],
)
def test_quiet_hours(hour: int, begins: int, ends: int, quiet: bool) -> None:
    now = datetime(2026, 11, 16, hour, 30)
    assert is_quiet(now, Settings(quiet_from=begins, quiet_until=ends)) is quiet
    assert is_quiet(now, Settings(quiet_from=0, quiet_until=0, days_off=1)), "a Monday off"


def test_the_words_are_counts_and_give_nothing_away() -> None:
    assert neutral_words(1) == "You have a check to do"
    assert neutral_words(12) == "You have 12 checks to do"


def test_it_is_said_once_between_the_app_and_the_scheduler(tmp_path: Path) -> None:
    now = datetime(2026, 11, 16, 9, 30, tzinfo=LONDON)
    duefile.keep_days(tmp_path, {date(2026, 11, 16): 2})
    said: list[tuple[str, str]] = []

    def show(title: str, words: str) -> bool:
        said.append((title, words))
        return True

    assert tell(tmp_path, now, Settings(), lambda _title, _words: False) is Told.NOT_SHOWN
    assert duefile.load(tmp_path).told is None, "what nobody saw was not said"
    assert tell(tmp_path, now, Settings(), show) is Told.SAID
    assert tell(tmp_path, now, Settings(), show) is Told.NOTHING
    assert said == [("Footprint Check", "You have 2 checks to do")]
    assert tell(tmp_path / "nowhere", now, Settings(), show) is Told.NOTHING
    with pytest.raises(ZeroDivisionError):
        tell(tmp_path, now + timedelta(days=7), Settings(), lambda _title, _words: bool(1 // 0))
    assert duefile.load(tmp_path).told == now.date(), "what broke is said another time"
