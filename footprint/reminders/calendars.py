"""Reminders as a calendar file (RFC 5545) for Outlook, Google and Apple, with titles that say nothing.

Each rhythm is one event (“every 6 months”), beginning with the first day anything of it comes up; a reminder of the
person's own is one too, and a day for something in the list comes once. All are called “Online check”, last a quarter
of an hour at 9:00 in London, leave the person free, and ring once, 5 minutes before. A set hour, not a whole day: of a
whole day Outlook rings at midnight, Google the evening before, and Apple not at all.

An event keeps its id from one file to the next, and its number goes up when it changes: a calendar that knows ids puts
the new one in place of the old. What is no longer to come is handed over once more as cancelled.

No event falls on the 29th, 30th or 31st of a month and comes round in months: calendars differ on what that means in
February. It comes on the 28th, or where that has passed on the 1st.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from footprint.checklists import Library
from footprint.dates import months_later
from footprint.i18n import _
from footprint.ids import new_id
from footprint.reminders import store
from footprint.reminders.reckoning import Rhythm, rhythm
from footprint.reminders.records import Every, Kind, Thing, Unit
from footprint.vault import Vault

if TYPE_CHECKING:
    from icalendar import Calendar, Component, vRecur

FILE_NAME = "online-check.ics"
ZONE = "Europe/London"
AT = time(9, 0)
LASTS = timedelta(minutes=15)
_BEFORE = timedelta(minutes=5)
_LAST_DAY = 28
_FREQUENCY = {Unit.DAY: "DAILY", Unit.WEEK: "WEEKLY", Unit.MONTH: "MONTHLY"}
_CANCELLED = "cancelled"


@dataclass(frozen=True)
class Entry:
    """One event: what it stands for (only the vault knows), its first day, and how often it comes round."""

    key: str
    first: date
    every: Every | None

    @property
    def said(self) -> str:
        """What a calendar was told, to see whether it has to be told again."""
        return f"{self.first.isoformat()} {f'{self.every.count} {self.every.unit.value}' if self.every else 'once'}"


_BY_RHYTHM = (Kind.NETWORK, Kind.SEARCH, Kind.POSTS, Kind.STRANGER)


def entries(now: Rhythm) -> tuple[Entry, ...]:
    """What goes into the file, by key. Days that have passed come today: a calendar does not ring for the past."""
    found = [_own(one, now.today) for one in now.things if one.kind is Kind.OWN and one.due]
    found += [Entry(one.key, max(one.due, now.today), None) for one in now.things if one.kind is Kind.ITEM and one.due]
    by_rhythm: dict[Every, list[date]] = {}
    for one in now.things:
        if one.kind in _BY_RHYTHM and one.due and one.every and not one.every.never:
            by_rhythm.setdefault(one.every, []).append(one.due)
    found += [_of_rhythm(every, min(days), now.today) for every, days in by_rhythm.items()]
    if not any(one.key.startswith("every:") for one in found) and now.seen.months:
        every = Every(now.seen.months)  # nothing was looked at yet: the rhythm itself, from today on
        found.append(_of_rhythm(every, every.after(now.today), now.today))
    return tuple(sorted(found, key=lambda one: one.key))


def _of_rhythm(every: Every, first: date, today: date) -> Entry:
    return Entry(f"every:{every.count}:{every.unit.value}", _safe_day(first, every, today), every)


def _own(one: Thing, today: date) -> Entry:
    return Entry(one.key, _safe_day(one.due or today, one.every, today), one.every)


def _safe_day(due: date, every: Every | None, today: date) -> date:
    """The day an event begins: from today on, and one that every month has where it comes round in months."""
    day = max(due, today)
    if every is None or every.unit is not Unit.MONTH or day.day <= _LAST_DAY:
        return day
    sooner = day.replace(day=_LAST_DAY)
    return sooner if sooner >= today else months_later(day.replace(day=1), 1)


def calendar_file(vault: Vault, library: Library, today: date, months: int) -> bytes:
    """The whole file; what was handed over before keeps its ids. Lines end in CR LF, as the format asks."""
    found = entries(rhythm(vault, library, today, months))
    with vault.writing(undo=False) as write:
        known = store.events(write.db)
        told = [_told(one, known.get(one.key)) for one in found]
        gone = [one for key, one in known.items() if key not in {entry.key for entry in found}]
        gone = [_cancelled(one) for one in gone]
        for one in (*told, *gone):
            if known.get(one.key) != one:
                store.put_event(write.db, one, write.now)
        stamp = write.instant
    return _text(zip(found, told, strict=True), gone, stamp)


def _told(entry: Entry, known: store.Event | None) -> store.Event:
    if known is None:
        return store.Event(new_id(), entry.key, 0, entry.said)
    changed = known.said != entry.said
    return store.Event(known.id, entry.key, known.sequence + changed, entry.said)


def _cancelled(known: store.Event) -> store.Event:
    """The day it stood on stays in what was said, so that it can be called off there."""
    if known.said.endswith(_CANCELLED):
        return known
    return store.Event(known.id, known.key, known.sequence + 1, f"{known.said} {_CANCELLED}")


def _text(events: Iterable[tuple[Entry, store.Event]], gone: Iterable[store.Event], stamp: datetime) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//online check//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_zone())
    for entry, told in events:
        _add_event(calendar, told, entry.first, entry.every, stamp)
    for told in gone:
        _add_event(calendar, told, date.fromisoformat(told.said[:10]), None, stamp, cancelled=True)
    return bytes(calendar.to_ical())


def _add_event(
    calendar: Calendar, told: store.Event, day: date, every: Every | None, stamp: datetime, *, cancelled: bool = False
) -> None:
    from icalendar import Alarm, Event

    event = Event()
    begins = datetime.combine(day, AT, ZoneInfo(ZONE))
    event.add("uid", told.id)
    event.add("sequence", told.sequence)
    event.add("dtstamp", stamp.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", begins)
    event.add("dtend", begins + LASTS)
    event.add("summary", _("Online check"))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    if every is not None:
        event.add("rrule", _rule(every))
    if not cancelled:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", _("Online check"))
        alarm.add("trigger", -_BEFORE)
        event.add_component(alarm)
    calendar.add_component(event)


def _rule(every: Every) -> vRecur:
    from icalendar import vRecur

    return vRecur({"FREQ": [_FREQUENCY[every.unit]], "INTERVAL": [every.count]})


def _zone() -> Component:
    """London's clock since 1996, as RFC 5545 wants it said: the last Sundays of March and October, at 01:00 UTC."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", ZONE)
    winter, summer = timedelta(0), timedelta(hours=1)
    for part, begins, before, after, name, month in (
        (TimezoneDaylight(), datetime(1996, 3, 31, 1), winter, summer, "BST", 3),
        (TimezoneStandard(), datetime(1996, 10, 27, 2), summer, winter, "GMT", 10),
    ):
        part.add("tzname", name)
        part.add("dtstart", begins)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("rrule", {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"})
        zone.add_component(part)
    return zone
