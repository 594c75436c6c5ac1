"""E-mail addresses and phone numbers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.person import BadEmail, BadPhone, read_email, read_phone


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" ada@mail.example ", "ada@mail.example"),
        ("Ada.Example@MAIL.Example", "Ada.Example@mail.example"),
        ("Ada Example <ada@mail.example>", "ada@mail.example"),
        ("mailto:ada@mail.example?subject=hello", "ada@mail.example"),
        ("ada @ mail.example", "ada@mail.example"),
        ("ada+work@mail.example.", "ada+work@mail.example"),
        ("ada@exämple.example", "ada@exämple.example"),
    ],
)
def test_an_email_is_read_the_way_it_was_meant(typed: str, kept: str) -> None:
    assert read_email(typed) == kept


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Enter an email"),
        ("ada", "has no @"),
        ("ada@mail", "after the @"),
        ("ada@mail..example", "after the @"),
        ("ada@10.0.0.1", "after the @"),
        ("@mail.example", "before the @"),
        ("a..b@mail.example", "before the @"),
        ("ada@home@mail.example", "before the @"),
    ],
)
def test_what_is_no_email_gets_a_sentence(typed: str, says: str) -> None:
    with pytest.raises(BadEmail, match=says):
        read_email(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("07700 900123", "+44 7700 900123"),
        ("07700-900-123", "+44 7700 900123"),
        ("+44 (0)7700 900123", "+44 7700 900123"),
        ("0044 7700 900123", "+44 7700 900123"),
        ("tel:+447700900123", "+44 7700 900123"),
        ("(020) 7946 0123", "+44 20 7946 0123"),
        ("+353 1 555 0123", "+353 1 555 0123"),
    ],
)
def test_a_phone_number_is_british_unless_it_says_otherwise(typed: str, kept: str) -> None:
    assert read_phone(typed) == kept


@pytest.mark.parametrize(
    ("typed", "says"),
    [("", "Enter a phone"), ("123", "not a whole"), ("ring me", "letters"), ("0" * 300, "not a whole")],
)
def test_what_is_no_phone_number_gets_a_sentence(typed: str, says: str) -> None:
    with pytest.raises(BadPhone, match=says):
        read_phone(typed)


@given(st.text(max_size=80))
def test_anything_typed_is_read_or_refused_in_words(text: str) -> None:
    for read, refusal in ((read_email, BadEmail), (read_phone, BadPhone)):
        try:
            kept = read(text)
        except refusal as problem:
            assert str(problem)
        else:
            assert read(kept) == kept
