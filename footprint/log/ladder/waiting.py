"""How long to wait on a rung: days, working days and months, with the bank holidays of the person's nation."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from footprint.dates import months_later
from footprint.i18n import _, locale_name, ngettext
from footprint.log.ladder.reading import Unit
from footprint.person import Nation

_SUBDIVISIONS = {
    Nation.ENGLAND: ("ENG",),
    Nation.WALES: ("WLS",),
    Nation.SCOTLAND: ("SCT",),
    Nation.NORTHERN_IRELAND: ("NIR",),
}
# Until the nation is known, a holiday of any of them counts: nobody is chased a day too early.
_ALL = tuple(each for one in _SUBDIVISIONS.values() for each in one)


def is_working_day(day: date, nation: Nation) -> bool:
    """Monday to Friday, and no bank holiday there."""
    return day.weekday() < 5 and day not in _bank_holidays(nation, day.year)


def due_day(start: date, wait: int, unit: Unit, nation: Nation) -> date:
    """The last day of the wait. One in weeks or months ends on a working day, because an office has to answer."""
    if unit == "working days":
        return working_days_later(start, wait, nation)
    if unit == "days":
        return start + timedelta(days=wait)
    end = start + timedelta(weeks=wait) if unit == "weeks" else months_later(start, wait)
    while not is_working_day(end, nation):
        end += timedelta(days=1)
    return end


def working_days_later(start: date, count: int, nation: Nation) -> date:
    """The day `count` working days after `start`, which itself does not count."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, nation)
    return day


def working_days_between(start: date, end: date, nation: Nation) -> int:
    """Working days after `start` up to and with `end`."""
    return sum(is_working_day(start + timedelta(days=n), nation) for n in range(1, (end - start).days + 1))


def counter(start: date, due: date, today: date, unit: Unit, nation: Nation) -> str:
    """`Day 4 of 14. They have until Thursday 10 December.`"""
    if today > due:
        late = (today - due).days
        return ngettext(
            "They had until {day}. That was {n} day ago.", "They had until {day}. That was {n} days ago.", late
        ).format(day=weekday_of(due, today), n=late)
    until = weekday_of(due, today)
    if unit == "weeks":  # nobody is bound to that: it is only how long it can take
        at, whole = (today - start).days // 7 + 1, -(-(due - start).days // 7)
        return _("Week {at} of about {whole}. Ask how far it is after {day}.").format(
            at=min(at, whole), whole=whole, day=until
        )
    if today == due:
        return _("Today is the last day. They have until {day}.").format(day=until)
    if unit == "working days":
        at, whole = working_days_between(start, today, nation), working_days_between(start, due, nation)
        words = _("Working day {at} of {whole}. They have until {day}.")
    else:
        at, whole = (today - start).days, (due - start).days
        words = _("Day {at} of {whole}. They have until {day}.")
    if at < 1:
        return _("Asked today. They have until {day}.").format(day=until)
    return words.format(at=at, whole=whole, day=until)


def weekday_of(day: date, today: date) -> str:
    """`Thursday 10 December`, with the year only when it is another one."""
    from babel.dates import format_date

    return format_date(day, "EEEE d MMMM" if day.year == today.year else "EEEE d MMMM y", locale=locale_name())


@lru_cache(maxsize=64)
def _bank_holidays(nation: Nation, year: int) -> frozenset[date]:
    import holidays

    places = _SUBDIVISIONS.get(nation, _ALL)
    return frozenset(day for one in places for day in holidays.country_holidays("GB", subdiv=one, years=year))
