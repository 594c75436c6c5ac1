"""One quiet sentence a day at most, in counts only: whether to say it now, and what it says.

It is said on the first day on which something new has come up, and once a week while anything still waits. What was
missed while the computer was off is in the next one; nothing is said twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from footprint.i18n import _, ngettext
from footprint.settings import Settings

AGAIN_AFTER = timedelta(days=7)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Due:
    """What stands beside the vault: how many things come up on which day, and the last day on which that was said."""

    days: Mapping[date, int]
    told: date | None = None

    def count(self, today: date) -> int:
        return sum(count for day, count in self.days.items() if day <= today)

    def new(self, today: date) -> int:
        """How many have come up since it was last said."""
        return sum(count for day, count in self.days.items() if day <= today and (not self.told or day > self.told))


@dataclass(frozen=True)
class Digest:
    """One sentence for a lock screen: no name, no network, nothing that was found."""

    day: date
    count: int

    @property
    def words(self) -> str:
        return neutral_words(self.count)


def neutral_words(count: int) -> str:
    return ngettext("You have a check to do", "You have {n} checks to do", count).format(n=count)


def title() -> str:
    """What stands above the sentence where a system wants a title: what the person's own taskbar shows too."""
    return _("Footprint Check")


def digest(due: Due, now: datetime, settings: Settings) -> Digest | None:
    """What to say at `now` (the person's own time), None for nothing."""
    today = now.date()
    if is_quiet(now, settings) or not _may_speak(due, today):
        return None
    count = due.count(today)
    if not count or not (due.new(today) or _waited(due, today)):
        return None
    return Digest(today, count)


def _may_speak(due: Due, today: date) -> bool:
    """Not twice a day, also where a journey west gave the day anew. A day far ahead is a clock that went wrong."""
    return due.told is None or due.told < today or due.told > today + _A_DAY


def _waited(due: Due, today: date) -> bool:
    return due.told is None or today - due.told >= AGAIN_AFTER or due.told > today + _A_DAY


def is_quiet(now: datetime, settings: Settings) -> bool:
    """Whether this is one of the person's quiet hours or days off. From 21 to 8 goes over midnight; 8 to 8 is none."""
    if settings.days_off >> now.weekday() & 1:
        return True
    begins, ends = settings.quiet_from, settings.quiet_until
    if begins == ends:
        return False
    if begins < ends:
        return begins <= now.hour < ends
    return now.hour >= begins or now.hour < ends
