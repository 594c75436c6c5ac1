"""How good a password is, for somebody who knows the person; the answer never repeats it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint import passwords, person
from footprint.checklists import Library
from footprint.passwords import Grade, NoPassword, Sort
from footprint.passwords.details import plain
from footprint.passwords.strength import LONGEST
from footprint.person import DetailKind
from footprint.vault import Vault
from footprint.vault.passphrase import words


@pytest.fixture
def own(ada: Vault) -> dict[str, Sort]:
    return passwords.own_words(ada)


@pytest.mark.parametrize(
    ("password", "grade", "sorts"),
    [
        ("password", Grade.COMMON, ()),
        ("P@ssw0rd123", Grade.COMMON, ()),
        ("pässwörd", Grade.COMMON, ()),
        ("qwertyuiop", Grade.COMMON, ()),
        ("aaaaaaaaaaaaaaaa", Grade.COMMON, ()),
        ("😀😀😀😀", Grade.COMMON, ()),
        ("tigerlake7", Grade.GUESSABLE, ()),
        ("Otherton1984", Grade.PERSONAL, (Sort.TOWN,)),
        ("0th3rt0n!", Grade.PERSONAL, (Sort.TOWN,)),
        ("notrehtO", Grade.PERSONAL, (Sort.TOWN,)),
        ("Ada-2019", Grade.PERSONAL, (Sort.NAME,)),
        ("ÀDÁ2019", Grade.PERSONAL, (Sort.NAME,)),
        ("o.t.h.e.r.t.o.n", Grade.PERSONAL, (Sort.TOWN,)),
        ("exampleshire1", Grade.PERSONAL, (Sort.NAME, Sort.WORK)),
        ("bluebell99", Grade.PERSONAL, (Sort.EMAIL,)),
        ("900123abc", Grade.PERSONAL, (Sort.PHONE,)),
        ("07700900123", Grade.PERSONAL, (Sort.PHONE,)),
        ("velvet-otter-lamp-71", Grade.STRONG, ()),
        ("Kx9#vQ2mZ!p4", Grade.STRONG, ()),
        ("ein grüner Löffel fährt Rad", Grade.STRONG, ()),
        ("日本語のとても長いパスワード", Grade.STRONG, ()),
    ],
)
def test_in_words(password: str, grade: Grade, sorts: tuple[Sort, ...], own: dict[str, Sort]) -> None:
    found = passwords.judge(password, own)
    assert (found.grade, found.sorts) == (grade, sorts)
    assert password not in found.sentence
    assert found.sentence.endswith(".")


def test_without_details_nothing_is_personal() -> None:
    assert passwords.judge("Otherton1984").grade is not Grade.PERSONAL


def test_it_says_what_of_yours_is_in_it(own: dict[str, Sort]) -> None:
    found = passwords.judge("AdaOtherton", own)
    assert found.sentence == "It has your name and your town in it. People who know you try that first."


def test_a_long_one_with_a_detail_is_strong_and_says_so(own: dict[str, Sort]) -> None:
    found = passwords.judge("otherton-velvet-lamp-river-quarry", own)
    assert found.grade is Grade.STRONG
    assert found.notes == ("It has your town in it. It is long enough to be strong, but leave that out next time.",)


def test_spaces_are_part_of_it_and_those_at_its_ends_are_told_of() -> None:
    assert not passwords.judge("velvet otter lamp 71").notes
    [note] = passwords.judge("velvet otter lamp 71 ").notes
    assert "starts or ends with a space" in note
    assert passwords.sha1_of("a ") != passwords.sha1_of("a")


@pytest.mark.parametrize("typed", ["", " ", "\t\n"])
def test_nothing_is_no_password(typed: str) -> None:
    with pytest.raises(NoPassword, match="Type a password"):
        passwords.judge(typed)


def test_a_slip_of_the_clipboard_is_no_password() -> None:
    with pytest.raises(NoPassword, match="longer than any"):
        passwords.judge("x" * (LONGEST + 1))
    passwords.judge("velvet-otter-" * (LONGEST // 13))


def test_a_long_one_counts_by_its_harder_end() -> None:
    assert passwords.judge("a" * 80).grade is Grade.COMMON
    assert passwords.judge("a" * 60 + "Kx9#vQ2mZ!p4velvet").grade is Grade.STRONG


def test_details_of_any_kind_count_switched_on_or_off(vault: Vault, library: Library) -> None:
    person.add_detail(vault, DetailKind.FORMER_NAME, "Ada Whitlock")
    person.add_detail(vault, DetailKind.EMPLOYER, "Harbourside Hospice")
    person.add_account(vault, "facebook", handle="ada.example.4821")
    own = passwords.own_words(vault, passwords.network_names(vault, library))
    told = {
        "whitlock": Sort.NAME, "adawhitlock": Sort.NAME, "harbourside": Sort.WORK, "4821": Sort.USERNAME,
        "facebook": Sort.NETWORK,
    }  # fmt: skip
    assert {word: own.get(word) for word in told} == told
    assert passwords.judge("Facebook2024", own).sorts == (Sort.NETWORK,)


def test_small_words_of_details_are_left_out(vault: Vault) -> None:
    person.add_detail(vault, DetailKind.NAME, "Jo Li")
    person.add_detail(vault, DetailKind.EMPLOYER, "The County Council")
    assert set(passwords.own_words(vault)) == {"joli", "thecountycouncil"}


def test_suggestions_are_strong_and_never_the_same() -> None:
    made = {passwords.suggest() for _time in range(60)}
    assert len(made) == 60
    known = set(words())
    for one in made:
        assert len(one.split("-")) == 3
        assert set(one.split("-")) <= known
        assert passwords.judge(one).grade is Grade.STRONG


def test_advice_has_a_source_and_a_day() -> None:
    tips = passwords.tips()
    assert "passkey" in tips[0].title
    assert (tips[0].told.year, tips[0].told.month) == (2026, 4)
    assert all(one.source and one.text for one in tips)


def test_guides_are_dated_and_say_how_sure_they_are() -> None:
    guides = {one.id: one for one in passwords.guides()}
    assert {"bitwarden", "1password", "keepassxc", "chrome", "edge", "firefox", "apple", "proton", "lastpass",
            "dashlane", "other"} == set(guides)  # fmt: skip
    assert "have not checked" in guides["edge"].how_sure
    assert "maker’s own help" in guides["1password"].how_sure


def test_the_step_of_a_network_is_in_its_checklist(library: Library) -> None:
    for file in library.networks():
        step = passwords.step_for(library, file.id)
        assert not step.check or any(check.id == step.check for check in file.checks)
    assert passwords.step_for(library, "facebook").check == "password_only_here"
    assert passwords.step_for(library, "a-network-of-nowhere").check == "password"


@settings(max_examples=150, deadline=None)
@given(password=st.text(max_size=90))
def test_any_text_has_an_answer_that_does_not_repeat_it(password: str) -> None:
    try:
        found = passwords.judge(password, {"otherton": Sort.TOWN})
    except NoPassword:
        assert not password.strip()
        return
    assert found.sentence
    if len(password) > 8 and plain(password) not in plain(found.sentence):
        assert password not in " ".join((found.sentence, *found.notes))
