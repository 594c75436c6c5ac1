"""Runs a plan the person has seen: each line ends in an outcome and is kept at once, whatever becomes of the others."""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from footprint import ids
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.search import access, changes, store
from footprint.search.addresses import canonical, host_of
from footprint.search.kept_runs import find_run
from footprint.search.lanes import ask_all
from footprint.search.records import Hit, Line, Look, Outcome, Page, Plan, Run
from footprint.search.redirectors import unwrap
from footprint.tasks import Stopped, Task
from footprint.vault import Connection, Done, Undo, Vault
from footprint.web import AskedToStop, Consent, Purpose, TooBig, Unreadable, WebProblem

if TYPE_CHECKING:
    from footprint.search.providers.base import Provider
    from footprint.web import Web

# After so many of these the same source is left alone for the rest of the run: asking again helps nobody.
_GIVE_UP = {Outcome.BLOCKED: 1, Outcome.RATE_LIMITED: 1, Outcome.KEY_REFUSED: 1, Outcome.NETWORK_ERROR: 2}
_PATIENCE = 20.0  # seconds a run waits for a source that wishes for a pause
# Which failure to name when there were several, the one the person can do most about first.
_TELLING = (Outcome.KEY_REFUSED, Outcome.RATE_LIMITED, Outcome.BLOCKED, Outcome.UNREADABLE, Outcome.NETWORK_ERROR)


@dataclass
class _Running:
    """A run in progress: what has been kept, how each line ended, which sources have refused."""

    vault: Vault
    web: Web
    consent: Consent
    task: Task
    run_id: str
    undo: Undo
    looks: list[Look] = field(default_factory=list)
    first: int = 0  # the place of the first line among all lines of the run
    keeping: threading.Lock = field(default_factory=threading.Lock)  # what is kept first is taken back last
    refused: dict[str, Page] = field(default_factory=dict)
    failures: Counter[tuple[str, Outcome]] = field(default_factory=Counter)
    resting: dict[str, float] = field(default_factory=dict)  # when a source that wished for a pause may be asked again


class NothingChosen(FootprintError):
    """A plan without a single line that is switched on."""


def run(
    vault: Vault, web: Web, plan: Plan, providers: Iterable[Provider], task: Task, *, goes_on: str = ""
) -> Done[Run]:
    """Send the chosen lines of `plan`; calling this is the press of the button. Stop keeps what was done.

    `goes_on` is the id of a run that was stopped: its lines are left as they are, and the rest joins them.
    """
    known = {provider.name: provider for provider in providers}
    lines = plan.chosen
    if not lines:
        raise NothingChosen(_("Nothing is switched on, so there is nothing to send. Switch on at least 1 line."))
    with web.consented(Purpose.SEARCH, plan.sendings) as consent:
        with vault.writing() as write:
            run_id = goes_on or store.add_run(write.db, write.now)
            before, place = store.run(write.db, run_id).looks, store.next_place(write.db, run_id)
        now = _Running(vault, web, consent, task, run_id, write.undo, list(before), place)
        stopped = False
        try:
            ask_all(lines, lambda at, line: _do(now, at, line, known.get(line.provider)), task)
        except Stopped:
            stopped = True
    last = {(look.provider, look.words): look.outcome for look in now.looks}  # a line asked again counts as it ended
    outcome = overall(list(last.values()), stopped=stopped)
    with vault.writing() as write:
        store.end_run(write.db, run_id, outcome, stopped, write.now)
    now.undo = now.undo.then(write.undo)
    return Done(find_run(vault, run_id), now.undo)


def overall(outcomes: list[Outcome], *, stopped: bool = False) -> Outcome:
    """One outcome for a run: clean only if every line was searched, partial if only some were."""
    if stopped or not outcomes:
        return Outcome.PARTIAL
    searched = [one for one in outcomes if one.searched]
    if len(searched) == len(outcomes):
        return Outcome.RESULTS if Outcome.RESULTS in searched else Outcome.EMPTY
    if searched or Outcome.PARTIAL in outcomes:
        return Outcome.PARTIAL
    return next(one for one in _TELLING if one in outcomes)


def _do(now: _Running, at: int, line: Line, provider: Provider | None) -> None:
    """One line from asking to keeping. Pages that came before a stop are kept, then the stop goes on."""
    pages: list[Page] = []
    try:
        _ask(now, line, provider, pages)
    except Stopped:
        if pages:
            pages.append(Page(Outcome.PARTIAL, note=_("Stopped before the end.")))
            _keep(now, at, line, _together(pages))
        raise
    page = _together(pages)
    now.failures[line.provider, page.outcome] += 1
    if now.failures[line.provider, page.outcome] >= _GIVE_UP.get(page.outcome, sys.maxsize):
        now.refused.setdefault(line.provider, page)
    _keep(now, at, line, page)


def _ask(now: _Running, line: Line, provider: Provider | None, pages: list[Page]) -> None:
    if line.provider in now.refused:
        before = now.refused[line.provider]
        pages.append(
            Page(before.outcome, note=_("Not asked again, because {label} gave no answer.").format(label=line.label))
        )
        return
    given = None if provider is None else access.given(now.vault, provider)
    if provider is None or given is None:
        pages.append(Page(Outcome.KEY_REFUSED, note=_("{label} is not set up.").format(label=line.label)))
        return
    for request in provider.requests(line.words, line.details, given):
        try:
            _rest(now, line.provider)
            pages.append(provider.read(now.web.fetch(request, now.consent, now.task)))
            now.resting[line.provider] = time.monotonic() + pages[-1].pause
        except WebProblem as problem:
            pages.append(Page(outcome_of(problem), note=str(problem)))
        if not pages[-1].more:
            return


def _rest(now: _Running, provider: str) -> None:
    """Wait as long as the source's last answer wished; raises `AskedToStop` where that is too long for a run."""
    left = now.resting.get(provider, 0.0) - time.monotonic()
    if left > _PATIENCE:
        raise AskedToStop(provider, left)
    if left > 0:
        now.task.wait(left)


def outcome_of(problem: WebProblem) -> Outcome:
    """The outcome for a look that brought no answer at all."""
    if isinstance(problem, AskedToStop):
        return Outcome.RATE_LIMITED
    if isinstance(problem, TooBig | Unreadable):
        return Outcome.UNREADABLE
    return Outcome.NETWORK_ERROR


def _together(pages: list[Page]) -> Page:
    """The pages of one line as one: a later page that failed makes it partial, never clean."""
    hits = tuple(hit for page in pages for hit in page.hits)
    note = " ".join(dict.fromkeys(page.note for page in pages if page.note))
    more = pages[-1].more
    if len(pages) == 1:
        return Page(pages[0].outcome, hits, note, more)
    if all(page.outcome.searched for page in pages):
        return Page(Outcome.RESULTS if hits else Outcome.EMPTY, hits, note, more)
    return Page(Outcome.PARTIAL, hits, note, more)


def _keep(now: _Running, at: int, line: Line, page: Page) -> None:
    """The look and its findings, on disk before the next line of this source starts."""
    with now.keeping:
        _write_down(now, at, line, page)


def _write_down(now: _Running, at: int, line: Line, page: Page) -> None:
    with now.vault.writing() as write:
        repeated = store.searched_before(write.db, line.provider, line.words, now.run_id)
        look = Look(
            ids.new_id(), now.run_id, line.provider, line.words, page.outcome, page.note, len(page.hits), not repeated
        )
        store.add_look(write.db, look, now.first + at, write.now)
        found: dict[str, Hit] = {}  # the same page twice in one answer counts once
        forms: set[str] = set()
        for rank, hit in enumerate(page.hits, 1):
            form = canonical(hit.address)
            if form not in forms:
                forms.add(form)
                found[_keep_hit(write.db, hit, form, look, rank, repeated, write.now)] = hit
        changes.keep(write.db, look, found, write.now, more=page.more)
    now.looks.append(look)
    now.undo = now.undo.then(write.undo)


def _keep_hit(db: Connection, hit: Hit, form: str, look: Look, rank: int, new: bool, now: str) -> str:
    found = store.save_hit(
        db, Hit(unwrap(hit.address), hit.title, hit.snippet, hit.named), form, host_of(form), look.run_id, new, now
    )
    store.add_sighting(db, found, look, rank, now)
    return found
