"""What the readers share: dates in six languages, mended bytes, tables, labels, pages, broken JSON."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.archives.opening.broken import BrokenMember
from footprint.archives.parsing import dates, html_text, labels, shapes, tables, texts
from footprint.archives.parsing.json_tree import walk
from footprint.archives.parsing.meta_pages import blocks
from footprint.archives.parsing.prose import prose
from footprint.archives.parsing.streams import Kept
from footprint.archives.records import Trouble, Why
from tests.archives.reading import Bytes


def at(*parts: int) -> int:
    return int(datetime(*parts, tzinfo=UTC).timestamp())  # type: ignore[arg-type]  # year, month, day, ...


@pytest.mark.parametrize(
    ("text", "when", "local"),
    [
        ("Dec 28, 2020 7:20 am", at(2020, 12, 28, 7, 20), True),
        ("Dec 28, 2020 12:20 am", at(2020, 12, 28, 0, 20), True),
        ("Jan 31, 2018, 10:54:50\u202fPM UTC", at(2018, 1, 31, 22, 54, 50), False),
        ("25 mar 2014, 17:21:28 CET", at(2014, 3, 25, 16, 21, 28), False),
        ("12. Mär. 2021, 09:10:11 MESZ", at(2021, 3, 12, 7, 10, 11), False),
        ("28.12.2020, 07:20:11 MEZ", at(2020, 12, 28, 6, 20, 11), False),
        ("3 août 2021 à 14:05", at(2021, 8, 3, 14, 5), True),
        ("5 de mayo de 2020 a las 3:04 p. m.", at(2020, 5, 5, 15, 4), True),
        ("8 mrt. 2022 om 10:11 GMT+01:00", at(2022, 3, 8, 9, 11), False),
        ("14 gennaio 2019 alle ore 08:09", at(2019, 1, 14, 8, 9), True),
        ("Sunday, May 1, 2011 at 10:22pm UTC+01", at(2011, 5, 1, 21, 22), False),
        ("17 Nov 2021", at(2021, 11, 17), True),
        ("2021-11-17 18:14:58 UTC", at(2021, 11, 17, 18, 14, 58), False),
        ("11/16/21, 9:40 AM", at(2021, 11, 16, 9, 40), True),
        ("Tue Sep 28 09:08:27 UTC 2021", at(2021, 9, 28, 9, 8, 27), False),
        ("2021/10/14 19:15:57 UTC", at(2021, 10, 14, 19, 15, 57), False),
        ("2021-10-27 19:36:45", at(2021, 10, 27, 19, 36, 45), True),
    ],
)
def test_dates_in_words_and_styles(text: str, when: int, local: bool) -> None:
    assert prose(text, day_first=False) == (when, local)


@pytest.mark.parametrize(
    "text", ["Not Available", "", "N/A", "31 Feb 2020", "May the road rise", "99/99/2020", "1:2:3"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert prose(text) is None


@given(st.text(max_size=80))
def test_any_text_is_a_date_or_none(text: str) -> None:
    for found in (prose(text), prose(text, day_first=False)):
        assert found is None or dates.EARLIEST <= found.at < dates.LATEST
    assert dates.iso(text) is None or isinstance(dates.iso(text), int)
    assert dates.x_date(text) is None


@given(st.one_of(st.integers(), st.floats(), st.text(), st.none(), st.lists(st.integers())))
def test_any_value_is_a_sane_instant_or_none(value: object) -> None:
    found = dates.epoch(value)
    assert found is None or dates.EARLIEST <= found < dates.LATEST


@given(st.integers(dates.EARLIEST, 3_000_000_000))
def test_seconds_milliseconds_and_microseconds_are_told_apart(seconds: int) -> None:
    assert dates.epoch(seconds) == dates.epoch(str(seconds)) == seconds
    assert dates.epoch(seconds * 1000) == dates.epoch(seconds * 1_000_000) == seconds


@pytest.mark.parametrize(
    "value", [0, "0", -62169958800, -1, True, 1e300, float("nan"), float("inf"), "１２３４５６７８９０"]
)
def test_values_that_stand_for_no_date(value: object) -> None:
    assert dates.epoch(value) is None


def test_tweets_from_before_there_were_any_have_no_date() -> None:
    assert dates.x_date("Sat Aug 12 16:10:37 +0000 2023") == at(2023, 8, 12, 16, 10, 37)
    assert dates.x_date("Sat Aug 12 16:10:37 +0200 2023") == at(2023, 8, 12, 14, 10, 37)
    assert dates.x_date("Sat Aug 12 16:10:37 +0000 1997") is None
    assert dates.x_date("Sat Foo 12 16:10:37 +0000 2023") is None


@given(st.text(max_size=60))
def test_mending_undoes_what_meta_did(text: str) -> None:
    try:
        bytewise = text.encode().decode("latin-1")
    except UnicodeEncodeError:
        return
    assert texts.mend(bytewise) == text
    assert texts.mend_all({bytewise: [bytewise, {"a": bytewise}]}) == {text: [text, {"a": text}]}


@pytest.mark.parametrize("text", ["Zoë", "naïve café", "🌕", "Ā", "plain"])
def test_text_that_is_right_already_stays(text: str) -> None:
    assert texts.mend(text) == text


@given(st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.binary(), st.lists(st.text())))
def test_clean_text_can_be_written_anywhere(value: object) -> None:
    for found in (texts.clean(value), texts.line(value), texts.unescaped(value)):
        assert "\x00" not in found
        found.encode()
    assert "\n" not in texts.line(value)


def test_lone_halves_of_characters_are_replaced() -> None:
    assert texts.clean("a\ud800b\x00c") == "a\N{REPLACEMENT CHARACTER}bc"
    assert texts.unescaped("&lt;b&gt; &amp; &#0;x") == "<b> & \N{REPLACEMENT CHARACTER}x"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/pages_you've_liked.json", "pages_you_ve_liked"),
        ("a/pages_you’ve_liked.json", "pages_you_ve_liked"),
        ("who_you_ve_followed.json", "who_you_ve_followed"),
        ("posts_2.json", "posts"),
        ("tweets-part3.js", "tweets"),
        ("Comments (2).csv", "comments"),
        ("your_posts__check_ins__photos_and_videos_10.json", "your_posts_check_ins_photos_and_videos"),
    ],
)
def test_names_of_files_are_found_again(path: str, name: str) -> None:
    assert texts.stem(path) == name


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "https://a b", "file:///etc/passwd", "", 3, None]
)
def test_only_web_addresses_are_links(address: object) -> None:
    assert texts.link(address) == ""


def test_places_that_are_none_are_none() -> None:
    assert shapes.degrees("50.15", -5.05) == (50.15, -5.05)
    for lat, lon in ((0, 0), (91, 0), ("x", 1), (None, None), (float("nan"), 1), ([], {})):
        assert shapes.degrees(lat, lon) == (None, None)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(tables.rows(Kept(io.BytesIO(content))))


def test_tables_with_a_mark_doubled_columns_and_odd_quotes() -> None:
    found = rows(b'\xef\xbb\xbfLift,Lift,Text\r\n1,2,"say ""x""\r\nnext"\r\n\r\n3,,a "b" c\x00\r\n')
    assert found == [
        {"lift": "1", "lift 2": "2", "text": 'say "x"\r\nnext'},
        {"lift": "3", "lift 2": "", "text": 'a "b" c'},
    ]


def test_the_header_is_found_behind_a_preamble() -> None:
    content = b'Notes:\n"a long, quoted\nnote"\n\nFirst Name,URL\nAda,x\n'
    found = list(tables.rows(Kept(io.BytesIO(content)), lambda columns: "url" in columns))
    assert found == [{"first name": "Ada", "url": "x"}]
    assert list(tables.rows(Kept(io.BytesIO(content)), lambda columns: "nowhere" in columns)) == []


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_of_some_kind(content: bytes) -> None:
    for row in rows(content):
        assert all(isinstance(value, str) and "\x00" not in value for value in row.values())


def test_labels_are_chosen_by_what_their_values_are() -> None:
    record = {
        "timestamp": 0,
        "label_values": [
            {"label": "Zeit", "timestamp_value": 1_700_000_000},
            {"label": "Adresse", "value": "https://www.instagram.com/p/C1/"},
            {"title": "Besitzer", "dict": [{"label": "Benutzername", "value": "zoe_q"}]},
            {"label": "Kommentar", "value": "Schöne Leeks"},
        ],
    }
    found = labels.read_labels(record)
    assert (found.at, found.link) == (1_700_000_000, "https://www.instagram.com/p/C1/")
    assert found.named(labels.COMMENT) == found.longest() == "Schöne Leeks"
    assert found.named(labels.USERNAME) == "zoe_q"


def test_pages_become_text_without_scripts() -> None:
    markup = "<p>One <b>two</b></p><script>alert('<p>no</p>')</script><p>a &lt;b&gt; &amp; c<br>next</p>"
    assert html_text.plain(markup) == "One two\na <b> & c\nnext"
    assert html_text.plain("<p>Hello <a href='x'>#<span>beans</span></a></p><p>Bye</p>") == "Hello #beans\nBye"
    assert html_text.plain("1 < 2 & 3") == "1 < 2 & 3"


@given(st.text(max_size=200))
def test_any_markup_becomes_text(markup: str) -> None:
    found = html_text.plain(markup)
    assert "<script" not in found.casefold() or "<script" not in markup.casefold()
    found.encode()


@given(st.binary(max_size=400))
def test_any_bytes_are_a_page_of_some_kind(content: bytes) -> None:
    for event in html_text.events(io.BytesIO(content)):
        assert event.kind in ("+", "-", "=")


def test_a_block_knows_its_heading_date_labels_and_links() -> None:
    page = (
        b'<html><body><div class="x uiBoxWhite y"><h2>Zo&euml;</h2>'
        b'<div><div><a href="https://a.example/1">a</a></div></div>'
        b"<table><tr><td>Comment<div><div>Nice &amp; green</div></div></td></tr></table>"
        b"<div>Jan 4, 2021 9:05 am</div></div>"
    )
    (block,) = blocks(Bytes("x.html", page))
    assert (block.heading, block.address, block.labels) == ("Zoë", "https://a.example/1", {"Comment": "Nice & green"})
    when = block.taken()
    assert when is not None
    assert when.at == at(2021, 1, 4, 9, 5)
    assert block.words == ""


class Breaking(io.RawIOBase):
    """A stream that breaks off after its bytes."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        data = self._content.read(min(size, 7) if size > 0 else 7)
        if not data:
            raise BrokenMember(Why.BROKEN_FILE)
        return data


class BreakingMember:
    """A member whose stream does."""

    path, size = "posts.json", 1000

    def __init__(self, content: bytes) -> None:
        self._content = content

    def open(self) -> Breaking:
        return Breaking(self._content)


@pytest.mark.parametrize("cut", [0, 9, 30, 46, 90])
def test_what_stood_before_a_break_counts_and_the_break_is_told(cut: int) -> None:
    content = json.dumps([{"n": number, "text": "beans"} for number in range(4)]).encode()[:cut]
    found = []
    with pytest.raises(BrokenMember):
        for _path, value in walk(BreakingMember(content)):  # type: ignore[arg-type]  # a raw stream will do
            found.append(value)
    whole = [value for value in found if type(value) is dict]
    assert whole == [{"n": number, "text": "beans"} for number in range(content.count(b"}"))]
    assert all(type(value) in (dict, Trouble) for value in found)


def test_one_bare_record_a_list_and_an_object_of_lists_are_walked_alike() -> None:
    record = {"timestamp": 1, "media": [1, 2]}
    keys = frozenset({"timestamp"})
    for whole, path in (
        (record, ()),
        ([record], ()),
        ({"a_v2": [record]}, ("a_v2",)),
        ({"a": {"b": record}}, ("a", "b")),
    ):
        assert list(walk(Bytes("x.json", json.dumps(whole).encode()), keys)) == [(path, record)]
    script = b'window.YTD.tweets.part0 = [{"timestamp": 1}];\n'
    assert list(walk(Bytes("x.js", script), keys)) == [((), {"timestamp": 1})]
    twice = b'{"orderedItems": [], "orderedItems": [1]}'
    assert list(walk(Bytes("x.json", twice), ordered=True)) == [(("orderedItems",), 1)]
