"""What is said when: computers that are off, clocks that change, journeys. A table, and what was missed or doubled.

The rule is the one that runs (`footprint.reminders.digests`); only the clock is invented.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from footprint.reminders import is_quiet
from footprint.reminders.rehearsal import Said, hours, travel
from footprint.settings import Settings

BEGIN, DAYS = datetime(2026, 9, 1, tzinfo=UTC), 150
END = BEGIN + timedelta(days=DAYS)
LONDON = ZoneInfo("Europe/London")
RANDOM_HISTORIES = 300
# What a person with 6 networks, a search every 3 months and some letters has to do in that time.
DUE = {
    date(2026, 9, 3): 1, date(2026, 9, 17): 2, date(2026, 10, 1): 1, date(2026, 10, 20): 3, date(2026, 10, 25): 1,
    date(2026, 11, 2): 1, date(2026, 11, 30): 2, date(2026, 12, 24): 1, date(2027, 1, 12): 1,
}  # fmt: skip

Moments = Iterable[tuple[datetime, ZoneInfo]]


@dataclass(frozen=True)
class Story:
    """One history of a computer and its person."""

    name: str
    moments: tuple[tuple[datetime, ZoneInfo], ...]
    settings: Settings = field(default_factory=Settings)

    @property
    def said(self) -> list[Said]:
        return travel(self.moments, DUE, self.settings)

    @property
    def heard(self) -> set[date]:
        """The days on which there was a moment to say something."""
        local = [at.astimezone(zone) for at, zone in self.moments]
        return {one.date() for one in local if not is_quiet(one, self.settings)}


def run() -> Iterator[str]:
    yield _row("what the computer did", "digests", "weekly", "named", "missed", "doubled", "  first ones")
    for story in stories():
        said = story.said
        first = ", ".join(f"{one.local:%d %b %H:%M} ({one.count})" for one in said[:4])
        yield _row(story.name, *_figures([(story, said)]), f"  {first}")
    told = [(story, story.said) for story in map(_random_story, range(RANDOM_HISTORIES))]
    yield _row(f"{RANDOM_HISTORIES} random histories, quiet hours, days off, 4 zones", *_figures(told))


def _figures(told: list[tuple[Story, list[Said]]]) -> tuple[int, int, int, int, int]:
    every = [one for _story, said in told for one in said]
    missed, doubled = sum(_missed(*one) for one in told), sum(_doubled(said) for _story, said in told)
    return len(every), sum(not one.new for one in every), sum(one.new for one in every), missed, doubled


def _row(name: str, *cells: object) -> str:
    return f"{name:<58}" + "".join(f"{cell:>8}" if not str(cell).startswith(" ") else str(cell) for cell in cells)


def _missed(story: Story, said: list[Said]) -> int:
    """Things that had come up by the last day there was to say it, and were new in no digest."""
    last = max(story.heard, default=date.min)
    return sum(count for day, count in DUE.items() if day <= last) - sum(one.new for one in said)


def _doubled(said: list[Said]) -> int:
    days = [one.local.date() for one in said]
    return len(days) - len(set(days))


def stories() -> tuple[Story, ...]:
    always = tuple((at, LONDON) for at in hours(BEGIN, END))
    off_90 = (datetime(2026, 9, 10, 17, tzinfo=UTC), datetime(2026, 12, 9, 10, 20, tzinfo=UTC))
    evenings = tuple((at, LONDON) for at in hours(BEGIN, END) if at.astimezone(LONDON).hour in (19, 20))
    abroad = tuple(
        (at, ZoneInfo("Pacific/Auckland") if datetime(2026, 10, 19, tzinfo=UTC) < at < datetime(2026, 11, 3, tzinfo=UTC)
         else LONDON)
        for at in hours(BEGIN, END)
    )  # fmt: skip
    return (
        Story("always on", always),
        Story("90 days off", tuple((at, LONDON) for at in hours(BEGIN, END, [off_90]))),
        Story("on from 7pm to 9pm alone", evenings),
        Story("weekends off", always, Settings(days_off=0b1100000)),
        Story("two weeks in New Zealand, over the change of the clocks", abroad),
        Story("London to Hawaii and back, a day longer", tuple(_westward(always))),
    )


def _westward(always: Moments) -> Iterator[tuple[datetime, ZoneInfo]]:
    for at, zone in always:
        yield at, ZoneInfo("Pacific/Honolulu") if date(2026, 10, 20) <= at.date() <= date(2026, 10, 27) else zone


def _random_story(seed: int) -> Story:
    pick = random.Random(seed)
    off = []
    for _turn in range(pick.randrange(7)):
        start = BEGIN + timedelta(hours=pick.randrange(24 * DAYS))
        off.append((start, start + timedelta(hours=pick.randrange(1, 24 * 95))))
    settings = Settings(
        quiet_from=pick.randrange(24), quiet_until=pick.randrange(24), days_off=pick.choice((0, 0b1100000, 0b0000100))
    )
    zone = ZoneInfo(pick.choice(("Europe/London", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu")))
    return Story(f"random {seed}", tuple((at, zone) for at in hours(BEGIN, END, off)), settings)
