"""Reading pages: sites side by side, one question at a time for each, and each reading kept as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from footprint import person, worker
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.ids import new_id
from footprint.search import store as search_store
from footprint.search.matching.weighing import Profile, profile
from footprint.search.reading import store, taking
from footprint.search.reading.asking import Answer, Visit
from footprint.search.reading.expected import is_professional
from footprint.search.reading.exposing import exposed, is_named, with_employer
from footprint.search.reading.judging import by_page
from footprint.search.reading.markup import MOST
from footprint.search.reading.page import PageTold
from footprint.search.reading.records import Line, Plan, Reading, Why
from footprint.search.records import Outcome
from footprint.tasks import Stopped, Task
from footprint.vault import Done, Undo, Vault
from footprint.visits import side_by_side
from footprint.web import Consent, Purpose, Web

_AT_ONCE = 4
LARGEST = 5_000_000
"""Bytes of a page the person saved."""


class NothingToRead(FootprintError):
    """A plan without one page that the app may ask for."""


class _Refused(FootprintError):
    """The reader said no. It never does; but its answer has to have a place to go."""


@dataclass(frozen=True)
class Run:
    """The readings of one press, in the order in which they came. `left` pages were not asked for any more."""

    readings: tuple[Reading, ...]
    stopped: bool
    left: int


def read(vault: Vault, web: Web, plan: Plan, task: Task) -> Done[Run]:
    """Ask for the chosen pages and read them; calling this is the press of the button. Stop keeps what was read."""
    lines = plan.chosen
    if not lines:
        raise NothingToRead(_("There is no page here that the app can read. Open it, save it, then drop it here."))
    who = profile(person.details(vault), person.accounts(vault))
    made: list[Reading] = []
    undo, stopped = Undo(()), False
    with web.consented(Purpose.PAGE, plan.sendings) as consent:
        try:
            task.step(0, len(lines), lines[0].host)
            for answer, told in _answers(web, consent, lines, task):
                done = _keep(vault, _judged(vault, who, answer, told))
                made.append(done.value)
                undo = undo.then(done.undo)
                if len(made) < len(lines):
                    task.step(len(made), len(lines), answer.line.host)
        except Stopped:
            stopped = True
    return Done(Run(tuple(made), stopped, len(lines) - len(made)), undo)


def add_page(vault: Vault, finding_id: str, data: bytes, task: Task) -> Done[Reading]:
    """Read a page the person opened and saved themselves. Nothing is sent."""
    with vault.reading() as db:
        finding = search_store.finding(db, finding_id)
    who = profile(person.details(vault), person.accounts(vault))
    line = Line(1, finding.id, finding.title, finding.address, finding.host)
    if len(data) > LARGEST:
        return _keep(vault, replace(_failed(vault, line, Why.TOO_BIG, finding.address), by_hand=True))
    kind = "text/html" if b"<" in data[:4_000] else "text/plain"
    told = _told(data, kind, finding.address, "", task)
    made = _read(vault, who, line, told, finding.address, len(data))
    return _keep(vault, replace(made, by_hand=True))


# -- one after the other ---------------------------------------------------------------------------


def _answers(
    web: Web, consent: Consent, lines: Sequence[Line], task: Task
) -> Iterator[tuple[Answer, PageTold | Why | None]]:
    """Answers as they come, taken apart."""
    sites: dict[str, list[Line]] = {}
    for line in lines:
        sites.setdefault(line.origin, []).append(line)
    visits = [_visiting(Visit(web, consent, mine)) for mine in sites.values()]
    yield from side_by_side(visits, task, at_once=_AT_ONCE, name="reading")


def _visiting(visit: Visit) -> Callable[[Task, Callable[[tuple[Answer, PageTold | Why | None]], None]], None]:
    """Each page is taken apart where it was asked for, so that a slow one keeps nobody else waiting."""

    def make(task: Task, tell: Callable[[tuple[Answer, PageTold | Why | None]], None]) -> None:
        def told(answer: Answer) -> None:
            reply = answer.reply
            page = None
            if reply is not None:
                robots = reply.headers.get("x-robots-tag", "")
                page = _told(reply.body, reply.headers.get("content-type", ""), reply.url, robots, task)
            tell((answer, page))

        visit.make(task, told)

    return make


# -- from a page to a reading ----------------------------------------------------------------------


def _told(body: bytes, content_type: str, url: str, robots: str, task: Task) -> PageTold | Why:
    """The page taken apart in a process of its own, as it may be made to break its reader."""
    if body[:1024].lstrip().startswith(b"%PDF-") or "application/pdf" in content_type.lower():
        return Why.PDF
    try:
        return worker.apart(taking.page, taking.packed(body, content_type, url, robots), refusal=_Refused, task=task)
    except FootprintError:
        return Why.UNREADABLE


def _judged(vault: Vault, who: Profile, answer: Answer, told: PageTold | Why | None) -> Reading:
    if answer.why is not None:
        return _failed(vault, answer.line, answer.why, answer.there)
    size = len(answer.reply.body) if answer.reply is not None else 0
    return _read(vault, who, answer.line, told or Why.UNREADABLE, answer.there, size)


def _read(vault: Vault, who: Profile, line: Line, told: PageTold | Why, there: str, size: int) -> Reading:
    """`size`, in bytes, of the page: of one that is larger than what is taken apart, “nothing” cannot be said."""
    if isinstance(told, Why):
        return _failed(vault, line, told, there)
    found = exposed(told, who)
    why = by_page(told, named=bool(found) or is_named(told, who), asked=line.address, there=there)
    if why is None and not found and size > MOST:
        why = Why.TOO_BIG
    if why is not None:
        return replace(_failed(vault, line, why, there), title=told.title)
    professional = is_professional(told, who, there)
    found = with_employer(found, told, who) if professional else found
    return Reading(
        new_id(),
        line.finding_id,
        vault.now(),
        Outcome.RESULTS if found else Outcome.EMPTY,
        final_address=there,
        canonical=told.canonical,
        title=told.title or told.heading,
        picture=told.picture,
        author=told.author,
        published=told.published,
        modified=told.modified,
        robots=told.robots,
        professional=professional,
        exposed=found,
        text_hash=told.text_hash,
    )


def _failed(vault: Vault, line: Line, why: Why, there: str) -> Reading:
    return Reading(new_id(), line.finding_id, vault.now(), why.outcome, why, final_address=there)


def _keep(vault: Vault, one: Reading) -> Done[Reading]:
    with vault.writing() as write:
        store.add(write.db, one, write.now)
    return write.done(one)
