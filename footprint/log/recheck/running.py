"""Looking again at one item or at many: sites side by side, one question at a time for each, each look kept at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from footprint import person
from footprint.errors import FootprintError, NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.log import store as log_store
from footprint.log.recheck import store
from footprint.log.recheck.asking import Answer, Visit
from footprint.log.recheck.keeping import keep, known_of
from footprint.log.recheck.named import Named
from footprint.log.recheck.planning import Line, Plan
from footprint.log.recheck.records import Look
from footprint.log.recheck.verdicts import Known
from footprint.tasks import Stopped, Task
from footprint.vault import Done, Undo, Vault
from footprint.visits import side_by_side
from footprint.web import Consent, Purpose, Web

_AT_ONCE = 4


class NothingToLook(FootprintError):
    """A plan without one address that the app may ask for."""


@dataclass(frozen=True)
class Run:
    """The looks of one press, in the order in which the answers came. `left` items were not looked at any more."""

    looks: tuple[Look, ...]
    stopped: bool
    left: int


def run(vault: Vault, web: Web, plan: Plan, task: Task) -> Done[Run]:
    """Look at the chosen lines; calling this is the press of the button. Stop keeps what was seen so far."""
    lines = plan.chosen
    if not lines:
        raise NothingToLook(_("There is no address here that the app can look at. Open it yourself."))
    looks: list[Look] = []
    undo, stopped = Undo(()), False
    with web.consented(Purpose.RECHECK, plan.sendings) as consent:
        run_id = _begin(vault, plan, lines)
        try:
            task.step(0, len(lines), lines[0].host)
            for answer in _answers(vault, web, consent, lines, task):
                with suppress(NotFound):  # deleted, or changed, while the answer was on its way
                    done = keep(vault, answer.line.item_id, answer.line.address, answer.seen, answer.sibling)
                    looks.append(done.value)
                    undo = undo.then(done.undo)
                if len(looks) < len(lines):
                    task.step(len(looks), len(lines), answer.line.host)
        except Stopped:
            stopped = True
        if run_id and not stopped:
            _end(vault, run_id)
    return Done(Run(tuple(looks), stopped, len(lines) - len(looks)), undo)


def forget_unfinished(vault: Vault) -> None:
    """Do not carry on a run that was stopped."""
    with vault.writing(undo=False) as write:
        store.end_all_runs(write.db, write.now)


def _begin(vault: Vault, plan: Plan, lines: Sequence[Line]) -> str:
    """A run of one needs no carrying on."""
    if plan.run_id:
        return plan.run_id
    if len(lines) == 1:
        return ""
    run_id = new_id()
    with vault.writing(undo=False) as write:
        store.end_all_runs(write.db, write.now)
        store.add_run(write.db, run_id, [one.item_id for one in lines], write.now)
    return run_id


def _end(vault: Vault, run_id: str) -> None:
    with vault.writing(undo=False) as write:
        store.end_run(write.db, run_id, write.now)


def _answers(vault: Vault, web: Web, consent: Consent, lines: Sequence[Line], task: Task) -> Iterator[Answer]:
    """Answers as they come."""
    who = Named(person.details(vault), person.accounts(vault))
    known = _known(vault, lines)
    sites: dict[str, list[Line]] = {}
    for line in (one for one in lines if one.item_id in known):  # deleted since the plan was shown
        sites.setdefault(line.origin, []).append(line)
    visits = [Visit(web, consent, mine, known, who).make for mine in sites.values()]
    yield from side_by_side(visits, task, at_once=_AT_ONCE, name="recheck")


def _known(vault: Vault, lines: Sequence[Line]) -> dict[str, Known]:
    ids = [one.item_id for one in lines]
    with vault.reading() as db:
        looks = store.looks_there(db, ids)
        states = {one.id: one.state for one in log_store.standings(db, ids)}
        return {
            one.item_id: known_of(db, one.item_id, one.address, states[one.item_id], looks.get(one.item_id, ()))
            for one in lines
            if one.item_id in states
        }
