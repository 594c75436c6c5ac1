"""Deciding about entries: things in the list, changed minds, undo; and what a later copy shows to be gone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from footprint import log
from footprint.archives.deciding import decide
from footprint.archives.index import finding
from footprint.archives.index.filters import Decided, Find
from footprint.archives.opening.batches import Tally
from footprint.archives.records import Kind, Trouble, Why
from footprint.errors import NotFound
from footprint.log import Query, State
from footprint.vault import Vault
from tests.archives.copies import Copy, bring, post
from tests.conftest import FakeClock


def ids(vault: Vault, find: Find | None = None) -> list[int]:
    return list(finding.ids(vault, find or Find()))


def listed(vault: Vault) -> list[log.Item]:
    rows = log.page(vault, Query(), 0, 100, vault.now().date())
    return [log.get(vault, one.id) for one in rows]


def test_deleting_puts_a_thing_in_the_list_with_its_live_link(vault: Vault, tmp_path: Path) -> None:
    link = "https://x.example/sam/status/1"
    bring(vault, Copy(tmp_path / "a", [post(1, "Off sick, at the beach", link=link)]))
    done = decide(vault, ids(vault), Decided.DELETE)
    (item,) = listed(vault)
    assert (item.id,) == done.value and item.address == link and item.title == "Off sick, at the beach"
    assert (item.origin, item.action, item.network) == (log.Origin.ME, log.Action.REMOVE, "x")
    assert "2 March 2018" in item.notes and "Off sick" in item.notes
    (row,) = finding.page(vault, Find(decided=Decided.DELETE))
    assert row.item_id == item.id and row.decided_at == vault.now()


def test_without_a_link_it_leads_to_the_page_that_lists_such_things(vault: Vault, tmp_path: Path) -> None:
    bring(vault, Copy(tmp_path / "a", [post(1, "Hello there")]))
    decide(vault, ids(vault), Decided.DELETE)
    (item,) = listed(vault)
    assert item.host == "x.com" and "sam" in item.address and "first words" in item.notes


def test_keep_and_later_are_remembered_and_nothing_is_listed(vault: Vault, tmp_path: Path) -> None:
    bring(vault, Copy(tmp_path / "a", [post(n) for n in range(4)]))
    every = ids(vault)
    decide(vault, every[:2], Decided.KEEP)
    decide(vault, every[2:3], Decided.LATER)
    assert not listed(vault)
    assert (
        ids(vault, Find(decided=Decided.KEEP)) == every[:2] and ids(vault, Find(decided=Decided.NOTHING)) == every[3:]
    )
    decide(vault, every[:1], Decided.NOTHING)
    assert ids(vault, Find(decided=Decided.NOTHING)) == [every[0], every[3]]
    with pytest.raises(NotFound):
        decide(vault, [5], Decided.KEEP)


def test_a_changed_mind_keeps_the_thing_and_says_so(vault: Vault, tmp_path: Path) -> None:
    bring(vault, Copy(tmp_path / "a", [post(1)]))
    decide(vault, ids(vault), Decided.DELETE)
    decide(vault, ids(vault), Decided.KEEP)
    assert [one.state for one in listed(vault)] == [State.KEPT]
    decide(vault, ids(vault), Decided.LIMIT)
    assert [one.state for one in listed(vault)] == [State.DECIDED]


def test_undo_takes_all_of_it_back(vault: Vault, tmp_path: Path) -> None:
    bring(vault, Copy(tmp_path / "a", [post(n) for n in range(230)]))
    done = decide(vault, ids(vault), Decided.DELETE)
    assert len(done.value) == 230 == log.count(vault, Query(), vault.now().date())
    redo = vault.undo(done.undo)
    assert not listed(vault) and ids(vault, Find(decided=Decided.NOTHING)) == ids(vault)
    vault.undo(redo)
    assert len(ids(vault, Find(decided=Decided.DELETE))) == 230


def test_a_later_copy_confirms_what_is_gone(vault: Vault, tmp_path: Path, clock: FakeClock) -> None:
    bring(vault, Copy(tmp_path / "a", [post(n) for n in range(10)]))
    by_id = {one.entry.native_id: one.id for one in finding.page(vault, Find())}
    decide(vault, [by_id["3"], by_id["4"]], Decided.DELETE)
    clock.advance(days=40)
    done = bring(vault, Copy(tmp_path / "b", [post(n) for n in range(12) if n not in (3, 5)]))
    assert (done.course.gone, done.course.confirmed) == (2, 1)
    assert {one.entry.native_id for one in finding.page(vault, Find(gone=True))} == {"3", "5"}
    states = {one.title: one.state for one in listed(vault)}
    assert states == {"post number 3": State.GONE, "post number 4": State.FOUND}
    gone = next(one for one in listed(vault) if one.state is State.GONE)
    assert "copy that you brought in on 26 December 2026" in log.history(vault, gone.id)[-1].note


def test_what_comes_back_is_not_gone_any_more(vault: Vault, tmp_path: Path) -> None:
    bring(vault, Copy(tmp_path / "a", [post(n) for n in range(5)]))
    bring(vault, Copy(tmp_path / "b", [post(n) for n in range(5) if n != 2]))
    assert len(ids(vault, Find(gone=True))) == 1
    bring(vault, Copy(tmp_path / "c", [post(n) for n in range(6)]))
    assert not ids(vault, Find(gone=True))


def test_a_copy_of_some_months_says_nothing_of_the_rest(vault: Vault, tmp_path: Path) -> None:
    """Nor does an older copy say anything of what came after it."""
    bring(vault, Copy(tmp_path / "a", [post(n) for n in range(20)]))
    assert bring(vault, Copy(tmp_path / "b", [post(n) for n in range(8, 12) if n != 9])).course.gone == 1
    assert {one.entry.native_id for one in finding.page(vault, Find(gone=True))} == {"9"}


def test_the_oldest_posts_are_gone_where_all_that_is_missing_was_wanted_gone(vault: Vault, tmp_path: Path) -> None:
    photo = post(50, kind=Kind.PHOTO)
    bring(vault, Copy(tmp_path / "a", [*(post(n) for n in range(10)), photo]))
    by_id = {one.entry.native_id: one.id for one in finding.page(vault, Find())}
    decide(vault, [by_id["0"], by_id["1"], by_id["50"]], Decided.DELETE)
    done = bring(vault, Copy(tmp_path / "b", [post(n) for n in range(2, 12)]))
    assert (done.course.gone, done.course.confirmed) == (3, 3)


def test_a_damaged_copy_says_nothing_of_what_is_gone(vault: Vault, tmp_path: Path) -> None:
    bring(vault, Copy(tmp_path / "a", [post(n) for n in range(10)]))
    broken = Tally("x", "tweets-part1.js", "b", troubles=(Trouble(Why.BROKEN_FILE),))
    assert bring(vault, Copy(tmp_path / "b", [post(n) for n in range(0, 10, 2)], more=[broken])).course.gone == 0


def test_decisions_stay_with_an_entry_that_changed(vault: Vault, tmp_path: Path, clock: FakeClock) -> None:
    bring(vault, Copy(tmp_path / "a", [post(1), post(2)]))
    decide(vault, ids(vault, Find(text="number 1")), Decided.DELETE)
    clock.advance(days=1)
    moved = post(1, "Edited since", at=1_600_000_000)
    bring(vault, Copy(tmp_path / "b", [moved, post(2)]))
    (row,) = finding.page(vault, Find(decided=Decided.DELETE))
    assert row.entry == moved[0] and row.decided_at == clock() - timedelta(days=1)
    assert len(ids(vault)) == 2
