"""Case data about somebody else is seen where it stands, and usual words never warn."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint import person
from footprint.checklists import load_guidance
from footprint.log import third_party
from footprint.log.third_party import GUIDANCE, Looks, Own, findings, is_nhs_number, own_of, sentence
from footprint.person import DetailKind
from footprint.reading import MAX_GRADE, MAX_SENTENCE, reading
from footprint.vault import Vault
from tests.log.third_party_table import LEAVE, WARN


def test_the_table() -> None:
    missed = [words for kind, words in WARN if kind not in {one.kind.value for one in findings(words)}]
    alarms = [(words, one.kind.value, one.words) for words in LEAVE for one in findings(words)]
    share = 1 - len(missed) / len(WARN)
    figures = (
        f"{len(WARN)} sentences should warn: {share:.3f} do, not {missed}. "
        f"{len(LEAVE)} should not: {len(alarms)} false alarms, {alarms}."
    )
    assert len(WARN) >= 60 and len(LEAVE) >= 60
    assert not alarms and share >= 0.95, figures


@given(st.text(max_size=400))
def test_any_text_can_be_looked_at(text: str) -> None:
    end = 0
    for one in findings(text):
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.words
        end = one.end


_PIECES = st.lists(
    st.sampled_from([*(words for _kind, words in WARN), *LEAVE, "12 ", "case ", "Mrs A’s ", "\n", "9434765919", "’"]),
    max_size=12,
)


@given(_PIECES)
def test_sentences_put_together_never_fail(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert all(text[one.start : one.end] == one.words for one in findings(text))


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "12/", "a", "A ", "Aa ", "case ", "my client ", "Mrs ", "Aa’s ", "12 Aa ", "943 476 5919 ", "born ",
     "(", "www.", "a@a.", "AB12", "who I ", "LAS ", "- ", "the the family "],
)  # fmt: skip
def test_it_takes_steps_in_line_with_the_length(piece: str) -> None:
    """Twice as long is about twice the calls, and each pattern's reach is bounded: see the next test."""
    steps: list[int] = []
    for size in (2_000, 4_000):
        text, count = (piece * size)[: size * 4], 0

        def counted(_frame: object, event: str, _argument: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(counted)
        try:
            findings(text)
        finally:
            sys.setprofile(None)
        steps.append(count)
    assert steps[1] <= 3 * steps[0] + 200


def test_no_pattern_repeats_without_a_bound() -> None:
    patterns = third_party.patterns
    for name, pattern in vars(patterns).items():
        if hasattr(pattern, "pattern"):
            source = pattern.pattern.replace("\\+", "").replace(".+-]", "").replace("[\\d+", "").replace("\\*", "")
            assert "*" not in source and "+" not in source, name


def test_what_is_the_persons_own_warns_of_nothing(vault: Vault) -> None:
    person.add_detail(vault, DetailKind.TOWN, "12 Acacia Road, Otherton ZZ99 3WZ")
    person.add_detail(vault, DetailKind.NAME, "Ada Example", family="Example")
    own = own_of(vault)
    for words in ("It shows 12 Acacia Road.", "The post says zz993wz.", "Mrs Example’s son is in it."):
        assert findings(words) and not findings(words, own), words
    assert findings("It shows 14 Acacia Road.", own)
    assert not Own().has("")


def test_a_finding_says_why_and_which_guidance_it_serves() -> None:
    known = {one.id for one in load_guidance()[0].statements()}
    said = set()
    for _kind, words in WARN:
        for one in findings(words):
            assert one.guidance == GUIDANCE and set(one.guidance) <= known
            said.add(one.why)
    assert len(said) == len(Looks)
    everything = sentence(findings(" ".join(words for _kind, words in WARN)))
    assert everything.count("a date of birth") == 1 and " and " in everything
    assert sentence(()) == ""
    for words in (*said, *(sentence(findings(one)) for _kind, one in WARN)):
        level = reading(words)
        assert level.longest <= MAX_SENTENCE, words
    assert reading(" ".join(said)).grade <= MAX_GRADE


def test_nhs_numbers_by_their_check_figure() -> None:
    assert is_nhs_number("943 476 5919") and is_nhs_number("4010232137")
    assert not is_nhs_number("943 476 5918") and not is_nhs_number("123") and not is_nhs_number("0000000000")
