"""What a reminder is: a thing with a day that follows from what was done last, how often it comes round, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from footprint.dates import months_later
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.packs.origins import FromPack


class Unit(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True)
class Every:
    """How often: 3 months, 1 week. A count of 0 is never."""

    count: int
    unit: Unit = Unit.MONTH

    @property
    def never(self) -> bool:
        return self.count == 0

    def after(self, day: date, times: int = 1) -> date:
        """The day so many turns after `day`. A month without such a day has its last one."""
        return turn(day, self, times)

    @property
    def words(self) -> str:
        """`every 6 months`, `every year`, `never`."""
        return every_in_words(self)


class Kind(StrEnum):
    """What a reminder is about; it decides its icon, where it leads and what ends it."""

    NETWORK = "network"
    SEARCH = "search"
    ITEM = "item"
    RECHECK = "recheck"
    POSTS = "posts"
    STRANGER = "stranger"
    COPY = "copy"
    OWN = "own"


class Mark(StrEnum):
    """What the person said instead of doing it now."""

    LATER = "later"
    SKIP = "skip"


@dataclass(frozen=True)
class Thing:
    """One thing that comes up on a day.

    `planned` is the day that follows from what was done last, `due` the day it comes up: later where the person put it
    off, None where nothing is to come. `why` is the reason for how often; `mine`: the person chose that. `origin`: how
    often comes from an employer's pack.
    """

    key: str
    kind: Kind
    title: str
    reason: str
    minutes: int
    place: str
    details: Mapping[str, str] = field(default_factory=dict)
    last: date | None = None
    planned: date | None = None
    due: date | None = None
    every: Every | None = None
    usual: Every | None = None
    why: str = ""
    mine: bool = False
    put_off: bool = False
    origin: FromPack | None = None

    @property
    def can_be_ticked(self) -> bool:
        """Whether the person says when it is done; the app sees the others being done."""
        return self.kind in (Kind.OWN, Kind.POSTS)

    @property
    def can_change(self) -> bool:
        """Whether how often it comes up is the person's to choose."""
        return self.kind not in (Kind.OWN, Kind.ITEM, Kind.COPY)

    @property
    def how_often(self) -> str:
        """In words; "" for what comes once."""
        if self.every is None:
            return _("by its own plan") if self.kind is Kind.RECHECK else ""
        return self.every.words


@dataclass(frozen=True)
class Own:
    """A reminder the person made. `first` is when it first comes up; without `every` it comes once."""

    id: str
    what: str
    first: date
    every: Every | None
    changed_at: datetime

    @property
    def key(self) -> str:
        return f"own:{self.id}"


class BadReminder(FootprintError):
    """What was typed makes no reminder; the sentence says what to change."""


def turn(day: date, every: Every, times: int) -> date:
    if every.unit is Unit.MONTH:
        return months_later(day, every.count * times)
    return day + timedelta(days=every.count * times * (7 if every.unit is Unit.WEEK else 1))


def every_in_words(every: Every) -> str:
    count = every.count
    if not count:
        return _("never")
    if every.unit is Unit.MONTH and count == 12:
        return _("every year")
    if every.unit is Unit.MONTH and count % 12 == 0:
        return _("every {n} years").format(n=count // 12)
    return {
        Unit.DAY: ngettext("every day", "every {n} days", count),
        Unit.WEEK: ngettext("every week", "every {n} weeks", count),
        Unit.MONTH: ngettext("every month", "every {n} months", count),
    }[every.unit].format(n=count)


_MOST = {Unit.DAY: 366, Unit.WEEK: 260, Unit.MONTH: 120}
_LETTERS = {"d": Unit.DAY, "w": Unit.WEEK, "m": Unit.MONTH, "y": Unit.MONTH}


def read_every(text: str) -> Every:
    """`3 months`, `2w`, `1 year`, `6` (months), `never`. Raises `BadReminder`."""
    words = "".join(text.casefold().replace("every", "").split())
    if words in ("never", "0"):
        return Every(0)
    digits = words.rstrip("abcdefghijklmnopqrstuvwxyz")
    unit = words[len(digits) :] or "m"
    names = ("d", "day", "days", "w", "week", "weeks", "m", "month", "months", "y", "year", "years")
    if not (digits or "1").isascii() or not (digits or "1").isdecimal() or unit not in names or len(digits) > 3:
        raise BadReminder(_("Say how often like this: 3 months, 2 weeks, 10 days, 1 year, or never."))
    return checked(Every(int(digits or "1") * (12 if unit[0] == "y" else 1), _LETTERS[unit[0]]))


def checked(every: Every) -> Every:
    """The same, when it is between once a day and once in ten years."""
    if not 0 <= every.count <= _MOST[every.unit]:
        raise BadReminder(_("Choose something between every day and every 10 years."))
    return every
