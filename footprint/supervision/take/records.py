"""The nouns of "Take to supervision": the person's own list for a talk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footprint.errors import FootprintError

LONGEST = 500
"""Letters of one line."""


@dataclass(frozen=True)
class TakeLine:
    """One thing to talk about, in the person's own words. `talked_on`: the day they did."""

    id: str
    words: str
    talked_on: date | None = None

    @property
    def talked(self) -> bool:
        return self.talked_on is not None


class BadLine(FootprintError):
    """What was typed makes no line; the sentence says what to change."""
