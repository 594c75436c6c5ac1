"""How old the checks of the whole library are: counted by the age of the source each of them was last seen in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from footprint.checklists.format import Confidence
from footprint.checklists.freshness import Age, age
from footprint.checklists.load import Library


@dataclass(frozen=True)
class LibraryAge:
    """Checks by age, those that no source has confirmed apart: their day says nothing."""

    ages: Mapping[Age, int]
    unconfirmed: int
    lists: int
    oldest: date | None

    @property
    def checks(self) -> int:
        return sum(self.ages.values()) + self.unconfirmed


def library_age(library: Library, today: date) -> LibraryAge:
    """Reads every file that was not read before: about half a second for a hundred of them."""
    files = library.files()
    live = [check for file in files for check in file.checks if not check.retired]
    seen = [check.verified for check in live if check.confidence is not Confidence.UNVERIFIED]
    counts = Counter(age(day, today) for day in seen)
    return LibraryAge({one: counts[one] for one in Age}, len(live) - len(seen), len(files), min(seen, default=None))
