"""One conversation with one site: a username nobody has first, then the person's, and nothing is believed by itself.

“Found” needs the site to say no to two made-up usernames and yes twice to the one asked for. “Absent” needs a no to the
username, and a yes, twice, to an account that is there for certain. A site that once contradicts itself says nothing
for the rest of the run.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from footprint.checklists import Probe
from footprint.search.probes import judging
from footprint.search.probes.judging import ABSENT, FOUND
from footprint.search.probes.records import Answer, Ask, Line, Reason, Result
from footprint.search.probes.refusals import NeverAsked, refused
from footprint.tasks import Stopped
from footprint.web import Purpose, Reply, Request, WebProblem

Fetch = Callable[[Request], Reply]
_HOPS = 2  # to the same page of the same site under its tidy address
# After one of these the next question would only be a further knock on a closed door.
_CLOSED = frozenset(
    {
        *(Reason.ASKED_TO_WAIT, Reason.NO_ANSWER, Reason.TOO_SLOW, Reason.NOT_PROVEN),
        *(Reason.TURNED_AWAY, Reason.TROUBLE, Reason.CHALLENGE),
    }
)

_HICCUPS = frozenset({Reason.NO_ANSWER, Reason.TOO_SLOW})


@dataclass
class _Talk:
    """What was said so far, by username. `spoilt` is why nothing this site says is believed any more."""

    line: Line
    fetch: Fetch
    said: dict[str, Reason] = field(default_factory=dict)
    spoilt: Reason | None = None
    stopped: bool = False

    @property
    def probe(self) -> Probe:
        return self.line.site.probe

    def ask(self, handle: str, *, yours: bool = False) -> Reason:
        details = (handle,) if yours else ()
        told = self._judged(handle, details)
        if told in _HICCUPS and self.said:  # it did answer before, so once more
            told = self._judged(handle, details)
        before = self.said.setdefault(handle, told)
        if before is not told and {before, told} == {FOUND, ABSENT}:
            self.spoilt = Reason.CHANGEABLE
        return told

    def _judged(self, handle: str, details: tuple[str, ...]) -> Reason:
        address = self.line.site.asked_address(handle)
        host = urlsplit(address).hostname or ""
        if refused(host):
            raise NeverAsked(host)
        try:
            for _hop in range(_HOPS + 1):
                reply = self.fetch(Request(address, Purpose.PROBE, details=details, follow=False))
                there = _tidier(reply, host, handle)
                if not there or there == address:
                    break
                address = there
        except WebProblem as problem:
            return judging.reason_for(problem)
        return judging.judge(reply, self.probe, handle)


def talk(line: Line, fetch: Fetch) -> tuple[Result, ...]:
    """Everything the site says of the usernames of `line`. A stop keeps what was settled before it."""
    now = _Talk(line, fetch)
    told: dict[str, Reason] = {}
    try:
        _converse(now, told)
    except Stopped:
        now.stopped = True
        told = {handle: why if why not in (FOUND, ABSENT) else Reason.STOPPED for handle, why in told.items()}
    return tuple(_result(now, one, told.get(one.handle, Reason.STOPPED)) for one in line.asks)


def _converse(now: _Talk, told: dict[str, Reason]) -> None:
    """Fills `told` as it goes, so that a stop in the middle finds what there is."""
    closed = _not_absent(now.ask(now.line.made_up[0]))
    for one in now.line.asks:
        if closed is None and now.spoilt is None:
            told[one.handle] = now.ask(one.handle, yours=True)
            if told[one.handle] is FOUND:
                told[one.handle] = _confirmed(now, one)
            if told[one.handle] in _CLOSED:
                closed = told[one.handle]
        else:
            told[one.handle] = closed or Reason.CHANGEABLE
    _check_the_absent(now, told)
    if now.spoilt is not None:
        told.update({handle: now.spoilt for handle, why in told.items() if why in (FOUND, ABSENT)})


def _not_absent(control: Reason) -> Reason | None:
    """Why nothing can be told where even a made-up username is not clearly absent; None where it is."""
    if control is ABSENT:
        return None
    return Reason.MADE_UP_EXISTS if control is FOUND else control


def _confirmed(now: _Talk, one: Ask) -> Reason:
    """A second yes and a second no, in an order the site cannot count on; twice over where only a code says yes."""
    for _round in range(1 if now.probe.found.named else 2):
        questions = [(one.handle, True, FOUND), (now.line.made_up[1], False, ABSENT)]
        if secrets.randbelow(2):
            questions.reverse()
        for handle, yours, wanted in questions:
            again = now.ask(handle, yours=yours)
            if again is wanted:
                continue
            if again not in (FOUND, ABSENT):
                return again
            now.spoilt = Reason.CHANGEABLE
            return Reason.CHANGEABLE
    return FOUND


def _check_the_absent(now: _Talk, told: dict[str, Reason]) -> None:
    """No is believed only of a site that a source describes, and that shows what is there for certain."""
    absent = [handle for handle, why in told.items() if why is ABSENT]
    if not absent or now.spoilt is not None:
        return
    why = _doubt(now, told)
    if why is not None:
        told.update(dict.fromkeys(absent, why))


def _doubt(now: _Talk, told: dict[str, Reason]) -> Reason | None:
    if not now.probe.sure:
        return Reason.UNVERIFIED
    if any(one.declared and told.get(one.handle) is ABSENT for one in now.line.asks):
        return Reason.OWN_NOT_SEEN
    if not now.probe.known:
        return Reason.NOTHING_TO_COMPARE
    for _again in range(2):
        seen = now.ask(now.probe.known)
        if seen is not FOUND:
            return Reason.KNOWN_NOT_SEEN if seen is ABSENT else seen
    return None


def _tidier(reply: Reply, host: str, handle: str) -> str:
    """Where the same site keeps the same profile; empty when this is no such redirect."""
    if reply.status not in judging.REDIRECTS:
        return ""
    there = judging.target(reply)
    try:
        parts = urlsplit(there)
    except ValueError:
        return ""
    same = parts.scheme == "https" and parts.hostname == host and not judging.leads_to_login(there)
    return there if same and handle.casefold() in f"{parts.path}?{parts.query}".casefold() else ""


def _result(now: _Talk, one: Ask, why: Reason) -> Result:
    site = now.line.site
    answer = {FOUND: Answer.FOUND, ABSENT: Answer.ABSENT}.get(why, Answer.CANNOT_TELL)
    return Result(site.id, site.name, one.handle, site.address(one.handle), answer, why, one.declared, site.probe.sure)
