"""A reflective note: what the person looked at, learned and will change, and what it means for their standards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footprint.errors import FootprintError

LONGEST = 10_000
"""Letters of one answer."""


@dataclass(frozen=True)
class Reflection:
    """One note. The person owns it: it is for their own record of learning, and no summary knows of it."""

    id: str
    day: date
    looked: str = ""
    learned: str = ""
    change: str = ""
    standards: str = ""

    @property
    def empty(self) -> bool:
        return not any(one.strip() for one in (self.looked, self.learned, self.change, self.standards))


class BadReflection(FootprintError):
    """What was typed cannot be kept; `field` is where."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field = field
