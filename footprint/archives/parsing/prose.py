"""Dates written out for people: `Dec 28, 2020 7:20 am`, `25 mar 2014, 17:21:28 CET`, `3 août 2021 à 14:05`.

Languages: English, Dutch, German, Italian, French and Spanish. The month is found by its name; digits alone
(`11/16/21, 9:40 AM`) are read day first or month first as the caller knows, unless one of the numbers decides.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from footprint.archives.parsing.dates import epoch, instant, iso, offset, sane

_NAMES = """
jan january januari januar jaenner janner gennaio gen janvier janv enero ene
feb february februari februar febbraio fevrier fevr febrero
mar march maart mrt marz maerz mrz marzo mars
apr april aprile avril avr abril abr
may mei mai maggio mag mayo
jun june juni giugno giu juin junio
jul july juli luglio lug juillet juil julio
aug august augustus agosto ago aout
sep sept september settembre set septembre septiembre
oct october oktober okt ottobre ott octobre octubre
nov november novembre noviembre
dec december dezember dez dicembre dic decembre diciembre
"""
_MONTHS = {name: number for number, names in enumerate(_NAMES.strip().splitlines(), 1) for name in names.split()}
_PLAIN = str.maketrans("äàáâèéêëìíîïòóôöùúûüç", "aaaaeeeeiiiioooouuuuc", "")
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
    "eet": 120, "eest": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
}  # fmt: skip
_TIME = re.compile(r"(?<!\d)(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?!\d)\s*([ap])?\.?\s?(m)?\b")
_DIGITS = re.compile(r"(?<!\d)(\d{1,4})\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?(\d{2,4})(?!\d)")
_WORD = re.compile(r"[a-z]+")
_NUMBER = re.compile(r"\d+")
_SHIFT = re.compile(r"(?:utc|gmt)?\s?([+-])(\d{1,2}):?(\d{2})?\b")


class When(NamedTuple):
    """An instant; `local` when the text named no zone, so that it is a clock time wherever it was written."""

    at: int
    local: bool


def prose(value: object, *, day_first: bool = True) -> When | None:
    """The date and time in a written-out text, or None when there is no sane one."""
    if type(value) is int or type(value) is float:
        seconds = epoch(value)
        return None if seconds is None else When(seconds, False)
    if type(value) is not str or not 6 <= len(value) <= 120:
        return None
    return _read(value, day_first)


@lru_cache(maxsize=2048)
def _read(text: str, day_first: bool) -> When | None:
    text = " ".join(text.replace("\u202f", " ").replace("\xa0", " ").replace("\u200e", "").split())
    exact = iso(text)
    if exact is not None:
        return When(exact, not _has_zone(text))
    text = text.casefold().translate(_PLAIN)
    clock = _TIME.search(text, _date_end(text))
    hour, minute, second = _clock(clock)
    rest = text if clock is None else text[: clock.start()] + " " + text[clock.end() :]
    day = _named_day(rest) or _numbered_day(rest, day_first)
    whole = None if day is None else instant(*day, hour, minute, second)
    if whole is None:
        return None
    shift = _shift(text if clock is None else text[clock.end() :] or text)
    seconds = sane(whole - (shift or 0) * 60)
    return None if seconds is None else When(seconds, shift is None)


def _has_zone(text: str) -> bool:
    return text.endswith(("Z", "UTC", "GMT")) or re.search(r"[+-]\d{2}:?\d{2}\Z", text[10:]) is not None


def _date_end(text: str) -> int:
    """Where a date of digits with dots ends, so that `28.12.2020` is not taken for a time."""
    found = _DIGITS.search(text)
    return found.end() if found and found.start() == 0 else 0


def _clock(found: re.Match[str] | None) -> tuple[int, int, int]:
    if found is None:
        return 0, 0, 0
    hour, minute, second = int(found.group(1)), int(found.group(2)), int(found.group(3) or 0)
    if found.group(4) and found.group(5):
        hour = hour % 12 + (12 if found.group(4) == "p" else 0)
    return hour, minute, second


def _named_day(text: str) -> tuple[int, int, int] | None:
    month = next((_MONTHS[word] for word in _WORD.findall(text) if word in _MONTHS), None)
    if month is None:
        return None
    numbers = _NUMBER.findall(text)
    year = next((int(one) for one in numbers if len(one) == 4), None)
    day = next((int(one) for one in numbers if len(one) <= 2), None)
    if year is None or day is None:
        return None
    return year, month, day


def _numbered_day(text: str, day_first: bool) -> tuple[int, int, int] | None:
    found = _DIGITS.search(text)
    if found is None:
        return None
    one, two, three = (int(part) for part in found.groups())
    if one > 31:
        return one, two, three
    year = three + 2000 if three < 100 else three
    if one > 12 or (day_first and two <= 12):
        return year, two, one
    return year, one, two


def _shift(text: str) -> int | None:
    """Minutes east of UTC by the zone named in `text`, or None."""
    for word in _WORD.findall(text):
        if word in _ZONES:
            numbers = _SHIFT.search(text) if word in ("utc", "gmt") else None
            if numbers:
                return offset(f"{numbers.group(1)}{int(numbers.group(2)):02d}{numbers.group(3) or '00'}") // 60
            return _ZONES[word]
    return None
