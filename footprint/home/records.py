"""What Home says: the one next thing, what is due, how far the person is, and how many things are left to change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from footprint.checklists import Progress
from footprint.search import Run


class Kind(StrEnum):
    """What a suggestion is about; it decides the icon and where it leads."""

    NAME = "name"
    CHECKLIST = "checklist"
    SEARCH = "search"
    SORT = "sort"
    ITEM = "item"
    ACCOUNTS = "accounts"
    OWN = "own"
    LIFE = "life"


class Urgency(StrEnum):
    """In the order Home picks: unfinished, overdue, due soonest, put off longest, simply next."""

    UNFINISHED = "unfinished"
    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    NEXT = "next"


@dataclass(frozen=True)
class Suggestion:
    """One thing to do. `key` names it from one day to the next; `place` and `details` say where it leads."""

    key: str
    kind: Kind
    urgency: Urgency
    title: str
    reason: str
    minutes: int
    place: str
    details: Mapping[str, str] = field(default_factory=dict)
    due: date | None = None
    done: int = 0
    total: int = 0


@dataclass(frozen=True)
class Point:
    """One month of the trend: how many things were left to change at its end."""

    day: date
    count: int


@dataclass(frozen=True)
class Overview:
    """All of Home at one moment. `suggestions` are in order; the first is the one next thing."""

    greeting_name: str
    new: bool
    suggestions: tuple[Suggestion, ...]
    due: tuple[Suggestion, ...]
    networks: tuple[Progress, ...]
    open_things: int
    open_items: int
    open_settings: int
    open_by_network: Mapping[str, int]
    items_by_state: Mapping[str, int]
    last_run: Run | None
    results_sorted: int
    results_total: int
    trend: tuple[Point, ...]
    trend_words: str
    nothing_due_until: date | None

    @property
    def next(self) -> Suggestion | None:
        return self.suggestions[0] if self.suggestions else None
