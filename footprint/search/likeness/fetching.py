"""Fetches the pictures of found profiles: shown first, one press, one careful question for each picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from footprint import worker
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.search.hosts import is_on
from footprint.search.likeness.keeping import put_found, read
from footprint.search.likeness.profiles import Found
from footprint.search.likeness.reader import LARGEST, BadPicture
from footprint.search.likeness.records import Portrait
from footprint.search.reading.walls import by_hand_only
from footprint.tasks import Stopped, Task
from footprint.vault import Done, Undo, Vault
from footprint.web import Consent, NotConsented, Offline, Purpose, Request, Sending, TooBig, Web, WebProblem
from footprint.web.robots import Rules, rules_of

# Where networks that no program is sent to keep their pictures.
_THEIR_STORES = ("fbcdn.net", "fbsbx.com", "cdninstagram.com", "licdn.com", "twimg.com")
_ASKS = {"Accept": "image/jpeg, image/png, image/webp, image/gif"}


class NothingToFetch(FootprintError):
    """A plan without a single line that is switched on."""


@dataclass(frozen=True)
class Line:
    """One picture of a plan: the profile it belongs to, and what would be asked of whom."""

    number: int
    found: Found
    sendings: tuple[Sending, ...]
    on: bool = True


@dataclass(frozen=True)
class Plan:
    """What the person sees before anything is sent. `by_hand` are profiles whose picture only they can fetch."""

    lines: tuple[Line, ...]
    by_hand: tuple[Found, ...] = ()

    @property
    def chosen(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.on)

    @property
    def sendings(self) -> tuple[Sending, ...]:
        return tuple(one for line in self.chosen for one in line.sendings)

    def only(self, numbers: Iterable[int]) -> Plan:
        wanted = frozenset(numbers)
        return replace(self, lines=tuple(replace(line, on=line.number in wanted) for line in self.lines))


@dataclass(frozen=True)
class Failure:
    """A picture that did not come, and why. It says nothing about the profile."""

    found: Found
    why: str


@dataclass(frozen=True)
class Fetched:
    """How it ended: the pictures that came, and those that did not."""

    pictures: tuple[Portrait, ...]
    failures: tuple[Failure, ...]
    stopped: bool


def plan(found: Iterable[Found]) -> Plan:
    """Ask for the picture of each of these profiles where its page named one and its network lets programs ask."""
    lines: list[Line] = []
    by_hand: list[Found] = []
    for one in found:
        host = _host(one.picture)
        if not host or by_hand_only(one.finding.address, one.network) or _is_theirs(host):
            by_hand.append(one)
        else:
            lines.append(Line(len(lines) + 1, one, tuple(_sendings(one, host))))
    return Plan(tuple(lines), tuple(by_hand))


def run(vault: Vault, web: Web, plan: Plan, task: Task) -> Done[Fetched]:
    """Fetch what `plan` shows; calling this is the press of the button. Stop keeps what came."""
    if not plan.chosen:
        raise NothingToFetch(_("There is no picture to fetch. Switch on at least 1."))
    pictures: list[Portrait] = []
    failures: list[Failure] = []
    undo = Undo(())
    rules: dict[str, Rules | None] = {}
    with web.consented(Purpose.PAGE, plan.sendings) as consent:
        try:
            for done, line in enumerate(plan.chosen, 1):
                body, why = _fetched(web, consent, line, rules, task)
                if not why:
                    try:
                        told = read(body, task)
                    except (BadPicture, worker.CannotRead):
                        why = _("What came is no picture the app can read.")
                if why:
                    failures.append(Failure(line.found, why))
                else:
                    with vault.writing() as write:
                        pictures.append(put_found(write, line.found.finding.id, told))
                    undo = undo.then(write.undo)
                task.step(done, len(plan.chosen), _("Looked at {site}").format(site=line.found.network_name))
        except Stopped:
            return Done(Fetched(tuple(pictures), tuple(failures), True), undo)
    return Done(Fetched(tuple(pictures), tuple(failures), False), undo)


def _fetched(web: Web, consent: Consent, line: Line, rules: dict[str, Rules | None], task: Task) -> tuple[bytes, str]:
    """The file, or why there is none."""
    address = line.found.picture
    parts = urlsplit(address)
    origin = f"{parts.scheme}://{parts.netloc}"
    try:
        if origin not in rules:
            rules[origin] = rules_of(web, origin, Purpose.PAGE, consent, task)
        wishes = rules[origin]
        if wishes is None:
            return b"", _("The site could not be reached.")
        if not wishes.allows(address):
            return b"", _("The site asks programs to stay away. Save the picture yourself, then drop it here.")
        task.wait(wishes.delay)
        reply = web.fetch(Request(address, Purpose.PAGE, headers=_ASKS, cap=LARGEST), consent, task)
    except (Offline, NotConsented):
        raise
    except TooBig:
        return b"", _("The picture is too big.")
    except WebProblem as problem:
        return b"", str(problem)
    if reply.status != 200:
        return b"", _("The site did not give the picture.")
    return reply.body, ""


def _sendings(one: Found, host: str) -> Iterable[Sending]:
    keeps = _("{site} may note that somebody looked, from which computer address, and when.").format(site=host)
    yield Sending(host, one.title, _("Is it a picture of yours?"), one.picture, (), keeps)


def _is_theirs(host: str) -> bool:
    return any(is_on(host, one) for one in _THEIR_STORES)


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
        return (parts.hostname or "").rstrip(".").lower() if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""
