"""Bytes nobody meant to send: heads, bodies and wishes of a site, made to break whoever reads them."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from footprint.demo.web import LoopbackWeb
from footprint.tasks import Task
from footprint.web import Consent, Purpose, Reply, Request, TooBig, Unreadable, Web, WebProblem
from footprint.web.body import STEP, read_body
from footprint.web.robots import LONGEST_DELAY, Rules, rules_of

HOST = "page.example"
CAP = 20_000
_LINE = st.sampled_from(
    [b"HTTP/1.1 200 OK", b"HTTP/1.1 999 ", b"HTTP/9.9 2oo", b"Content-Length: 3", b"Content-Length: -3",
     b"Content-Length: 99999999999999999999", b"Content-Length: 3, 3", b"Transfer-Encoding: chunked",
     b"Transfer-Encoding: gzip, chunked", b"Content-Encoding: gzip", b"Content-Encoding: br, gzip", b"Location: //",
     b"Location: http://[", b"Retry-After: soon", b"Retry-After: 3600", b"Set-Cookie: a=b", b" folded", b": no name",
     b"no colon", b"\x00\xff\xfe: \x01", b"Content-Type: text/html; charset=\xe2\x98\x83", b"", b"3", b"abc", b"0",
     b"FFFFFFFFFFFFFFFF", b"-1", b"{}"]
)  # fmt: skip


def door_of(make_door: Callable[..., Web]) -> Web:
    return make_door(total=5.0)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.sampled_from([b"HTTP/1.1 200 OK", b"HTTP/1.0 302 Found", b""]), lines=st.lists(_LINE, max_size=8))
def test_any_answer_is_an_answer_or_a_problem_with_a_sentence(
    make_door: Callable[..., Web],
    allow: Callable[..., Consent],
    loopback: LoopbackWeb,
    first: bytes,
    lines: list[bytes],
) -> None:
    loopback.misbehave(HOST, lambda visit: visit.raw(b"\r\n".join([first, *lines, b""])))
    door = door_of(make_door)
    try:
        reply = door.fetch(Request(f"https://{HOST}/", Purpose.PAGE, follow=False), allow(door, Purpose.PAGE), Task())
    except WebProblem as problem:
        assert HOST in str(problem)
        return
    assert 0 <= reply.status <= 9999
    reply.text().encode("utf-8")


class Pieces:
    """What a connection gives, in pieces of any size."""

    def __init__(self, body: bytes, size: int) -> None:
        self._body, self._size = io.BytesIO(body), size

    def read1(self, amount: int, decode_content: bool) -> bytes:
        assert not decode_content
        return self._body.read(min(amount, self._size))


@settings(deadline=None)
@given(
    body=st.one_of(
        st.binary(max_size=400),
        st.binary(max_size=400).map(gzip.compress),
        st.tuples(st.binary(max_size=200), st.binary(max_size=200)).map(
            lambda two: gzip.compress(two[0]) + gzip.compress(two[1])
        ),
    ),
    flips=st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255)), max_size=3),
    size=st.sampled_from([1, 7, STEP]),
    coding=st.sampled_from(["", "gzip", "x-gzip", " GZIP ", "identity", "br", "gzip, gzip"]),
)
@example(gzip.compress(b" " * 1_000_000), [], STEP, "gzip")
@example(gzip.compress(gzip.compress(b" " * 10_000)), [], 1, "gzip")
@example(b"", [], 1, "gzip")
def test_any_body_is_unpacked_up_to_the_cap_or_refused(
    body: bytes, flips: list[tuple[int, int]], size: int, coding: str
) -> None:
    changed = bytearray(body)
    for at, value in flips:
        if at < len(changed):
            changed[at] = value
    try:
        unpacked, received = read_body(Pieces(bytes(changed), size), coding, CAP, HOST)
    except (Unreadable, TooBig) as problem:
        assert HOST in str(problem)
        return
    assert len(unpacked) <= CAP
    assert received == len(changed)
    if not flips and "gzip" not in coding.lower():
        assert unpacked == body


_WISH = st.sampled_from(
    ["User-agent: *", "User-agent: FootprintCheck", "User-Agent:", "Disallow: /", "Disallow: /a*b$", "Allow: /%zz",
     "Disallow: " + "*" * 60, "Disallow: " + "/*a" * 40 + "$", "Crawl-delay: 5", "Crawl-delay: -1", "Crawl-delay: nan",
     "Crawl-delay: 1e400", "Crawl-delay: 99", "Request-rate: 1/0", "Request-rate: 10/5m 0000-9999", "Visit-time: x",
     "Sitemap: javascript:1", "\x00", "Ünïcödé: /", ":", "<html><title>Not found</title>"]
)  # fmt: skip


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.one_of(st.lists(_WISH, max_size=12).map("\n".join), st.text(max_size=200)), raw=st.binary(max_size=20))
@example("User-agent: *\nDisallow: " + "/*a" * 400 + "$", b"")
def test_any_wishes_are_kept_or_keep_us_away(words: str, raw: bytes) -> None:
    body = words.encode("utf-8", "replace") + raw
    rules = rules_of(Says(body), f"https://{HOST}", Purpose.PAGE, None, Task())  # type: ignore[arg-type]
    assert isinstance(rules, Rules)
    for path in ("/", "/a", "/a/" + "a" * 2_000, "/%zz?x=ü"):
        allowed = rules.allows(f"https://{HOST}{path}")
        assert isinstance(allowed, bool)
        assert not allowed or 0 <= rules.delay <= LONGEST_DELAY


class Says:
    """A door behind which every site wishes for the same."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def fetch(self, request: Request, _consent: object, _task: Task) -> Reply:
        return Reply(request.url, 200, {"content-type": "text/plain"}, self._body)


@pytest.mark.parametrize("depth", [40, 100, 5_000, 200_000])
@pytest.mark.parametrize(("opens", "closes"), [("[", "]"), ('{"a":', "}")])
def test_no_depth_of_json_is_a_crash(depth: int, opens: str, closes: str) -> None:
    reply = Reply(f"https://{HOST}/", 200, {}, f"{opens * depth}1{closes * depth}".encode())
    if depth <= 100:
        assert reply.json()
        return
    with pytest.raises(Unreadable):
        reply.json()
