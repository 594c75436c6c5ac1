"""Files of bookmarks: read as browsers write them, looked through for the person, kept line by line."""

from __future__ import annotations

import json
import plistlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.search import BadPage, findings, last_run, runs
from footprint.search.bookmarks import BookmarkFile, add_bookmarks, read_bookmark_file, suggest
from footprint.search.pages.bookmark_files import LARGEST, MOST, Bookmark, read_bookmarks
from footprint.search.pages.lz4 import MARK, unpacked
from footprint.vault import Vault

FILES = Path(__file__).parent / "bookmarks"
HARRIERS = "https://othertonharriers.example/results/2024/10k"


def file(name: str) -> bytes:
    return (FILES / name).read_bytes()


@pytest.mark.parametrize("name", ["chrome.html", "firefox.html", "safari.html", "firefox.json", "chrome.json"])
def test_every_browser_s_file_is_read(name: str) -> None:
    found = read_bookmarks(file(name))
    first = found.lines[0]
    assert (first.address, first.title) == (HARRIERS, "Otherton Harriers: Ada Example 41st")
    assert any("Clubs" in one.place and one.address.startswith("https://photoshelf.example") for one in found.lines)
    if not name.startswith("safari"):
        assert first.added == "2024-06-03"


def test_folders_titles_and_what_is_no_page() -> None:
    found = read_bookmarks(file("chrome.html"))
    assert [(one.title, one.folder) for one in found.lines] == [
        ("Otherton Harriers: Ada Example 41st", ("Bookmarks bar",)),
        ("News", ("Bookmarks bar",)),
        ('Summer fair "2019"', ("Bookmarks bar", "Clubs & friends")),
        ("My page", ("Bookmarks bar",)),
        ("Soup", ()),
    ]
    assert found.lines[2].address == "https://photoshelf.example/albums/7?a=1&b=2"
    assert found.left_out == 1  # the bookmarklet
    assert found.folders == ("Bookmarks bar", "Bookmarks bar › Clubs & friends", "")
    assert read_bookmarks(file("firefox.html")).left_out == 1  # the list of recent tags


def test_safari_s_own_list() -> None:
    leaf = {"WebBookmarkType": "WebBookmarkTypeLeaf", "URLString": HARRIERS, "URIDictionary": {"title": "Harriers"}}
    bar = {"WebBookmarkType": "WebBookmarkTypeList", "Title": "BookmarksBar", "Children": [leaf]}
    data = plistlib.dumps({"Children": [bar]}, fmt=plistlib.FMT_BINARY)
    assert read_bookmarks(data).lines == (Bookmark(HARRIERS, "Harriers", ("Favourites",), ""),)
    with pytest.raises(BadPage, match="damaged"):
        read_bookmarks(b"bplist00" + bytes(40))


def literals(data: bytes) -> bytes:
    """LZ4 that repeats nothing."""
    more = len(data) - 15
    lengths = bytes([255] * (more // 255) + [more % 255]) if more >= 0 else b""
    return bytes([min(len(data), 15) << 4]) + lengths + data


def test_the_packed_copies_of_firefox() -> None:
    data = file("firefox.json")
    packed = MARK + len(data).to_bytes(4, "little") + literals(data)
    assert read_bookmarks(packed) == read_bookmarks(data)
    again = b"\x3aabc\x03\x00" + b"\x10!"  # abc, then 14 letters from three back, then the end
    assert unpacked(MARK + (18).to_bytes(4, "little") + again) == b"abc" * 5 + b"ab!"
    for damaged in (packed[:-9], MARK + b"\xff\xff\xff\xff", MARK, MARK + bytes(4) + b"\x1f\x00\x09\x00"):
        with pytest.raises(BadPage):
            read_bookmarks(damaged)


def test_lines_about_the_person_are_suggested_and_nothing_is_kept(ada: Vault) -> None:
    found = suggest(ada, read_bookmark_file(file("chrome.html")))
    assert [one.bookmark.title for one in found if one.about_me] == ["Otherton Harriers: Ada Example 41st", "My page"]
    assert all(one.why for one in found if one.about_me)
    assert len(found) == 5
    assert runs(ada) == ()


def test_only_what_was_chosen_is_kept_and_it_is_no_search(ada: Vault) -> None:
    lines = read_bookmarks(file("chrome.html")).lines
    done = add_bookmarks(ada, [lines[0], lines[2], lines[0]])
    assert [one.address for one in done.value.findings] == [HARRIERS, "https://photoshelf.example/albums/7?a=1&b=2"]
    assert last_run(ada) is None
    ada.undo(done.undo)
    assert findings(ada) == ()
    assert add_bookmarks(ada, []).value.findings == ()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not a file of bookmarks"),
        (b"<html><body>Hello</body></html>", "not a file of bookmarks"),
        (b"\x89PNG\r\n\x1a\n", "not a file of bookmarks"),
        (b"{", "damaged"),
        (b'{"a":' * 100_000, "damaged"),
        (b"{}", "no bookmark"),
        (b"<!DOCTYPE NETSCAPE-Bookmark-file-1><DL></DL>", "no bookmark"),
        (b"<?xml version='1.0'?><plist><dict>", "damaged"),
    ],
)
def test_what_is_none_says_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(BadPage, match=says):
        read_bookmarks(data)


def test_too_big_is_said_without_reading() -> None:
    with pytest.raises(BadPage, match="too big"):
        read_bookmark_file(b"<" * (LARGEST + 1))


START = "<!DOCTYPE NETSCAPE-Bookmark-file-1>"


@pytest.mark.parametrize(
    "text",
    [
        START + "<DL><H3>x</H3>" * 50_000 + '<A HREF="https://club.example/a">A</A>',
        START + '<A HREF="https://club.example/' * 100_000,
        START + "<A " * 400_000,
        START + '<A HREF="' + "x" * 2_000_000,
        START + "</DL>" * 100_000 + '<A HREF="https://club.example/a">A</A>',
        START + "<H3>" + "x" * 2_000_000,
    ],
)
def test_hostile_files_end(text: str) -> None:
    try:
        assert read_bookmarks(text.encode()).lines
    except BadPage as problem:
        assert str(problem)


def test_no_more_than_so_many_lines_and_no_deeper_than_so_many_folders() -> None:
    lines = "".join(f'<DT><A HREF="https://club.example/{n}">{n}</A>' for n in range(MOST + 7))
    found = read_bookmarks(f"{START}<DL>{lines}</DL>".encode())
    assert (len(found.lines), found.more) == (MOST, 7)
    deep = "<DT><H3>in</H3><DL>" * 100 + '<DT><A HREF="https://club.example/a">A</A>' + "</DL>" * 100
    after = '<DT><A HREF="https://club.example/b">B</A>'
    one, other = read_bookmarks(f"{START}{deep}{after}".encode()).lines
    assert (len(one.folder), other.folder) == (40, ())


PIECES = st.sampled_from(
    [
        *("<DL>", "</DL>", "<DT>", "<H3 A=1>", "</H3>", '<A HREF="https://club.example/a">', "<A HREF='b'>", "</A>"),
        *("text", "&amp;", "&#0;", "\x00", "<", ">", '"', "<!--", 'ADD_DATE="99999999999999999"', "<A HREF=", "\ud7ff"),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=60)
def test_any_export_is_read_or_refused_in_words(text: str) -> None:
    sound(START + text)


NODES = st.recursive(
    st.fixed_dictionaries(
        {}, optional={"uri": st.text(max_size=9) | st.none(), "title": st.text(max_size=9) | st.none()}
    ),
    lambda inner: st.fixed_dictionaries({"children": st.lists(inner, max_size=3) | st.integers()}),
    max_leaves=6,
)


@given(NODES | st.lists(NODES) | st.dictionaries(st.just("roots"), NODES))
@settings(max_examples=60)
def test_any_backup_is_read_or_refused_in_words(node: object) -> None:
    sound(json.dumps(node))


@given(st.binary(max_size=120))
@settings(max_examples=60)
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    for given_bytes in (data, MARK + data, b"bplist00" + data, START.encode() + data):
        try:
            check(read_bookmarks(given_bytes))
        except BadPage as problem:
            assert str(problem)


def sound(text: str) -> None:
    try:
        check(read_bookmarks(text.encode()))
    except BadPage as problem:
        assert str(problem)


def check(found: BookmarkFile) -> None:
    for one in found.lines:
        assert one.address.startswith(("https://", "http://"))
        assert "\x00" not in one.title + one.place
