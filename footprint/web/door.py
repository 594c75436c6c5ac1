"""The only door to the network: consent, offline switch, address rules, ledger, then one careful GET after another."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from footprint import __version__, ids
from footprint.i18n import _
from footprint.tasks import Stopped, Task
from footprint.vault.errors import Locked
from footprint.vault.vault import Vault
from footprint.web import guard, links, origin, pace, store, text
from footprint.web.books import Books
from footprint.web.errors import AskedToStop, NotConsented, Offline, Refused, TimedOut, Unreachable, WebProblem
from footprint.web.links import Address
from footprint.web.pace import Pace
from footprint.web.records import ANSWERED, MAY_BE_PLAIN, Consent, Kind, Purpose, Reply, Request, Sending
from footprint.web.watch import Watch

if TYPE_CHECKING:  # what talks HTTP is loaded with the first request
    from footprint.web.pinned import Dial, Route, Trust

Resolver = Callable[[str], Sequence[str]]
USER_AGENT = f"FootprintCheck/{__version__} (a person checking what is public about themself)"
TOTAL = 15.0
HOPS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OURS = frozenset({"host", "cookie", "referer", "user-agent", "accept-encoding", "connection", "content-length"})


def look_up(host: str) -> tuple[str, ...]:
    """Every address the system knows for this name, the preferred one first."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return tuple(str(one[4][0]) for one in found)


def _as_it_is(address: str, port: int) -> tuple[str, int]:
    return address, port


class Web:
    """Safe to share between threads. The demo and the tests get in by the arguments after `vault`, never otherwise."""

    def __init__(
        self,
        vault: Vault,
        *,
        offline: Callable[[], bool],
        resolver: Resolver | None = None,
        dial: Dial | None = None,
        authority: Path | None = None,
        pace: float | Pace = 1.0,
        total: float = TOTAL,
        user_agent: str = USER_AGENT,
    ) -> None:
        self._vault = vault
        self._books = Books(vault)
        self._offline = offline
        self._resolver = resolver or look_up
        self._dial = dial or _as_it_is
        self._authority = None if authority is None else str(authority)
        self._trust: Trust | None = None
        self._pace = pace if isinstance(pace, Pace) else Pace(pace)
        self._total = total
        self._user_agent = user_agent
        self._open: set[Consent] = set()

    @contextmanager
    def consented(self, purpose: Purpose, sendings: Sequence[Sending]) -> Iterator[Consent]:
        """The person has read this preview and pressed its button: good for this run and nothing else."""
        self._refuse_offline()
        consent = Consent(ids.new_id(), purpose, tuple(sendings))
        with self._vault.writing() as write:
            store.add_consent(write.db, consent.id, purpose, consent.sendings, write.now)
        self._open.add(consent)
        try:
            yield consent
        finally:
            self._open.discard(consent)
            with suppress(Locked), self._vault.writing() as write:
                store.end_consent(write.db, consent.id, write.now)

    def fetch(self, request: Request, consent: Consent, task: Task) -> Reply:
        """One GET or HEAD with its redirects. Any status is a `Reply`; no answer is a `WebProblem`."""
        self._refuse_offline()
        address = self._judge(request, request.url)
        self._refuse_unless_seen(request, address, consent)
        left, hops = self._total, [address.url]
        while True:
            with self._pace.turn(address.host, task):
                started = time.monotonic()
                reply = self._exchange(request, address, consent, task, left)
                left -= time.monotonic() - started
            self._note_refusal(reply, address.host, consent)
            stays = request.own_origin or not request.follow
            if stays or reply.status not in _REDIRECTS or "location" not in reply.headers:
                return replace(reply, hops=tuple(hops[:-1]))
            there = self._follow(request, address, reply.headers["location"], hops)
            request = _without_secrets(request) if there.origin != address.origin else request
            address = there
            hops.append(address.url)
            if left <= 0:
                raise TimedOut(address.host)

    def _refuse_offline(self) -> None:
        if self._offline():
            raise Offline

    def _judge(self, request: Request, url: str) -> Address:
        if request.own_origin:
            allowed = origin.own_origin(self._vault)
            if allowed is None:
                raise Refused(_("it is not the search server you allowed"))
            return links.judge_own(url, allowed)
        return links.judge(url, plain=request.purpose in MAY_BE_PLAIN)

    def _refuse_unless_seen(self, request: Request, address: Address, consent: Consent) -> None:
        """What goes is what the preview said: this purpose, this host, and none but these details."""
        if consent not in self._open or consent.purpose is not request.purpose:
            raise NotConsented
        seen = [consent.told[name] for name in _names_of(address) if name in consent.told]
        if not seen or not frozenset().union(*seen).issuperset(request.details):
            raise NotConsented
        if consent.refusals[address.host] >= pace.REFUSALS:
            raise AskedToStop(address.host)

    def _follow(self, request: Request, here: Address, location: str, hops: list[str]) -> Address:
        """The next address of a redirect, judged like a first one."""
        if len(hops) > HOPS:
            raise Refused(_("it sends on more than {n} times").format(n=HOPS))
        try:
            target = urljoin(here.url, location.encode("latin-1", "replace").decode("utf-8", "replace").strip())
        except ValueError:
            raise Refused(_("it sends on to something that is no address")) from None
        there = links.judge(target, plain=here.scheme == "http" and request.purpose in MAY_BE_PLAIN)
        if there.url in hops:
            raise Refused(_("it sends on in a circle"))
        return there

    def _exchange(self, request: Request, address: Address, consent: Consent, task: Task, left: float) -> Reply:
        """One line in the ledger, one look-up, one connection, one answer."""
        self._refuse_offline()
        from footprint.web.pinned import Route, Trust

        task.check()
        headers = self._headers(request)
        entry = self._write_down(request, address, consent, headers)
        outcome, status, received, route = "stopped", None, None, None
        watch = Watch(left, task)
        try:
            with watch:
                answers = self._answers(request, address, watch)
                self._trust = self._trust or Trust(self._authority)
                route = Route(address, answers, self._dial, watch, self._trust)
                reply, received = _ask(route, request, headers, self._vault)
            task.check()
            if watch.expired:  # a cut answer can look like a whole one that ends here
                raise TimedOut(address.host)
            outcome, status = ANSWERED, reply.status
            return reply
        except WebProblem as problem:
            if task.stopped:
                raise Stopped from None
            found = TimedOut(address.host) if watch.expired else problem
            outcome = type(found).__name__
            raise found from None
        finally:
            connected = route is not None and route.connected
            self._complete(entry, outcome, status, received, connected)

    def _answers(self, request: Request, address: Address, watch: Watch) -> Sequence[str]:
        try:
            answers = watch.call(lambda: self._resolver(address.host))
        except TimeoutError:
            raise TimedOut(address.host) from None
        except (OSError, UnicodeError):
            raise Unreachable(address.host, _("This site name was not found")) from None
        if request.own_origin and answers:
            return tuple(answers)
        return guard.only_public(address.host, answers)

    def _headers(self, request: Request) -> dict[str, str]:
        given = {**request.headers, **request.secret_headers}
        if any(name.lower() in _OURS for name in given):
            raise ValueError("this header is the door's own")
        if not text.plain_headers(given):
            raise Refused(_("the key holds letters that cannot be sent"))
        ours = {"User-Agent": self._user_agent, "Accept-Encoding": "gzip", "Accept": "*/*", "Connection": "close"}
        return {**ours, **request.headers}

    def _write_down(self, request: Request, address: Address, consent: Consent, headers: Mapping[str, str]) -> str:
        """Before anything leaves. When this fails, nothing does."""
        words = [request.masked(f"{name}: {value}") for name, value in headers.items()]
        return self._books.keep(
            lambda write: store.add_entry(
                write.db,
                Kind.SENT,
                write.now,
                consent_id=consent.id,
                purpose=request.purpose,
                host=address.host,
                method=request.method,
                url=request.masked(address.url),
                headers=[*words, *(f"{name}: {text.MASK}" for name in request.secret_headers)],
                details=[request.masked(one) for one in request.details],
            )
        )

    def _complete(self, entry: str, outcome: str, status: int | None, received: int | None, connected: bool) -> None:
        self._books.keep(lambda write: store.complete(write.db, entry, outcome, status, received, connected, write.now))

    def _note_refusal(self, reply: Reply, host: str, consent: Consent) -> None:
        if reply.status in pace.REFUSING:
            consent.refusals[host] += 1
        if reply.retry_after is not None:
            self._pace.asked_to_wait(host, reply.retry_after)


def _ask(route: Route, request: Request, headers: Mapping[str, str], vault: Vault) -> tuple[Reply, int]:
    """The answer read to its end; the body of a redirect is left unread, as nobody looks at it."""
    from footprint.web.body import read_body
    from footprint.web.pinned import answer

    with answer(route, {**headers, **request.secret_headers}, request.method) as got:
        lower = {name.lower(): value for name, value in got.headers.items()}
        body, received = b"", 0
        if request.method == "GET" and not (got.status_code in _REDIRECTS and "location" in lower):
            body, received = read_body(got.raw, lower.get("content-encoding", ""), request.cap, route.address.host)
        wait = pace.retry_after(lower.get("retry-after"), vault.now())
        return Reply(route.address.url, got.status_code, lower, body, (), wait), received


def _names_of(address: Address) -> frozenset[str]:
    return frozenset({address.host, f"{address.host}:{address.port}", f"[{address.host}]", address.origin})


def _without_secrets(request: Request) -> Request:
    """Keys are for the host the person gave them for; they do not travel on. They stay known, to be masked."""
    return replace(request, secret_headers={}, secrets=(*request.secrets, *request.secret_headers.values()))
