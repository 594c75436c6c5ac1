"""Saved pages of results, in the shapes the engines use, and everything that is none."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.search import BadPage, Outcome, canonical, read_saved_page
from footprint.search.saved_page import LARGEST

PAGES = Path(__file__).parent / "pages"
ENGINES = ("google", "bing", "duckduckgo")
RESULT = '<li><h2><a href="https://club.example/{n}">Page {n}</a></h2><p>Text {n}</p></li>'


def page(engine: str) -> bytes:
    return (PAGES / f"{engine}.html").read_bytes()


@pytest.mark.parametrize("engine", ENGINES)
def test_the_results_of_each_engine_are_read_and_nothing_else(engine: str) -> None:
    saved = read_saved_page(page(engine))
    assert saved.engine == engine
    assert [canonical(hit.address) for hit in saved.hits] == [
        "https://othertonharriers.example/results/2024/10k",
        "https://findapeople.example/uk/otherton/ada-example",
    ]
    first, second = saved.hits
    assert first.title.startswith("Otherton Harriers: results")
    assert "finished 41st in 54:12" in first.snippet
    assert second.title == "Ada Example in Otherton"
    assert "Lives with Cy Example" in second.snippet
    assert "41st" not in second.snippet


@pytest.mark.parametrize("engine", ENGINES)
def test_one_file_with_everything_in_it_is_read_too(engine: str) -> None:
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = "https://www.engine.example/"
    message.set_content(page(engine).decode(), subtype="html", cte="quoted-printable")
    message.make_related()
    message.replace_header("Content-Type", 'multipart/related; type="text/html"; boundary="----edge"')
    assert read_saved_page(message.as_bytes()).hits == read_saved_page(page(engine)).hits


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding(encoding: str) -> None:
    text = "<html><body><ul>" + RESULT.format(n="é") + "</ul></body></html>"
    assert read_saved_page(text.encode(encoding)).hits[0].title == "Page é"


def test_a_page_without_headings_gives_its_outward_links() -> None:
    text = '<p><a href="https://club.example/a">Ada Example</a> <a href="/inside">inside</a> <a href="#">x</a></p>'
    saved = read_saved_page(text.encode())
    assert [hit.address for hit in saved.hits] == ["https://club.example/a"]
    assert saved.engine == ""


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not a saved page"),
        (b"just words", "not a saved page"),
        (b"\x89PNG\r\n\x1a\n\x00", "not a saved page"),
        (b"<html><body>Nothing here</body></html>", "no results we can read"),
        (b"<" * (LARGEST + 1), "too big"),
    ],
)
def test_what_holds_no_results_says_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(BadPage, match=says):
        read_saved_page(data)


@pytest.mark.parametrize(
    "text",
    ["Our systems have detected unusual traffic", "<div class='anomaly-modal'>Are you a robot?</div>"],
)
def test_a_wall_is_no_clean_result(text: str) -> None:
    saved = read_saved_page(f"<html><body>{text}</body></html>".encode())
    assert (saved.outcome, saved.hits) == (Outcome.BLOCKED, ())
    assert "asks if you are a person" in saved.note


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 20_000 + RESULT.format(n=1),
        "<a href='https://club.example/a'>" * 3_000,
        "<a href='https://club.example/a'><h3>A</h3></a>" * 15_000,
        "<table>" * 500 + RESULT.format(n=1),
        "<!--" + "-" * 1_000_000,
        "<a href='" + "x" * 1_000_000 + "'><h3>A</h3></a>",
        "<p>" + "&amp;" * 300_000,
    ],
)
def test_hostile_pages_end(text: str) -> None:
    try:
        assert len(read_saved_page(text.encode()).hits) <= 200
    except BadPage as problem:
        assert str(problem)


def test_no_more_than_200_results() -> None:
    text = "<ul>" + "".join(RESULT.format(n=n) for n in range(500)) + "</ul>"
    assert len(read_saved_page(text.encode()).hits) == 200


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "mailto:a@b.example", "https://", "//"]
)
def test_what_is_no_web_page_is_no_result(href: str) -> None:
    with pytest.raises(BadPage):
        read_saved_page(f'<h3><a href="{href}">Ada Example</a></h3>'.encode())


PIECES = st.sampled_from(
    [
        *('<a href="https://club.example/a">', "</a>", "<h3>", "</h3>", "<ol>", "<li>", "</li>", "<div>", "</div>"),
        *("<script>", "</script>", "<!--", "-->", "<title>Ada - Google Search</title>", "&#0;", "&lt;", "\x00", "<"),
        *('<a href="/url?q=https://b.example">', "<base href=x>", "<svg><a href=y>", "<![CDATA[", "text", "\ud7ff"),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_page_is_read_or_refused_in_words(text: str) -> None:
    try:
        saved = read_saved_page(text.encode())
    except BadPage as problem:
        assert str(problem)
        return
    for hit in saved.hits:
        assert hit.address.startswith(("https://", "http://"))
        assert "\x00" not in hit.title + hit.snippet


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    for given_bytes in (data, b"Content-Type: multipart/related\n\n" + data, b"<a href=" + data + b">x</a>"):
        try:
            read_saved_page(given_bytes)
        except BadPage as problem:
            assert str(problem)
