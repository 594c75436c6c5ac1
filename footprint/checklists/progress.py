"""How far the person is: per network and altogether, in counts and never as a score."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from footprint.checklists.format import Check, NetworkFile
from footprint.checklists.load import ANY, Library
from footprint.checklists.records import CheckState, Latest, Standing
from footprint.checklists.standing import states
from footprint.checklists.walk import ordered
from footprint.dates import day_in_words, local_day
from footprint.i18n import _


class State(StrEnum):
    """Where a network's walk-through stands; the order of the list of networks is that of `ORDER`."""

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    DUE = "due"
    DONE = "done"


ORDER = (State.IN_PROGRESS, State.DUE, State.NOT_STARTED, State.DONE)


@dataclass(frozen=True)
class Progress:
    """One network; all counts are of essential checks.

    `dealt_with` are set the safer way, looked at, kept by choice or not for this person; `less_safe_by_choice` are
    those kept. `stopped_at` and `stopped_on` say where a walk-through was left, while it is unfinished.
    """

    network: str
    name: str
    state: State
    total: int
    dealt_with: int
    not_looked_at: int
    less_safe_by_choice: int
    due: tuple[str, ...]
    minutes_left: int
    last_answered: date | None
    check_again: date | None
    stopped_at: Check | None
    stopped_number: int
    stopped_on: date | None


def progress(network: NetworkFile, answers: Latest, today: date) -> Progress:
    """Where this network stands today, from the newest answers of `latest`."""
    everything = states(network, answers, today)
    essential = ordered(network, [one for one in everything if one.check.essential])
    standings = [one.standing for one in essential]
    days = [local_day(one.answer.at) for one in everything if one.answer]
    open_ones = [one for one in essential if one.open]
    state = _state(essential)
    stop = _stopped_at(essential) if state is State.IN_PROGRESS else None
    return Progress(
        network=network.id,
        name=network.name,
        state=state,
        total=len(essential),
        dealt_with=sum(one.dealt_with for one in essential),
        not_looked_at=standings.count(Standing.NOT_LOOKED_AT),
        less_safe_by_choice=standings.count(Standing.KEPT),
        due=tuple(one.check.id for one in essential if one.due),
        minutes_left=minutes(one.check for one in open_ones if one.standing is not Standing.LATER or one.due),
        last_answered=max(days, default=None),
        check_again=min((one.again_on for one in essential if one.again_on), default=None),
        stopped_at=stop.check if stop else None,
        stopped_number=essential.index(stop) + 1 if stop else 0,
        stopped_on=max(days, default=None) if stop else None,
    )


def stopped_in_words(one: Progress) -> str:
    """Where an unfinished walk-through was left; empty for any other."""
    if one.stopped_at is None or one.stopped_on is None:
        return ""
    return _("You stopped at check {n} on {day}.").format(n=one.stopped_number, day=day_in_words(one.stopped_on))


def minutes(checks: Iterable[Check]) -> int:
    """Their minutes together, rounded up."""
    return math.ceil(sum(check.minutes for check in checks))


def _state(essential: list[CheckState]) -> State:
    if not any(one.answered for one in essential):
        return State.NOT_STARTED
    if not all(one.answered for one in essential):
        return State.IN_PROGRESS
    if any(one.due for one in essential):
        return State.DUE
    return State.DONE if all(one.dealt_with for one in essential) else State.IN_PROGRESS


def _stopped_at(essential: list[CheckState]) -> CheckState | None:
    """The first open check after the one answered last, else the first open one."""
    open_ones = [one for one in essential if not one.answered] or [one for one in essential if one.open]
    if not open_ones:
        return None
    answered = [(one.answer.at, at) for at, one in enumerate(essential) if one.answer]
    last = max(answered)[1] if answered else -1
    return next((one for one in open_ones if essential.index(one) > last), open_ones[0])


@dataclass(frozen=True)
class Overall:
    """All networks the person uses; `networks` in the order of the list: in progress, due, not started, done."""

    networks: tuple[Progress, ...]
    total: int
    dealt_with: int
    less_safe_by_choice: int
    minutes_left: int
    done: int

    @property
    def not_looked_at(self) -> tuple[str, ...]:
        """The networks nobody has looked at yet, by name: said plainly, never counted as fine."""
        return tuple(one.name for one in self.networks if one.state is State.NOT_STARTED)


def overall(library: Library, answers: Mapping[str, Latest], network_ids: Iterable[str], today: date) -> Overall:
    """Progress over the networks named; one without a checklist of its own has the one that fits any."""
    found = [
        progress(library.network_or_any(one), answers.get(one, {}), today)
        for one in dict.fromkeys(network_ids)
        if one in library or ANY in library
    ]
    found.sort(key=lambda one: (ORDER.index(one.state), one.name.casefold()))
    return Overall(
        networks=tuple(found),
        total=sum(one.total for one in found),
        dealt_with=sum(one.dealt_with for one in found),
        less_safe_by_choice=sum(one.less_safe_by_choice for one in found),
        minutes_left=sum(one.minutes_left for one in found),
        done=sum(one.state is State.DONE for one in found),
    )
