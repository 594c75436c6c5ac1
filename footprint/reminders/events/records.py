"""The nouns of a life event: one that was begun, its steps as they stand for this person, and what each asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Home asks whether one was begun, and needs no files for that
    from footprint.checklists import Page
    from footprint.reminders.events.format import EventFile, StepFile


class Mark(StrEnum):
    """What the person says of a step."""

    DONE = "done"
    LEFT_OUT = "left out"


class Standing(StrEnum):
    """How a step stands. `NOTHING`: there is nothing in it for this person, so it asks for nothing."""

    OPEN = "open"
    DONE = "done"
    LEFT_OUT = "left out"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Started:
    """One life event the person began. `ended_at` is None while it can be carried on."""

    id: str
    event: str
    started_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True)
class Part:
    """The checks of one network, place or situation that a step asks for; `left` are those without an answer since."""

    network: str
    name: str
    checks: tuple[str, ...]
    left: tuple[str, ...]
    minutes: int


@dataclass(frozen=True)
class NetworkPage:
    """A page of a network the person uses, such as the way back into an account."""

    network: str
    name: str
    page: Page


@dataclass(frozen=True)
class Step:
    """One step as it stands for this person; `minutes` is what is left of it."""

    file: StepFile
    standing: Standing
    minutes: int
    parts: tuple[Part, ...] = ()
    pages: tuple[NetworkPage, ...] = ()

    @property
    def settled(self) -> bool:
        return self.standing is not Standing.OPEN


@dataclass(frozen=True)
class Audit:
    """The short audit of a life event. `started` is None for a look at what it would be."""

    event: EventFile
    started: Started | None
    steps: tuple[Step, ...]
    look_again: date | None = None

    @property
    def asked(self) -> tuple[Step, ...]:
        """The steps with something in them for this person."""
        return tuple(one for one in self.steps if one.standing is not Standing.NOTHING)

    @property
    def settled(self) -> int:
        return sum(one.settled for one in self.asked)

    @property
    def next(self) -> Step | None:
        """The first step that still wants the person."""
        return next((one for one in self.asked if not one.settled), None)

    @property
    def minutes(self) -> int:
        """About how long what is left takes."""
        return sum(one.minutes for one in self.asked if not one.settled)
