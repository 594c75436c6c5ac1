"""Instants out of an archive, as seconds since 1970 in UTC: from numbers, from ISO texts, from fixed English forms.

What is not a sane date (0, the year 0, birth dates of 1919, the far future) is None, never a guess.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

EARLIEST = 631_152_000  # 1990: older than anything a network can hold, save dates that stand for none
LATEST = 4_102_444_800  # 2100
X_BEGAN = 1_142_899_200  # 21 March 2006

MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}


def sane(seconds: float, since: int = EARLIEST) -> int | None:
    """`seconds` as a whole number when it lies in the time of networks."""
    return int(seconds) if since <= seconds < LATEST else None


def epoch(value: object, since: int = EARLIEST) -> int | None:
    """A number, or its digits, of seconds, milliseconds or microseconds since 1970: told apart by size."""
    if type(value) is str:
        digits = value.strip()
        if not digits.isascii() or not digits.isdigit() or len(digits) > 20:
            return None
        value = int(digits)
    if type(value) is not int and type(value) is not float:
        return None
    if value != value or not 0 < value < 1e17:
        return None
    number = value / 1_000_000 if value >= 1e14 else value / 1000 if value >= 1e11 else value
    return sane(number, since)


_ISO = re.compile(
    r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?\s*\Z",
    re.IGNORECASE,
)


def iso(value: object, since: int = EARLIEST) -> int | None:
    """`2021-11-17T18:14:58.000Z` and its kin with a blank, slashes, any offset or `UTC`; without a zone it is UTC."""
    if type(value) is not str or not 8 <= len(value) <= 50:
        return None
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        return _iso_by_parts(value, since)
    try:
        return sane((read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp(), since)
    except (OverflowError, ValueError):
        return None


def _iso_by_parts(value: str, since: int) -> int | None:
    found = _ISO.match(value)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    whole = instant(year, month, day, hour, minute, second)
    return None if whole is None else sane(whole - offset(found.group(7) or ""), since)


def offset(zone: str) -> int:
    """`+02:00` and `-0530` in seconds; 0 for anything else."""
    if len(zone) < 5 or zone[0] not in "+-":
        return 0
    seconds = int(zone[1:3]) * 3600 + int(zone[-2:]) * 60
    return -seconds if zone[0] == "-" else seconds


def instant(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> int | None:
    """The seconds since 1970 of a clock time taken as UTC, or None where there is no such time."""
    try:
        return int(datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC).timestamp())
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=4096)
def _x_midnight(month_and_day: str, year: str) -> int | None:
    month = MONTHS.get(month_and_day[:3].casefold())
    if month is None:
        return None
    return instant(int(year), month, int(month_and_day[4:]))


def x_date(value: object) -> int | None:
    """`Sat Aug 12 16:10:37 +0000 2023`, with months in English whatever the language."""
    if type(value) is not str or len(value) != 30:
        return None
    try:
        midnight = _x_midnight(value[4:10], value[26:])
        if midnight is None:
            return None
        seconds = int(value[11:13]) * 3600 + int(value[14:16]) * 60 + int(value[17:19])
        if value[20:25] != "+0000":
            seconds -= offset(value[20:25])
    except ValueError:
        return None
    return sane(midnight + seconds, X_BEGAN)
