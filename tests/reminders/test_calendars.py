"""The file for a person's own calendar: read back by `icalendar` and by a strict reader of RFC 5545 written here."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from footprint import log, person, reminders
from footprint.checklists import Library
from footprint.dates import local_day
from footprint.reminders import Every, Unit
from footprint.reminders.calendars import calendar_file
from footprint.vault import Vault
from tests.conftest import FakeClock

Made = Callable[[], bytes]
Part = tuple[str, dict[str, str], list["Part"]]  # type: ignore[misc]
_LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^;:\"]+)*):(.*)")
_VALUES = {
    "DTSTAMP": r"\d{8}T\d{6}Z", "DTSTART": r"\d{8}T\d{6}", "DTEND": r"\d{8}T\d{6}", "UID": r"[0-9a-f]{32}",
    "SEQUENCE": r"\d+", "STATUS": r"CONFIRMED|CANCELLED", "CLASS": "PRIVATE", "TRANSP": "TRANSPARENT",
    "SUMMARY": "Online check", "RRULE": r"FREQ=(DAILY|WEEKLY|MONTHLY);INTERVAL=[1-9]\d*",
}  # fmt: skip


def strictly(data: bytes) -> Part:
    """The file as nested parts; every rule of the format that is used is held to."""
    text = data.decode()
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "") and "\r" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    stack: list[Part] = [("", {}, [])]
    for line in text.replace("\r\n ", "").split("\r\n")[:-1]:
        found = _LINE.fullmatch(line)
        assert found, line
        name, value = found[1], found[3]
        if name == "BEGIN":
            stack.append((value, {}, []))
        elif name == "END":
            done = stack.pop()
            assert done[0] == value
            stack[-1][2].append(done)
        else:
            assert name not in stack[-1][1], f"{name} twice"
            stack[-1][1][name] = value
            if name in ("DTSTART", "DTEND") and stack[-1][0] == "VEVENT":
                assert found[2] == ";TZID=Europe/London"
    assert len(stack) == 1 and len(stack[0][2]) == 1
    return stack[0][2][0]


def events(data: bytes) -> dict[str, dict[str, str]]:
    """By UID, each with exactly what it should have."""
    _name, said, parts = strictly(data)
    assert said["VERSION"] == "2.0" and said["PRODID"]
    assert [name for name, _said, _inner in parts].count("VTIMEZONE") == 1 and parts[0][1]["TZID"] == "Europe/London"
    found = {}
    for name, values, inner in parts[1:]:
        assert name == "VEVENT" and {"UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY"} <= set(values)
        for one, value in values.items():
            assert re.fullmatch(_VALUES[one], value), (one, value)
        alarms = [part for part in inner if part[0] == "VALARM"]
        assert len(alarms) == (values["STATUS"] == "CONFIRMED")
        for _alarm, words, _none in alarms:
            assert words == {"ACTION": "DISPLAY", "DESCRIPTION": "Online check", "TRIGGER": "-PT5M"}
        found[values["UID"]] = values
    assert len(found) == len(parts) - 1, "an id twice"
    return found


@pytest.fixture
def made(vault: Vault, library: Library) -> Made:
    return lambda: calendar_file(vault, library, local_day(vault.now()), 6)


def test_before_anything_was_done_the_rhythm_itself_is_in_it(made: Made) -> None:
    (one,) = events(made()).values()
    assert one["RRULE"] == "FREQ=MONTHLY;INTERVAL=6" and one["DTSTART"] == "20270516T090000"


def test_a_second_file_changes_what_changed_and_doubles_nothing(
    made: Made, vault: Vault, library: Library, clock: FakeClock
) -> None:
    today = local_day(clock.now)
    own = reminders.add(vault, "Secret words", today + timedelta(days=3), Every(2, Unit.WEEK), today=today).value
    item = log.add(vault, log.New(title="Secret photo", due=today + timedelta(days=5))).value
    first = events(made())
    assert len(first) == 3 and b"ecret" not in made()
    assert events(made()) == first, "nothing changed, nothing to say"
    clock.advance(days=1)
    again = events(made())
    assert set(again) == set(first)
    changed = {uid for uid in first if again[uid]["SEQUENCE"] != first[uid]["SEQUENCE"]}
    assert {first[uid]["RRULE"] for uid in changed} == {"FREQ=MONTHLY;INTERVAL=6"}, "only what counts from today moved"
    reminders.change(vault, own.id, "Secret words", today + timedelta(days=4), Every(1), today=today)
    log.delete(vault, [item.id])
    third = events(made())
    gone = [values for values in third.values() if values["STATUS"] == "CANCELLED"]
    assert set(third) == set(first) and len(gone) == 1 and gone[0]["SEQUENCE"] == "1"
    log.restore(vault, [item.id])
    back = events(made())
    assert set(back) == set(first) and all(values["STATUS"] == "CONFIRMED" for values in back.values())


@pytest.mark.parametrize("day", [28, 29, 30, 31])
def test_months_ends_are_days_every_month_has(made: Made, vault: Vault, clock: FakeClock, day: int) -> None:
    today = local_day(clock.now)
    reminders.add(vault, "x", date(2026, 12, day), Every(1), today=today)
    found = [one for one in events(made()).values() if one["RRULE"].endswith("INTERVAL=1")]
    assert found[0]["DTSTART"] == "20261228T090000"
    clock.now = datetime(2026, 12, 30, 12, tzinfo=clock.now.tzinfo)
    found = [one for one in events(made()).values() if one["RRULE"].endswith("INTERVAL=1")]
    assert found[0]["DTSTART"] == "20270101T090000"


def test_icalendar_reads_the_same_and_london_keeps_nine_oclock_summer_and_winter(
    made: Made, vault: Vault, clock: FakeClock
) -> None:
    reminders.add(vault, "x", date(2026, 12, 1), Every(1), today=local_day(clock.now))
    person.add_account(vault, "facebook")
    data = made()
    read = icalendar.Calendar.from_ical(data)
    ours = events(data)
    theirs = {str(one["UID"]): one for one in read.walk("VEVENT")}
    assert set(theirs) == set(ours)
    zone = next(iter(read.walk("VTIMEZONE"))).to_tz()
    for winter, summer in ((datetime(2026, 12, 1, 9), datetime(2027, 7, 1, 9)),):
        for when in (winter, summer):
            assert zone.utcoffset(when) == ZoneInfo("Europe/London").utcoffset(when)
    for uid, one in theirs.items():
        begins = one.decoded("DTSTART")
        assert begins.strftime("%Y%m%dT%H%M%S") == ours[uid]["DTSTART"] and begins.hour == 9
        assert one.decoded("DTEND") - begins == timedelta(minutes=15)
        assert len(one.walk("VALARM")) == 1
    assert not read.errors
