"""A full name taken apart, and capitals mended."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.person import split_name
from footprint.person.names import tidy_name

_WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéøñ’'-", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("text", "forenames", "family"),
    [
        ("Ada Example", "Ada", "Example"),
        ("Ada Mary Example", "Ada Mary", "Example"),
        ("Example, Ada", "Ada", "Example"),
        ("Example, Dr Ada Mary", "Ada Mary", "Example"),
        ("Ada van der Example", "Ada", "van der Example"),
        ("Ada de la Cruz", "Ada", "de la Cruz"),
        ("Van Example", "Van", "Example"),
        ("Ada Le", "Ada", "Le"),
        ("Pryce ap Example", "Pryce", "ap Example"),
        ("Ada O’Example", "Ada", "O’Example"),
        ("Ada Example-Sample", "Ada", "Example-Sample"),
        ("Dr Ada Example", "Ada", "Example"),
        ("Mrs. Ada Example MBE", "Ada", "Example"),
        ("Ada", "Ada", ""),
        ("Dr Ada", "Ada", ""),
        ("", "", ""),
    ],
)
def test_a_name_comes_apart_where_people_would_cut_it(text: str, forenames: str, family: str) -> None:
    assert split_name(text) == (forenames, family)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  ada   example ", "Ada Example"),
        ("ADA EXAMPLE", "Ada Example"),
        ("ada van der example", "Ada van der Example"),
        ("anne-marie o’brien", "Anne-Marie O’Brien"),
        ("mary O’ Brien", "mary O’Brien"),
        ("jean mcdonald", "Jean McDonald"),
        ("bell hooks-Smith", "bell hooks-Smith"),
        ("AJ", "AJ"),
    ],
)
def test_capitals_are_mended_only_where_all_was_typed_in_one_case(typed: str, kept: str) -> None:
    assert tidy_name(typed) == kept


@given(st.lists(_WORD, min_size=1, max_size=6))
def test_no_word_is_lost_or_made_up(words: list[str]) -> None:
    forenames, family = split_name(" ".join(words))
    left = [*forenames.split(), *family.split()]
    assert left
    assert [word for word in words if word in left] == left


@given(st.text(max_size=60))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    once = tidy_name(text)
    assert tidy_name(once) == once
