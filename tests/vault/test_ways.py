"""Changing the ways in: the new one works, the old one does not, and a failure leaves the old one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from footprint import vault as v
from footprint.vault import disk, slotfile, slots
from tests.vault.stores import Store

NEW = "window candle harbour violin"


def opens(folder: Path, secret: str | v.RecoveryCode) -> bool:
    try:
        v.unlock(folder, secret, patience=v.Patience(seconds=0)).vault.close()
    except v.WrongSecret:
        return False
    return True


def test_a_new_passphrase_takes_the_place_of_the_old_one(kept: Any, opened: v.Vault, strength: v.Strength) -> None:
    v.change_passphrase(opened, kept.phrase, NEW, strength=strength)
    v.set_fact(opened, "test.after", "yes")
    opened.close()
    assert opens(kept.folder, NEW)
    assert not opens(kept.folder, kept.phrase)
    assert opens(kept.folder, kept.code)


def test_the_old_passphrase_has_to_be_right(kept: Any, opened: v.Vault, waiting: Any) -> None:
    before = (kept.folder / slotfile.KEYS).read_bytes()
    with pytest.raises(v.WrongSecret):
        v.change_passphrase(opened, "something else", NEW, patience=waiting.patience())
    with pytest.raises(v.WeakPassphrase):
        v.change_passphrase(opened, kept.phrase, "short")
    assert waiting.waited == [1.0]
    assert (kept.folder / slotfile.KEYS).read_bytes() == before


def test_after_recovery_a_passphrase_is_set_without_the_old_one(
    kept: Any, opened: v.Vault, strength: v.Strength
) -> None:
    v.set_passphrase(opened, NEW, strength=strength)
    opened.close()
    assert opens(kept.folder, NEW)
    assert not opens(kept.folder, kept.phrase)


def test_without_recovery_the_old_passphrase_is_needed(kept: Any) -> None:
    found = v.unlock(kept.folder, kept.phrase).vault
    with pytest.raises(v.WrongSecret):
        v.set_passphrase(found, NEW)
    found.close()


def test_a_new_recovery_code_takes_the_place_of_the_old_one(kept: Any, opened: v.Vault) -> None:
    sheet = v.new_recovery_code(opened)
    assert sheet.vault == v.look(kept.folder).vault
    opened.close()
    assert opens(kept.folder, sheet.code)
    assert not opens(kept.folder, kept.code)
    assert opens(kept.folder, kept.phrase)


def test_a_full_disk_in_the_middle_leaves_a_way_in(
    kept: Any, opened: v.Vault, strength: v.Strength, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, count = disk.replace_file, 0

    for good_writes in range(4):
        count = 0

        def until_full(path: Path, data: bytes, limit: int = good_writes) -> None:
            nonlocal count
            count += 1
            if count > limit:
                raise v.DiskFull
            real(path, data)

        monkeypatch.setattr(slotfile, "replace_file", until_full)
        with pytest.raises(v.DiskFull):
            v.change_passphrase(opened, kept.phrase, NEW, strength=strength)
        monkeypatch.undo()
        found = slotfile.candidates(kept.folder)
        assert any(slot.way is v.Way.PASSPHRASE for slot in found[0].slots)
        assert slots.enter(found[0], kept.code).key
        if good_writes < 3:
            assert slots.enter(found[0], kept.phrase).key


def test_what_another_key_sealed_is_never_built_upon(kept: Any, opened: v.Vault, strength: v.Strength) -> None:
    (found, *_spare) = slotfile.candidates(kept.folder)
    slotfile.write(kept.folder, slots.sealed(v.keys.DataKey.new(), found.vault, found.slots))
    with pytest.raises(v.KeysDamaged):
        v.new_recovery_code(opened)


def test_a_throw_away_vault_has_no_ways_in(tmp_path: Path) -> None:
    looking = v.throw_away(temporary=tmp_path)
    for ask in (
        lambda: v.ways_in(looking),
        lambda: v.new_recovery_code(looking),
        lambda: v.change_passphrase(looking, "a", NEW),
        lambda: v.backup(looking, tmp_path / "b.footprint"),
    ):
        with pytest.raises(v.NotKept):
            ask()
    looking.close()


def test_the_ways_are_listed_with_their_days_and_what_is_needed_is_told(opened: v.Vault, clock: Any) -> None:
    assert [(one.way, one.day.isoformat(), one.needed) for one in v.list_ways(opened)] == [
        (v.Way.PASSPHRASE, "2026-11-16", True),
        (v.Way.CODE, "2026-11-16", True),
    ]
    clock.advance(days=3)
    v.new_recovery_code(opened, keep_old=True)
    assert [(one.way, one.day.day, one.needed) for one in v.list_ways(opened)] == [
        (v.Way.PASSPHRASE, 16, True),
        (v.Way.CODE, 16, False),
        (v.Way.CODE, 19, False),
    ]


def test_a_second_sheet_opens_beside_the_first_until_it_is_removed(kept: Any, opened: v.Vault, clock: Any) -> None:
    clock.advance(days=1)
    second = v.new_recovery_code(opened, keep_old=True)
    first = next(one for one in v.list_ways(opened) if one.way is v.Way.CODE)
    v.remove_way(opened, first.id)
    opened.close()
    assert opens(kept.folder, second.code)
    assert not opens(kept.folder, kept.code)


def test_neither_the_only_passphrase_nor_the_only_sheet_can_be_removed(kept: Any, opened: v.Vault) -> None:
    store = Store()
    v.turn_on_keyring(opened, store=store.keyring())
    before = slotfile.candidates(kept.folder)
    for one in v.list_ways(opened):
        if one.needed:
            with pytest.raises(v.LastWay):
                v.remove_way(opened, one.id)
    assert slotfile.candidates(kept.folder) == before
    v.remove_way(opened, "no such way")
    assert slotfile.candidates(kept.folder) == before
    (keyring,) = (one for one in v.list_ways(opened) if not one.needed)
    v.remove_way(opened, keyring.id, store=store.keyring())
    assert store.entries == {}


def test_there_are_never_more_ways_than_the_file_can_hold(kept: Any, opened: v.Vault) -> None:
    for _sheet in range(slots.MOST - 2):
        v.new_recovery_code(opened, keep_old=True)
    with pytest.raises(v.TooManyWays):
        v.new_recovery_code(opened, keep_old=True)
    opened.close()
    assert opens(kept.folder, kept.code)


def test_a_passphrase_below_a_raised_floor_gets_a_stronger_slot_when_it_opens(kept: Any, waiting: Any) -> None:
    """The day it was made stays, and the recovery code is left as it is."""
    before = slotfile.candidates(kept.folder)[0]
    raised = v.Strength(memory=64 * 1024, passes=4, lanes=4)
    v.unlock(kept.folder, kept.code, floor=raised).vault.close()
    assert slotfile.candidates(kept.folder)[0] == before
    v.unlock(kept.folder, kept.phrase, floor=raised).vault.close()
    after = slotfile.candidates(kept.folder)[0]
    (old,), (new,) = before.of(v.Way.PASSPHRASE), after.of(v.Way.PASSPHRASE)
    assert not old.strength.reaches(raised) and new.strength.reaches(raised)
    assert new.made_at == old.made_at and after.of(v.Way.CODE) == before.of(v.Way.CODE)
    v.unlock(kept.folder, kept.phrase, floor=raised).vault.close()
    assert slotfile.candidates(kept.folder)[0] == after, "strong enough: nothing is written"


def test_a_disk_that_refuses_the_stronger_slot_keeps_nobody_out(kept: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    before = slotfile.candidates(kept.folder)[0]

    def full(_path: Path, _data: bytes) -> None:
        raise v.DiskFull

    monkeypatch.setattr(slotfile, "replace_file", full)
    v.unlock(kept.folder, kept.phrase, floor=v.Strength(memory=64 * 1024, passes=4, lanes=4)).vault.close()
    assert slotfile.candidates(kept.folder)[0] == before
