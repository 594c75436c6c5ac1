"""Whatever is in a page, taking it apart and listing what it shows ends, in plain words of bounded length."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.person import Detail, DetailKind
from footprint.search.matching.weighing import profile
from footprint.search.reading import notes
from footprint.search.reading.expected import is_professional
from footprint.search.reading.exposing import exposed, is_named
from footprint.search.reading.judging import by_page
from footprint.search.reading.page import LONGEST, MOST_FACTS
from footprint.search.reading.spotting import spots
from footprint.search.reading.taking import packed, page

WHO = profile([Detail("1", DetailKind.NAME, "Ada Example", "Ada", "Example", True)])
PERSON = '<script type=application/ld+json>{"@type":"Person","name":"Ada Example"}</script>'
TAGS = "<p>|</p>|<table>|<tr>|<td>|</td>|</table>|<li>|</ul>|<h1>|<h3>|</div>|<div class=card>|<footer>|</footer>|<img"
WORDS = (
    "Ada Example|Mr A. Example| lives at 12 Mill Lane, Otherton EX1 1AA |07700 900123"
    "| ada at x dot example |born 1 May 1980| her son Jack at Otherton Primary School |AB12 CDE|’|(|[at]|{|}"
    "|\u202e|\x00|\ud800|&#0;|<!--|-->|<meta name=robots content="
)
PIECES = (
    *TAGS.split("|"), *WORDS.split("|"), PERSON, " | ", "<img src=a.jpg alt='Ada Example'>", "<script>", "</script>",
    "<a href='mailto:ada@x.example'>",
)  # fmt: skip
SOUP = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=60).map("".join)


def read(source: str, kind: str = "text/html") -> None:
    told = page(packed(source.encode("utf-8", "surrogatepass"), kind, "https://x.example/page"))
    assert all(len(one.text) <= LONGEST and "\x00" not in one.text for one in told.blocks)
    found = exposed(told, WHO)
    assert all(one.words == one.words.strip() and 0 < len(one.words) <= 140 for one in found)
    assert not found or is_named(told, WHO) or any("ada" in one.of.lower() for one in told.facts)
    by_page(told, named=bool(found), asked="https://x.example/page", there="https://x.example/page")
    is_professional(told, WHO, "https://x.example/page")


@settings(max_examples=120, deadline=None)
@given(SOUP)
def test_any_soup_of_tags_is_read(source: str) -> None:
    read(source)
    read(source, "text/plain")


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(["text/html", "", "text/html; charset=utf-16", "image/png", "multipart/related"]),
)
def test_any_bytes_are_read(body: bytes, kind: str) -> None:
    page(packed(body, kind, "https://x.example/"))
    page(packed(b"Content-Type: multipart/related\n\n" + body, kind, "https://x.example/"))


KEYS = ("@type", "@graph", "name", "address", "worksFor", "image", "spouse", "x")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=30,
)


@settings(max_examples=100, deadline=None)
@given(JSON)
def test_any_linked_data_is_read(told: object) -> None:
    found = notes.facts([json.dumps(told), "{", "[" * 5_000])
    assert len(found) <= MOST_FACTS and all(one.value for one in found)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=200).map("".join))
def test_what_is_spotted_stands_where_it_says(text: str) -> None:
    for one in spots(text):
        assert 0 <= one.start <= one.end <= len(text)
        assert one.words in text


def test_long_runs_of_nearly_something_end_soon() -> None:
    for piece in (
        "A",
        "Aa ",
        "1 ",
        "07 ",
        "a@",
        "Flat 1, ",
        "her ",
        "a dot ",
        "Mr A. ",
        "12 The A, ",
        "St ",
        "Aa and ",
    ):
        read("<p>Ada Example " + piece * 4_000)
