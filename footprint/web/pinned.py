"""One GET or HEAD over one connection to an address that was looked up and judged before: the only place that dials."""

from __future__ import annotations

import contextlib
import http.client
import logging
import socket
import ssl
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Any

from footprint.web.errors import BadCertificate, TimedOut, TooBig, Unreachable, Unreadable, WebProblem
from footprint.web.links import Address
from footprint.web.watch import Watch

if TYPE_CHECKING:
    import requests

Dial = Callable[[str, int], tuple[str, int]]
CONNECT = 5.0
READ = 5.0
HEADERS_CAP = 65_536
_TRIED = 4  # of several judged answers to one look-up, in the order the system prefers


class HeadTooBig(http.client.HTTPException):
    pass


@dataclass
class Route:
    """Where to dial for one exchange, and whether a connection was made."""

    address: Address
    answers: Sequence[str]
    dial: Dial
    watch: Watch
    trust: Trust
    connected: bool = field(default=False, init=False)
    readers: list[Any] = field(default_factory=list, init=False)

    def close(self) -> None:
        """Let go of what was being read, also where an answer broke off before anybody could close it."""
        for one in self.readers:
            with contextlib.suppress(OSError, ValueError):
                one.close()

    def connect(self) -> socket.socket:
        problem: OSError = ConnectionRefusedError()
        for answer in self.answers[:_TRIED]:
            try:
                sock = self._connect_to(*self.dial(answer, self.address.port))
            except OSError as failed:
                problem = failed
                continue
            self.connected = True
            return sock
        raise problem

    def _connect_to(self, where: str, port: int) -> socket.socket:
        sock = socket.socket(socket.AF_INET6 if ":" in where else socket.AF_INET, socket.SOCK_STREAM)
        try:
            sock.settimeout(min(CONNECT, self.watch.left))
            self.watch.over(sock)
            sock.connect((where, port))
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except BaseException:
            sock.close()
            raise
        return sock


@dataclass(frozen=True)
class Trust:
    """Who may vouch for a site: the authorities that come with the app, or the one of a loopback web.

    Reading them takes many times as long as a request, so it is done once for each door.
    """

    authority: str | None = None

    @cached_property
    def context(self) -> ssl.SSLContext:
        """Checks the chain and the name, remembers no session, writes its keys nowhere, whatever the computer says."""
        from requests.adapters import DEFAULT_CA_BUNDLE_PATH

        made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        made.minimum_version = ssl.TLSVersion.TLSv1_2
        made.options |= ssl.OP_NO_COMPRESSION | ssl.OP_NO_TICKET
        made.hostname_checks_common_name = False
        if sys.version_info >= (3, 13):  # as Python's own default is since then
            made.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN | ssl.VERIFY_X509_STRICT
        made.load_verify_locations(self.authority or DEFAULT_CA_BUNDLE_PATH)
        return made


@contextmanager
def answer(route: Route, headers: Mapping[str, str], method: str = "GET") -> Iterator[requests.Response]:
    """The answer with its body unread; every way to fail is a `WebProblem`."""
    import requests
    from requests.structures import CaseInsensitiveDict

    asked = requests.PreparedRequest()  # by hand: the address goes out exactly as it was judged
    asked.method, asked.url, asked.headers = method, route.address.url, CaseInsensitiveDict(headers)
    # The adapter alone, without a session: sessions keep cookies, read `.netrc` and read a redirect's whole body.
    with contextlib.closing(route), contextlib.closing(_pool(route)) as pool:
        try:
            reply = _adapter()(pool).send(asked, stream=True, timeout=(CONNECT, READ))
        except (requests.RequestException, OSError, http.client.HTTPException, ValueError) as problem:
            raise what_happened(problem, route.address.host) from None
        with contextlib.closing(reply):
            yield reply


@lru_cache(maxsize=1)
def _adapter() -> Callable[[Any], requests.adapters.HTTPAdapter]:
    """Made once: what talks HTTP is loaded with the first request."""
    from requests.adapters import HTTPAdapter

    logging.getLogger("urllib3").setLevel(logging.CRITICAL)  # it would write addresses, which hold names, into logs

    class Pinned(HTTPAdapter):
        """Asks over the one connection it was given, which is checked already."""

        def __init__(self, pool: Any) -> None:
            super().__init__(max_retries=0)
            self._pool = pool

        def get_connection_with_tls_context(self, *_args: Any, **_named: Any) -> Any:
            return self._pool

        def cert_verify(self, *_args: Any, **_named: Any) -> None:
            """`Trust` says who is trusted."""

    return Pinned


def _pool(route: Route) -> Any:
    """One connection that dials the judged address; the name stays for the certificate and the choice of a site."""
    secure, plain = _pools()
    host = f"[{route.address.host}]" if ":" in route.address.host else route.address.host
    if route.address.scheme == "https":
        made = secure(host, route.address.port, maxsize=1, cert_reqs="CERT_REQUIRED", ssl_context=route.trust.context)
    else:
        made = plain(host, route.address.port, maxsize=1)
    made.route = route
    return made


@lru_cache(maxsize=1)
def _pools() -> tuple[Any, Any]:
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
    from urllib3.connection import HTTPConnection, HTTPSConnection

    class Plain(HTTPConnection):
        route: Route

        def _new_conn(self) -> socket.socket:
            return self.route.connect()

    class Secure(HTTPSConnection):
        route: Route

        def _new_conn(self) -> socket.socket:
            return self.route.connect()

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain
        route: Route

        def _new_conn(self) -> Any:
            made: Any = super()._new_conn()
            made.route, made.response_class = self.route, partial(_ShortHeaded, self.route)
            return made

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure
        route: Route

        def _new_conn(self) -> Any:
            made: Any = super()._new_conn()
            made.route, made.response_class = self.route, partial(_ShortHeaded, self.route)
            return made

    return SecurePool, PlainPool


class _Counted:
    """Lends `readline` of a file until the head of an answer has grown too big."""

    def __init__(self, real: Any) -> None:
        self._real = real
        self._left = HEADERS_CAP
        self._started = False

    def readline(self, limit: int = -1) -> bytes:
        line: bytes = self._real.readline(limit)
        self._left -= len(line)
        if self._left < 0:
            raise HeadTooBig
        if line[-1:] != b"\n" and self._started and len(line) != limit:
            raise http.client.IncompleteRead(line)  # the standard library takes a head that breaks off for a whole one
        self._started = True
        return line

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


class _ShortHeaded(http.client.HTTPResponse):
    """Reads the status line and headers up to a cap for all of them together."""

    def __init__(self, route: Route, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        route.readers.append(self.fp)

    def begin(self) -> None:
        real: Any = self.fp
        counted: Any = _Counted(real)
        self.fp = counted
        try:
            super().begin()
        finally:
            if self.fp is counted:
                self.fp = real


def what_happened(problem: BaseException, host: str) -> WebProblem:
    """The library's exception as one of ours; the cause is somewhere down its chain."""
    chain = list(_chain(problem))
    for one in chain:
        if isinstance(one, ssl.SSLCertVerificationError):
            return BadCertificate(host, _certificate_reason(one))
    for one in chain:
        if isinstance(one, HeadTooBig | http.client.LineTooLong) or "got more than" in str(one):
            return TooBig(host)
        if isinstance(one, TimeoutError) or type(one).__name__.endswith(("ReadTimeoutError", "ConnectTimeoutError")):
            return TimedOut(host)
    for one in chain:
        if isinstance(one, http.client.RemoteDisconnected | ConnectionError | socket.gaierror | ssl.SSLError):
            return Unreachable(host)
    for one in chain:
        if isinstance(one, http.client.HTTPException) or type(one).__name__ == "InvalidHeader":
            return Unreadable(host)
    return Unreachable(host)


def _chain(problem: BaseException) -> Iterator[BaseException]:
    """The exception and everything it was raised from or carries."""
    seen: set[int] = set()
    waiting: list[object] = [problem]
    while waiting:
        one = waiting.pop(0)
        if not isinstance(one, BaseException) or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [one.__cause__, one.__context__, getattr(one, "reason", None), *one.args]


def _certificate_reason(problem: ssl.SSLCertVerificationError) -> str:
    code = problem.verify_code
    if code == 10:
        return BadCertificate.EXPIRED
    if code == 62 or (isinstance(problem, ssl.CertificateError) and "match" in str(problem)):
        return BadCertificate.OTHER_NAME
    return BadCertificate.UNKNOWN_ISSUER if code in (18, 19, 20, 21) else BadCertificate.OTHER
