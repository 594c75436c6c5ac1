"""Asking one site for pages through the only door: its robots.txt first, then each page once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from footprint.search.addresses import host_of
from footprint.search.reading.judging import by_address, by_status
from footprint.search.reading.planning import only_by_hand
from footprint.search.reading.records import Line, Why
from footprint.tasks import Task
from footprint.web import (
    AskedToStop,
    BadCertificate,
    Consent,
    NotConsented,
    Offline,
    Purpose,
    Reply,
    Request,
    TimedOut,
    TooBig,
    Unreadable,
    Web,
    WebProblem,
)
from footprint.web.robots import Rules, rules_or_problem

CAP = 2_097_152
"""Bytes of a page that are read; a larger one is not."""
_HOPS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TROUBLES: Mapping[type[WebProblem], Why] = {
    TimedOut: Why.TOO_SLOW,
    BadCertificate: Why.NOT_PROVEN,
    TooBig: Why.TOO_BIG,
    Unreadable: Why.UNREADABLE,
    AskedToStop: Why.ASKED_TO_WAIT,
}
# Where not even the wishes of a site came, these are said; whatever else it was, there was no answer.
_UNASKED: Mapping[type[WebProblem], Why] = {TimedOut: Why.TOO_SLOW, BadCertificate: Why.NOT_PROVEN}


@dataclass(frozen=True)
class Answer:
    """How asking for one page ended: with a `reply` to read, or with `why` there is none. `there` is where it was."""

    line: Line
    reply: Reply | None = None
    why: Why | None = None
    there: str = ""


class Visit:
    """All pages of one site, one after the other."""

    def __init__(self, web: Web, consent: Consent, lines: Sequence[Line]) -> None:
        self._web, self._consent, self._lines = web, consent, lines

    def make(self, task: Task, tell: Callable[[Answer], None]) -> None:
        """Tell each answer as it comes; `Stopped` goes through."""
        rules = rules_or_problem(self._web, self._lines[0].origin, Purpose.PAGE, self._consent, task)
        for line in self._lines:
            tell(self._page(line, rules, task))

    def _page(self, line: Line, rules: Rules | WebProblem, task: Task) -> Answer:
        if not isinstance(rules, Rules):
            return Answer(line, why=_UNASKED.get(type(rules), Why.NO_ANSWER))
        if not rules.allows(line.address):
            return Answer(line, why=Why.ROBOTS)
        task.wait(rules.delay)
        return self._follow(line, task)

    def _follow(self, line: Line, task: Task) -> Answer:
        """Redirects are followed within the site that was shown, and no further."""
        address = line.address
        for _hop in range(_HOPS + 1):
            reply = self._get(address, task)
            if isinstance(reply, Why):
                return Answer(line, why=reply, there=address)
            if reply.status not in _REDIRECTS or "location" not in reply.headers:
                why = by_status(reply.status) or by_address(line.address, reply.url)
                return Answer(line, reply if why is None else None, why, reply.url)
            address = _next(reply)
            stays = address and _site(address) == _site(line.address)
            if not stays:
                return Answer(line, why=_elsewhere(line.address, address), there=address)
        return Answer(line, why=Why.SENT_ON, there=address)

    def _get(self, url: str, task: Task) -> Reply | Why:
        try:
            return self._web.fetch(Request(url, Purpose.PAGE, cap=CAP, follow=False), self._consent, task)
        except (Offline, NotConsented):
            raise
        except WebProblem as problem:
            return next((why for kind, why in _TROUBLES.items() if isinstance(problem, kind)), Why.NO_ANSWER)


def _next(reply: Reply) -> str:
    try:
        there = urljoin(reply.url, reply.headers["location"].strip())
    except ValueError:
        return ""
    return there if there.startswith(("https://", "http://")) and there.isprintable() else ""


def _site(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _elsewhere(asked: str, there: str) -> Why:
    if there and only_by_hand(there, host_of(there)):
        return Why.NETWORK
    return by_address(asked, there) or Why.SENT_ON
