"""A page taken apart: its lines in their boxes, its pictures, and what it says of itself."""

from __future__ import annotations

import pytest

from footprint.person import Detail, DetailKind
from footprint.search.matching.weighing import profile
from footprint.search.reading import Exposed, Facet
from footprint.search.reading.exposing import exposed
from footprint.search.reading.page import PageTold
from footprint.search.reading.taking import packed, page

WHO = profile(
    [
        Detail("1", DetailKind.NAME, "Ada Example", "Ada", "Example", True),
        Detail("2", DetailKind.PHONE, "07700 900123", "", "", True),
        Detail("3", DetailKind.TOWN, "Otherton", "", "", True),
    ]
)


def told(source: str, kind: str = "text/html") -> PageTold:
    return page(packed(source.encode(), kind, "https://club.example/team/"))


def shown(source: str, kind: str = "text/html") -> set[tuple[Facet, str]]:
    return {(one.facet, one.words) for one in exposed(told(source, kind), WHO)}


def test_items_rows_and_labels_are_lines_however_the_tags_are_closed() -> None:
    source = (
        "<ul><li>One<li>Two</ul><table><tr><th>A<th>B<tr><td>1<td>2</table><dl><dt>Phone<dd>3<dt>Mail</dt><dd>4</dl>"
    )
    assert [one.text for one in told(source).blocks] == ["One", "Two", "A | B", "1 | 2", "Phone: 3", "Mail: 4"]


def test_a_table_that_only_lays_out_the_page_is_no_table() -> None:
    source = "<table><tr><td><h2>Officers</h2><p>Chair: Ada</p></td><td><ul><li>Home</ul></td></tr></table>"
    assert [one.text for one in told(source).blocks] == ["Officers", "Chair: Ada", "Home"]


def test_what_the_page_says_of_itself() -> None:
    page_ = told(
        "<title>Team &amp; club</title><link rel=canonical href=/team><meta name=robots content='NOINDEX, nofollow'>"
        "<meta property='og:image' content='ada.jpg'><meta name=author content='Sam'>"
        "<h1>Team</h1><time itemprop=datePublished datetime='2024-02-30'>x</time>"
        "<time itemprop=datePublished datetime='2024-02-03T10:00'>x</time>"
    )
    assert (page_.title, page_.canonical, page_.robots) == (
        "Team & club",
        "https://club.example/team",
        "noindex, nofollow",
    )
    assert (page_.picture, page_.author) == ("https://club.example/team/ada.jpg", "Sam")
    assert page_.published == "2024-02-03"  # the first is a day that does not exist


def test_linked_data_of_the_person_counts_and_that_of_the_site_does_not() -> None:
    data = (
        '<script type="application/ld+json">[{"@type":"Organization","name":"Host","telephone":"01632 960001"},'
        '{"@type":["Person"],"givenName":"Ada","familyName":"Example","telephone":"07700 900555",'
        '"address":{"streetAddress":"12 Mill Lane","postalCode":"EX1 1AA"},"image":{"url":"/a.jpg"},'
        '"spouse":{"@type":"Person","name":"Tom"}}]</script><h1>Hello</h1>'
    )
    assert shown(data) == {
        (Facet.NAME_AND_PICTURE, "Ada Example"),
        (Facet.PHONE, "07700 900555"),
        (Facet.ADDRESS, "12 Mill Lane, EX1 1AA"),
        (Facet.FAMILY, "Tom"),
    }


@pytest.mark.parametrize(
    "source",
    [
        "<h1>Ada Example</h1><p>Runs well.</p><footer>Mill Lane, EX1 1AA. 01632 960001</footer>",
        "<p>Ada Example ran.</p><p>Call us on 01632 960001.</p>",
        "<ul><li>Ada Example</li><li>Bo Sample 01632 960001</li></ul>",
        "<p>Ada Example asked about the switchboard, 0800 555 111.</p>",
        "<h1>Ada Example</h1><h2>Contact us</h2><p>Reception: 01632 960001</p>",
        "<p>The council is at 12 Mill Lane, EX1 1AA. Ada Example spoke.</p>",
        "<p>Another Example: Graham Example, aged 40, of Taunton.</p>",
        "<img src=logo.png alt=''><p>Ada Example</p>",
    ],
)
def test_what_is_somebody_elses_is_not_listed(source: str) -> None:
    assert shown(source) == set()


def test_a_number_the_person_told_counts_wherever_it_stands() -> None:
    assert shown("<p>Nobody is named.</p><footer>+44 7700 900 123</footer>") == {(Facet.PHONE, "+44 7700 900 123")}


def test_a_child_named_as_hers_is_still_about_her() -> None:
    source = "<p>Ada Example lives with her son Jack. Jack is a pupil at Otherton Primary School.</p>"
    assert shown(source) == {(Facet.FAMILY, "her son Jack"), (Facet.SCHOOL, "Otherton Primary School")}


def test_a_letter_in_plain_text() -> None:
    letter = (
        "Ada Example\n12 Mill Lane\nOtherton\nEX1 1AA\n\nPlanning Team\nTown Hall\nEX2 2BB\n\nDear Sir\n\nI object."
    )
    assert shown(letter, "text/plain") == {
        (Facet.ADDRESS, "12 Mill Lane"), (Facet.ADDRESS, "EX1 1AA"), (Facet.TOWN, "Otherton"),
    }  # fmt: skip


def test_a_page_saved_in_one_file_is_read() -> None:
    saved = (
        "From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        "Content-Type: text/html; charset=utf-8\r\n\r\n<h1>Ada Example</h1><p>Phone 07700 900555</p>\r\n--b--\r\n"
    )
    assert Exposed(Facet.PHONE, "07700 900555") in exposed(told(saved), WHO)
