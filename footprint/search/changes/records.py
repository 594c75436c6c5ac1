"""The nouns of what changed: two moments, the pages that came, went or read differently, and what that rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from footprint.i18n import N_
from footprint.labels import Labelled
from footprint.search.reading import Facet
from footprint.search.records import Outcome, Verdict

Question = tuple[str, str]  # a source and the exact words


class Kind(Labelled):
    """What became of a page between two moments. Only the first five are changes."""

    NEW = "new", N_("New")
    BACK = "came back", N_("Back again")
    CHANGED = "changed", N_("Reads differently")
    GONE = "gone", N_("Gone from the results")
    BEYOND = "further down", N_("No longer near the top")
    FIRST = "first seen", N_("Seen for the first time")
    COULD_NOT = "could not look", N_("Could not look")
    NOT_ASKED = "not asked", N_("Not looked for this time")

    @property
    def is_change(self) -> bool:
        return self in CHANGES


CHANGES = (Kind.NEW, Kind.BACK, Kind.CHANGED, Kind.GONE, Kind.BEYOND)


class Looked(NamedTuple):
    """One look as a comparison needs it. `order` is the number of its run; runs are in the order they began.

    `whole`: a page that it did not return counts as not being there. For this it has to have ended well. People write
    down what they like of what they see, so a look by hand says it only when they said that there was nothing.
    """

    id: str
    order: int
    at: datetime
    provider: str
    words: str
    outcome: Outcome
    note: str
    results: int
    more: bool
    by_hand: bool
    question: Question
    whole: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """One look that returned a page, and how far up."""

    look: Looked
    rank: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """One question before and now. `before` is None where it was never asked before, `now` where it was not asked.

    `rank` is how far up it was: now where it is there now, else before.
    """

    before: Looked | None
    now: Looked | None
    rank: int = 0


@dataclass(frozen=True)
class Reworded:
    """What a search, or the page itself, said before and says now. From outside: plain text only."""

    look: Looked | None  # None: the page itself, as it was read
    was: str
    now: str


@dataclass(frozen=True)
class Shown:
    """What a page shows now and did not show before, and the other way round, from two readings that worked."""

    before: datetime
    now: datetime
    more: tuple[Facet, ...] = ()
    less: tuple[Facet, ...] = ()
    other: tuple[Facet, ...] = ()  # still there, in other words


@dataclass(frozen=True)
class Change:
    """One page and what became of it. Its texts come from outside: shown as plain text only."""

    finding_id: str
    kind: Kind
    title: str
    address: str
    host: str
    verdict: Verdict | None
    evidence: tuple[Evidence, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    shown: Shown | None = None


@dataclass(frozen=True)
class Moment:
    """One time the person looked: a run with the tries that repeat what failed in it, and looks by hand that day.

    `order` is the number of its last run, `runs` are their ids. `ends` is when the next one begins: readings of pages
    count up to then. `only_read`: pages were read again on a day without a search.
    """

    id: str
    at: datetime
    ends: datetime
    order: int
    runs: tuple[str, ...]
    looks: int
    failed: int
    by_hand: bool = False
    only_read: bool = False


@dataclass(frozen=True)
class Comparison:
    """Two moments side by side.

    `compared` questions were asked well at both, `first` ones only since, `failed` are tries that did not end well,
    `not_asked` counts questions of before that were not asked again, `same` the pages that are there as they were.
    """

    since: Moment
    until: Moment
    changes: tuple[Change, ...]
    compared: int
    first: int
    failed: tuple[Looked, ...]
    not_asked: int
    same: int

    def of(self, *kinds: Kind) -> tuple[Change, ...]:
        return tuple(one for one in self.changes if one.kind in kinds)

    @property
    def real(self) -> tuple[Change, ...]:
        """What did change, the rest left out."""
        return self.of(*CHANGES)

    def about(self, *, not_me: bool) -> Comparison:
        """Without the pages the person said are somebody else, unless `not_me`."""
        if not_me:
            return self
        return replace(self, changes=tuple(one for one in self.changes if one.verdict is not Verdict.NOT_ME))
