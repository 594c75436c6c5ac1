"""Addresses typed or pasted, in whatever company they come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.search import canonical
from footprint.search.pasted import read_paste


def test_one_to_a_line_or_many_in_a_text() -> None:
    text = """
    https://club.example/a
    club.example/b
    Found these: https://one.example/x, https://two.example/y and (https://three.example/z).
    Ada Example | Otherton Harriers - https://harriers.example/ada
    """
    hits, problems = read_paste(text)
    assert [hit.address for hit in hits] == [
        "https://club.example/a",
        "https://club.example/b",
        "https://one.example/x",
        "https://two.example/y",
        "https://three.example/z",
        "https://harriers.example/ada",
    ]
    assert hits[-1].title == "Ada Example | Otherton Harriers"
    assert problems == ()


def test_the_same_page_twice_is_one() -> None:
    hits, _problems = read_paste("https://www.club.example/a/?utm_source=x\nhttp://m.club.example/a")
    assert len(hits) == 1


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("no address in here", "no address in this line"),
        ("javascript:alert(1)", "not the address"),
        ("hello", "not a full address"),
        ("https://u:p@club.example/", "not a full address"),
        ("https://www.google.com/search?q=ada", "the search itself"),
        ("https://duckduckgo.com/?q=ada", "the search itself"),
        ("https://www.linkedin.com/search/results/people/?keywords=ada", "the search itself"),
    ],
)
def test_each_line_that_cannot_be_used_says_why(line: str, says: str) -> None:
    hits, problems = read_paste(f"https://club.example/a\n{line}\n")
    assert len(hits) == 1
    assert len(problems) == 1
    assert says in problems[0].why


def test_a_profile_on_a_network_is_no_search() -> None:
    hits, problems = read_paste("https://www.facebook.com/ada.example\nhttps://duckduckgo.com/about")
    assert len(hits) == 2
    assert problems == ()


def test_a_redirector_is_seen_through() -> None:
    hits, _problems = read_paste("https://www.google.com/url?q=https%3A%2F%2Fclub.example%2Fa&sa=U")
    assert hits[0].address == "https://club.example/a"


def test_too_much_at_once_says_what_was_read() -> None:
    many = "\n".join(f"https://club.example/{n}" for n in range(1_500))
    hits, problems = read_paste(many)
    assert len(hits) == 1_000
    assert "first 1000" in problems[-1].why
    hits, problems = read_paste("https://club.example/a\n" + "x" * 1_100_000)
    assert len(hits) == 1
    assert "too much text" in problems[0].why


@given(st.one_of(st.text(max_size=200), st.text(alphabet="htps:/.wa \n)(<>\"'?=&@[]", max_size=120)))
def test_any_text_is_taken_apart(text: str) -> None:
    hits, problems = read_paste(text)
    for hit in hits:
        assert hit.address.lower().startswith(("https://", "http://"))
    assert len({canonical(hit.address) for hit in hits}) == len(hits)
    assert all(problem.why for problem in problems)


def test_no_more_is_taken_where_all_of_it_stands_on_one_line() -> None:
    hits, problems = read_paste(" ".join(f"https://club{n}.example/a" for n in range(1_200)))
    assert len(hits) == 1_000
    assert "first 1000" in problems[-1].why


def test_a_book_without_addresses_is_no_book_of_problems() -> None:
    hits, problems = read_paste("no address here\n" * 5_000)
    assert hits == ()
    assert len(problems) == 1_000
