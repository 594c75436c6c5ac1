"""Groups made by hand: one photo in five places, done with together, taken apart again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from footprint import log
from footprint.errors import NotFound
from footprint.log import New, Origin, Query, State, sets
from footprint.log.sets import BadSet
from footprint.vault import Vault

TODAY = date(2026, 11, 16)


@pytest.fixture
def five(vault: Vault) -> list[str]:
    return [log.add(vault, New(f"Photo, place {n}", origin=Origin.KNOWN)).value.id for n in range(5)]


def inside(vault: Vault, set_id: str) -> set[str]:
    return set(log.ids(vault, Query(set_id=set_id), TODAY))


def test_a_group_is_made_named_and_listed(vault: Vault, five: list[str]) -> None:
    made = sets.make(vault, five[:3]).value
    assert (made.name, made.items, made.open, made.due) == ("Photo, place 0", 3, 3, None)
    assert sets.rename(vault, made.id, "Summer  fair").value.name == "Summer fair"
    assert inside(vault, made.id) == set(five[:3])
    assert log.count(vault, Query(set_id=made.id), TODAY) == 3
    assert [one.name for one in sets.all_sets(vault)] == ["Summer fair"]


def test_all_of_it_is_marked_dated_and_deleted_in_one_step_each(vault: Vault, five: list[str]) -> None:
    group = sets.make(vault, five, "Fair").value.id
    day = TODAY + timedelta(days=5)
    log.change_many(vault, log.ids(vault, Query(set_id=group), TODAY), due=day)
    assert sets.all_sets(vault)[0].due == day
    log.move(vault, five[:2], State.ASKED, day=TODAY + timedelta(days=2))
    assert sets.all_sets(vault)[0].due == TODAY + timedelta(days=2), "the first of them"
    log.move(vault, five, State.KEPT)
    assert (sets.all_sets(vault)[0].open, sets.all_sets(vault)[0].due) == (0, None)
    gone = log.delete(vault, five)
    assert sets.all_sets(vault) == ()
    vault.undo(gone.undo)
    assert sets.all_sets(vault)[0].items == 5


def test_an_item_is_in_one_group_at_most(vault: Vault, five: list[str]) -> None:
    first = sets.make(vault, five[:3], "First").value.id
    moved = sets.make(vault, five[2:], "Second")
    assert inside(vault, first) == set(five[:2]) and inside(vault, moved.value.id) == set(five[2:])
    vault.undo(moved.undo)
    assert inside(vault, first) == set(five[:3])
    sets.add(vault, first, five[3:])
    assert inside(vault, first) == set(five)
    assert sets.add(vault, first, five).value.items == 5, "those in it already are not put in twice"


def test_taking_out_and_taking_apart_leave_the_items(vault: Vault, five: list[str]) -> None:
    group = sets.make(vault, five, "Fair").value.id
    assert sets.take_out(vault, [five[0], five[0]]).value == 1
    assert sets.set_of(vault, five[0]) is None and len(inside(vault, group)) == 4
    apart = sets.take_apart(vault, group)
    assert sets.all_sets(vault) == () and inside(vault, group) == set() and log.count(vault, Query(), TODAY) == 5
    vault.undo(apart.undo)
    assert len(inside(vault, group)) == 4
    with pytest.raises(NotFound):
        sets.take_apart(vault, "none")


def test_a_group_needs_two_and_a_name_with_an_end(vault: Vault, five: list[str]) -> None:
    with pytest.raises(BadSet):
        sets.make(vault, [five[0], five[0]], "Fair")
    with pytest.raises(BadSet):
        sets.make(vault, five, "x" * 101)
    group = sets.make(vault, five, "Fair").value.id
    with pytest.raises(BadSet):
        sets.rename(vault, group, " ")
