"""What a server may do to us, and that it ends in one of our own sentences, in bounded time and memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import pytest

from footprint import web
from footprint.demo.misbehaviour import KNOWN, Misbehaviour, redirect_to, status
from footprint.demo.web import LoopbackWeb
from footprint.tasks import Task
from footprint.vault.vault import Vault
from footprint.web import (
    BadCertificate,
    Consent,
    Purpose,
    Refused,
    Reply,
    Request,
    TimedOut,
    TooBig,
    Unreachable,
    Unreadable,
    Web,
    WebProblem,
)

HOST = "page.example"
URL = f"https://{HOST}/"
Get = Callable[..., Reply]
Allow = Callable[..., Consent]
MakeDoor = Callable[..., Web]

# Redirects


@pytest.mark.parametrize(
    "target",
    [
        "https://127.0.0.1/", "https://localhost/", "https://10.0.0.5/", "https://192.168.1.1/", "https://[::1]/",
        "file:///etc/passwd", "ftp://other.example/", "javascript:alert(1)", "data:text/html,x",
        "https://user:pw@other.example/", "http://other.example/", "//127.0.0.1/", "https://other.example:22/",
        "https://exa mple.com/", "\\\\evil.example\\x", "https://[", "https://printer/", "http://page.example/",
    ],
)  # fmt: skip
@pytest.mark.parametrize("purpose", [Purpose.SEARCH, Purpose.PAGE])
def test_a_redirect_is_judged_like_a_first_address(
    get: Get, loopback: LoopbackWeb, target: str, purpose: Purpose
) -> None:
    loopback.misbehave(HOST, redirect_to(target))
    with pytest.raises(Refused):
        get(purpose=purpose)
    assert (loopback.accepted, loopback.look_ups.total()) == (1, 1)


@pytest.mark.parametrize("target", ["https://other.example/x", "//other.example/x"])
def test_a_good_redirect_is_followed_and_remembered(get: Get, loopback: LoopbackWeb, target: str) -> None:
    loopback.misbehave(HOST, redirect_to(target))
    reply = get()
    assert (reply.url, reply.hops, reply.status) == ("https://other.example/x", (URL,), 404)


def test_http_may_move_to_https_but_not_back(get: Get, loopback: LoopbackWeb) -> None:
    loopback.misbehave(HOST, redirect_to("https://other.example/"))
    assert get("http://page.example/", Purpose.PAGE).url == "https://other.example/"
    loopback.misbehave("other.example", redirect_to("http://page.example/x"))
    with pytest.raises(Refused):
        get("http://page.example/", Purpose.PAGE)


def test_the_sixth_redirect_is_one_too_many(get: Get, loopback: LoopbackWeb) -> None:
    loopback.misbehave(HOST, "redirects")
    with pytest.raises(Refused, match="more than 5"):
        get()
    assert loopback.accepted == 6


def test_five_redirects_are_followed(get: Get, loopback: LoopbackWeb) -> None:
    def five(visit: object) -> None:
        step = int(visit.asked.query.get("n", "0")) + 1  # type: ignore[attr-defined]
        visit.send(302 if step < 6 else 200, b"", Location=f"/?n={step}")  # type: ignore[attr-defined]

    loopback.misbehave(HOST, five)
    assert get().status == 200


def test_a_circle_ends_when_it_closes(get: Get, loopback: LoopbackWeb) -> None:
    loopback.misbehave(HOST, "circle")
    with pytest.raises(Refused, match="circle"):
        get(URL + "a")
    assert loopback.accepted == 2


def test_the_body_of_a_redirect_is_not_waited_for(get: Get, loopback: LoopbackWeb) -> None:
    def talk_then_land(visit: object) -> None:
        from footprint.demo.misbehaviour import endless_redirect_body

        if visit.asked.path == "/":  # type: ignore[attr-defined]
            endless_redirect_body(visit)  # type: ignore[arg-type]
        else:
            visit.send(200, b"landed")  # type: ignore[attr-defined]

    loopback.misbehave(HOST, talk_then_land)
    assert get().text() == "landed"


def test_no_cookie_goes_back(get: Get, loopback: LoopbackWeb) -> None:
    loopback.misbehave(HOST, "cookie_and_redirect")
    assert get().text() == "fine"
    get()
    assert [one.path for one in loopback.asked] == ["/", "/second"] * 2
    assert not any("cookie" in one.headers or "referer" in one.headers for one in loopback.asked)


def test_a_key_does_not_travel_on_to_another_host(get: Get, loopback: LoopbackWeb, vault: Vault) -> None:
    loopback.misbehave(HOST, redirect_to("https://other.example/?stolen=k3y-word"))
    get(secret_headers={"X-Key": "k3y-word"})
    assert [one.headers.get("x-key") for one in loopback.asked] == ["k3y-word", None]
    assert not any("k3y-word" in repr(one) for one in web.entries(vault))


# Certificates


@pytest.mark.parametrize(
    ("how", "reason"),
    [("other_name", "other name"), ("unknown_issuer", "unknown issuer"), ("expired", "expired")],
)
def test_a_bad_certificate_is_refused_and_said_as_such(
    get: Get, loopback: LoopbackWeb, how: str, reason: str, vault: Vault
) -> None:
    loopback.misbehave(HOST, how)
    with pytest.raises(BadCertificate, match="real site") as caught:
        get()
    assert caught.value.reason == reason
    assert loopback.asked == []
    assert [one.outcome for one in web.entries(vault)] == ["BadCertificate"]
    loopback.behave(HOST)
    assert get().status == 404


def test_the_demos_authority_is_trusted_by_nobody_else(make_door: MakeDoor, allow: Allow) -> None:
    door = make_door(authority=None)
    with pytest.raises(BadCertificate):
        door.fetch(Request(URL, Purpose.SEARCH), allow(door), Task())


# Time


def drip_without_a_length(visit: object) -> None:
    visit.raw(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[]")  # type: ignore[attr-defined]
    KNOWN["silent"](visit)  # type: ignore[arg-type]


@pytest.mark.parametrize("how", ["slow", "slow_head", "silent", drip_without_a_length])
def test_a_drip_ends_with_the_total_time(
    make_door: MakeDoor, allow: Allow, loopback: LoopbackWeb, how: str | Misbehaviour
) -> None:
    loopback.misbehave(HOST, how)
    door = make_door(total=1.0)
    with pytest.raises(TimedOut):
        door.fetch(Request(URL, Purpose.SEARCH), allow(door), Task())
    assert loopback.accepted == 1


def test_the_total_time_covers_all_redirects_together(make_door: MakeDoor, allow: Allow, loopback: LoopbackWeb) -> None:
    def dawdle(visit: object) -> None:
        visit.wait(0.3)  # type: ignore[attr-defined]
        KNOWN["redirects"](visit)  # type: ignore[arg-type]

    loopback.misbehave(HOST, dawdle)
    door = make_door(total=0.7)
    with pytest.raises(TimedOut):
        door.fetch(Request(URL, Purpose.SEARCH), allow(door), Task())
    assert loopback.accepted < 5


# Size


@pytest.mark.parametrize("how", ["endless", "gzip_bomb", "many_headers", "long_header", "continues", "many_links"])
def test_too_much_is_cut_off_without_filling_the_memory(get: Get, loopback: LoopbackWeb, how: str) -> None:
    loopback.misbehave(HOST, "empty")
    get()  # whatever is imported on first use is not counted
    loopback.misbehave(HOST, how)
    cap = 1_000_000
    tracemalloc.start()
    try:
        with pytest.raises(TooBig):
            get(cap=cap)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    own = 17_000_000 if how == "gzip_bomb" else 3_000_000  # what the server, in this same process, packs or sends
    assert peak < 6 * cap + own


def test_a_body_of_the_cap_passes(get: Get, loopback: LoopbackWeb) -> None:
    import gzip

    loopback.misbehave(HOST, lambda visit: visit.send(200, b"x" * 5000))
    assert len(get(cap=5000).body) == 5000
    with pytest.raises(TooBig):
        get(cap=4999)
    packed = gzip.compress(b"y" * 3000) + gzip.compress(b"z" * 2000)
    loopback.misbehave(HOST, lambda visit: visit.send(200, packed, Content_Encoding="gzip"))
    assert get(cap=5000).body == b"y" * 3000 + b"z" * 2000
    with pytest.raises(TooBig):
        get(cap=4999)


# Form


@pytest.mark.parametrize("how", ["brotli", "false_gzip", "cut_gzip", "too_short", "bad_chunks", "noise", "half_a_head"])
def test_an_answer_in_bad_form_is_unreadable(get: Get, loopback: LoopbackWeb, how: str) -> None:
    loopback.misbehave(HOST, how)
    with pytest.raises(Unreadable):
        get()


@pytest.mark.parametrize("coding", ["deflate", "zstd", "gzip, gzip", "aes128gcm"])
def test_codings_nobody_asked_for_are_unreadable(get: Get, loopback: LoopbackWeb, coding: str) -> None:
    loopback.misbehave(HOST, lambda visit: visit.send(200, b"x", Content_Encoding=coding))
    with pytest.raises(Unreadable):
        get()


def test_a_server_that_hangs_up_is_unreachable(get: Get, loopback: LoopbackWeb) -> None:
    loopback.misbehave(HOST, "hangs_up")
    with pytest.raises(Unreachable):
        get()


@pytest.mark.parametrize("how", ["garbage", "deep_json", "empty", "blocked", "binary"])
def test_json_that_is_none_is_unreadable(get: Get, loopback: LoopbackWeb, how: str) -> None:
    loopback.misbehave(HOST, how)
    reply = get()
    assert reply.status == 200
    with pytest.raises(Unreadable):
        reply.json()


def test_json_100_levels_deep_is_read(get: Get, loopback: LoopbackWeb) -> None:
    loopback.misbehave(HOST, "nested_json")
    assert isinstance(get().json(), list)


@pytest.mark.parametrize("how", ["wrong_charset", "no_such_charset", "binary", "nested_page", "garbage"])
def test_any_body_has_a_text(get: Get, loopback: LoopbackWeb, how: str) -> None:
    loopback.misbehave(HOST, how)
    words = get().text()
    assert words
    assert "\x00" not in words
    words.encode("utf-8")


@pytest.mark.parametrize("code", [401, 403, 404, 407, 410, 429, 451, 500, 503, 999])
def test_any_status_is_an_answer(get: Get, loopback: LoopbackWeb, code: int) -> None:
    loopback.misbehave(HOST, status(code))
    assert get().status == code


def test_a_wish_to_wait_is_passed_on(get: Get, loopback: LoopbackWeb) -> None:
    loopback.misbehave(HOST, "limited")
    assert get().retry_after == 3600
    loopback.behave(HOST)
    with pytest.raises(web.AskedToStop) as caught:
        get()
    assert caught.value.retry_after is not None
    assert loopback.accepted == 1


@pytest.mark.parametrize("how", KNOWN.values(), ids=KNOWN.keys())
def test_whatever_happens_is_an_answer_or_a_problem_with_a_sentence(
    make_door: MakeDoor, allow: Allow, loopback: LoopbackWeb, vault: Vault, how: Misbehaviour
) -> None:
    loopback.misbehave(HOST, how)
    door = make_door(total=0.6)
    try:
        outcomes = {"answered", door.fetch(Request(URL, Purpose.SEARCH), allow(door), Task()) and "answered"}
    except WebProblem as problem:
        assert HOST in str(problem) or isinstance(problem, Refused)
        outcomes = {"answered", type(problem).__name__}
    kept = web.entries(vault)
    assert {one.outcome for one in kept} <= outcomes
    assert sum(one.connected for one in kept) == loopback.accepted
