"""Whatever a site sends is read without a fault and in a moment, and nothing of its words is kept."""

from __future__ import annotations

from dataclasses import astuple

from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.log.recheck import Page
from footprint.log.recheck.likeness import shape_of, similar
from footprint.log.recheck.named import Named
from footprint.log.recheck.reading import read_page
from footprint.person import Detail, DetailKind
from footprint.search.reading.markup import MOST, take_apart
from footprint.search.reading.sign import Sign

WHO = Named(
    [
        Detail("1", DetailKind.NAME, "Ada Example", "", "", True),
        Detail("2", DetailKind.EMAIL, "ada@home.example", "", "", False),
        Detail("3", DetailKind.PHONE, "07700 900123", "", "", False),
        Detail("4", DetailKind.HANDLE, "ada_example", "", "", True),
    ]
)
URL = "https://club.example/people/ada"
BITS = st.sampled_from(
    [
        "<", ">", "</", "<!--", "-->", "<script", "</script>", "<title>", "</title>", "<h1>", "</h1>", '"', "'", "=",
        "<a href=", "<meta http-equiv=refresh content='0;url=", "<link rel=canonical href=", "&amp;", "&#x110000;", "&",
        "Ada Example", "page not found", "\0", "\ud800", "é", "<noscript>", "<input type=password>", "]]>", "<svg",
    ]
)  # fmt: skip


def read(html: str | bytes, kind: str = "text/html; charset=utf-8") -> Page:
    body = html if isinstance(html, bytes) else html.encode("utf-8", "replace")
    return read_page(body, kind, URL, WHO, "salt")


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(BITS, st.text(max_size=8)), max_size=60))
def test_any_mixture_of_markup_is_read(bits: list[str]) -> None:
    page = read("".join(bits))
    assert page.length >= 0
    assert all(isinstance(one, Sign) for one in page.signs)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["", "text/html", "text/plain; charset=utf-16", "image/png", "x", ";"]))
def test_any_bytes_are_read(body: bytes, kind: str) -> None:
    read(body, kind)


def test_what_is_made_to_be_slow_is_walked_to_its_end() -> None:
    for bit in (
        '<a "',
        "<!--",
        "<script>",
        "<title>",
        "<h1>",
        '<a b="',
        "<",
        "&",
        "</",
        "<![CDATA[",
        "<a b=\"><a c='>",
    ):
        take_apart(bit * (2 * MOST // len(bit)))


def test_nothing_of_the_words_of_a_page_is_kept() -> None:
    page = read("<title>Secret meeting</title><h1>Secret</h1><p>Ada Example lives in Otherton</p>" * 5)
    kept = " ".join(str(one) for one in astuple(page)).casefold()
    assert page.named
    assert not any(word in kept for word in ("secret", "meeting", "ada", "otherton", "lives"))


def test_where_a_name_counts_as_visible() -> None:
    seen = {
        "<p>Ada Example</p>": True,
        "<p>EXAMPLE, Ada</p>": True,
        "<p>A. Example</p>": True,
        "<p>Ada Example’s page</p>": True,
        "<title>Ada Example</title>": True,
        "<img alt='Ada Example > friends'>": True,
        "<meta property='og:title' content='Ada Example'>": True,
        '<script type="application/ld+json">{"name": "Ada Example"}</script>': True,
        "<p>write to ada@home.example</p>": True,
        "<p>ring 07700 900 123</p>": True,
        "<p>by @ada_example</p>": True,
        "<p>Mr Example</p>": False,
        "<p>Bo Example</p>": False,
        "<!-- Ada Example -->": False,
        "<script>var who = 'Ada Example'</script>": False,
        "<a href='/ada-example'>a member</a>": False,
        "<p>bo@home.example</p>": False,
    }
    assert {html: read(html).named for html in seen} == seen


def test_an_edit_is_little_and_another_page_is_much() -> None:
    long = "<p>" + " ".join(f"word{at} and line{at}" for at in range(120)) + "</p>"
    assert similar(read(long), read(long.replace("word7 ", "sentence ")))
    assert similar(read(long + "Ada Example"), read(long))
    assert not similar(read(long), read("<p>" + " ".join(f"other{at} text{at}" for at in range(240)) + "</p>"))
    assert shape_of([], "s") == ""


def test_signs() -> None:
    assert Sign.GONE_HEADING in read("<h1>Page not found</h1>").signs
    assert Sign.LOGIN in read("<h1>Log in to continue</h1><input type=password>").signs
    assert Sign.SCRIPTED in read("<div id=root></div><script src=/a.js></script>").signs
    assert Sign.FILE in read(b"\x89PNG\r\n\x1a\n\0\0\0", "image/png").signs
    page = read('<meta http-equiv="refresh" content="0; url=/login"><link rel="canonical" href="/">')
    assert (page.refresh, page.canonical) == ("https://club.example/login", "https://club.example/")
    assert read("<link rel=canonical href='javascript:alert(1)'>").canonical == ""
