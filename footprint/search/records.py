"""The nouns of a search: what is asked of whom, how it ended, what was found and what the person says about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from footprint.i18n import N_, _
from footprint.labels import Labelled
from footprint.search.registers import is_register
from footprint.web import Sending


class Outcome(StrEnum):
    """How a look ended. Only the first two count as searched."""

    RESULTS = "results"
    EMPTY = "empty"
    PARTIAL = "partial"
    BLOCKED = "blocked"
    RATE_LIMITED = "rate limited"
    KEY_REFUSED = "key refused"
    NETWORK_ERROR = "network error"
    UNREADABLE = "unreadable"

    @property
    def searched(self) -> bool:
        return self in (Outcome.RESULTS, Outcome.EMPTY)

    @property
    def sentence(self) -> str:
        return _(_SENTENCES[self])


_SENTENCES = {
    Outcome.RESULTS: N_("The search worked, and it found something."),
    Outcome.EMPTY: N_("We found nothing. That is good news, but a search cannot find everything."),
    Outcome.PARTIAL: N_("Part of the search worked. The rest did not, so something may be missing."),
    Outcome.BLOCKED: N_("The search was turned away, so nothing was searched. Look in your own browser."),
    Outcome.RATE_LIMITED: N_("The search was asked too often, so nothing was searched. Try again later."),
    Outcome.KEY_REFUSED: N_("Your key was not accepted, so nothing was searched. Check the key in Settings."),
    Outcome.NETWORK_ERROR: N_("The search could not be reached, so nothing was searched. Try again later."),
    Outcome.UNREADABLE: N_("The answer could not be read, so nothing was searched. Look in your own browser."),
}


class Verdict(StrEnum):
    """What the person says about a finding: Ctrl+1 to Ctrl+4."""

    REMOVE = "remove"
    FINE = "fine"
    NOT_ME = "not me"
    NOT_SURE = "not sure"


class Band(Labelled):
    """How likely a finding is about the person. The app only sorts; the person decides."""

    LIKELY = "looks like you", N_("Looks like you")
    MAYBE = "could be you", N_("Could be you")
    UNLIKELY = "probably somebody else", N_("Probably somebody else")


@dataclass(frozen=True)
class Reason:
    """One thing that speaks for or against, in words, with its points."""

    text: str
    points: int


@dataclass(frozen=True)
class Match:
    """How well a finding fits the person, and every reason for it."""

    score: int
    band: Band
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Query:
    """What could be asked: the words, and which of the person's details are in them."""

    words: str
    details: tuple[str, ...]
    tier: int
    why: str
    on: bool = True
    marks: bool = False  # stands for a spelling without marks, so marks count when words are compared


@dataclass(frozen=True)
class Line:
    """One line of a plan: one query to one provider. `words` are the exact words that go."""

    number: int
    provider: str
    label: str
    words: str
    details: tuple[str, ...]
    tier: int
    why: str
    sendings: tuple[Sending, ...]
    on: bool = True


@dataclass(frozen=True)
class Plan:
    """What the person sees before anything is sent."""

    lines: tuple[Line, ...]

    @property
    def chosen(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.on)

    @property
    def sendings(self) -> tuple[Sending, ...]:
        """All that may leave the computer if this plan runs."""
        return tuple(sending for line in self.chosen for sending in line.sendings)

    @property
    def requests(self) -> int:
        return len(self.sendings)

    @property
    def minutes(self) -> int:
        """About how long it takes: sources are asked side by side, and a request to one is given three seconds, with
        the pause before it."""
        busiest = max(Counter(sending.host for sending in self.sendings).values(), default=0)
        return max(1, round(busiest * 3 / 60)) if busiest else 0

    def within(self, budget: int) -> Plan:
        """No more than `budget` queries switched on, the most telling of all sources first."""
        first = sorted(self.chosen, key=lambda line: line.tier)[: max(budget, 0)]
        return self.only(line.number for line in first)

    def without(self, asked: Iterable[tuple[str, str]]) -> Plan:
        """What is left of it when these (provider, words) were asked already."""
        done = frozenset(asked)
        return self.only(line.number for line in self.chosen if (line.provider, line.words) not in done)

    def only(self, numbers: Iterable[int]) -> Plan:
        wanted = frozenset(numbers)
        return Plan(tuple(replace(line, on=line.number in wanted) for line in self.lines))


@dataclass(frozen=True)
class Hit:
    """One result as a provider gave it. `named`: the name asked for, where a provider looks it up in profiles."""

    address: str
    title: str = ""
    snippet: str = ""
    named: str = ""


@dataclass(frozen=True)
class Page:
    """What one answer held. `more` says that asking for the next page makes sense; `pause`, in seconds, is a wish in
    the answer itself to be left alone for so long."""

    outcome: Outcome
    hits: tuple[Hit, ...] = ()
    note: str = ""
    more: bool = False
    pause: float = 0.0


@dataclass(frozen=True)
class Look:
    """One query put to one provider. `first_look`: there is no earlier good look to compare it with."""

    id: str
    run_id: str
    provider: str
    words: str
    outcome: Outcome
    note: str
    results: int
    first_look: bool
    saw: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A picture of a results page, kept as evidence. `kind` is `png`, `jpeg`, `gif` or `webp`; `size` in bytes."""

    id: str
    look_id: str
    taken_at: datetime
    kind: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Run:
    """One execution of a plan (or one look by hand), with how every line of it ended."""

    id: str
    started_at: datetime
    ended_at: datetime | None
    outcome: Outcome
    stopped: bool
    by_hand: bool
    looks: tuple[Look, ...]


@dataclass(frozen=True)
class Sighting:
    """Who returned a finding, to which words, how far up, when."""

    provider: str
    words: str
    rank: int
    seen_at: datetime


@dataclass(frozen=True)
class Finding:
    """An address somebody could find. Its texts come from outside: shown as plain text only."""

    id: str
    address: str
    canonical: str
    host: str
    title: str
    snippet: str
    named: str
    first_seen: datetime
    last_seen: datetime
    is_new: bool
    seen_last_time: bool
    verdict: Verdict | None
    glad: bool
    band: Band = Band.UNLIKELY
    score: int = 0
    reasons: tuple[Reason, ...] = ()

    @property
    def on_register(self) -> bool:
        """On the site of a professional register, which has to list the person: nothing to ask to remove."""
        return is_register(self.host)


@dataclass(frozen=True)
class Counts:
    """How far sorting has come."""

    sorted: int
    left: int
    to_remove: int

    @property
    def total(self) -> int:
        return self.sorted + self.left

    @property
    def minutes_left(self) -> int:
        """About half a minute a result."""
        return (self.left + 1) // 2
