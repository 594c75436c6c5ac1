"""Every address of the attack list is refused, and a good one beside each group passes."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from footprint.web import Refused, judge, judge_link
from footprint.web.guard import is_public

NEVER = [
    "https://user:pw@example.com/",
    "https://example.com:22/",
    "file:///etc/passwd",
    "ftp://example.com/",
    "gopher://example.com/",
    "data:text/html,x",
    "javascript:alert(1)",
    "https://127.0.0.1/",
    "https://localhost/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://0x7f000001/",
    "https://0177.0.0.1/",
    "https://127.1/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://169.254.169.254/latest/meta-data/",
    "https://10.0.0.5/",
    "https://192.168.1.1/",
    "https://[fe80::1%25eth0]/",
    "https://[fd00::1]/",
    "https://0.0.0.0/",
    "https://printer/",
    "https://nas.local/",
    "https://metadata.google.internal/",
    "https://router.lan/",
    "https://example.com\\\\@127.0.0.1/",
    "https://example.com\\@127.0.0.1/",
    "https://example.com%00.evil/ x",
    "https://exam\tple.com/",
    "//example.com/",
    "https:///x",
    "https://example.com:99999/",
    "https://[::]/",
    "https://[64:ff9b::7f00:1]/",
    # of the same kinds, found while building
    "",
    "https://",
    "https:example.com",
    "https:///etc/passwd",
    "ms-msdt:/id",
    "search-ms:query=x",
    "\\\\host\\share\\x",
    "https://@example.com/",
    "https://example.com@evil.example/",
    "https://exa mple.com/",
    "https://example.com/a b",
    "https://example.com/\r\nHost: evil.example",
    "https://example.com/\x00",
    "https://example.com/\u202efdp.exe",
    "https://exam\u200bple.com/",
    "https://example..com/",
    "https://-example.com/",
    "https://example.com:/",
    "https://example.com:443:22/",
    "https://example.com:４４３/",
    "https://localhost./",
    "https://1.2.3.4./",
    "https://①②⑦.0.0.1/",
    "https://127。0。0。1/",
    "https://" + "a" * 64 + ".example/",
    "https://example.com/" + "a" * 5000,
    "https://ex\ud800ample.com/",
    "https://℀.example.com:443@evil.example/",
]
GOOD = {
    "https://example.com": "https://example.com/",
    "https://example.com/": "https://example.com/",
    "HTTPS://Example.COM:443/Path?q=Ada+Example&x=%20#part": "https://example.com/Path?q=Ada+Example&x=%20",
    "https://example.com./": "https://example.com/",
    "https://my_page.example.com/?u=https://other.example/": "https://my_page.example.com/?u=https://other.example/",
    "https://example.com?q=[1]": "https://example.com/?q=%5B1%5D",
    "https://bücher.example/ä?ö": "https://xn--bcher-kva.example/%C3%A4?%C3%B6",
    "https://example.com/it's(1);v=2,3@4:5": "https://example.com/it's(1);v=2,3@4:5",
    "https://127.0.0.1.example.com/": "https://127.0.0.1.example.com/",
    "https://example.com/..%2f\u00e9": "https://example.com/..%2f%C3%A9",
}


@pytest.mark.parametrize("url", ["http://example.com/", *NEVER])
def test_the_door_refuses(url: str) -> None:
    with pytest.raises(Refused) as caught:
        judge(url)
    assert caught.value.reason


@pytest.mark.parametrize("url", [*NEVER, "http://127.0.0.1/", "http://example.com:8080/", "http://example.com:443/"])
def test_a_found_page_may_be_http_but_nothing_else_is_let_through(url: str) -> None:
    with pytest.raises(Refused):
        judge(url, plain=True)
    with pytest.raises(Refused):
        judge_link(url)


@pytest.mark.parametrize(("url", "plain"), GOOD.items())
def test_a_good_address_passes_in_its_plain_form(url: str, plain: str) -> None:
    assert judge(url).url == plain
    assert judge(plain).url == plain


def test_a_found_page_may_be_http_on_port_80() -> None:
    assert judge("http://example.com:80/x", plain=True).url == "http://example.com/x"


def test_a_link_shows_the_real_host_and_keeps_the_place_on_the_page() -> None:
    link = judge_link("https://Bücher.example/a#part")
    assert (link.host, link.url) == ("xn--bcher-kva.example", "https://xn--bcher-kva.example/a#part")
    assert "letters" in link.warning
    assert judge_link("https://example.com/").warning == ""
    assert "not protected" in judge_link("http://example.com/").warning


def test_a_letter_goes_to_one_mailbox_with_subject_and_text_only() -> None:
    link = judge_link("mailto:removals@findapeople.example?subject=My%20entry&cc=spy@evil.example&body=Hello%0Athere")
    assert link.host == "findapeople.example"
    assert link.url == "mailto:removals@findapeople.example?subject=My%20entry&body=Hello%0Athere"


@pytest.mark.parametrize(
    "url", ["mailto:", "mailto:a", "mailto:a@b", "mailto:a@b.example,c@d.example", "mailto:a%0Abcc:x@b.example",
            "mailto:<a@b.example>", "mailto:a@127.0.0.1", "mailto:a@b.example\r\nx", "mailto:a@b@c.example"],
)  # fmt: skip
def test_other_mail_addresses_are_refused(url: str) -> None:
    with pytest.raises(Refused):
        judge_link(url)


_PARTS = st.sampled_from(
    ["https://", "http://", "HTTPS://", "//", "\\", "@", ":", ":443", "/", "?", "#", "%", "%00", ".", "..", "[", "]",
     "::1", "127.0.0.1", "0x7f", "1", "localhost", "example", ".com", ".local", "ü", "xn--", "℀", "。", "\u00ad",
     "\u202e", " ", "\t", "\n", "\x00", "\ud800", "a"]
)  # fmt: skip


@settings(deadline=None)
@given(
    st.one_of(st.text(), st.lists(_PARTS).map("".join), st.lists(_PARTS).map(lambda parts: "https://" + "".join(parts)))
)
@example("https://xn--a.example/")
@example("https://℀.com/#")
def test_judging_never_fails_in_another_way_and_lets_only_public_https_through(url: str) -> None:
    try:
        address = judge(url)
    except Refused:
        return
    assert address.url.startswith(f"https://{address.host}/")
    assert address.url.isascii()
    assert address.url.isprintable()
    assert (address.scheme, address.port) == ("https", 443)
    assert "." in address.host
    assert address.host.rsplit(".", 1)[1][0].isalpha()
    assert not is_public(address.host)  # a name, never a number
    assert judge(address.url) == address
    judge_link(url)


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(_PARTS).map(lambda parts: "mailto:a@" + "".join(parts))))
def test_judging_a_link_never_fails_in_another_way(url: str) -> None:
    try:
        link = judge_link(url)
    except Refused:
        return
    assert link.url.partition(":")[0] in ("https", "http", "mailto")
    assert link.host.isascii()
    assert link.host
