"""What a letter is looked at for before it goes: each remark with its reason and its place; none where all is well."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint import log, person
from footprint.log.letters.checking import Check, Setting, remarks, setting_of
from footprint.person import DetailKind
from footprint.reading import MAX_GRADE, MAX_SENTENCE, reading
from footprint.vault import Vault

VALUES = {
    "to": "Jo Sample", "reason": "It is old and does not show who I am now.", "me": "Ada Example",
    "own": "Ask me before you post a photo of me.", "who": "me and my children", "years": "all years",
    "hold": "The page was mine.", "asked": "Monday 2 November 2026", "where": "https://club.example/team",
}  # fmt: skip
HARM = "Ada Example is a terrible dancer and everybody at the fair laughed at her"


@pytest.fixture
def item(vault: Vault) -> log.Item:
    new = log.New(HARM, address="https://club.example/team", kind=log.Kind.PHOTO, origin=log.Origin.KNOWN)
    return log.add(vault, new).value


@pytest.fixture
def letter(vault: Vault, item: log.Item) -> log.Letter:
    return log.draft(vault, item, values=VALUES)


def seen(letter: log.Letter, words: str, setting: Setting | None = None) -> list[tuple[Check, str]]:
    """What is remarked on when the person's own words are these, with the words that are pointed at."""
    text = f"Hi Jo,\n\n{words} Thank you.\n\nAda"
    found = remarks(letter.edited(text), setting or Setting())
    assert all(one.why for one in found)
    return [(one.check, text[one.start : one.end]) for one in found]


def test_our_own_words_are_never_remarked_on(vault: Vault, item: log.Item) -> None:
    for name in ("Ada Example", "Jane Sample"):
        kind = DetailKind.NAME if name == "Ada Example" else DetailKind.FORMER_NAME
        person.add_detail(vault, kind, name, family=name.split()[1] if kind is DetailKind.FORMER_NAME else "")
    setting = setting_of(vault, item)
    for file in log.letter_files():
        for tone in log.Tone:
            for length in log.Length:
                one = None
                if file.origins:
                    kind = file.kinds[0] if file.kinds else item.kind
                    one = replace(item, origin=file.origins[0], action=file.actions[0], kind=kind)
                values = {**VALUES, "to": "Jo Bloggs"}
                drafted = log.draft(vault, one, tone, values, kind=file.id, length=length)
                about = replace(setting, origin=one.origin if one else None)
                assert remarks(drafted, about) == (), (file.id, tone, length)


@pytest.mark.parametrize(
    ("words", "pointed_at", "check"),
    [
        ("You idiot, take it down.", "idiot", Check.POLITE),
        ("TAKE IT DOWN NOW.", "TAKE IT DOWN NOW", Check.POLITE),
        ("Take it down!!", "!!", Check.POLITE),
        ("Take it down or else.", "or else", Check.THREAT),
        (
            "If you don’t do it by Friday, I will ring your mother.",
            "If you don’t do it by Friday, I will",
            Check.THREAT,
        ),
        ("I will report you.", "I will report", Check.THREAT),
        ("You must do it.", "You must", Check.THREAT),
        ("This is your final warning.", "final warning", Check.THREAT),
        ("I have seen a solicitor.", "solicitor", Check.LAW),
        ("Under Article 17 you have a month.", "Article 17", Check.LAW),
        ("It is against the law.", "law", Check.LAW),
        ("The GDPR says so.", "GDPR", Check.LAW),
        ("I will see you in court.", "see you in court", Check.LAW),
        ("My foster child saw it.", "My foster child", Check.CASE),
        ("You did it on purpose.", "on purpose", Check.MOTIVE),
        ("You just wanted to hurt me.", "You just wanted", Check.MOTIVE),
        ("You are jealous.", "jealous", Check.MOTIVE),
        ("My client was upset.", "My client", Check.CASE),
        ("It names case number 2231.", "case number 2231", Check.CASE),
        ("It tells of the hearing.", "the hearing", Check.CASE),
        ("They live at 12 Sample Road, Otherton.", "12 Sample Road", Check.CASE),
        ("She is on ward 12.", "ward 12", Check.CASE),
        ("He was born on 3 May 1990.", "born on 3 May 1990", Check.CASE),
        ("Hers is 03/05/1990.", "03/05/1990", Check.CASE),
        ("She was born on 3/5/2015.", "born on 3/5/2015", Check.CASE),
        ("The number is 943 476 5919.", "943 476 5919", Check.CASE),
        ("Ring me on 07700 900123.", "07700 900123", Check.PERSONAL),
        ("Write to ada@home.example.", "ada@home.example", Check.PERSONAL),
        ("I live in AB12 3CD now.", "AB12 3CD", Check.PERSONAL),
    ],
)
def test_each_thing_is_found_where_it_stands(letter: log.Letter, words: str, pointed_at: str, check: Check) -> None:
    assert (check, pointed_at) in seen(letter, words)


@pytest.mark.parametrize(
    "words",
    [
        "My sister-in-law asked me too.",
        "We met on the netball court.",
        "Mrs Foster was lying in the sun, and I am rubbish at this.",
        "It went up on 12/03/2015.",
        "It damages me.",
        "I liked the courteous tone.",
        "You meant no harm.",
        "The rules of the club say so.",
        "I was there on 16/11/2026.",
        "The number is 943 476 5918.",
        "It is lovely. I WAS there.",
        "See https://club.example/07700900123/or-else/solicitor for it.",
    ],
)
def test_what_is_harmless_is_left_alone(letter: log.Letter, words: str) -> None:
    assert seen(letter, words) == []


def test_a_letter_without_a_kind_word_is_noticed_as_a_whole(letter: log.Letter) -> None:
    found = remarks(letter.edited("Hi Jo,\n\nTake it down.\n\nAda"), Setting())
    assert [(one.check, one.start, one.end) for one in found] == [(Check.POLITE, 0, 0)]


def test_the_law_may_be_spoken_of_only_where_its_turn_has_come(vault: Vault, item: log.Item) -> None:
    place = replace(item, origin=log.Origin.ORGANISATION)
    words = "Dear team,\n\nThis is under Article 17 of the UK GDPR. Thank you.\n\nAda"
    early = log.draft(vault, place, values=VALUES, kind="organisation").edited(words)
    late = log.draft(vault, place, values=VALUES, kind="erasure").edited(words)
    assert [one.check for one in remarks(early, Setting())] == [Check.LAW, Check.LAW]
    assert remarks(late, Setting()) == ()
    threat = late.edited(words.replace("Thank you", "I will sue you. Thank you"))
    assert [one.check for one in remarks(threat, Setting())] == [Check.THREAT]


def test_hurtful_words_are_not_said_again(vault: Vault, item: log.Item, letter: log.Letter) -> None:
    log.add_text(vault, item.id, "they said she could never hold a tune in her life")
    log.add_page(vault, item.id, b"<p>What a dreadful muddle of a speech that was</p>")
    log.change(vault, item.id, notes="Sam told the whole street about it")
    setting = setting_of(vault, log.get(vault, item.id))
    for words, pointed_at in (
        ("You call me a terrible dancer and everybody read it.", "a terrible dancer and everybody"),
        ("You wrote that she could never hold a tune.", "she could never hold a tune"),
        ("You called it a dreadful muddle of a speech.", "a dreadful muddle of a speech"),
        ("Sam told the whole street, I hear.", "Sam told the whole street"),
    ):
        assert (Check.REPEATS, pointed_at) in seen(letter, words, setting)
    assert seen(letter, "You wrote about my dancing at the fair.", setting) == []


def test_two_names_of_the_person_are_never_in_one_letter(letter: log.Letter) -> None:
    setting = Setting(names=("Ada Example", "Ada Sample", "Addie", "Sample"))
    assert seen(letter, "Ada here, that is Ada Example.", Setting(names=("Ada Example", "Ada"))) == []
    assert seen(letter, "I am Ada Example.", setting) == []
    assert seen(letter, "I am Ada Example, once ADA  SAMPLE.", setting) == [(Check.TWO_NAMES, "ADA  SAMPLE")]
    assert seen(letter, "Addie here, that is Ada Example.", setting) == [(Check.TWO_NAMES, "Ada Example")]
    assert seen(letter, "It says Mrs Sample, and I am Ada Example.", setting) == [(Check.TWO_NAMES, "Ada Example")]
    assert seen(letter, "It is at https://a.example/ada-sample and I am Ada Example.", setting) == []


@pytest.mark.parametrize(
    ("title", "address"),
    [("A photo", "https://club.example/team/jane-sample"), ("A photo", "https://a.example/?who=Jane+Sample"),
     ("Jane Sample in the team", "https://club.example/team"), ("A photo", "https://a.example/janesample_1999")],
)  # fmt: skip
def test_signing_with_one_name_under_a_page_with_another_links_them(vault: Vault, title: str, address: str) -> None:
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    person.add_detail(vault, DetailKind.FORMER_NAME, "Jane Sample")
    one = log.add(vault, log.New(title, address, origin=log.Origin.KNOWN)).value
    values = {"to": "Jo", "reason": "It is old."}
    found = remarks(log.draft(vault, one, values=values), setting_of(vault, one))
    assert [(item.check, "on the page" in item.why) for item in found] == [(Check.TWO_NAMES, True)]
    assert remarks(log.draft(vault, one, values={**values, "me": "Jane Sample"}), setting_of(vault, one)) == ()
    both = replace(one, title="Ada Example, once Jane Sample")
    assert remarks(log.draft(vault, both, values=values), setting_of(vault, both)) == ()


def test_no_more_is_told_than_needed(vault: Vault, item: log.Item, letter: log.Letter) -> None:
    for kind, text in (
        (DetailKind.EMPLOYER, "Exampleshire Council"), (DetailKind.JOB_TITLE, "Support worker"),
        (DetailKind.EMAIL, "ada@home.example"), (DetailKind.PHONE, "07700 900123"),
    ):  # fmt: skip
        person.add_detail(vault, kind, text)
    setting = setting_of(vault, item)
    words = "I work for Exampleshire Council as a support worker."
    assert seen(letter, words, setting) == [
        (Check.PERSONAL, "Exampleshire Council"),
        (Check.PERSONAL, "support worker"),
    ]
    own_site = log.draft(vault, replace(item, origin=log.Origin.ORGANISATION), values=VALUES, kind="employer")
    assert (Check.PERSONAL, "Exampleshire Council") not in seen(own_site, words, setting)


def test_the_reader_is_the_right_one(vault: Vault, item: log.Item, letter: log.Letter) -> None:
    def asked(letter: log.Letter, **of: Any) -> list[Check]:
        return [one.check for one in remarks(letter, Setting(names=("Ada Example",), **of))]

    assert asked(letter, contact="jo@sample.example") == []
    to_oneself = log.draft(vault, item, values={**VALUES, "to": "ada  example"})
    assert asked(to_oneself) == [Check.RECIPIENT]
    assert asked(letter, contact="ada@home.example", private=((DetailKind.EMAIL, "Ada@home.example"),)) == [
        Check.RECIPIENT
    ]
    assert asked(letter, contact="info@club.example") == [Check.RECIPIENT]
    assert asked(log.draft(vault, item, values={**VALUES, "to": "the website team"})) == [Check.RECIPIENT]
    place = replace(item, origin=log.Origin.ORGANISATION)
    formal = log.draft(vault, place, values={**VALUES, "to": "website team"}, kind="erasure")
    assert asked(formal, contact="info@club.example") == []
    assert asked(formal, contact="jo.sample@gmail.com") == [Check.RECIPIENT]
    assert asked(log.draft(vault, place, values={**VALUES, "to": "Mum"}, kind="erasure")) == [Check.RECIPIENT]
    for origin in log.Origin:
        assert (Check.RECIPIENT in asked(letter, origin=origin)) is not origin.may_be_asked


@given(
    text=st.text(max_size=300)
    | st.lists(
        st.sampled_from(["Ada", "Sample", "or", "else", "0", "77", "/", "-", "!", "?", "[", "A’", "law", "you"]),
        max_size=80,
    ).map(" ".join)
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_remark_points_into_the_text(letter: log.Letter, text: str) -> None:
    found = remarks(letter.edited(text), Setting(names=("Ada Sample", "Ada"), hurtful=(HARM, text), contact=text))
    assert len(found) <= 12
    for one in found:
        assert 0 <= one.start <= one.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["?", "!", "!?", "idiot ", "A ", "0", "-", "if you do not ", "a@", "born on 1", "’", "http://", "case "]
)
def test_no_text_holds_the_checks_up(letter: log.Letter, piece: str) -> None:
    """Twenty thousand of anything: a pattern that tries too much would never come back."""
    text = piece * (20_000 // len(piece))
    assert len(remarks(letter.edited(text), Setting(names=("Ada Example",), hurtful=(piece * 50,)))) <= 12


def test_the_reasons_are_easy_to_read(letter: log.Letter) -> None:
    words = "You idiot, or else a solicitor. My client, on purpose, 07700 900123. TAKE IT DOWN."
    for one in remarks(letter.edited(words), Setting(names=("x",), origin=log.Origin.WORK)):
        assert reading(one.why).grade < MAX_GRADE and reading(one.why).longest <= MAX_SENTENCE
    for check in Check:
        assert check.label
