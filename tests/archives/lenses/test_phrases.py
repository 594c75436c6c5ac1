"""The language of phrases: what each form finds, and that the words which lead to a phrase never miss it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.archives.lenses import phrases
from footprint.archives.lenses.phrases import BadPhrase, compiled
from footprint.archives.lenses.texts import borrowed, small, words_of

LISTS = {"kin": ("mum", "dad", "mother in law"), "none": ()}


def found(phrase: str, text: str) -> str | None:
    made = [one for part in phrases.alternatives(phrase) if (one := compiled(part, LISTS)) is not None]
    hit = re.search("|".join(one.pattern for one in made), small(text))
    return hit[0] if hit else None


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("my (boss|line manager)", "Told my LINE manager off", "my line manager"),
        ("pint/s", "three pints in", "pints"),
        ("pint/s", "pinto horse", None),
        ("drink*", "she was drinking", "drinking"),
        ("got .. drunk", "got very very drunk", "got very very drunk"),
        ("got ..1 drunk", "got very very drunk", None),
        ("big? row", "such a row", "row"),
        ("i'm tired", "Im tired", "im tired"),
        ("i'm tired", "I’m tired", "i'm tired"),
        ("my {kin}", "my mother-in-law’s cat", "my mother-in-law"),
        ("(dad (of|to) (two|three)|single mum)", "proud dad to three", "dad to three"),
        ("(the (big|small) row|quarrel)", "that quarrel", "quarrel"),
        ("my {kin}", "that is my. Mum said", None),
        ("🍷", "friday 🍷🍷", "🍷"),
    ],
)
def test_a_phrase_finds_what_it_says(phrase: str, text: str, words: str | None) -> None:
    assert found(phrase, text) == words


@pytest.mark.parametrize("phrase", ["the", "my (the|a)", "{nobody}", "(pint|beer", "pint)", "..", "{!kin}"])
def test_a_phrase_that_nothing_leads_to_is_refused(phrase: str) -> None:
    with pytest.raises(BadPhrase):
        compiled(phrase, LISTS)


def test_a_phrase_of_an_empty_list_is_left_out() -> None:
    assert compiled("my {none}", LISTS) is None


_WORDS = st.sampled_from(
    ["mum", "dad's", "mother", "in", "law", "pints", "pint", "my", "our", "the", "big", "i’m", "tired", "."]
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(_WORDS, max_size=12), st.sampled_from(["my {kin}", "pint/s", "my ..2 {kin}", "i'm tired", "big? pint/s"])
)
def test_the_words_that_lead_to_a_phrase_are_in_every_text_it_matches(words: list[str], phrase: str) -> None:
    low = small(" ".join(words))
    made = compiled(phrase, LISTS)
    assert made is not None
    hit = re.search(made.pattern, low)
    if hit:
        known = words_of(low)
        assert made.anchors & {*known, *(one.partition("'")[0] for one in known)}


@given(st.text())
def test_a_text_in_small_letters_keeps_its_places(text: str) -> None:
    low = small(text)
    assert len(low) == len(text)
    assert all(0 <= start < end <= len(text) for start, end in borrowed(low))


def test_what_is_borrowed_is_known() -> None:
    assert borrowed(small("he said “you are a fool” and left")) == ((8, 24),)
    assert borrowed(small("♪ pour me another")) == ((0, 17),)
    assert borrowed(small("don't, can't, won't")) == ()
