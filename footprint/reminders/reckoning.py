"""What is due, in one call: Home, the reminders, the digest and the calendar all read the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from footprint.checklists import Library
from footprint.reminders.marks import comes_up, last_until
from footprint.reminders.reading import Seen, read
from footprint.reminders.records import Kind, Thing
from footprint.reminders.things import due, things
from footprint.vault import Vault


@dataclass(frozen=True)
class Rhythm:
    """`things` are in the order of their days. Of items only the first come as things; `days` counts them all."""

    seen: Seen
    things: tuple[Thing, ...]
    days: Mapping[date, int]

    @property
    def today(self) -> date:
        return self.seen.today

    @property
    def due(self) -> tuple[Thing, ...]:
        return due(self.things, self.today)

    @property
    def due_count(self) -> int:
        return sum(count for day, count in self.days.items() if day <= self.today)

    @property
    def next_day(self) -> date | None:
        """The first day after today on which anything comes up."""
        return min((day for day in self.days if day > self.today), default=None)

    def get(self, key: str) -> Thing | None:
        return next((one for one in self.things if one.key == key), None)

    def is_put_off(self, key: str) -> bool:
        """Whether the person does not want to hear of this today: for what has no day of its own."""
        return last_until(key, self.seen) > self.today


def due_within(now: Rhythm, time: timedelta) -> tuple[Thing, ...]:
    """What is due, or will be within `time`."""
    return due(now.things, now.today, time)


def rhythm(vault: Vault, library: Library, today: date, months: int) -> Rhythm:
    """How things stand on `today`; `months` is the setting for all checks (0: never)."""
    seen = read(vault, library, today, months)
    found = things(seen)
    return Rhythm(seen, found, _days(found, seen))


def _days(found: tuple[Thing, ...], seen: Seen) -> Mapping[date, int]:
    """How many things come up on each day. Items are counted from their days, so that none of many is left out."""
    days: Counter[date] = Counter(dict(seen.item_days))
    for key, planned in seen.put_off_items.items():
        due = comes_up(key, planned, seen)
        days[planned] -= 1
        if due is not None:
            days[due] += 1
    days.update(one.due for one in found if one.due is not None and one.kind is not Kind.ITEM)
    return {day: count for day, count in sorted(days.items()) if count > 0}
