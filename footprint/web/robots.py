"""What a site asks of programs that come by: its robots.txt (RFC 9309), read through the door like everything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from footprint.tasks import Task
from footprint.web.door import Web
from footprint.web.errors import Unreachable, WebProblem
from footprint.web.records import Consent, Purpose, Request
from footprint.web.text import decode

if TYPE_CHECKING:
    from protego import Protego

AGENT = "FootprintCheck"
LONGEST_DELAY = 20.0  # seconds between two looks a site may ask for; one that asks for more is left alone
_CAP = 512_000  # RFC 9309 has crawlers read at least 500 kB of it


@dataclass(frozen=True)
class Rules:
    """The wishes of one site."""

    _parsed: Protego

    def allows(self, url: str) -> bool:
        """Whether this address may be asked for. A site that wants longer pauses than a run can make is left alone."""
        return self.delay <= LONGEST_DELAY and bool(self._parsed.can_fetch(url, AGENT))

    @property
    def delay(self) -> float:
        """Seconds to wait before each question."""
        return float(self._parsed.crawl_delay(AGENT) or 0.0)


def rules_of(web: Web, origin: str, purpose: Purpose, consent: Consent, task: Task) -> Rules | None:
    """The wishes of the site at `origin`; None when they cannot be read, which the standard takes for "stay away"."""
    found = rules_or_problem(web, origin, purpose, consent, task)
    return found if isinstance(found, Rules) else None


def rules_or_problem(web: Web, origin: str, purpose: Purpose, consent: Consent, task: Task) -> Rules | WebProblem:
    """The same, with the reason why they cannot be read."""
    from protego import Protego

    try:
        reply = web.fetch(Request(f"{origin}/robots.txt", purpose, cap=_CAP), consent, task)
    except WebProblem as problem:
        return problem
    if reply.status >= 500 or reply.status == 429:
        return Unreachable(origin.partition("://")[2])
    return Rules(Protego.parse(decode(reply.body, "text/plain; charset=utf-8") if reply.status == 200 else ""))
