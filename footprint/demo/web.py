"""A web of its own on this computer: real https with its own authority, playing the public sources."""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import socket
import ssl
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from footprint.demo import web_pages
from footprint.demo.answers import Answer, Asked, page_html
from footprint.demo.certificates import Authority
from footprint.demo.folder import demo_folder
from footprint.demo.misbehaviour import CERTIFICATES, KNOWN, Misbehaviour
from footprint.demo.web_pages import Pages
from footprint.demo.web_sources import SOURCES, site

# A public number, as the door goes to no other kind; it is never dialled, because `dial` leads to this computer.
PUBLIC = "93.184.216.34"
LOOPBACK = "127.0.0.1"


class LoopbackWeb:
    """Hand `resolver`, `dial` and `authority` to `footprint.web.Web`, and it sees this web in place of the real one."""

    def __init__(self, pages: Pages | None = None, *, more_hosts: tuple[str, ...] = ()) -> None:
        self._every = pages or web_pages.load()
        self._pages = self._every.at_first()
        self._found = self._pages  # what searches know of
        self._hosts = (*SOURCES, *self._every.hosts(), *more_hosts)
        self._misbehaving: dict[str, Misbehaviour] = {}
        self._contexts: dict[str, ssl.SSLContext] = {}
        self._down: set[str] = set()
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._opened = contextlib.ExitStack()
        self.accepted = 0
        self.look_ups: Counter[str] = Counter()
        self.asked: list[Asked] = []

    def __enter__(self) -> LoopbackWeb:
        folder = self._opened.enter_context(demo_folder())
        self._authority = Authority(folder)
        self._stranger = Authority(folder, "A stranger")
        self._context = self._authority.context(self._hosts)
        self._context.sni_callback = self._choose_certificate
        self._secure = self._serve(self._context)
        self._plain = self._serve(None)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._opened.close()

    @property
    def authority(self) -> Path:
        """The certificate to trust for the length of this web's life."""
        return self._authority.path

    def resolver(self, host: str) -> tuple[str, ...]:
        """Answers for the invented hosts; every other name does not exist here."""
        with self._lock:
            self.look_ups[host] += 1
        with contextlib.suppress(ValueError):
            return (str(ipaddress.ip_address(host)),)
        if host not in self._hosts:
            raise socket.gaierror(socket.EAI_NONAME, "no such name on the loopback web")
        return (PUBLIC,)

    def dial(self, address: str, port: int) -> tuple[str, int]:
        """Where to connect in place of `address`: never anywhere but this computer."""
        if address == LOOPBACK:
            return address, port
        ports = {443: self._secure, 80: self._plain}
        if port not in ports:
            raise OSError(errno.ECONNREFUSED, "nothing listens there")
        return LOOPBACK, ports[port]

    @property
    def plain_port(self) -> int:
        """The real port that speaks http, for playing somebody's own search server."""
        return self._plain

    def misbehave(self, host: str, how: str | Misbehaviour) -> None:
        """From now on `host` does this (a name from `misbehaviour.KNOWN` or `CERTIFICATES`, or a function)."""
        if isinstance(how, str) and how in CERTIFICATES:
            self._contexts[host] = self._bad_certificate(host, how)
        else:
            self._misbehaving[host] = KNOWN[how] if isinstance(how, str) else how

    def behave(self, host: str) -> None:
        """Back to normal."""
        self._misbehaving.pop(host, None)
        self._contexts.pop(host, None)

    def take_down(self, address: str) -> None:
        """From now on the page at this address is not there."""
        self._down.add(_place(address))

    def put_back(self, address: str) -> None:
        self._down.discard(_place(address))

    def go_round(self) -> None:
        """Searches take note of what is there now: of what came, and of what is down."""
        self._pages = self._every.later(())
        self._found = self._every.later(self._down)

    def _bad_certificate(self, host: str, how: str) -> ssl.SSLContext:
        if how == "other_name":
            return self._authority.context(["someone-else.example"])
        if how == "expired":
            return self._authority.context([host], expired=True)
        return self._stranger.context([host])

    def _choose_certificate(self, sock: ssl.SSLObject, name: str | None, _context: ssl.SSLContext) -> None:
        chosen = self._contexts.get(name or "")
        if chosen is not None:
            sock.context = chosen

    def _serve(self, context: ssl.SSLContext | None) -> int:
        server = _Server(self, context)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), name="loopback web", daemon=True)
        thread.start()
        self._opened.callback(thread.join)
        self._opened.callback(server.server_close)
        self._opened.callback(server.shutdown)
        return int(server.server_address[1])

    def note_connection(self) -> None:
        with self._lock:
            self.accepted += 1

    def closing(self, seconds: float) -> bool:
        return self._closing.wait(seconds)

    def hear(self, asked: Asked) -> Misbehaviour | None:
        """Remember the request; gives how its host misbehaves at present."""
        with self._lock:
            self.asked.append(asked)
        return self._misbehaving.get(asked.host)

    def answer(self, asked: Asked) -> Answer:
        if f"{asked.host}{asked.place}" in self._down:
            return page_html("<h1>Page not found</h1>", 404)
        source = SOURCES.get(asked.host)
        return site(self._pages, asked) if source is None else source(self._found, asked)


def _place(address: str) -> str:
    """Host, path and query, as a server sees them."""
    parts = urlsplit(address)
    return f"{parts.hostname or ''}{parts.path or '/'}{'?' + parts.query if parts.query else ''}"


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, web: LoopbackWeb, context: ssl.SSLContext | None) -> None:
        self.web = web
        self._context = context
        super().__init__((LOOPBACK, 0), _Visit)

    def get_request(self) -> tuple[socket.socket, Any]:
        accepted = super().get_request()
        self.web.note_connection()
        return accepted

    def finish_request(self, request: Any, client_address: Any) -> None:
        request.settimeout(30)
        if self._context is None:
            super().finish_request(request, client_address)
            return
        with self._context.wrap_socket(request, server_side=True) as secure:
            super().finish_request(secure, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Visitors who hang up are what this server is for."""


class _Visit(BaseHTTPRequestHandler):
    """One request: an orderly answer, or what the host was told to do to its visitors."""

    protocol_version = "HTTP/1.1"
    server: _Server
    asked: Asked

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        host = (self.headers.get("Host") or "").partition(":")[0].lower()
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.asked = Asked(host, parts.path, dict(parse_qsl(parts.query)), headers, self.path, self.command)
        self.close_connection = True
        misbehaviour = self.server.web.hear(self.asked)
        if misbehaviour is not None:
            misbehaviour(self)
            return
        answer = self.server.web.answer(self.asked)
        self.send(answer.status, answer.body, answer.kind, **answer.headers)

    def do_HEAD(self) -> None:
        self.do_GET()

    def send(self, status: int, body: bytes = b"", kind: str = "text/html", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def raw(self, *pieces: bytes) -> None:
        for piece in pieces:
            self.wfile.write(piece)
            self.wfile.flush()

    def wait(self, seconds: float) -> bool:
        return self.server.web.closing(seconds)

    def version_string(self) -> str:
        return "loopback"

    def log_message(self, *args: Any) -> None:
        """Nothing is printed: what came in stands in `LoopbackWeb.asked`."""
