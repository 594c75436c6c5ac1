"""Looks whether the links of the checklists still open: politely, one at a time for each host, as robots.txt allows.

What a look shows is what a stranger gets. Most settings pages send strangers to a sign-in page; that is said as it is,
and never as "it works".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from footprint.checklists.listing import LinkRow
from footprint.i18n import N_, _
from footprint.labels import Labelled
from footprint.tasks import Stopped, Task
from footprint.web import Consent, Purpose, Reply, Request, Sending, Web, WebProblem
from footprint.web.errors import AskedToStop, TooBig
from footprint.web.robots import Rules, rules_of

_AT_ONCE = 8
_CAP = 3_000_000
_NO_HEAD = frozenset({400, 403, 404, 405, 406, 410, 429, 500, 501, 503})  # a HEAD answered like this is asked again
_GONE = frozenset({404, 410})
_REFUSING = frozenset({401, 403, 407, 429, 451, 999})
_SIGN_IN = ("login", "signin", "sign-in", "sign_in", "log-in", "checkpoint", "authenticate", "servicelogin", "uas")


class LinkState(Labelled):
    """How one look at a link ended."""

    OPENS = "opens", N_("Opens")
    MOVED = "moved", N_("Sends on to another address")
    SIGN_IN = "sign in", N_("Asks strangers to sign in")
    GONE = "gone", N_("The page is gone")
    REFUSED = "refused", N_("The site turned the look away")
    FAILED = "failed", N_("No answer that can be used")
    NOT_ASKED = "not asked", N_("Not looked at: the site asks robots to stay away")
    PERSONAL = "personal", N_("Not looked at: it needs somebody’s username")


@dataclass(frozen=True)
class LinkLook:
    """One address, every place it stands at, and what a stranger gets there. `now` is where it ended."""

    link: str
    places: tuple[LinkRow, ...]
    state: LinkState
    status: int | None = None
    now: str = ""
    words: str = ""

    @property
    def wants_a_look(self) -> bool:
        """Somebody should open this one by hand."""
        return self.state in (LinkState.MOVED, LinkState.GONE, LinkState.FAILED)


def sendings(rows: Iterable[LinkRow]) -> tuple[Sending, ...]:
    """The preview: one line for each host. Nothing of the person's is in any of these addresses."""
    counts: dict[str, int] = {}
    for link in _by_link(rows):
        if not _personal(link):
            host = _host(link)
            counts[host] = counts.get(host, 0) + 1
    why = _("to see whether the links of the checklists still open")
    return tuple(
        Sending(host, _("{n} addresses, and robots.txt").format(n=n), why) for host, n in sorted(counts.items())
    )


def look(web: Web, rows: Iterable[LinkRow], task: Task) -> Iterator[LinkLook]:
    """Look at every link once, hosts side by side and one question at a time for each; yields as answers come.

    Stopped, it yields no more; what was yielded stands.
    """
    links = _by_link(rows)
    hosts: dict[str, list[str]] = {}
    for link, places in links.items():
        if _personal(link):
            yield LinkLook(link, places, LinkState.PERSONAL)
        else:
            hosts.setdefault(_host(link), []).append(link)
    with web.consented(Purpose.LINKS, sendings(rows)) as consent, ThreadPoolExecutor(_AT_ONCE) as pool:
        visits = [_Visit(web, consent, host, {link: links[link] for link in mine}) for host, mine in hosts.items()]
        done, total = 0, sum(len(mine) for mine in hosts.values())
        for found in pool.map(lambda visit: visit.looks(task), visits):
            for one in found:
                done += 1
                with suppress(Stopped):  # what was seen before the person stopped it is still worth having
                    task.step(done, total, _host(one.link))
                yield one


class _Visit:
    """All links of one host, after its robots.txt."""

    def __init__(self, web: Web, consent: Consent, host: str, links: Mapping[str, tuple[LinkRow, ...]]) -> None:
        self._web, self._consent, self._host, self._links = web, consent, host, links

    def looks(self, task: Task) -> list[LinkLook]:
        found: list[LinkLook] = []
        with suppress(Stopped):
            rules = rules_of(self._web, f"https://{self._host}", Purpose.LINKS, self._consent, task)
            for link, places in self._links.items():
                found.append(self._look(link, places, rules, task))
        return found

    def _look(self, link: str, places: tuple[LinkRow, ...], rules: Rules | None, task: Task) -> LinkLook:
        if rules is None:
            return LinkLook(link, places, LinkState.FAILED, words=_("Its robots.txt could not be read."))
        if not rules.allows(link):
            return LinkLook(link, places, LinkState.NOT_ASKED)
        task.wait(rules.delay)
        try:
            reply = self._head_then_get(link, rules.delay, task)
        except TooBig:
            return LinkLook(link, places, LinkState.OPENS)  # a page so large is no error page
        except AskedToStop as problem:
            return LinkLook(link, places, LinkState.REFUSED, words=str(problem))
        except WebProblem as problem:
            return LinkLook(link, places, LinkState.FAILED, words=str(problem))
        return LinkLook(link, places, _judged(link, reply), reply.status, reply.url)

    def _head_then_get(self, link: str, delay: float, task: Task) -> Reply:
        """A HEAD is enough where the site knows it; many answer it with an error and a GET with the page."""
        try:
            reply = self._ask(Request(link, Purpose.LINKS, method="HEAD"), task)
        except (AskedToStop, Stopped):
            raise
        except WebProblem:
            reply = None
        if reply is not None and reply.status not in _NO_HEAD:
            return reply
        task.wait(delay)
        return self._ask(Request(link, Purpose.LINKS, cap=_CAP), task)

    def _ask(self, request: Request, task: Task) -> Reply:
        return self._web.fetch(request, self._consent, task)


def _judged(link: str, reply: Reply) -> LinkState:
    if reply.status in _REFUSING:
        return LinkState.REFUSED
    if reply.status in _GONE:
        return LinkState.GONE
    if not 200 <= reply.status < 300:
        return LinkState.FAILED
    if _asks_to_sign_in(reply.url) and not _asks_to_sign_in(link):
        return LinkState.SIGN_IN
    return LinkState.OPENS if _same(link, reply.url) else LinkState.MOVED


def _asks_to_sign_in(address: str) -> bool:
    parts = urlsplit(address)
    pieces = [*parts.path.casefold().split("/"), (parts.hostname or "").split(".")[0]]
    return any(piece.startswith(_SIGN_IN) or piece in ("accounts", "auth", "sso") for piece in pieces)


def _same(link: str, now: str) -> bool:
    """The same page, whatever is tacked on behind the question mark or in front of the name."""
    return _bare(link) == _bare(now)


def _bare(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/").casefold()


def _personal(link: str) -> bool:
    return "{" in link


def _host(link: str) -> str:
    return (urlsplit(link).hostname or "").casefold()


def _by_link(rows: Iterable[LinkRow]) -> dict[str, tuple[LinkRow, ...]]:
    found: dict[str, tuple[LinkRow, ...]] = {}
    for row in rows:
        address = row.link.split("#", 1)[0]
        found[address] = (*found.get(address, ()), row)
    return found


def as_page(looks: Iterable[LinkLook], day: str) -> str:
    """What moved, for whoever looks after the checklists: one line a place, the worst first."""
    order = tuple(LinkState).index
    lines = [_("# Links that want a look, {day}").format(day=day), ""]
    wanted = sorted((one for one in looks if one.wants_a_look), key=lambda one: (-order(one.state), one.link))
    lines += [_("| File | Place | Link | What happened | Now |"), "|---|---|---|---|---|"]
    for one in wanted:
        for place in one.places:
            what = one.state.label if one.status is None else f"{one.state.label} ({one.status})"
            lines.append(f"| {place.file} | {place.place} | {one.link} | {one.words or what} | {one.now} |")
    return "\n".join(lines) + "\n"
