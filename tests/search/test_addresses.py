"""One page, one form; and nothing a stranger can put in an address breaks that."""

from __future__ import annotations

import base64
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.search.addresses import BadAddress, canonical, host_of, read_address

SAME = [
    (
        "https://x.com/ada_example",
        "http://www.twitter.com/Ada_Example/",
        "https://mobile.twitter.com/ada_example?s=20&t=abc",
        "https://x.com/ada_example/with_replies",
    ),
    (
        "https://youtube.com/watch?v=abcDEF12345",
        "https://youtu.be/abcDEF12345?si=xyz",
        "https://m.youtube.com/watch?v=abcDEF12345&list=PL1&feature=share&t=10",
        "https://www.youtube.com/shorts/abcDEF12345",
    ),
    (
        "https://facebook.com/story.php?id=2&story_fbid=1",
        "https://m.facebook.com/story.php?story_fbid=1&id=2&fbclid=zz",
        "https://l.facebook.com/l.php?u=" + quote("https://facebook.com/story.php?id=2&story_fbid=1", safe=""),
    ),
    (
        "https://linkedin.com/in/ada-example",
        "https://uk.linkedin.com/in/ada-example?trk=people_directory",
        "https://www.linkedin.com/in/ada-example/details/experience/",
    ),
    (
        "https://club.example/team?page=2",
        "http://www.club.example:80/team/?page=2&utm_source=mail&gclid=1#top",
        "https://club.example:443//team?page=2",
        "https://www.google.com/url?q=https://club.example/team?page%3D2&sa=U&ved=1",
        "https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fclub.example%2Fteam%3Fpage%3D2",
        "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fclub.example%2Fteam%3Fpage%3D2&rut=9",
        "https://www.bing.com/ck/a?!&&p=1&u=a1"
        + base64.urlsafe_b64encode(b"https://club.example/team?page=2").decode().rstrip("=")
        + "&ntb=1",
        "https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fclub.example%2Fteam%3Fpage%3D2&urlhash=1",
    ),
    ("https://xn--bcher-kva.example/a", "https://bücher.example/a", "https://BÜCHER.example./a"),
    ("https://club.example/caf%C3%A9", "https://club.example/café", "https://club.example/caf%c3%a9/"),
]


@pytest.mark.parametrize(("form", "written"), [(group[0], one) for group in SAME for one in group])
def test_all_ways_of_writing_one_page_are_one(form: str, written: str) -> None:
    assert canonical(written) == form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://youtube.com/watch?v=one", "https://youtube.com/watch?v=two"),
        ("https://facebook.com/profile.php?id=1", "https://facebook.com/profile.php?id=2"),
        ("https://club.example/Team", "https://club.example/team"),
        ("https://ada.club.example/", "https://club.example/"),
        ("https://club.example:8443/", "https://club.example/"),
        ("https://uk.club.example/a", "https://club.example/a"),
        ("https://fr.wikipedia.org/wiki/Ada", "https://en.wikipedia.org/wiki/Ada"),
        ("https://club.example/list?id=1", "https://club.example/list?id=2"),
    ],
)
def test_different_pages_stay_apart(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


HOSTS = [
    *(
        "www.x.com",
        "m.youtube.com",
        "youtu.be",
        "www.google.com",
        "l.facebook.com",
        "www.www.a.example",
        "www.bing.com",
    ),
    *("uk.m.facebook.com", "[::1]", "bücher.example", "a.example:80", "r.search.yahoo.com", "www.uk.linkedin.com"),
    *("m.uk.linkedin.com", "amp.a.example", "google.com"),
]
NASTY = st.one_of(
    st.text(max_size=200),
    st.builds(
        lambda scheme, host, tail: f"{scheme}://{host}/{tail}",
        st.sampled_from(["http", "https", "HTTP", "ftp"]),
        st.sampled_from(HOSTS),
        st.one_of(
            st.text(max_size=60),
            st.text(alphabet="/.?=&%#+;aAé12shortsvwatchurlqRU\\", max_size=60),
            st.sampled_from(["url?q=", "l.php?u=", "ck/a?u=a1", "watch?v=", "shorts/x/", "amp/s/"]).flatmap(
                lambda start: st.text(max_size=40).map(lambda end: start + end)
            ),
        ),
    ),
)


@given(NASTY)
def test_the_form_of_a_form_is_itself(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    host_of(text)


def test_redirectors_in_redirectors_end() -> None:
    address = "https://club.example/a"
    for _turn in range(3):
        address = "https://www.google.com/url?q=" + quote(address, safe="")
    assert canonical(address) == "https://club.example/a"


@pytest.mark.parametrize("text", ["club.example/a", " <https://club.example/a>. ", "“https://club.example/a”,"])
def test_messy_input_is_understood(text: str) -> None:
    assert read_address(text) == "https://club.example/a"


@pytest.mark.parametrize(
    "text",
    [
        *("", "  ", "hello", "javascript:alert(1)", "ftp://club.example/a", "https://", "https://u:p@club.example/"),
        *("file:///etc/passwd", "https://exa mple.example/", "https://club.example:99999/"),
        "https://" + "a" * 5000 + ".example",
    ],
)
def test_what_is_no_address_gets_a_sentence(text: str) -> None:
    with pytest.raises(BadAddress, match=r"address"):
        read_address(text)
    canonical(text)


def test_the_site_is_named_without_its_front_door() -> None:
    assert host_of("https://www.m.facebook.com/ada") == "facebook.com"
    assert host_of("not an address") == ""


@pytest.mark.parametrize(
    "text",
    ["https://10.0.0.1/", "192.168.1.5/me", "http://[::1]/", "https://[fe80::1]/", "127.0.0.1"],
)
def test_a_page_inside_a_network_is_no_result(text: str) -> None:
    with pytest.raises(BadAddress, match=r"strangers cannot open it|full address"):
        read_address(text)


def test_a_public_number_is_an_address() -> None:
    assert read_address("https://93.184.216.34/me") == "https://93.184.216.34/me"
