"""Pages of results in many layouts, saved and copied: what is a result, what is not, and how the search ended."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.search import BadPage, Outcome, canonical
from footprint.search.pages import SavedPage, looks_copied, read_copied, read_page
from footprint.search.pages.decoding import LONGEST, MOST_TAGS
from footprint.search.pages.trails import read_trail

SAVED = Path(__file__).parent / "pages" / "saved"
COPIED = Path(__file__).parent / "pages" / "copied"
HARRIERS = "https://othertonharriers.example/results/2024/10k"
PEOPLE = "https://findapeople.example/uk/otherton/ada-example"
BOTH = (
    "google-full", "google-plain", "google-mobile", "bing-full", "duckduckgo-full", "duckduckgo-html",
    "duckduckgo-lite", "brave", "brave-copied", "startpage", "mojeek",
)  # fmt: skip
NONE = ("google-none", "bing-none", "duckduckgo-none", "brave-none", "startpage-none", "mojeek-none")
WALLS = {
    "google-robot": "person", "bing-robot": "person", "duckduckgo-robot": "person", "brave-robot": "person",
    "startpage-robot": "person", "mojeek-robot": "person", "google-consent": "cookies", "google-script": "without",
}  # fmt: skip


def saved(name: str) -> SavedPage:
    return read_page((SAVED / f"{name}.html").read_bytes())


def copied(name: str) -> SavedPage:
    return read_copied((COPIED / f"{name}.txt").read_bytes())


def engine_in(name: str) -> str:
    return name.split("-")[0]


# -- saved as HTML -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", BOTH)
def test_results_have_their_titles_and_texts_in_every_layout(name: str) -> None:
    page = saved(name)
    found = {canonical(hit.address): hit for hit in page.hits}
    assert set(found) - {"https://othertonharriers.example/members"} == {HARRIERS, PEOPLE}
    assert found[HARRIERS].title == "Otherton Harriers: results"
    assert found[HARRIERS].snippet.removeprefix("3 Jun 2024 ").removeprefix("3 June 2024 ").lstrip("—-·. ") == (
        "Ada Example (Otherton) finished 41st in 54:12."
    )
    assert (found[PEOPLE].title, found[PEOPLE].snippet) == (
        "Ada Example in Otherton",
        "Aged 35 to 39. Lives with Cy Example.",
    )
    assert (page.engine, page.outcome, page.note) == (engine_in(name), Outcome.RESULTS, "")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("google-full", '"Ada Example" Otherton'),  # in the box at the top
        ("google-plain", "ada example"),
        ("google-pictures", '"Ada Example"'),  # in the address it was saved from
        ("google-robot", '"Ada Example"'),  # a wall that has the address for its title
        ("bing-full", '"Ada Example" Otherton'),
        ("duckduckgo-lite", '"Ada Example"'),
        ("brave", '"Ada Example"'),
        ("brave-copied", '"Ada Example"'),  # only its tabs and further pages say it
        ("startpage", '"Ada Example"'),  # the title says nothing of them
        ("mojeek", '"Ada Example"'),
        ("brave-robot", ""),  # the title of a wall is no search
        ("mojeek-robot", ""),
        *((name, '"Ada Quillfeather Example"') for name in NONE),
    ],
)
def test_the_words_that_were_searched_are_read_from_the_page(name: str, words: str) -> None:
    assert saved(name).words == words


def test_what_is_no_result_is_told_apart_and_counted() -> None:
    google, bing = saved("google-full").left_out, saved("bing-full").left_out
    assert (google.adverts, google.questions, google.pictures, google.related) == (2, 1, 1, 0)
    assert (bing.adverts, bing.questions, bing.pictures) == (1, 1, 1)
    assert [saved(name).left_out.adverts for name in ("duckduckgo-html", "brave", "startpage")] == [1, 1, 1]
    assert google.sentence == "Left out: 2 adverts, 1 answer to a question, 1 picture."
    assert saved("mojeek").left_out.sentence == ""


def test_a_heading_without_links_below_it_takes_nothing_away() -> None:
    page = read_page(
        b"""<title>ada - Google Search</title><div><div><span>People also ask</span></div><div>Who is she?</div></div>
        <div><a href="https://one.example/a"><h3>One</h3></a></div><div><a href="https://two.example/b"><h3>Two</h3></a>
        </div>"""
    )
    assert len(page.hits) == 2


def test_adverts_without_a_box_of_their_own_end_where_the_results_begin() -> None:
    page = read_page(
        b"""<title>ada - Google Search</title><div><h2>Sponsored results</h2>
        <div><a href="https://ad.example/a"><h3>Buy</h3></a></div><h2>Web results</h2>
        <div><a href="https://one.example/a"><h3>One</h3></a></div><div><a href="https://two.example/b"><h3>Two</h3></a>
        </div><div><a href="https://three.example/b"><h3>Three</h3></a></div></div>"""
    )
    assert [hit.title for hit in page.hits] == ["One", "Two", "Three"]
    assert page.left_out.adverts == 1


@pytest.mark.parametrize("name", ["google-pictures", "bing-pictures"])
def test_a_page_of_pictures_gives_the_pages_they_stand_on(name: str) -> None:
    page = saved(name)
    assert page.engine == f"{engine_in(name)}-images"
    assert [(hit.address, hit.title) for hit in page.hits] == [
        (
            "https://photoshelf.example/albums/summer-fair-2019/7",
            "Summer fair 2019: Ada Example at the cake stall",
        ),
        ("https://othertonharriers.example/gallery", "Harriers gallery"),
    ]


def test_a_search_by_picture_is_read_by_its_links() -> None:
    page = saved("tineye")
    assert [hit.address for hit in page.hits] == ["https://photoshelf.example/albums/summer-fair-2019/7"]
    assert (page.engine, saved("tineye-none").outcome) == ("tineye", Outcome.EMPTY)
    page = saved("yandex")
    assert [(hit.address, hit.title) for hit in page.hits] == [
        ("https://photoshelf.example/albums/summer-fair-2019/7", "Summer fair 2019: Ada Example")
    ]


def test_pictures_without_a_layout_of_their_own_are_read_by_their_links() -> None:
    assert [hit.title for hit in saved("mojeek-pictures").hits] == ["Summer fair 2019: Ada Example", "Harriers gallery"]


@pytest.mark.parametrize("name", NONE)
def test_empty_is_what_the_page_itself_says(name: str) -> None:
    page = saved(name)
    assert (page.engine, page.outcome, page.hits) == (engine_in(name), Outcome.EMPTY, ())


@pytest.mark.parametrize(("name", "says"), WALLS.items())
def test_a_wall_is_never_a_clean_result(name: str, says: str) -> None:
    page = saved(name)
    assert (page.outcome, page.hits) == (Outcome.BLOCKED, ())
    assert says in page.note


def test_a_page_whose_results_were_not_drawn_is_unreadable() -> None:
    with pytest.raises(BadPage):
        saved("unknown-script")


def test_no_results_is_not_believed_of_a_page_nobody_knows() -> None:
    with pytest.raises(BadPage):
        read_page(b"<html><title>A shop</title><body>No results found for shoes</body></html>")


def test_results_for_other_words_say_so() -> None:
    page = saved("google-other-words")
    assert page.outcome is Outcome.RESULTS
    assert "nothing for these exact words" in page.note


def test_results_under_a_question_about_cookies_are_results() -> None:
    text = (
        (SAVED / "google-full.html").read_text().replace("</body>", "<div>Before you continue: Accept all</div></body>")
    )
    assert len(read_page(text.encode()).hits) == 3


def test_a_layout_nobody_has_seen_is_read_by_its_links() -> None:
    page = read_page(
        b"""<title>ada - Mojeek Search</title><nav><a href="https://elsewhere.example/">Elsewhere</a></nav><section>
        <p><a href="https://one.example/a">The first page about Ada</a></p></section>"""
    )
    assert [hit.address for hit in page.hits] == ["https://one.example/a"]


def test_the_archive_that_safari_saves() -> None:
    main = {
        "WebResourceData": (SAVED / "brave.html").read_bytes(),
        "WebResourceURL": "https://search.brave.com/search?q=x",
    }
    page = read_page(plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY))
    assert (page.engine, page.words, len(page.hits)) == ("brave", "x", 2)
    with pytest.raises(BadPage):
        read_page(b"bplist00" + bytes(20))


def test_a_page_that_was_copied_with_its_links() -> None:
    """No title, no box, no engine's own address: only its tabs tell which search it was."""
    page = read_page(
        b"""<meta charset='utf-8'><a href="https://www.google.com/search?q=ada+example&udm=2">Images</a>
        <a href="https://www.google.com/search?q=ada+example&tbm=nws">News</a>
        <div><a href="https://one.example/a"><br><h3>One</h3><cite>https://one.example</cite></a>Text one</div>
        <a href="https://www.google.com/search?q=ada+example+art">ada example art</a>"""
    )
    assert (page.engine, page.words) == ("google", "ada example")
    assert [(hit.address, hit.snippet) for hit in page.hits] == [("https://one.example/a", "Text one")]


# -- copied as text ----------------------------------------------------------------------------------

TEXTS = sorted(path.stem for path in COPIED.glob("*.txt"))


@pytest.mark.parametrize("name", TEXTS)
def test_a_copied_page_gives_titles_and_texts(name: str) -> None:
    assert looks_copied((COPIED / f"{name}.txt").read_text(encoding="utf-8"))
    page = copied(name)
    assert page.engine == engine_in(name)
    by_host = {hit.address.split("/")[2].removeprefix("www."): hit for hit in page.hits}
    assert set(by_host) - {"council.example"} == {"othertonharriers.example", "findapeople.example"}
    harriers, people = by_host["othertonharriers.example"], by_host["findapeople.example"]
    assert "Otherton Harriers" in harriers.title
    assert harriers.snippet.endswith("Ada Example (Otherton) finished 41st in 54:12.")
    assert people.title.startswith("Ada Example in Otherton")
    assert people.snippet.removesuffix(" See the address and neighbours.") == "Aged 35 to 39. Lives with Cy Example."


def test_addresses_that_were_cut_short_are_owned_up_to() -> None:
    assert copied("google").shortened == 3
    assert "cut short" in copied("google").note
    for name in ("startpage", "mojeek", "duckduckgo-html", "duckduckgo-lite"):
        assert (copied(name).shortened, copied(name).note) == (0, "")


def test_adverts_and_questions_of_a_copied_page_are_left_out() -> None:
    assert copied("google").left_out.adverts == 1
    assert copied("duckduckgo").left_out.adverts == 1
    assert not any("people-search" in hit.address for name in TEXTS for hit in copied(name).hits)


@pytest.mark.parametrize(
    ("text", "outcome", "words"),
    [
        (
            "Skip to main content\nAccessibility help\nAll\nImages\n"
            'Your search - "Ada Quillfeather" - did not match any documents.\nSuggestions:\nGoogle apps',
            Outcome.EMPTY,
            '"Ada Quillfeather"',
        ),
        ('Microsoft Bing\nAll\nThere are no results for "Ada Quillfeather"\nCheck your spelling', Outcome.EMPTY, ""),
        ("About this page\nOur systems have detected unusual traffic from your computer network.", Outcome.BLOCKED, ""),
        ("Before you continue to Google\nWe use cookies and data to\nReject all\nAccept all", Outcome.BLOCKED, ""),
        ("Unfortunately, bots use DuckDuckGo too.\nSelect all squares containing a duck:", Outcome.BLOCKED, ""),
    ],
)
def test_how_a_copied_page_ended(text: str, outcome: Outcome, words: str) -> None:
    assert looks_copied(text)
    page = read_copied(text.encode())
    assert (page.outcome, page.hits) == (outcome, ())
    assert words in page.words


def test_words_about_no_results_are_not_believed_beside_an_address() -> None:
    with pytest.raises(BadPage):
        read_copied(b"People also ask\nWho is she?\nhttps://club.example/a\nFeedback\nNo results found for pictures")


@pytest.mark.parametrize(
    "text",
    [
        "https://club.example/a\nhttps://club.example/b",
        "Found these: https://one.example/x, https://two.example/y",
        "club.example/a",
        "no address in here",
        "One\nhttps://one.example/a\nTwo\nhttps://two.example/b",
        "https://chirp.example/captcha\nhttps://chirp.example/no results found",
        "captcha",
    ],
)
def test_a_list_of_addresses_is_no_copied_page(text: str) -> None:
    assert not looks_copied(text)


@pytest.mark.parametrize(
    ("line", "address", "whole"),
    [
        ("https://club.example › members › ada", "https://club.example/members/ada", False),
        ("https://club.example/members/ada", "https://club.example/members/ada", True),
        ("club.example/members/ada-example", "https://club.example/members/ada-example", True),
        ("www.club.example › … › ada", "https://www.club.example/ada", False),
        ("https://club.example › members › ad...", "https://club.example/members", False),
        ("https://club.example › Ada Example", "https://club.example", False),
        (
            "https://uk.linkedin.com › in › ada-example · 120+ followers",
            "https://uk.linkedin.com/in/ada-example",
            False,
        ),
    ],
)
def test_how_engines_show_where_a_result_leads(line: str, address: str, whole: bool) -> None:
    found = read_trail(line)
    assert found is not None
    assert (found.address, found.whole) == (address, whole)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Ada Example",
        "see club.example for more",
        "3.5 km",
        "summer-fair.jpg",
        "e.g. this",
        "1.2.3.4",
        "a@b.example",
    ],
)
def test_what_is_no_trail(line: str) -> None:
    assert read_trail(line) is None


# -- whatever comes ----------------------------------------------------------------------------------


def test_a_million_links_end_in_a_sentence() -> None:
    with pytest.raises(BadPage, match="too big"):
        read_page(b"<a href=//x.example>x</a>" * 200_000)
    with pytest.raises(BadPage, match="too big"):
        read_page(b"<p>" + b"x" * (LONGEST + 1))
    with pytest.raises(BadPage, match="too big"):
        read_page(b"<" * (MOST_TAGS + 1))


def test_pictures_written_into_a_page_do_not_make_it_too_big() -> None:
    inline = b'<img src="data:image/png;base64,' + b"A" * (LONGEST + 10) + b'">'
    assert len(read_page(inline + (SAVED / "brave.html").read_bytes()).hits) == 2


@pytest.mark.parametrize(
    "text",
    [
        "https://club.example › " * 20_000,
        "x.example\n" * 10_000,
        "Sponsored\n" * 20_000,
        "People also ask\nWhy?\n" * 10_000,
        "1 " * 400_000,
        "\x00" * 1_000 + "https://club.example › a",
        ("a." * 900 + "example\n") * 50,
        ("https://club.example › a\nTitle\n" + "word " * 300 + "\n") * 2_000,
    ],
)
def test_hostile_texts_end(text: str) -> None:
    looks_copied(text)
    sound(text)


LINES = st.sampled_from(
    [
        *(
            "https://club.example › a",
            "club.example/b",
            "› c › d",
            "Title",
            "A text. " * 20,
            "",
            "Sponsored",
            "Ad",
            "1. One",
        ),
        *(
            "People also ask",
            "Who?",
            "Feedback",
            "Related searches",
            "1\t2\tNext",
            "Web results",
            "No results",
            "\x00",
            "…",
        ),
        *("DuckDuckGo", "Brave Search", "unusual traffic", "http://[::1]/", "https://club.example:99999/", "\ud7ff"),
    ]
)


@given(st.lists(LINES, max_size=40).map("\n".join))
@settings(max_examples=120)
def test_any_copied_text_is_read_or_refused_in_words(text: str) -> None:
    looks_copied(text)
    sound(text)


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    looks_copied(text)
    sound(text)


@given(st.text(alphabet="ab.-/›: …&?=%@", max_size=60))
def test_any_line_is_a_trail_or_none(line: str) -> None:
    found = read_trail(line)
    assert found is None or found.address.startswith(("https://", "http://"))


def sound(text: str) -> None:
    try:
        page = read_copied(text.encode("utf-8", "replace"))
    except BadPage as problem:
        assert str(problem)
        return
    assert page.hits or page.outcome in (Outcome.EMPTY, Outcome.BLOCKED)
    for hit in page.hits:
        assert hit.address.startswith(("https://", "http://"))
        assert hit.title
        assert "\x00" not in hit.title + hit.snippet
