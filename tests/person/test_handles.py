"""Usernames and profile addresses as people type and paste them."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from footprint.person import BadHandle, BadInput, WrongNetwork, profile_address, read_handle, read_presence

FACEBOOK = ("Facebook", "https://www.facebook.com/{handle}", r"(?!.*\.(?:com|org|net)$)[A-Za-z0-9_.]{3,50}")
LINKEDIN = ("LinkedIn", "https://www.linkedin.com/in/{handle}", r"[\w-]{3,100}")
WHATSAPP = ("WhatsApp", "https://wa.me/{handle}", r"[1-9][0-9]{6,14}")
NO_ADDRESS = ("Letters", "", r"[a-z]{3,20}")


@pytest.mark.parametrize(
    "typed",
    [
        "ada.example",
        "  @ada.example ",
        "facebook.com/ada.example",
        "www.facebook.com/ada.example/",
        "https://m.facebook.com/ada.example?ref=bookmarks#top",
        "HTTPS://UK.Facebook.com/ada.example/about",
        "fb.com/ada.example",
        "<https://www.facebook.com/ada.example>",
        "\u200bada.example",
    ],
)
def test_every_way_of_writing_a_profile_is_one_handle(typed: str) -> None:
    assert read_presence(typed, *FACEBOOK) == ("ada.example", "https://www.facebook.com/ada.example")


@pytest.mark.parametrize(
    "address", ["https://www.facebook.com/profile.php?id=100012", "https://www.facebook.com/people/Ada-Example/100012"]
)
def test_a_profile_without_a_handle_keeps_its_address(address: str) -> None:
    assert read_presence(address, *FACEBOOK) == ("", address)
    with pytest.raises(BadHandle, match="no username"):
        read_handle(address, *FACEBOOK)


def test_a_path_before_the_handle_must_be_there() -> None:
    assert read_handle("uk.linkedin.com/in/ada-example-4821/", *LINKEDIN) == "ada-example-4821"
    with pytest.raises(BadHandle, match="not a profile"):
        read_handle("linkedin.com/company/example-council", *LINKEDIN)


@pytest.mark.parametrize("typed", ["07700 900123", "+44 7700 900123", "wa.me/447700900123"])
def test_a_phone_number_can_be_the_handle(typed: str) -> None:
    assert read_presence(typed, *WHATSAPP) == ("447700900123", "https://wa.me/447700900123")


@pytest.mark.parametrize("typed", ["twitter.com/ada", "https://www.linkedin.com/in/ada", "bsky.app/profile/ada"])
def test_an_address_of_another_network_is_noticed(typed: str) -> None:
    with pytest.raises(WrongNetwork, match="not on Facebook"):
        read_presence(typed, *FACEBOOK)


def test_another_site_of_the_same_network_is_known_by_its_file() -> None:
    with pytest.raises(WrongNetwork):
        read_presence("https://www.messenger.com/t/ada.example", *FACEBOOK)
    found = read_presence("https://www.messenger.com/t/ada.example", *FACEBOOK, domains=["messenger.com"])
    assert found == ("", "https://www.messenger.com/t/ada.example")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("ada example", "no spaces"),
        ("a", "cannot be a username"),
        ("javascript:alert(1)", "cannot be a username"),
        ("https://", "not the address"),
        ("https://ada@facebook.com/ada", "not the address"),
        ("facebook.com", "front page"),
        ("https://www.facebook.com/groups/1234", "not a profile"),
        ("x" * 3000, "too long"),
    ],
)
def test_each_mistake_has_its_sentence(typed: str, says: str) -> None:
    with pytest.raises(BadHandle, match=says):
        read_presence(typed, *FACEBOOK)


def test_nothing_typed_is_nothing() -> None:
    assert read_presence("  ", *FACEBOOK) == ("", "")


def test_a_network_without_addresses_takes_usernames() -> None:
    assert read_presence("@Ada", *NO_ADDRESS) == ("ada", "")


@given(st.from_regex(FACEBOOK[2], fullmatch=True))
def test_a_handle_survives_its_own_address(handle: str) -> None:
    assume(not handle.strip(".").lower().endswith(".php"))
    address = profile_address(FACEBOOK[1], handle)
    try:
        found = read_presence(address, *FACEBOOK)
    except BadHandle:
        assume(False)  # words the network keeps for itself, such as “groups”
    assert found == (handle, address)


@given(st.one_of(st.text(max_size=60), st.text(alphabet="htps:/.@?#%wfacebok com\\", max_size=40)))
def test_anything_typed_is_read_or_refused_in_words(text: str) -> None:
    for network in (FACEBOOK, LINKEDIN, WHATSAPP, NO_ADDRESS):
        try:
            found = read_presence(text, *network)
        except BadInput as problem:
            assert str(problem)
            continue
        assert not found.handle or re.fullmatch(network[2], found.handle)
        assert not found.address or found.address.lower().startswith(("http://", "https://"))


SERVERS = (
    "Mastodon",
    "https://{server}/@{handle}",
    r"[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*@(?:[a-z0-9-]+\.)+[a-z]{2,}",
)


@pytest.mark.parametrize(
    "typed",
    [
        "ada_example@social.example",
        " @ada_example@social.example",
        "https://social.example/@ada_example",
        "social.example/@ada_example",
        "https://social.example/@ada_example/?utm_source=x",
        "https://elsewhere.example/@ada_example@social.example",
    ],
)
def test_where_people_choose_a_server_it_is_part_of_the_handle(typed: str) -> None:
    assert read_presence(typed, *SERVERS) == ("ada_example@social.example", "https://social.example/@ada_example")


@pytest.mark.parametrize("typed", ["ada_example", "https://social.example", "ada@", "@social.example"])
def test_a_handle_without_its_server_is_asked_for_again(typed: str) -> None:
    with pytest.raises(BadHandle):
        read_presence(typed, *SERVERS)
