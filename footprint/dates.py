"""Instants are UTC, due days are plain dates; here both become text and plain words."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime

from footprint.i18n import _, locale_name, ngettext


def utc_now() -> datetime:
    return datetime.now(UTC)


def to_text(instant: datetime) -> str:
    """`2026-11-16T09:30:00.000000Z`: fixed width, so that text order is time order."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def from_text(text: str) -> datetime:
    return datetime.fromisoformat(text)


def local_day(instant: datetime) -> date:
    """The day it was, where the person is."""
    return instant.astimezone().date()


def months_later(day: date, months: int) -> date:
    """The same day some months on; the last day of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def day_in_words(day: date, *, weekday: bool = False) -> str:
    """`16 November 2026`, or `Monday 16 November 2026`."""
    from babel.dates import format_date

    return format_date(day, "EEEE d MMMM y" if weekday else "d MMMM y", locale=locale_name())


def month_in_words(year: int, month: int) -> str:
    """`November 2026`; months are counted from 1."""
    from babel.dates import format_date

    return format_date(date(year, month, 1), "LLLL y", locale=locale_name())


def medium_day(day: date) -> str:
    """`16 Nov 2026`, for the columns of a table."""
    from babel.dates import format_date

    return format_date(day, "d MMM y", locale=locale_name())


def short_day(day: date, today: date) -> str:
    """`20 November`, with the year only when it is another one."""
    from babel.dates import format_date

    return format_date(day, "d MMMM" if day.year == today.year else "d MMMM y", locale=locale_name())


def when_in_words(day: date, today: date) -> str:
    """`today`, `tomorrow`, `in 4 days` up to 6 days, else the date (`ui-design` words)."""
    away = (day - today).days
    if away == 0:
        return _("today")
    if away == 1:
        return _("tomorrow")
    if away == -1:
        return _("yesterday")
    if 1 < away <= 6:
        return ngettext("in {n} day", "in {n} days", away).format(n=away)
    return _("on {day}").format(day=short_day(day, today))


def number(value: int) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=locale_name()))
