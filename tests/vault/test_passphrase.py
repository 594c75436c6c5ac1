"""Passphrases: what is suggested, what is accepted, and what the same words on another keyboard become."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.vault import Guess, judge, passphrase, suggest


def test_the_words_are_many_short_and_plain() -> None:
    words = passphrase.words()
    assert len(words) >= 1296
    assert len(set(words)) == len(words)
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 10 for word in words)


def test_six_words_are_suggested_and_very_hard_to_guess() -> None:
    phrase = suggest()
    assert len(phrase.split()) == 6
    assert set(phrase.split()) <= set(passphrase.words())
    assert judge(phrase).guess is Guess.STRONG
    assert phrase != suggest()


@pytest.mark.parametrize("text", ["", "short", "three little words"[:11], "a b c d", "one one one", "           x"])
def test_too_short_says_what_is_needed(text: str) -> None:
    found = judge(text)
    assert (found.ok, found.guess) == (False, Guess.TOO_SHORT)
    assert "4 words or 12 characters" in found.sentence


@pytest.mark.parametrize(
    "text", ["one cat sat mat", "twelve-chars", "correct horse battery staple", "sw0rdfish-and-Ch!ps"]
)
def test_four_words_or_twelve_characters_do(text: str) -> None:
    assert judge(text).ok


@pytest.mark.parametrize("text", ["aaaaaaaaaaaa", "d" * 300])
def test_what_is_tried_first_is_refused(text: str) -> None:
    assert judge(text).guess is Guess.TOO_EASY


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_gets_a_sentence(text: str) -> None:
    assert judge(text).sentence


def test_the_same_words_typed_otherwise_are_the_same_passphrase() -> None:
    assert passphrase.normalised("cafe\u0301 ﬁeld\r\n") == passphrase.normalised("caf\u00e9 field")
    assert passphrase.normalised(" blank kept ") != passphrase.normalised("blank kept")
