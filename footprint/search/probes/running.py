"""Asks many sites at once, each of them one question after the other, and keeps what each said as it comes."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from typing import TYPE_CHECKING

from footprint.errors import FootprintError, NotFound
from footprint.i18n import _
from footprint.search.probes import asking, store
from footprint.search.probes.records import Answer, Line, Plan, Result, Run
from footprint.tasks import Stopped, Task
from footprint.vault import Done, Undo, Vault
from footprint.web import Purpose

if TYPE_CHECKING:
    from footprint.web import Consent, Web

# More than the door lets through together: most conversations rest between two questions, and give way to others.
AT_ONCE = 64
_LOOK = 0.2


class NothingToAsk(FootprintError):
    """A plan without a single line that is switched on."""


def run(vault: Vault, web: Web, plan: Plan, task: Task) -> Done[Run]:
    """Ask what `plan` shows; calling this is the press of the button. Stop keeps what was settled.

    Profiles that were found and are not among the declared accounts become findings, for the person to sort: that a
    profile is there does not make it theirs.
    """
    lines = plan.chosen
    if not lines:
        raise NothingToAsk(_("There is nothing to ask. Add a username, or switch on at least 1 site."))
    with web.consented(Purpose.PROBE, plan.sendings) as consent:
        with vault.writing() as write:
            run_id = store.add_run(write.db, write.now)
        undo = write.undo
        stopped = False
        for done, (position, results) in enumerate(_asked(web, consent, lines, task), 1):
            with vault.writing() as write:
                store.add_results(write.db, run_id, position, results, write.now)
            undo = undo.then(write.undo)
            with suppress(Stopped):  # the sites that were begun come to their end by themselves
                task.step(done, len(lines), _("Asked {site}").format(site=lines[position].site.name))
        stopped = task.stopped
    with vault.writing() as write:
        store.end_run(write.db, run_id, stopped, write.now)
    ended = find_run(vault, run_id)
    return Done(ended, _hand_over(vault, ended, undo.then(write.undo)))


def find_run(vault: Vault, run_id: str) -> Run:
    with vault.reading() as db:
        found = store.run(db, run_id)
    if found is None:
        raise NotFound(_("This look is no longer kept."))
    return found


def runs(vault: Vault, limit: int = 50) -> tuple[Run, ...]:
    """Newest first."""
    with vault.reading() as db:
        return store.runs(db, limit)


def last_run(vault: Vault) -> Run | None:
    return next(iter(runs(vault, 1)), None)


def _asked(web: Web, consent: Consent, lines: tuple[Line, ...], task: Task) -> Iterator[tuple[int, tuple[Result, ...]]]:
    """(place in the plan, what was said) in the order the sites come to an end."""

    def one(line: Line) -> tuple[Result, ...]:
        return asking.talk(line, lambda request: web.fetch(request, consent, task))

    with ThreadPoolExecutor(min(AT_ONCE, len(lines)), thread_name_prefix="probe") as pool:
        places: dict[Future[tuple[Result, ...]], int] = {pool.submit(one, line): at for at, line in enumerate(lines)}
        open_still = set(places)
        try:
            while open_still:
                ready, open_still = wait(open_still, timeout=_LOOK, return_when=FIRST_COMPLETED)
                for future in ready:
                    yield places[future], future.result()
        except BaseException:
            task.stop()  # nobody waits for the rest any more
            raise


def _hand_over(vault: Vault, run: Run, undo: Undo) -> Undo:
    from footprint.search.handoff import add_pasted

    found = [one.address for one in run.of(Answer.FOUND) if not one.declared]
    return undo.then(add_pasted(vault, "\n".join(found)).undo) if found else undo
