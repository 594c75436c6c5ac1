"""The slot file: damage, tampering and a wrong secret are told apart; nothing else ever comes out of it."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import msgspec
import pytest

from footprint import vault as v
from footprint.vault import disk, slotfile, slots
from footprint.vault.keys import DataKey, Strength
from footprint.vault.slots import SlotList
from tests.torture.row06_slot_file import with_checksum
from tests.torture.rows import try_row

AT = "2026-11-16T14:30:00.000000Z"


@pytest.fixture(scope="module")
def code() -> v.RecoveryCode:
    return v.new_code()


@pytest.fixture(scope="module")
def listed(code: v.RecoveryCode) -> SlotList:
    """Two slots of one key; the passphrase one at the accepted floor."""
    key, vault_id = DataKey(bytes(range(32))), "ab" * 16
    made = tuple(slots.make_slot(key, vault_id, one, AT, v.FLOOR) for one in ("lamp river stone", code))
    return slots.sealed(key, vault_id, made)


def changed(listed: SlotList, **values: Any) -> SlotList:
    return msgspec.structs.replace(listed, **values)


def test_it_reads_back_and_stays_small(listed: SlotList) -> None:
    data = slotfile.to_bytes(listed)
    assert slotfile.from_bytes(data) == listed
    assert len(data) < 1500


def test_both_secrets_open_it_to_the_same_key(listed: SlotList, code: v.RecoveryCode) -> None:
    assert slots.enter(listed, code).key.secret() == bytes(range(32))
    assert slots.enter(listed, "lamp river stone\n").key.secret() == bytes(range(32))


def test_a_wrong_secret_is_a_wrong_secret(listed: SlotList) -> None:
    with pytest.raises(v.WrongSecret):
        slots.enter(listed, "lamp river")
    with pytest.raises(v.WrongCode):
        slots.enter(listed, v.new_code())


@pytest.mark.slow
def test_every_byte_flipped_never_opens() -> None:
    """With the checksum repaired or not; without the seal some would: the control."""
    found = try_row("6", 2)
    assert found.runs > 2000 and found.bad == 0 and (found.control or 0) > 0


@pytest.mark.slow
def test_weakened_huge_and_moved_slots_never_open_and_cost_little() -> None:
    assert try_row("6 numbers", 1).passed and try_row("6 phrase", 6).passed


def test_deep_json_is_damage() -> None:
    for body in (b"[" * 60_000, b'{"slots":' * 6_000):
        with pytest.raises(v.KeysDamaged):
            slotfile.from_bytes(with_checksum(body))


@pytest.mark.parametrize(
    "numbers", [Strength(2**30, 3, 4), Strength(8, 1, 1), Strength(64 * 1024, 10**9, 4), Strength(65536, 3, 255)]
)
def test_dangerous_numbers_are_refused_before_anything_is_derived(listed: SlotList, numbers: Strength) -> None:
    phrase, other = listed.slots
    weak = msgspec.structs.replace(phrase, memory=numbers.memory, passes=numbers.passes, lanes=numbers.lanes)
    with pytest.raises(v.KeysDamaged):
        slotfile.from_bytes(slotfile.to_bytes(changed(listed, slots=(weak, other))))


def test_a_weakened_passphrase_slot_inside_the_range_does_not_open(listed: SlotList) -> None:
    phrase, other = listed.slots
    weak = msgspec.structs.replace(phrase, lanes=1)
    with pytest.raises(v.WrongSecret):
        slots.enter(changed(listed, slots=(weak, other)), "lamp river stone")


def test_a_slot_taken_out_added_or_moved_is_refused(listed: SlotList, code: v.RecoveryCode) -> None:
    one, two = listed.slots
    for found in ((two,), (two, one), (one, two, two)):
        with pytest.raises(v.KeysDamaged):
            slots.enter(changed(listed, slots=found), code)


def test_a_slot_of_another_vault_does_not_fit(listed: SlotList, code: v.RecoveryCode) -> None:
    with pytest.raises(v.WrongSecret):
        slots.enter(changed(listed, vault="cd" * 16), code)


def test_the_spare_serves_when_the_file_cannot_be_read(tmp_path: Path, listed: SlotList) -> None:
    slotfile.write(tmp_path, listed)
    for damage in (b"", b"\0" * 700, slotfile.to_bytes(listed)[:-40]):
        (tmp_path / slotfile.KEYS).write_bytes(damage)
        assert slotfile.candidates(tmp_path) == (listed,)
        assert not slotfile.is_whole(tmp_path, listed)
    (tmp_path / slotfile.SPARE).write_bytes(b"?")
    with pytest.raises(v.KeysDamaged):
        slotfile.candidates(tmp_path)
    for name in (slotfile.KEYS, slotfile.SPARE):
        (tmp_path / name).unlink()
    with pytest.raises(v.KeysMissing):
        slotfile.candidates(tmp_path)


def test_a_huge_file_is_damage(tmp_path: Path) -> None:
    (tmp_path / slotfile.KEYS).write_bytes(b"x" * 5_000_000)
    with pytest.raises(v.KeysDamaged):
        slotfile.candidates(tmp_path)


def test_a_folder_of_that_name_is_no_slot_file(tmp_path: Path) -> None:
    (tmp_path / slotfile.KEYS).mkdir()
    with pytest.raises(v.KeysMissing):
        slotfile.candidates(tmp_path)


def test_half_written_files_are_swept(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"vault.keys.{number}.tmp").write_bytes(random.randbytes(20))
    (tmp_path / "vault.keys").write_bytes(b"kept")
    disk.sweep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["vault.keys"]
