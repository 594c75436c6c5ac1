"""Foreign bytes become text and JSON that nothing further in trips over."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from footprint.web import Purpose, Reply, Request, Unreadable


def reply(body: bytes, kind: str = "text/html") -> Reply:
    return Reply("https://page.example/", 200, {"content-type": kind}, body)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Zoë".encode(), "text/html"),
        ("Zoë".encode(), "text/html; charset=UTF-8"),
        ("Zoë".encode(), "text/html; charset=made-up"),
        ("Zoë".encode("latin-1"), "text/html; charset=iso-8859-1"),
        ("Zoë".encode("latin-1"), 'text/html; charset="Windows-1252"'),
        ("Zoë".encode("utf-16"), "text/html"),
        ("\ufeffZoë".encode(), "text/html; charset=latin-1"),
        ("Zoë".encode("utf-16-be"), "text/html; charset=utf-16be"),
    ],
)
def test_the_charset_is_found(body: bytes, kind: str) -> None:
    assert reply(body, kind).text() == "Zoë"


def test_a_page_may_name_its_charset_itself() -> None:
    page = '<html><head><meta charset="windows-1252"><title>Zoë</title>'
    assert reply(page.encode("cp1252")).text() == page


@settings(deadline=None)
@given(
    st.binary(),
    st.sampled_from(["", "utf-8", "ascii", "utf-16", "utf-7", "hex", "zip", "punycode", "idna", "unicode_escape",
                     "undefined", "mbcs", "rot13", "x" * 300, "\u00e9", "gb18030", "shift_jis"]),
)  # fmt: skip
@example(b"\xff\xfe\x00\xd8", "")
def test_any_bytes_are_text(body: bytes, charset: str) -> None:
    words = reply(body, f"text/html; charset={charset}").text()
    words.encode("utf-8")
    assert "\x00" not in words


@settings(deadline=None)
@given(st.one_of(st.binary(), st.text().map(str.encode)))
@example(b"NaN")
@example(b'{"a": Infinity}')
@example(b"1" * 5000)
@example(b"[" * 200_000)
@example(b'{"a":' * 50_000)
@example(b'["\\ud800", "\\u0000", "\xed\xa0\x80"]')
def test_any_bytes_are_json_or_unreadable(body: bytes) -> None:
    try:
        value = reply(body).json()
    except Unreadable as problem:
        assert "page.example" in str(problem)
        return
    kept = json.dumps(value, ensure_ascii=False, allow_nan=False)
    kept.encode("utf-8")
    assert "\\u0000" not in kept


def test_good_json_comes_back_unchanged() -> None:
    value = {"results": [{"title": "Zoë 😀", "n": 1.5, "none": None}]}
    assert reply(json.dumps(value).encode()).json() == value


def test_a_key_is_masked_in_every_spelling() -> None:
    request = Request("https://x.example/", Purpose.SEARCH, secret_headers={"K": "a b/c"}, secrets=("", "zz"))
    assert request.masked("a b/c a%20b/c a%20b%2Fc a%20b%2fc a+b%2Fc zz") == "••• ••• ••• ••• ••• •••"


@pytest.mark.parametrize("kind", ["text/html; charset=" + " " * 65_000, "charset" * 9_000, "charset=" * 8_000])
def test_a_header_made_to_keep_us_busy_does_not(kind: str) -> None:
    assert reply("Zoë".encode(), kind).text() == "Zoë"
    assert reply(f"<meta {kind}".encode()).text().startswith("<meta")


def test_a_request_does_not_show_its_key() -> None:
    keyed = Request("https://a.example", Purpose.SEARCH, secret_headers={"X-Key": "k3y-word"}, secrets=("k3y-word",))
    assert "k3y-word" not in repr(keyed)
