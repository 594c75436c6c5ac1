"""A letter on its way out: a link for the mail program, a draft as a file, plain words. Nothing is sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint import log
from footprint.log.by_hand import Strict
from footprint.log.law import laws
from footprint.log.letters.drafting import address_in
from footprint.paths import shipped
from footprint.vault import Vault

VALUES = {"to": "Jo Sample", "reason": "It is 50% me & not “my” dog’s.", "me": "Ada Example", "where": "the fair"}


@pytest.fixture
def letter(vault: Vault) -> log.Letter:
    item = log.add(vault, log.New("A photo", origin=log.Origin.KNOWN)).value
    return log.draft(vault, item, values=VALUES)


def test_a_link_says_the_same_as_the_letter(vault: Vault, letter: log.Letter) -> None:
    link = log.mail_link(vault, replace(letter, address="jo@sample.example"))
    assert len(link) <= log.LONGEST_LINK
    parts = urlsplit(link)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "jo@sample.example")
    said = parse_qs(parts.query, strict_parsing=True)
    assert said == {"subject": [letter.subject], "body": [letter.text.replace("\n", "\r\n")]}


def test_every_shipped_letter_fits_into_a_link(vault: Vault) -> None:
    """With an ordinary address and reason; what is longer is offered as a file."""
    values = {
        **VALUES, "own": "Ask me first.", "who": "me", "years": "all years", "hold": "It was mine.",
        "asked": "Monday 2 November 2026", "where": "https://club.example/team/photos/2019/summer",
    }  # fmt: skip
    new = log.New("A photo", kind=log.Kind.PHOTO, origin=log.Origin.ORGANISATION, contact="info@club.example")
    item = log.add(vault, new).value
    for one in log.kinds_of(vault, item):
        for tone in log.Tone:
            made = log.draft(vault, item, tone, values, kind=one.id)
            assert len(log.mail_link(vault, made)) <= log.LONGEST_LINK


def test_it_goes_to_whoever_reads_it_and_to_nobody_else(vault: Vault) -> None:
    """What the archive or a search engine is asked never opens addressed to the one who posted it."""
    contact = "Jo Sample <jo@sample.example>"
    for origin in log.Origin:
        new = log.New("A photo", "https://a.example/1", kind=log.Kind.PHOTO, origin=origin, contact=contact)
        item = log.add(vault, new).value
        for one in log.kinds_of(vault, item) if origin.may_be_asked else ():
            made = log.draft(vault, item, values={**VALUES, "years": "all years", "hold": "Mine."}, kind=one.id)
            if one.audience is log.Audience.ARCHIVE:
                assert made.address == "info@archive.org"
            elif one.audience is log.Audience.ENGINE or (
                origin is not log.Origin.ORGANISATION and not one.audience.private
            ):
                assert made.address == ""
            else:
                assert made.address == "jo@sample.example"
    named = log.add(vault, log.New("A post", origin=log.Origin.STRANGER, contact="Jo Sample")).value
    assert "to" in [one.name for one in log.draft(vault, named, kind="forum").blanks]
    assert "to" not in [one.name for one in log.draft(vault, named, kind="stranger").blanks]


@given(contact=st.text(max_size=80))
def test_only_an_address_is_taken_for_one(contact: str) -> None:
    found = address_in(contact)
    assert found == "" or (found in contact and found.count("@") == 1 and not set(found) & set(" ,;<>\r\n"))


@given(text=st.text(st.characters(exclude_characters="[]\r", exclude_categories=["Cs", "Cc"]), min_size=1))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_draft_opens_as_it_was_written(vault: Vault, letter: log.Letter, text: str) -> None:
    own = letter.edited("Hi. " + text)
    read = message_from_bytes(log.as_eml(vault, replace(own, address="jo@sample.example")), policy=policy.default)
    assert read["X-Unsent"] == "1" and read["To"] == "jo@sample.example"
    assert read["From"] is None and read["Date"] is None
    assert read["Subject"] == letter.subject
    assert read.get_content_charset() == "utf-8"
    assert read.get_content().replace("\r\n", "\n").rstrip("\n") == own.text


def test_a_draft_takes_no_header_from_outside(vault: Vault, letter: log.Letter) -> None:
    assert address_in("jo@sample.example\r\nBcc: all@sample.example") == "jo@sample.example"
    for address in ("", "jo@sämple.example"):
        made = message_from_bytes(log.as_eml(vault, replace(letter, address=address)), policy=policy.default)
        assert made["To"] is None and made["Bcc"] is None


def test_nothing_with_a_blank_leaves(vault: Vault) -> None:
    blank = log.draft(vault, log.add(vault, log.New("A photo", origin=log.Origin.KNOWN)).value)
    for way in (log.as_eml, log.as_text, log.mail_link):
        with pytest.raises(log.BlankLeft):
            way(vault, blank)


def test_plain_words_begin_with_the_subject(vault: Vault, letter: log.Letter) -> None:
    assert log.as_text(vault, letter) == f"{letter.subject}\n\n{letter.text}\n"


def test_a_relative_asked_face_to_face_is_not_asked_again_soon(vault: Vault) -> None:
    new = log.New("A photo", origin=log.Origin.KNOWN, relation=log.Relation.RELATIVE)
    item = log.add(vault, new).value
    done = log.sent(vault, item.id, how=log.How.IN_PERSON)
    assert done.value.due == date(2026, 12, 14)
    log.change(vault, item.id, relation=log.Relation.FRIEND)
    assert log.sent(vault, item.id, how=log.How.IN_PERSON).value.due == date(2026, 11, 30)
    chosen = log.sent(vault, item.id, how=log.How.IN_PERSON, due=date(2026, 12, 1)).value
    assert chosen.due == date(2026, 12, 1)


def test_a_saved_letter_counts_as_asked(vault: Vault, letter: log.Letter) -> None:
    (row,) = log.page(vault, log.Query(), 0, 10, date(2026, 11, 16))
    log.sent(vault, row.id, letter, log.How.SAVED)
    assert log.requests(vault, row.id)[0].how is log.How.SAVED
    assert log.history(vault, row.id)[-1].words.startswith("You asked. You saved the message to send it.")


# -- the law -----------------------------------------------------------------------------------------------


def test_each_rule_is_dated_sourced_and_sure_or_not_used() -> None:
    used = {name for one in log.letter_files() for name in one.law}
    for law in laws().values():
        assert law.says and law.source.startswith("https://") and law.nations
        assert law.verified <= date(2026, 11, 25)
        if law.id in used:
            assert law.certain
    assert {law.id for law in laws().values() if not law.certain} == {"household", "erasure-limits"}


BAD = {
    "another form": ("format = 1", "format = 9", "newer form"),
    "an unknown key": ("format = 1", 'format = 1\ncolour = "red"', "colour"),
    "no https": ("https://ico", "http://ico", "https address"),
    "an unknown nation": ('"england"', '"atlantis"', "atlantis"),
    "a day after the check": ("checked = 2026-11-22", "checked = 2026-11-01", "after checked"),
    "the same twice": ('id = "one-month"', 'id = "erasure"', "twice"),
    "nothing to quote it by": ('terms = ["one month"]', "terms = []", "needs terms"),
}


@pytest.mark.parametrize("name", list(BAD))
def test_a_faulty_law_file_is_named(tmp_path: Path, name: str) -> None:
    was, becomes, words = BAD[name]
    good = (shipped("resources") / "law" / "uk.toml").read_text(encoding="utf-8")
    assert was in good and issubclass(log.Law, Strict)
    path = tmp_path / "uk.toml"
    path.write_text(good.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(log.BadLetters, match=words) as caught:
        laws(path)
    assert "uk.toml" in str(caught.value)
