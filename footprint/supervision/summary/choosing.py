"""What the person can put into a summary, and the summary of what they chose. Nothing is in it unless it was chosen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import Enum

from footprint.errors import FootprintError
from footprint.i18n import N_, _
from footprint.supervision.summary.records import Area, Month, Network, Summary, Tens


class Level(Enum):
    """How much of it is shared. Only the last asks line by line, with every line off at first."""

    DID_IT = "did-it"
    SHORT = "short"
    CHOOSE = "choose"


class Part(Enum):
    """One line that can be chosen. `words` name it where it is ticked."""

    DATE = "date"
    AREAS = "areas"
    CHECKS = "checks"
    LAST = "last"
    NEXT = "next"
    NETWORKS = "networks"

    @property
    def label(self) -> str:
        return _(_PARTS[self])


class Again(Enum):
    """In how many months the person means to check again. They say so; it is worked out from nothing they answered."""

    THREE = 3
    SIX = 6
    TWELVE = 12


_PARTS = {
    Part.DATE: N_("The date"),
    Part.AREAS: N_("Which areas I checked"),
    Part.CHECKS: N_("How many checks I went through"),
    Part.LAST: N_("When I last checked"),
    Part.NEXT: N_("When I plan to check again"),
    Part.NETWORKS: N_("Names of networks I checked"),
}
_SHORT = frozenset({Part.DATE, Part.AREAS, Part.CHECKS})


@dataclass(frozen=True)
class Offer:
    """All there is to choose from, in the closed types alone. `any` is whether a check was gone through at all."""

    any: bool
    areas: frozenset[Area]
    finished: Tens | None
    last: Month | None
    networks: frozenset[Network]

    def has(self, part: Part) -> bool:
        """Whether this line would say anything."""
        there = {Part.AREAS: self.areas, Part.CHECKS: self.finished, Part.LAST: self.last, Part.NETWORKS: self.networks}
        return part not in there or bool(there[part])


class NothingYet(FootprintError):
    """No check was gone through, so there is nothing a summary could say."""

    def __init__(self) -> None:
        super().__init__(_("You have not gone through a check yet. Start with a privacy checklist."))


@dataclass(frozen=True)
class Choice:
    """What the person chose. `parts` and `networks` count at the last level alone."""

    level: Level = Level.DID_IT
    parts: frozenset[Part] = frozenset()
    networks: frozenset[Network] = frozenset()
    again: Again = Again.SIX


def make(offer: Offer, choice: Choice, today: date) -> Summary:
    """The summary of what was chosen, and of nothing else. Raises `NothingYet`."""
    if not offer.any:
        raise NothingYet
    parts = _parts(choice)
    return Summary(
        made_on=today if Part.DATE in parts else None,
        areas=offer.areas if Part.AREAS in parts else frozenset(),
        finished=offer.finished if Part.CHECKS in parts else None,
        last=offer.last if Part.LAST in parts else None,
        next=_month_on(today, choice.again.value) if Part.NEXT in parts else None,
        networks=offer.networks & choice.networks if Part.NETWORKS in parts else frozenset(),
    )


def _parts(choice: Choice) -> Collection[Part]:
    return {Level.DID_IT: frozenset(), Level.SHORT: _SHORT, Level.CHOOSE: choice.parts}[choice.level]


def _month_on(today: date, months: int) -> Month:
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return Month(year, month + 1)
