"""A rehearsal of the reminders against a clock of its own: a computer that is on and off, and what would be said when.

For tests, and for the table of `python -m benchmarks reminders`. The rule that is tried is the one that runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from footprint.reminders.digests import Digest, Due, digest
from footprint.settings import Settings

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Said:
    """One digest: the instant, the person's own time then, and how many things it named."""

    at: datetime
    local: datetime
    count: int
    new: int


def hours(begin: datetime, end: datetime, off: Iterable[tuple[datetime, datetime]] = ()) -> Iterator[datetime]:
    """Every full hour (UTC) on which the computer is on, and the moment it is turned on again."""
    spans = sorted(off)
    at = begin
    while at < end:
        gap = next(((start, stop) for start, stop in spans if start <= at < stop), None)
        if gap is None:
            yield at
            at += HOUR
        else:
            at = gap[1]


def rehearse(
    moments: Iterable[datetime], days: Mapping[date, int], zone: tzinfo, settings: Settings | None = None
) -> list[Said]:
    """What is said at these moments where nothing is done about it; `zone` is where the person is."""
    return list(_said(((at, zone) for at in moments), days, settings or Settings()))


def travel(
    moments: Iterable[tuple[datetime, tzinfo]], days: Mapping[date, int], settings: Settings | None = None
) -> list[Said]:
    """The same for somebody whose zone changes on the way."""
    return list(_said(moments, days, settings or Settings()))


def _said(moments: Iterable[tuple[datetime, tzinfo]], days: Mapping[date, int], settings: Settings) -> Iterator[Said]:
    due = Due(days)
    for at, zone in moments:
        local = at.astimezone(zone)
        found: Digest | None = digest(due, local, settings)
        if found is not None:
            yield Said(at, local, found.count, due.new(found.day))
            due = Due(days, found.day)
