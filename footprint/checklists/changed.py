"""What new steps change: check by check, and which of them ask the person again because the question is another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from footprint.checklists.answers import answer_for
from footprint.checklists.format import Check, NetworkFile
from footprint.checklists.load import Library
from footprint.checklists.records import Latest
from footprint.checklists.wording import wording
from footprint.i18n import N_
from footprint.labels import Labelled


class Change(Labelled):
    """What happened to a check, the most telling first."""

    REWORDED = "reworded", N_("The question or its choices changed")
    SPLIT = "split", N_("Now asked as several questions")
    RETIRED = "retired", N_("No longer asked")
    ADDED = "added", N_("New")
    RENAMED = "renamed", N_("Kept under another name; nothing to do")
    STEPS = "steps", N_("The steps or links changed")


@dataclass(frozen=True)
class CheckChange:
    """One check that is not what it was. `again`: the person answered it and will be asked again."""

    network: str
    network_name: str
    check: str
    title: str
    change: Change
    again: bool


def changes(before: Library, after: Library, answers: Mapping[str, Latest]) -> tuple[CheckChange, ...]:
    """Every check that changed, network by network; those asked again come first within each."""
    found: list[CheckChange] = []
    for network in after.files():
        old = before.network(network.id) if network.id in before else None
        mine = list(_changes(old, network, answers.get(network.id, {})))
        mine.sort(key=lambda one: (not one.again, tuple(Change).index(one.change)))
        found += mine
    return tuple(found)


def lost(before: Library, after: Library) -> tuple[str, ...]:
    """Checks that would be gone without a rule for the answers to them, as `network: check`. None may be."""
    gone: list[str] = []
    for network in before.files():
        if network.id not in after:
            gone.append(network.id)
            continue
        kept = {name for check in after.network(network.id).checks for name in (check.id, *check.was)}
        gone += [
            f"{network.id}: {name}" for check in network.checks for name in (check.id, *check.was) if name not in kept
        ]
    return tuple(gone)


def _changes(before: NetworkFile | None, after: NetworkFile, answers: Latest) -> Iterator[CheckChange]:
    old = {name: check for check in (before.checks if before else ()) for name in (check.id, *check.was)}
    for check in after.checks:
        then = next((old[name] for name in (check.id, *check.was) if name in old), None)
        change = _change(check, then)
        if change is not None:
            again = _asked_again(before, after, check, answers)
            yield CheckChange(after.id, after.name, check.id, check.title, change, again)


def _change(now: Check, then: Check | None) -> Change | None:
    if now.retired:
        if then is None or then.retired:
            return None
        return Change.SPLIT if now.split_into else Change.RETIRED
    if then is None:
        return Change.ADDED
    if wording(then) != wording(now) or then.retired:
        return Change.REWORDED
    if then.id != now.id:
        return Change.RENAMED
    return None if then == now else Change.STEPS


def _asked_again(before: NetworkFile | None, after: NetworkFile, check: Check, answers: Latest) -> bool:
    """Whether an answer that counted until now does so no longer."""
    if check.retired:
        return False
    answer = answer_for(after, check, answers)
    if answer is None or answer.wording == wording(check):
        return False
    then = None if before is None else next((one for one in before.checks if one.id == answer.check), None)
    return then is None or answer.wording == wording(then)
