"""Everybody who goes through the door, each asking `page.example` once, and what each makes of the answer.

A look that failed must end as one: `clean` is what a caller says only of an answer it could read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from footprint import log, person, search
from footprint.demo.misbehaviour import Misbehaviour, Visit
from footprint.demo.web import LoopbackWeb
from footprint.log import New, recheck
from footprint.person import DetailKind
from footprint.search import PROVIDERS, probes, reading
from footprint.search.probes import Answer, Site
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Purpose, Refused, Request, Sending, Web, WebProblem
from tests.search.probes.table import KNOWN, Row

HOST = "page.example"
HANDLE = "ada_example"
SOURCE = next(one for one in PROVIDERS if one.name == "bluesky")
SITE: Site = replace(Row(0, "status").site, profile=f"https://{HOST}/u/{{handle}}", handle_rule="[a-z_]{3,30}")


@dataclass(frozen=True)
class Said:
    """How a look ended: the word of its outcome, a sentence for the person, and whether it counts as a look."""

    word: str
    sentence: str
    clean: bool


def door(vault: Vault, web: Web) -> Said:
    """Straight through."""
    with web.consented(Purpose.SEARCH, [Sending(HOST, "x", "y")]) as consent:
        try:
            reply = web.fetch(Request(f"https://{HOST}/found", Purpose.SEARCH, cap=CAP), consent, Task())
        except WebProblem as problem:
            reason = f" ({problem.reason})" if isinstance(problem, Refused) else ""
            return Said(type(problem).__name__ + reason, str(problem), False)
    assert reply.text().encode() is not None
    return Said(f"answer {reply.status}", f"{reply.status}", reply.status == 200)


def source(vault: Vault, web: Web) -> Said:
    """A public source."""
    made = search.plan(vault, [SOURCE]).only([1])
    (look,) = search.run(vault, web, made, [SOURCE], Task()).value.looks
    return Said(look.outcome.value, look.note or look.outcome.sentence, look.outcome.searched)


def probe(vault: Vault, web: Web) -> Said:
    """A username at a site that says 200 or 404."""
    made = probes.plan(vault, [SITE], [HANDLE], own=False)
    (result,) = probes.run(vault, web, made, Task()).value.results
    return Said(result.reason.value, result.reason.label, result.answer is not Answer.CANNOT_TELL)


def page(vault: Vault, web: Web) -> Said:
    """A found page that is read."""
    (found,) = search.add_pasted(vault, f"https://{HOST}/found Ada Example").value.findings
    (one,) = reading.read(vault, web, reading.plan(vault, [found.id]), Task()).value.readings
    assert one.good or one.exposed == ()
    return Said(one.why.value if one.why else one.outcome.value, one.note or one.outcome.sentence, one.good)


def again(vault: Vault, web: Web) -> Said:
    """An item of the list, looked at again."""
    made = log.add(vault, New("A page", f"https://{HOST}/found")).value
    (look,) = recheck.run(vault, web, recheck.plan(vault, [made.id]), Task()).value.looks
    assert not look.verdict.is_gone  # one look alone never says gone
    clean = look.verdict is recheck.Verdict.STILL_THERE
    return Said(f"{look.verdict.value}: {look.reason.value}", recheck.why(look.verdict, look.reason), clean)


CALLERS: Mapping[str, Callable[[Vault, Web], Said]] = {
    "door": door,
    "source": source,
    "probe": probe,
    "page": page,
    "again": again,
}
# What each says of `good`.
GOOD = {
    "door": "answer 200",
    "source": "results",
    "probe": "told apart",
    "page": "results",
    "again": "still there: name",
}
CAP = 2_000_000
_PAGE = "<title>Fun run</title><h1>Fun run</h1><p>First home was Ada Example of Otherton in 48 minutes.</p>"
_ACTOR = {"did": "did:plc:a", "handle": "ada.example", "displayName": "Ada Example", "description": "Otherton"}


def good(visit: Visit) -> None:
    """A site as it should be: it shows one page, knows one username, and finds one person."""
    path = visit.asked.path
    if path.startswith("/u/") and path not in (f"/u/{HANDLE}", f"/u/{KNOWN}"):
        visit.send(404, b"<title>404</title><h1>Page not found</h1>")
    elif path.startswith("/xrpc/"):
        visit.send(200, json.dumps({"actors": [_ACTOR]}).encode(), "application/json")
    elif path == "/robots.txt" or "/fp-" in path:
        visit.send(404, b"")
    else:
        visit.send(200, _PAGE.encode())


def misbehave(loopback: LoopbackWeb, how: str | Misbehaviour) -> None:
    """Every caller's host does this from now on; what it wishes of programs is read before, without harm."""
    for host in (HOST, SOURCE.host):
        loopback.misbehave(host, how if isinstance(how, str) else _but_for_robots(how))


def behave(loopback: LoopbackWeb) -> None:
    """From now on they are as they should be."""
    for host in (HOST, SOURCE.host):
        loopback.behave(host)
        loopback.misbehave(host, good)


def _but_for_robots(how: Misbehaviour) -> Misbehaviour:
    def answer(visit: Visit) -> None:
        if visit.asked.path == "/robots.txt":
            visit.send(404, b"")
        else:
            how(visit)

    return answer


def ada(vault: Vault) -> Vault:
    """Whoever is looked for."""
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    person.add_detail(vault, DetailKind.TOWN, "Otherton")
    return vault
