"""Asking one site, through the only door: its robots.txt first, then each address once, and one that cannot exist."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from footprint.log.recheck.named import Named
from footprint.log.recheck.planning import Line, sibling_of
from footprint.log.recheck.reading import read_page
from footprint.log.recheck.records import Page, Reason, Seen
from footprint.log.recheck.verdicts import Known, wants_sibling
from footprint.tasks import Task
from footprint.web import (
    AskedToStop,
    BadCertificate,
    Consent,
    NotConsented,
    Offline,
    Purpose,
    Refused,
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
"""Bytes of a page that are read; a larger one could not be checked."""
_TROUBLES: Mapping[type[WebProblem], Reason] = {
    TimedOut: Reason.TOO_SLOW,
    BadCertificate: Reason.NOT_PROVEN,
    TooBig: Reason.TOO_BIG,
    Unreadable: Reason.TROUBLE,
    Refused: Reason.TROUBLE,
    AskedToStop: Reason.REFUSED,
}
# Where not even the wishes of a site came, these are said; whatever else it was, there was no answer.
_UNASKED: Mapping[type[WebProblem], Reason] = {TimedOut: Reason.TOO_SLOW, BadCertificate: Reason.NOT_PROVEN}


@dataclass(frozen=True)
class Answer:
    """How a look at one item ended, and how the site answered for an address that cannot exist, where it was asked."""

    line: Line
    seen: Seen
    sibling: Seen | None = None


class Visit:
    """All addresses of one site, one after the other."""

    def __init__(
        self, web: Web, consent: Consent, lines: Sequence[Line], known: Mapping[str, Known], who: Named
    ) -> None:
        self._web, self._consent, self._lines, self._known, self._who = web, consent, lines, known, who
        self._probe: Reply | None = None
        self._probed = False

    def make(self, task: Task, tell: Callable[[Answer], None]) -> None:
        """Tell each answer as it comes; `Stopped` goes through."""
        rules = rules_or_problem(self._web, self._lines[0].origin, Purpose.RECHECK, self._consent, task)
        for line in self._lines:
            tell(self._look(line, rules, task))

    def _look(self, line: Line, rules: Rules | WebProblem, task: Task) -> Answer:
        if not isinstance(rules, Rules):
            return Answer(line, Seen(trouble=_UNASKED.get(type(rules), Reason.NO_ANSWER)))
        if not rules.allows(line.address):
            return Answer(line, Seen(trouble=Reason.ROBOTS))
        task.wait(rules.delay)
        reply = self._get(line.address, task)
        if isinstance(reply, Reason):
            return Answer(line, Seen(trouble=reply))
        seen = self._seen(reply, line)
        known = self._known[line.item_id]
        sibling = self._sibling(line, rules, task) if wants_sibling(seen, known) else None
        return Answer(line, seen, sibling)

    def _sibling(self, line: Line, rules: Rules, task: Task) -> Seen | None:
        """At most one such question to a site in a run; its answer serves for all its addresses."""
        if not self._probed:
            self._probed = True
            address = sibling_of(line.address, f"fp-{secrets.token_hex(6)}")
            if rules.allows(address):
                task.wait(rules.delay)
                reply = self._get(address, task)
                self._probe = reply if isinstance(reply, Reply) else None
        return None if self._probe is None else self._seen(self._probe, line)

    def _get(self, url: str, task: Task) -> Reply | Reason:
        try:
            return self._web.fetch(Request(url, Purpose.RECHECK, cap=CAP), self._consent, task)
        except (Offline, NotConsented):
            raise
        except WebProblem as problem:
            return next((why for kind, why in _TROUBLES.items() if isinstance(problem, kind)), Reason.NO_ANSWER)

    def _seen(self, reply: Reply, line: Line) -> Seen:
        kind = reply.headers.get("content-type", "")
        page = read_page(reply.body, kind, reply.url, self._who, line.item_id) if reply.body else Page()
        return Seen(reply.status, reply.url, reply.hops, None, page)
