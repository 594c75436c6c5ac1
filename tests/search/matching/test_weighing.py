"""How likely a result is about the person, with the reasons in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.person import Account, AccountState, Detail, DetailKind, Purpose
from footprint.search.addresses import canonical, host_of
from footprint.search.matching.names import fold, shipped
from footprint.search.matching.people import Fit, look_for, person_name
from footprint.search.matching.weighing import Profile, judge, profile
from footprint.search.records import Band, Finding

_NOW = datetime(2026, 11, 16, tzinfo=UTC)
DETAILS = (
    Detail("1", DetailKind.NAME, "Katherine Mary Example", "Katherine Mary", "Example", True),
    Detail("2", DetailKind.FORMER_NAME, "Sample", "", "Sample", False),
    Detail("3", DetailKind.TOWN, "Otherton", "", "", True),
    Detail("4", DetailKind.EMPLOYER, "Exampleshire Council", "", "", False),
    Detail("5", DetailKind.JOB_TITLE, "Social worker", "", "", False),
    Detail("6", DetailKind.HANDLE, "kat_example", "", "", True),
    Detail("7", DetailKind.EMAIL, "kat@mail.example", "", "", False),
    Detail("8", DetailKind.PHONE, "+44 20 7946 0958", "", "", False),
)
WHO = profile(DETAILS)


def result(title: str = "", snippet: str = "", address: str = "https://club.example/page", named: str = "") -> Finding:
    form = canonical(address)
    return Finding("x", address, form, host_of(form), title, snippet, named, _NOW, _NOW, False, False, None, False)


def reasons(finding: Finding, who: Profile = WHO) -> str:
    return " ".join(one.text for one in judge(who, finding).reasons)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Katherine Example wins", "Your name"),
        ("Example, Katherine", "Your name"),
        ("KATHERINE EXAMPLE", "Your name"),
        ("Catherine Example", "Another spelling"),
        ("Kate Example", "short or long form"),
        ("Katherine Sample, student", "Your former name"),
        ("Mary Example", "Part of your name"),
        ("K. Example", "first letter and last name"),
        ("K M Example", "first letter and last name"),
        ("Katherine Exmaple", "one letter away"),
        ("Bo Example and friends", "Only your last name"),
    ],
)
def test_forename_and_surname_are_matched_apart(text: str, says: str) -> None:
    assert says in reasons(result(text))


@pytest.mark.parametrize(
    "text",
    [
        "Katherine Placeholder",
        "Katherine. Example of a good page",
        "For example, Katherine Jones",
        "Examples of work",
        "nothing at all",
    ],
)
def test_somebody_else_is_not_taken_for_the_whole_name(text: str) -> None:
    said = reasons(result(text))
    assert "Your name Katherine" not in said or "example," in text
    assert judge(WHO, result(text)).band is not Band.LIKELY


def test_one_forename_is_not_the_other_however_close() -> None:
    who = profile([Detail("1", DetailKind.NAME, "Marie Example", "Marie", "Example", True)])
    assert "Only your last name" in reasons(result("Maria Example"), who)


def test_stronger_signs_score_higher() -> None:
    def score(finding: Finding) -> int:
        return judge(WHO, finding).score

    full = result("Katherine Example")
    assert score(full) > score(result("Kate Example")) > score(result("K Example")) > score(result("Bo Example"))
    assert score(result("Katherine Example", "Otherton")) > score(full)
    assert score(result("Katherine Example", "Exampleshire Council")) > score(full)
    assert score(result("x", "kat@mail.example")) >= 80


@pytest.mark.parametrize(
    ("finding", "says"),
    [
        (result("x", "write to KAT@mail.example today"), "email address"),
        (result("x", "call 020 7946 0958"), "phone number"),
        (result("x", "call +44 (0)20 7946 0958"), "phone number"),
        (result("x", "call 0044 20-7946-0958"), "phone number"),
        (result("x", address="https://x.com/kat_example"), "ends in your username"),
        (result("x", "by @kat_example"), "Your username"),
        (result("x", "in Otherton"), "Your town Otherton"),
        (result("x", "of Exampleshire Council"), "Your employer"),
        (result("x", "a social worker"), "Your job title"),
        (result("x", address="https://club.example/team/katherine-example"), "is in the address"),
        (result("ada99", named="Katherine Example"), "came up in a look for the name"),
    ],
)
def test_each_sign_is_said_in_words(finding: Finding, says: str) -> None:
    assert says in reasons(finding)


@pytest.mark.parametrize(
    ("title", "snippet"),
    [
        ("x", "notkat@mail.example"),
        ("x", "kat@mail.example.test"),
        ("x", "number 120 7946 09581"),
        ("x", "Othertonians"),
        ("x", "@kat_example2"),
    ],
)
def test_what_only_looks_alike_is_no_sign(title: str, snippet: str) -> None:
    said = reasons(result(title, snippet))
    for sign in ("email", "phone", "town", "username"):
        assert sign not in said


def test_an_account_of_the_person_is_known_by_its_address() -> None:
    account = Account("1", "x", "", "otherhandle", "https://x.com/otherhandle", Purpose.BOTH, AccountState.IN_USE, _NOW)
    who = profile(DETAILS, [account])
    found = result("x", address="https://mobile.twitter.com/OtherHandle?s=20")
    assert "an account you told us about" in reasons(found, who)
    assert judge(who, found).band is Band.LIKELY


def test_a_professional_register_is_told_apart() -> None:
    found = result("Katherine Example", address="https://www.socialworkengland.org.uk/umbraco/register?x=1")
    assert found.on_register
    assert "public register" in reasons(found)
    assert judge(WHO, found).score == judge(WHO, result("Katherine Example")).score
    assert not result("x", address="https://notsssc.uk.com/").on_register


def test_bands() -> None:
    assert judge(WHO, result("Katherine Example", "Otherton")).band is Band.LIKELY
    assert judge(WHO, result("Katherine Example")).band is Band.MAYBE
    nothing = judge(WHO, result("Gardening"))
    assert nothing.band is Band.UNLIKELY
    assert nothing.reasons  # even that is said


def test_a_single_name_counts_a_little() -> None:
    who = profile([Detail("1", DetailKind.NAME, "Exampla", "Exampla", "", True)])
    assert "many people may have it" in reasons(result("Exampla sings"), who)
    assert judge(who, result("Exampla sings")).band is Band.MAYBE
    assert judge(who, result("Examplo sings")).band is Band.UNLIKELY


def test_of_a_host_only_the_first_part_names_somebody() -> None:
    assert "Your former name" in reasons(result("Katherine Sample @katherine-sample.chatter.example"))
    assert "Your name" in reasons(result("@katherine-example.chatter.example"))
    assert "Your name Katherine" not in reasons(result("@katherine.chatter.example"))


def test_a_nickname_goes_with_the_family_name() -> None:
    who = profile([*DETAILS, Detail("9", DetailKind.KNOWN_AS, "Kipper", "Kipper", "", True)])
    assert "Kipper Example" in reasons(result("Kipper Example"), who)
    assert "Kipper" not in reasons(result("Smoked kipper"), who)


def test_nobody_known_still_gives_a_reason() -> None:
    assert judge(profile([]), result("Ada Example")).reasons


@pytest.mark.parametrize(
    ("name", "text", "fits"),
    [
        ("Seán Ó Briain", "Sean O Briain", True),
        ("Mary O’Brien", "Mary OBrien", True),
        ("Mary O’Brien", "Mary O'Brien", True),
        ("Jean McDonald", "Jean Mac Donald", True),
        ("Ada van der Example", "Ada Van Der Example", True),
        ("Ada van der Example", "Ada Example", True),
        ("Ada Example-Sample", "Ada Example", True),
        ("Ada Example Sample", "Ada Example-Sample", True),
        ("Zoë Müller", "Zoe Muller", True),
        ("Anne-Marie Example", "Annemarie Example", True),
        ("Ada Le", "Ada Smith", False),
        ("Ada Example", "Ada: Example", False),
    ],
)
def test_names_as_people_write_them(name: str, text: str, fits: bool) -> None:
    own = person_name(name)
    assert own is not None
    seen = look_for((own,), text, shipped())
    assert (seen is not None and seen.whole) is fits


@given(st.text(max_size=120), st.text(max_size=120), st.text(max_size=60))
def test_any_text_is_judged(title: str, snippet: str, address: str) -> None:
    found = replace(result(title, snippet), address=address, canonical=canonical(address))
    match = judge(WHO, found)
    assert match.reasons
    assert match.score == sum(one.points for one in match.reasons)


@given(st.text(max_size=40))
def test_folding_is_done_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(min_size=1, max_size=30), st.text(max_size=200))
def test_any_name_can_be_looked_for(name: str, text: str) -> None:
    own = person_name(name)
    if own is not None:
        look_for((own,), text, shipped())


def test_a_better_fit_is_the_higher_one() -> None:
    assert Fit.EXACT > Fit.FORMER > Fit.SPELLING > Fit.SHORT > Fit.PART > Fit.INITIAL > Fit.NEARLY > Fit.NONE
