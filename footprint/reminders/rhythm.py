"""What is due, in one call: Home, the reminders, the digest and the calendar all read the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from footprint.checklists import Library
from footprint.reminders.reading import Seen, read
from footprint.reminders.records import Kind, Mark, Thing
from footprint.reminders.things import due, is_due, item_key, things
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
        until = next((one.until for one in reversed(self.seen.marks.get(key, [])) if one.until), None)
        return until is not None and until > self.today


def rhythm(vault: Vault, library: Library, today: date, months: int) -> Rhythm:
    """How things stand on `today`; `months` is the setting for all checks (0: never)."""
    seen = read(vault, library, today, months)
    found = things(seen)
    return Rhythm(seen, found, _days(found, seen))


def _days(found: tuple[Thing, ...], seen: Seen) -> Mapping[date, int]:
    """How many things come up on each day. Items are counted from their days, so that none of many is left out."""
    days: Counter[date] = Counter(dict(seen.item_days))
    shown = {one.key: one for one in found if one.kind is Kind.ITEM}
    for one in shown.values():
        if one.planned is not None and one.due != one.planned:
            _move(days, one.planned, one.due)
    for key, said in seen.marks.items():
        if key.startswith(item_key("")) and key not in shown:
            for mark in said[-1:]:
                if mark.due in days and (mark.until is None or mark.until > mark.due):
                    _move(days, mark.due, mark.until if mark.kind is Mark.LATER else None)
    days.update(one.due for one in found if one.due is not None and one.kind is not Kind.ITEM)
    return {day: count for day, count in sorted(days.items()) if count > 0}


def _move(days: Counter[date], old: date, new: date | None) -> None:
    days[old] -= 1
    if new is not None:
        days[new] += 1


__all__ = ["Rhythm", "is_due", "rhythm"]
