"""What was put into one is taken apart again, days later: nothing is lost, and what was done since stays."""

from __future__ import annotations

from datetime import timedelta

import pytest

from footprint import log, search
from footprint.errors import NotFound
from footprint.log import EventKind, Item, New, Origin, Query, State, duplicates, sets, views
from footprint.vault import Vault
from tests.conftest import FakeClock

PAGE = "https://photos.example/p/17"


def add(vault: Vault, title: str, **more: object) -> Item:
    return log.add(vault, New(title, PAGE, origin=Origin.KNOWN, **more)).value


def told(vault: Vault, item: str) -> list[str]:
    return [one.words for one in log.history(vault, item)]


def test_each_is_as_it_was_and_has_its_own_history_and_copies_again(vault: Vault, clock: FakeClock) -> None:
    keep, other = add(vault, "Photo"), add(vault, "Same photo", notes="Jo told me", contact="Jo Sample")
    log.move(vault, [other.id], State.ASKED)
    log.add_text(vault, other.id, "what it said")
    asked, words = log.get(vault, other.id), told(vault, other.id)
    duplicates.merge(vault, keep.id, [other.id])
    assert log.get(vault, keep.id).contact == "Jo Sample" and len(log.evidence(vault, keep.id)) == 1
    assert duplicates.parts_of(vault, keep.id) == ("Same photo",)
    clock.advance(days=40)
    log.empty_deleted(vault)
    assert duplicates.split(vault, keep.id).value == (other.id,)
    back = log.get(vault, other.id)
    assert back == log.Item(**{**vars(asked), "changed_at": back.changed_at})
    assert told(vault, other.id) == words and len(log.evidence(vault, other.id)) == 1
    assert log.requests(vault, other.id) and not log.requests(vault, keep.id)
    now = log.get(vault, keep.id)
    assert (now.contact, now.notes, now.state, now.due) == ("", "", State.FOUND, None)
    assert told(vault, keep.id)[-1] == "You took 1 out of it again."
    assert duplicates.parts_of(vault, keep.id) == ()
    with pytest.raises(NotFound):
        duplicates.split(vault, keep.id)


def test_what_was_written_and_done_since_stays(vault: Vault, clock: FakeClock) -> None:
    keep, other = add(vault, "Photo"), add(vault, "Same photo", notes="Jo told me", place="Club page")
    duplicates.merge(vault, keep.id, [other.id])
    log.change(vault, keep.id, notes="My own words now")
    log.move(vault, [keep.id], State.GONE, note="I looked")
    log.add_text(vault, keep.id, "a copy made since")
    duplicates.split(vault, keep.id)
    now = log.get(vault, keep.id)
    assert (now.notes, now.state, now.place) == ("My own words now", State.GONE, "")
    assert len(log.evidence(vault, keep.id)) == 1 and not log.evidence(vault, other.id)
    assert "I looked" in [one.note for one in log.history(vault, keep.id)]


def test_taking_apart_can_be_undone_and_the_merge_too(vault: Vault) -> None:
    keep, other = add(vault, "Photo"), add(vault, "Same photo", notes="Jo told me")
    merged = duplicates.merge(vault, keep.id, [other.id])
    parted = duplicates.split(vault, keep.id)
    vault.undo(parted.undo)
    assert "Jo told me" in log.get(vault, keep.id).notes and duplicates.parts_of(vault, keep.id) == ("Same photo",)
    vault.undo(merged.undo)
    assert log.get(vault, other.id).notes == "Jo told me" and duplicates.parts_of(vault, keep.id) == ()


def test_the_last_merge_comes_apart_first_and_a_chain_of_them_too(vault: Vault) -> None:
    first, second, third = (add(vault, name) for name in ("One", "Two", "Three"))
    duplicates.merge(vault, second.id, [third.id])
    duplicates.merge(vault, first.id, [second.id])
    assert duplicates.split(vault, first.id).value == (second.id,)
    assert "Also called: Three" in log.get(vault, second.id).notes
    assert duplicates.split(vault, second.id).value == (third.id,)
    assert [log.get(vault, one.id).notes for one in (first, second, third)] == ["", "", ""]
    assert [sum(e.kind is EventKind.ADDED for e in log.history(vault, one.id)) for one in (first, second, third)] == [
        1, 1, 1,
    ]  # fmt: skip


def test_the_finding_of_each_points_at_the_one_that_is_kept(vault: Vault) -> None:
    """The search page asks whether a result is in the list: merged, it is; taken apart, each by itself."""
    text = "https://photos.example/p/17 https://photos.example/p/18 https://photos.example/p/19"
    search.add_pasted(vault, text)
    findings = search.findings(vault)
    one, two, three = (log.put_on_list(vault, finding).value for finding in findings)
    duplicates.merge(vault, two.id, [three.id])
    merged = duplicates.merge(vault, one.id, [two.id])
    here = [[item.id for item in log.of_finding(vault, finding.id)] for finding in findings]
    assert here == [[one.id], [one.id], [one.id]]
    assert log.put_on_list(vault, findings[2]).value.id == one.id, "it is not listed a second time"
    vault.undo(merged.undo)
    assert [item.id for item in log.of_finding(vault, findings[2].id)] == [two.id]
    duplicates.split(vault, two.id)
    assert [item.id for item in log.of_finding(vault, findings[2].id)] == [three.id]
    log.delete(vault, [two.id])
    assert log.of_finding(vault, findings[1].id) == ()


def test_nothing_of_what_went_into_an_item_outlives_it(vault: Vault, clock: FakeClock) -> None:
    keep, other = add(vault, "Photo"), add(vault, "Same photo", notes="a secret word")
    duplicates.merge(vault, keep.id, [other.id])
    log.delete(vault, [keep.id])
    clock.advance(days=31)
    assert log.empty_deleted(vault) == 2
    with vault.reading() as db:
        kept = [
            str(row) for table in ("log_item", "log_merge", "log_event") for row in db.execute(f"SELECT * FROM {table}")
        ]
    assert not [row for row in kept if "secret" in row or "Same photo" in row]


def test_no_name_of_a_group_or_filter_outlives_what_it_was_for(vault: Vault, clock: FakeClock) -> None:
    secret, other = add(vault, "a secret word"), add(vault, "Other")
    sets.make(vault, [secret.id, other.id])
    kept = sets.make(vault, [add(vault, "One").id, add(vault, "Two").id], "Kept").value
    views.delete(vault, views.save(vault, "secret filter", Query(text="secret")).value.id)
    log.delete(vault, [secret.id, other.id])
    clock.advance(days=31)
    log.empty_deleted(vault)
    with vault.reading() as db:
        rows = [str(row) for table in ("log_set", "log_view") for row in db.execute(f"SELECT * FROM {table}")]
    assert not [row for row in rows if "secret" in row]
    assert [one.name for one in sets.all_sets(vault)] == [kept.name]


def test_what_went_into_another_is_not_offered_to_be_brought_back_by_itself(vault: Vault) -> None:
    keep, other = add(vault, "Photo"), add(vault, "Same photo")
    log.delete(vault, [other.id])
    log.restore(vault, [other.id])
    duplicates.merge(vault, keep.id, [other.id])
    assert log.recently_deleted(vault) == ()


def test_a_place_in_a_group_goes_along_and_comes_back(vault: Vault) -> None:
    keep, other, third = add(vault, "Photo"), add(vault, "Same photo"), add(vault, "Third")
    made = sets.make(vault, [other.id, third.id], "Summer fair").value
    duplicates.merge(vault, keep.id, [other.id])
    found = sets.set_of(vault, keep.id)
    assert found is not None and (found.id, found.items) == (made.id, 2)
    duplicates.split(vault, keep.id)
    assert sets.set_of(vault, keep.id) is None
    assert sets.set_of(vault, other.id) == made


def test_days_of_the_earlier_one_come_back(vault: Vault, clock: FakeClock) -> None:
    day = clock().date() + timedelta(days=3)
    keep, other = add(vault, "Photo"), add(vault, "Same photo", due=day)
    duplicates.merge(vault, keep.id, [other.id])
    assert log.get(vault, keep.id).due == day
    duplicates.split(vault, keep.id)
    assert log.get(vault, keep.id).due is None and log.get(vault, other.id).due == day
