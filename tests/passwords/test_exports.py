"""Lists of every manager, read as a stranger might have written them: right, odd, hostile."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.passwords.exports.apart import Head, read_export
from footprint.passwords.exports.matching import Wanted, accounts_of, host_of
from footprint.passwords.exports.raw import BadExport, Raw, day_of
from footprint.passwords.exports.recognise import recognise
from footprint.passwords.records import Export, Grade, Sort
from footprint.wordlists import words
from tests.passwords.lists import SHAPES, Entry, bitwarden_csv, bitwarden_json, chrome, table, zipped

FACEBOOK = Wanted(("facebook.com",), "Facebook")
X = Wanted(("twitter.com", "x.com"), "X", "ada_example")
ENTRIES = (
    Entry(
        "Facebook", "https://www.facebook.com/login", "ada@example.example", "velvet-otter-lamp-71", "otpauth://totp/x"
    ),
    Entry("X", "https://x.com/", "ada_example", "velvet-otter-lamp-71"),
    Entry("Bank", "https://bank.example/", "ada", 'a, "quoted" one\nwith a line'),
)


def read(data: bytes, wanted: Sequence[Wanted] = (FACEBOOK, X)) -> Export:
    return read_export(Head(b"k" * 32, tuple(wanted), {"ada": Sort.NAME}).packed() + data)


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_is_recognised_by_what_is_in_it(name: str) -> None:
    write, manager, two_step, dates = SHAPES[name]
    found = read(write(ENTRIES))
    assert (found.manager, found.total, found.says_two_step, found.says_dates) == (manager, 3, two_step, dates)
    facebook, x = found.logins
    assert (facebook.accounts, x.accounts) == ((0,), (1,))
    assert facebook.fingerprint == x.fingerprint
    assert facebook.grade is Grade.STRONG
    assert list(found.others.values()) == [1]
    assert (facebook.two_step, x.two_step) == ((True, False) if two_step else (None, None))
    assert facebook.changed == ("2023-11-14" if dates else "")


@pytest.mark.parametrize("name", SHAPES)
def test_an_empty_list_is_a_list(name: str) -> None:
    assert read(SHAPES[name][0](())).total == 0


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_it_is_read_in_the_letters_it_was_written_in(encoding: str) -> None:
    text = chrome([Entry("Café", "https://facebook.com", "zoë", "crème-brûlée-löffel")]).decode()
    data = text.encode(encoding)
    assert read(data).logins[0].sha1 == read(text.encode()).logins[0].sha1


def test_line_ends_and_separators_of_other_programs() -> None:
    text = chrome(ENTRIES[:2])
    for data in (text.replace(b"\r\n", b"\n"), text.replace(b",", b";"), text.replace(b",", b"\t"), b"\n" + text):
        assert read(data).total == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"encrypted": true, "items": []}', "locked"),
        (b'{"encrypted": true, "passwordProtected": true, "data": "x"}', "locked"),
        (b"-----BEGIN PGP MESSAGE-----\n", "locked"),
        (zipped("Proton Pass/data.pgp", b"x"), "locked"),
        (b"\x03\xd9\xa2\x9a\x67\xfb", "KeePassXC"),
        (b"", "not a list"),
        (b"hello\nworld\n", "not a list"),
        (b"<html><body>Sign in</body></html>", "not a list"),
        (b'{"items": 3}', "not a list"),
        (b"[1, 2]", "not a list"),
        (b'{"items": [', "cut off"),
        (b'{"a": NaN}', "cut off"),
        (b"[" * 100_000, "cut off"),
        (b"PK\x03\x04" + b"x" * 100, "cut off"),
        (zipped("readme.txt", b"hello"), "not a list"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "not a list"),
        (b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><KeePassFile/>', "not a list"),
        (b"<KeePassFile><Root><Entry>", "cut off"),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(BadExport, match=words):
        read(data)


@pytest.mark.parametrize(
    ("written", "day"), [("QHn/3Q4AAAA=", "2024-06-15"), ("////////////", ""), ("AAAA", ""), ("x", "")]
)
def test_days_as_the_newer_keepass_format_writes_them(written: str, day: str) -> None:
    data = SHAPES["keepassxc.xml"][0](ENTRIES).replace(b"2023-11-14T22:13:20Z", written.encode())
    assert read(data).logins[0].changed == day


def test_an_archive_that_unpacks_into_far_more_than_it_is_refused() -> None:
    with pytest.raises(BadExport, match="far more"):
        read(zipped("export.data", bytes(50_000_000)))


def test_an_archive_that_lies_about_its_sizes_is_damaged_not_believed() -> None:
    whole = bytearray(zipped("credentials.csv", b"username,title,password,url,category\n" + b"a" * 5000))
    at = whole.rindex(b"PK\x01\x02") + 24
    whole[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(BadExport):
        read(bytes(whole))


def test_names_in_an_archive_are_only_labels() -> None:
    assert read(zipped("../../etc/credentials.csv", chrome(ENTRIES))).total == 3


def test_an_encrypted_archive_is_locked() -> None:
    data = bytearray(zipped("credentials.csv", chrome(ENTRIES)))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(BadExport, match="locked"):
        read(bytes(data))


def test_rows_without_a_password_are_counted_and_left_out() -> None:
    found = read(chrome([Entry("Facebook", "https://facebook.com", "a", ""), *ENTRIES]))
    assert (found.total, found.skipped) == (3, 1)


def test_short_rows_do_no_harm() -> None:
    found = read(b"name,url,username,password\nFacebook,https://facebook.com\nX,https://x.com,a,some-password\n")
    assert (found.total, found.skipped) == (1, 1)


def test_nothing_that_leaves_the_process_holds_a_password_or_an_address() -> None:
    import msgspec

    answer = msgspec.msgpack.encode(read(bitwarden_csv(ENTRIES)))
    for entry in ENTRIES:
        assert entry.password.encode() not in answer
        assert entry.username.encode() not in answer
        assert b"bank.example" not in answer
    assert "velvet" not in repr(read(bitwarden_csv(ENTRIES)))


def test_fingerprints_of_two_readings_say_nothing_of_each_other() -> None:
    data = chrome(ENTRIES)
    one = read_export(Head(b"a" * 32, (FACEBOOK,), {}).packed() + data)
    two = read_export(Head(b"b" * 32, (FACEBOOK,), {}).packed() + data)
    assert one.logins[0].fingerprint != two.logins[0].fingerprint


def test_the_network_and_the_username_are_details_a_guesser_tries() -> None:
    found = read(chrome([Entry("Facebook", "https://facebook.com", "bluebell@x.example", "Facebook2024!"),
                         Entry("X", "https://x.com", "bluebell@x.example", "bluebell99")]))  # fmt: skip
    assert [one.sorts for one in found.logins] == [(Sort.NETWORK,), (Sort.USERNAME,)]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.facebook.com/login?next=x", "facebook.com"),
        ("m.facebook.com", "m.facebook.com"),
        ("facebook.com:443/x", "facebook.com"),
        ("android://Xy_abc==@com.facebook.katana/", "katana.facebook.com"),
        ("android://hash@com.zhiliaoapp.musically/", "tiktok.com"),
        ("androidapp://com.instagram.android", "android.instagram.com"),
        ("https://[::1", ""),
        ("localhost", ""),
        ("", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_sites_as_managers_write_them(url: str, host: str) -> None:
    assert host_of(url) == host


def test_a_look_alike_site_is_not_the_network() -> None:
    for url in ("https://notfacebook.com", "https://facebook.com.evil.example", "https://evil.example/facebook.com"):
        assert accounts_of(Raw("Facebook", (url,), "a", "b"), (FACEBOOK,)) == ()


def test_without_an_address_the_title_counts() -> None:
    assert accounts_of(Raw("facebook", (), "a", "b"), (FACEBOOK,)) == (0,)
    assert accounts_of(Raw("My facebook", (), "a", "b"), (FACEBOOK,)) == ()


def test_of_two_accounts_on_one_network_the_username_tells() -> None:
    two = (Wanted(("x.com",), "X", "ada_example"), Wanted(("x.com",), "X", "ada_work"))
    assert accounts_of(Raw("X", ("https://x.com",), "@ada_work", "b"), two) == (1,)
    assert accounts_of(Raw("X", ("https://x.com",), "ada@mail.example", "b"), two) == (0, 1)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-11-14T22:13:20Z", "2023-11-14"),
        ("2023-11-14T22:13:20.123Z", "2023-11-14"),
        (1_700_000_000, "2023-11-14"),
        ("1700000000000", "2023-11-14"),
        ("", None),
        (None, None),
        (True, None),
        ("yesterday", None),
        ("99999999999999999999", None),
        (-5, None),
        ("0001-01-01", None),
    ],
)
def test_days(value: object, day: str | None) -> None:
    found = day_of(value)
    assert (found.isoformat() if found else None) == day


# -- anything at all -----------------------------------------------------------------------------------------

_TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
_MADE = st.builds(Entry, _TEXTS, _TEXTS, _TEXTS, _TEXTS, _TEXTS, st.integers(0, 2**40))


@pytest.mark.parametrize("name", [one for one in SHAPES if not one.endswith((".xml", "other.csv"))])
@settings(max_examples=25, deadline=None)
@given(entries=st.lists(_MADE, max_size=4))
def test_whatever_people_typed_every_login_is_counted(name: str, entries: list[Entry]) -> None:
    found = read(SHAPES[name][0](entries))
    assert found.total <= len(entries)
    assert found.total >= sum(bool(one.password) and one.url != "http://sn" for one in entries if _survives(one))


def _survives(entry: Entry) -> bool:
    """CSV knows one kind of line end inside a cell, and a cell of nothing but blanks may be lost with them."""
    return bool(entry.password.strip()) and "\r" not in "".join(
        (entry.title, entry.url, entry.username, entry.password)
    )


@settings(max_examples=300, deadline=None)
@given(data=st.binary(max_size=400))
def test_any_bytes_end_in_a_list_or_a_sentence(data: bytes) -> None:
    try:
        assert read(data).total >= 0
    except BadExport as refusal:
        assert str(refusal)


_KEYS = words("items login uris uri vaults accounts data content type details overview urls state")
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(sorted(_KEYS)),
        inner, max_size=5,
    ),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(whole=_JSON)
def test_any_json_ends_in_a_list_or_a_sentence(whole: object) -> None:
    for value in (whole, {"items": whole}, {"vaults": whole}, {"accounts": whole}):
        try:
            assert read(json.dumps(value).encode()).total >= 0
        except BadExport as refusal:
            assert str(refusal)


@settings(max_examples=100, deadline=None)
@given(data=st.data(), name=st.sampled_from(list(SHAPES)))
def test_a_damaged_list_ends_in_a_list_or_a_sentence(data: st.DataObject, name: str) -> None:
    whole = bytearray(SHAPES[name][0](ENTRIES))
    for _time in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    for broken in (bytes(whole), bytes(whole[:cut])):
        try:
            read(broken)
        except BadExport as refusal:
            assert str(refusal)


def test_recognising_reads_no_further_than_it_must() -> None:
    assert recognise(bitwarden_json(ENTRIES)).manager == "bitwarden"
    assert recognise(table("Title,Website,Username,Password", [])).manager == "1password"


def test_one_list_among_other_files_is_found() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("Bookmarks.html", "<html>")
        archive.writestr("History.json", '{"history": []}')
        archive.writestr("Kennwörter.csv", chrome(ENTRIES))
    assert read(out.getvalue()).total == 3
