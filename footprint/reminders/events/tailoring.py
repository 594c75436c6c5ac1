"""What a life event asks of this one person: their networks, their nation, their role, and what they answered since.

Which checks a step takes is settled by the file and by how things stood when the event was begun, so that a check
answered on the way stays in its step, done, and no other slips into its place.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from footprint.checklists import Check, CheckState, Kind, Library, NetworkFile, Risk, states
from footprint.checklists.records import Latest
from footprint.log.ladder import LifeEvent
from footprint.person import Profile, Regulator
from footprint.reminders.events.format import EventFile, Form, StepFile
from footprint.reminders.events.records import Audit, Mark, NetworkPage, Part, Standing, Started, Step

_RISKS = {Risk.HIGH: 0, Risk.MEDIUM: 1, Risk.LOW: 2}


@dataclass(frozen=True)
class Standpoint:
    """All that tailoring knows of the person. `networks` are those they use, the most used first."""

    library: Library
    networks: tuple[str, ...]
    answers: Mapping[str, Latest]
    who: Profile
    pauses: Mapping[LifeEvent, date]
    today: date


def audit(event: EventFile, started: Started | None, marks: Mapping[str, Mark], at: Standpoint) -> Audit:
    """The event as it stands; with `started` None as it would be if it were begun now."""
    since = started.started_at if started is not None else None
    mine = [_in_words(one, at.who) for one in event.steps if _is_for(one, at.who)]
    return Audit(event, started, tuple(_step(one, marks.get(one.id), since, event.pause, at) for one in mine))


def _in_words(one: StepFile, who: Profile) -> StepFile:
    """`{who}` is whoever somebody in this role tells first."""
    manager = who.role.turns_to

    def fill(text: str) -> str:
        return text.replace("{who}", manager)

    return msgspec.structs.replace(one, title=fill(one.title), why=fill(one.why), steps=tuple(map(fill, one.steps)))


def _is_for(one: StepFile, who: Profile) -> bool:
    """Until the person says where and as what they work, every step stays."""
    here = not who.nation or who.nation in one.nations
    return here and who.role in one.roles and (not one.only_registered or who.regulator is not Regulator.NONE)


def _step(one: StepFile, mark: Mark | None, since: datetime | None, pause: LifeEvent | None, at: Standpoint) -> Step:
    parts = tuple(_parts(one, since, at)) if one.form is Form.CHECKS else ()
    pages = tuple(_pages(one, at)) if one.form is Form.PAGE else ()
    standing_ = _standing(one, mark, parts, pages, paused=pause in at.pauses)
    left = sum(part.minutes for part in parts) if one.form is Form.CHECKS else math.ceil(one.minutes)
    return Step(one, standing_, left, parts, pages)


def _standing(
    one: StepFile, mark: Mark | None, parts: tuple[Part, ...], pages: tuple[NetworkPage, ...], *, paused: bool
) -> Standing:
    if mark is Mark.LEFT_OUT:
        return Standing.LEFT_OUT
    if one.form is Form.CHECKS:
        if not parts:
            return Standing.NOTHING
        return Standing.OPEN if any(part.left for part in parts) else Standing.DONE
    if one.form is Form.PAUSE:
        return Standing.DONE if paused else Standing.OPEN
    if one.form is Form.PAGE and not pages:
        return Standing.NOTHING
    return Standing.DONE if mark is Mark.DONE else Standing.OPEN


# -- checks ---------------------------------------------------------------------------------------------


def _parts(one: StepFile, since: datetime | None, at: Standpoint) -> Iterator[Part]:
    wanted = [pair for pair in _candidates(one, at) if _counts(pair[1], since, again=one.again)]
    telling = sorted(range(len(wanted)), key=lambda n: _matters(wanted[n][1].check))[: one.most]
    by_file: dict[str, tuple[NetworkFile, list[CheckState]]] = {}
    for network, state in (wanted[n] for n in sorted(telling)):
        by_file.setdefault(network.id, (network, []))[1].append(state)
    for network, chosen in by_file.values():
        left = [state for state in chosen if not _answered(state, since)]
        minutes = math.ceil(sum(state.check.minutes for state in left))
        ids = tuple(state.check.id for state in chosen)
        yield Part(network.id, network.name, ids, tuple(state.check.id for state in left), minutes)


def _matters(check: Check) -> tuple[int, bool]:
    return _RISKS[check.risk], not check.essential


def _counts(state: CheckState, since: datetime | None, *, again: bool) -> bool:
    """It wanted the person when the event was begun: it still does, or it was answered since."""
    return again or state.open or _answered(state, since)


def _answered(state: CheckState, since: datetime | None) -> bool:
    return since is not None and state.answer is not None and state.answer.at >= since


def _candidates(one: StepFile, at: Standpoint) -> Iterator[tuple[NetworkFile, CheckState]]:
    for network_id in at.networks:
        network = at.library.network_or_any(network_id)
        for state in _states(network, network_id, at):
            if _is_named(state.check, one):
                yield network, state
    for name in one.lists:
        file_id, _slash, check = name.partition("/")
        file = at.library.network(file_id)
        if file.place is not None and at.who.nation and at.who.nation not in file.place.nations:
            continue
        yield from ((file, state) for state in _states(file, file_id, at) if check in ("", state.check.id))


def _states(file: NetworkFile, file_id: str, at: Standpoint) -> Iterable[CheckState]:
    return states(file, at.answers.get(file_id, {}), at.today)


def _is_named(check: Check, one: StepFile) -> bool:
    return check.id in one.checks or check.group in one.groups


# -- pages of networks ----------------------------------------------------------------------------------


def _pages(one: StepFile, at: Standpoint) -> Iterator[NetworkPage]:
    for network_id in at.networks:
        network = at.library.network_or_any(network_id)
        page = getattr(network.pages, one.page, None)
        if page is not None and network.kind is Kind.NETWORK and (page.link or page.steps or page.menu):
            yield NetworkPage(network_id, network.name, page)
