"""Entries as numbers: rows in the order of time, months as ranges, keys that only this vault can make."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from footprint.archives.index import numbers
from footprint.archives.index.numbers import (
    AUDIENCES,
    HELD_KINDS,
    KINDS,
    PLACES,
    RELATIONS,
    STATES,
    UNDATED,
    Keys,
    first_place,
    month_ids,
    month_number,
    month_of,
    second_of,
    spans,
)
from footprint.archives.records import Audience, Entry, HeldKind, Kind, Relation, State

TIMES = st.integers(-(1 << 31), 1 << 32)


def test_every_word_has_a_number() -> None:
    """What is stored is the place in these: a new word goes to the end."""
    for known, words in (
        (KINDS, Kind), (AUDIENCES, Audience), (STATES, State), (RELATIONS, Relation), (HELD_KINDS, HeldKind),
    ):  # fmt: skip
        assert set(known) == set(words) and len(known) == len(words)  # type: ignore[arg-type]
    assert (KINDS[0], KINDS[-1], STATES[2]) == (Kind.POST, Kind.MESSAGE, State.DELETED)


@given(TIMES, TIMES, st.integers(0, PLACES - 1))
def test_ids_stand_in_the_order_of_time(one: int, other: int, place: int) -> None:
    assert second_of(first_place(one) + place) == one and first_place(one) >= UNDATED
    assert (one < other) == (first_place(one) < first_place(other))


@given(TIMES)
def test_a_month_is_a_range_of_ids(at: int) -> None:
    when = datetime.fromtimestamp(at, UTC)
    month = month_of(first_place(at))
    first, after = month_ids(month)
    assert month == month_number(when.year, when.month) and first <= first_place(at) < after
    assert month_ids(month + 1)[0] == after and spans([month + 1, month]) == [(first, month_ids(month + 1)[1])]


def test_times_that_cannot_be_are_kept_at_the_edge() -> None:
    assert first_place(1 << 60) == first_place(numbers._LATEST) and first_place(-(1 << 60)) >= UNDATED
    assert month_of(UNDATED - 1) == 0 and month_ids(0) == (0, UNDATED) and second_of(5) is None


def test_keys_are_this_vaults_own() -> None:
    mine, other = Keys(b"a" * 16), Keys(b"b" * 16)
    one = Entry("x", Kind.POST, "sam", "17", text="Hello")
    assert mine.entry(one) == Keys(b"a" * 16).entry(one) != other.entry(one)
    assert 0 < mine.entry(one) < 1 << 63
    assert mine.entry(one) == mine.entry(Entry("x", Kind.POST, "sam_example", "17", text="Hello, edited"))
    assert mine.entry(one) != mine.entry(Entry("x", Kind.REACTION, "sam", "17"))
    liked = [Entry("x", Kind.REACTION, who, "17") for who in ("sam", "lee")]
    assert mine.entry(liked[0]) != mine.entry(liked[1])
