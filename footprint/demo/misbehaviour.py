"""Everything a server on the internet may do to us, one small function each, for the demo and the tests."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from footprint.demo.answers import Asked


class Visit(Protocol):
    """One request being answered by hand."""

    asked: Asked

    def send(self, status: int, body: bytes = b"", kind: str = "text/html", **headers: str) -> None:
        """A whole, orderly answer; `_` in a header's name stands for `-`."""

    def raw(self, *pieces: bytes) -> None:
        """Bytes as they are, at once."""

    def wait(self, seconds: float) -> bool:
        """A pause; True when the server is being closed."""


Misbehaviour = Callable[[Visit], None]
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"
_JSON_HEAD = _HEAD.replace(b"text/html", b"application/json")


def slow(visit: Visit) -> None:
    """One byte every 0.4 seconds, for ever."""
    visit.raw(_HEAD + b"Content-Length: 100000\r\n\r\n")
    while not visit.wait(0.4):
        visit.raw(b"x")


def slow_head(visit: Visit) -> None:
    visit.raw(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not visit.wait(0.4):
        visit.raw(b"x")


def silent(visit: Visit) -> None:
    """Takes the request and says nothing."""
    while not visit.wait(0.4):
        pass


def hangs_up(visit: Visit) -> None:
    visit.raw()


def half_a_head(visit: Visit) -> None:
    """Breaks off among its headers."""
    visit.raw(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Half: ye")


def broken(visit: Visit) -> None:
    visit.send(500, b"<h1>Internal Server Error</h1>")


def unavailable(visit: Visit) -> None:
    visit.send(503, b"<h1>Down for maintenance</h1>")


def empty(visit: Visit) -> None:
    visit.send(200, b"", "application/json")


def garbage(visit: Visit) -> None:
    """Says it is JSON and is not."""
    visit.send(200, b'{"results": [{"url": \x00\xff\xfe oops', "application/json")


def wrong_shape(visit: Visit) -> None:
    """JSON, but nothing like what was asked for."""
    odd = {"results": {"url": 7}, "web": [], "actors": "none", "items": 3, "total_count": "many"}
    visit.send(200, json.dumps(odd).encode(), "application/json")


def deep_json(visit: Visit) -> None:
    visit.send(200, b"[" * 100_000, "application/json")


def nested_json(visit: Visit) -> None:
    visit.send(200, b"[" * 100 + b"]" * 100, "application/json")


def noise(visit: Visit) -> None:
    """Not HTTP at all."""
    visit.raw(b"\x16\x03\x01 SSH-2.0-what \x00\x01\x02\r\n\r\n")


def redirects(visit: Visit) -> None:
    """Always one further."""
    step = int(visit.asked.query.get("n", "0")) + 1
    visit.send(302, Location=f"/next?n={step}")


def circle(visit: Visit) -> None:
    visit.send(302, Location="/b" if visit.asked.path == "/a" else "/a")


def redirect_to(target: str) -> Misbehaviour:
    def go(visit: Visit) -> None:
        visit.send(302, Location=target)

    return go


def endless_redirect_body(visit: Visit) -> None:
    """A redirect that never stops talking."""
    visit.raw(b"HTTP/1.1 302 Found\r\nLocation: /fine\r\n\r\n")
    while not visit.wait(0):
        visit.raw(b"x" * 65_536)


def endless(visit: Visit) -> None:
    visit.raw(_JSON_HEAD + b"\r\n")
    while not visit.wait(0):
        visit.raw(b"[" + b" " * 65_535)


def gzip_bomb(visit: Visit) -> None:
    """A gibibyte of blanks in about a megabyte."""
    visit.raw(_JSON_HEAD + b"Content-Encoding: gzip\r\n\r\n", *_bomb())


def _bomb() -> Iterator[bytes]:
    member = gzip.compress(b" " * 16_777_216)
    for _turn in range(64):
        yield member


def cut_gzip(visit: Visit) -> None:
    whole = gzip.compress(b"{}" * 5000)
    visit.send(200, whole[:-12], "application/json", Content_Encoding="gzip")


def false_gzip(visit: Visit) -> None:
    visit.send(200, b"this was never packed", "application/json", Content_Encoding="gzip")


def brotli(visit: Visit) -> None:
    """A coding nobody asked for."""
    visit.send(200, b"\x0b\x02\x80{}\x03", "application/json", Content_Encoding="br")


def too_short(visit: Visit) -> None:
    """Promises more than it sends."""
    visit.raw(_JSON_HEAD + b'Content-Length: 5000\r\n\r\n{"results": []}')


def too_long(visit: Visit) -> None:
    """Sends more than it promised; what is over is not part of the answer."""
    visit.raw(_JSON_HEAD + b"Content-Length: 4\r\n\r\nnullHTTP/1.1 200 OK\r\n\r\n<h1>Another answer</h1>")


def two_lengths(visit: Visit) -> None:
    """Cannot decide how long its answer is."""
    visit.raw(_JSON_HEAD + b"Content-Length: 2\r\nContent-Length: 900\r\n\r\n{}")


def bad_chunks(visit: Visit) -> None:
    visit.raw(_JSON_HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\n{}   \r\nZZ;;\r\n\x00\r\n")


def many_headers(visit: Visit) -> None:
    visit.raw(b"HTTP/1.1 200 OK\r\n")
    while not visit.wait(0):
        visit.raw(b"X-Many: " + b"y" * 500 + b"\r\n")


def long_header(visit: Visit) -> None:
    visit.raw(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while not visit.wait(0):
        visit.raw(b"y" * 65_536)


def continues(visit: Visit) -> None:
    """`100 Continue`, again and again."""
    while not visit.wait(0):
        visit.raw(b"HTTP/1.1 100 Continue\r\n\r\n" * 1000)


def cookie_and_redirect(visit: Visit) -> None:
    if visit.asked.path == "/second":
        visit.send(200, b"fine", Set_Cookie="again=1")
    else:
        visit.send(302, Location="/second", Set_Cookie="who=you; Path=/; Secure")


def blocked(visit: Visit) -> None:
    """A challenge page, with 200."""
    visit.send(200, b"<title>Just a moment...</title><form id=challenge-form><div class=anomaly-modal>Are you a robot?")


def login_page(visit: Visit) -> None:
    visit.send(200, b"<title>Log in</title><form action=/login><input name=username><input type=password>")


def limited(visit: Visit) -> None:
    visit.send(429, b'{"error": "rate limited"}', "application/json", Retry_After="3600")


def limited_without_a_time(visit: Visit) -> None:
    visit.send(429, b'{"error": "rate limited"}', "application/json")


def key_refused(visit: Visit) -> None:
    visit.send(401, b'{"error": "key"}', "application/json")


def forbidden(visit: Visit) -> None:
    visit.send(403, b"<h1>Forbidden</h1>")


def status(code: int) -> Misbehaviour:
    def answer(visit: Visit) -> None:
        visit.send(code, b"<p>no</p>")

    return answer


def wrong_charset(visit: Visit) -> None:
    """Says ASCII, is a mix of UTF-8, Latin-1 and NUL."""
    visit.send(200, "Zoë ".encode() + "Zoë\x00".encode("latin-1"), "text/html; charset=ascii")


def no_such_charset(visit: Visit) -> None:
    visit.send(200, "Zoë".encode(), "text/html; charset=unicode_escape-8")


def binary(visit: Visit) -> None:
    """A picture that says it is a page."""
    visit.send(200, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)


def nested_page(visit: Visit) -> None:
    visit.send(200, b"<div>" * 40 + b"deep" + b"</div>" * 40)


def many_links(visit: Visit) -> None:
    """A million links, or as many as fit."""
    visit.send(200, b"<a href=/x>x</a>" * 120_000)


KNOWN: Mapping[str, Misbehaviour] = {
    one.__name__: one
    for one in (
        slow, slow_head, silent, hangs_up, half_a_head, broken, unavailable, empty, garbage, wrong_shape, deep_json,
        nested_json, noise, redirects, circle, endless_redirect_body, endless, gzip_bomb, cut_gzip, false_gzip,
        brotli, too_short, too_long, two_lengths, bad_chunks, many_headers, long_header, continues,
        cookie_and_redirect, blocked, login_page, limited, limited_without_a_time, key_refused, forbidden,
        wrong_charset, no_such_charset, binary, nested_page, many_links,
    )
}  # fmt: skip

# These happen before a request is heard, in the certificate the server shows.
CERTIFICATES = ("other_name", "unknown_issuer", "expired")
