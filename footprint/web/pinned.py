"""One GET or HEAD over one connection to an address that was looked up and judged before: the only place that dials."""

from __future__ import annotations

import contextlib
import http.client
import logging
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
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
    authority: str | None = None
    connected: bool = field(default=False, init=False)

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


@contextmanager
def answer(route: Route, headers: Mapping[str, str], method: str = "GET") -> Iterator[requests.Response]:
    """The answer with its body unread; every way to fail is a `WebProblem`."""
    import requests

    logging.getLogger("urllib3").setLevel(logging.CRITICAL)  # it would write addresses, which hold names, into logs
    host = route.address.host
    # The adapter alone, without a session: sessions keep cookies, read `.netrc` and read a redirect's whole body.
    with contextlib.closing(_adapter(route)) as adapter:
        prepared = requests.Request(method, f"{route.address.scheme}://x/", headers=dict(headers)).prepare()
        prepared.url = route.address.url  # exactly as judged
        try:
            reply = adapter.send(prepared, stream=True, timeout=(CONNECT, READ), verify=route.authority or True)
        except (requests.RequestException, OSError, http.client.HTTPException, ValueError) as problem:
            raise what_happened(problem, host) from None
        with contextlib.closing(reply):
            yield reply


def _adapter(route: Route) -> requests.adapters.HTTPAdapter:
    from requests.adapters import HTTPAdapter
    from urllib3.connection import HTTPConnection, HTTPSConnection

    class Plain(HTTPConnection):
        response_class = _ShortHeaded

        def _new_conn(self) -> socket.socket:
            return route.connect()

    class Secure(HTTPSConnection):
        response_class = _ShortHeaded

        def _new_conn(self) -> socket.socket:
            return route.connect()

    class Pinned(HTTPAdapter):
        """Dials the judged address; the name stays for the certificate and for the server's choice of site."""

        def get_connection_with_tls_context(self, *args: Any, **named: Any) -> Any:
            pool: Any = super().get_connection_with_tls_context(*args, **named)
            pool.ConnectionCls = Secure if route.address.scheme == "https" else Plain
            return pool

    return Pinned(max_retries=0)


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
        if isinstance(one, http.client.HTTPException):
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
