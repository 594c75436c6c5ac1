"""Keys: derived apart from each other, wrapped so that nothing fits by chance, and gone when dropped."""

from __future__ import annotations

import itertools

import pytest

from footprint.vault import Locked, Strength, keys
from footprint.vault.keys import DataKey


def test_page_key_and_data_key_differ_and_are_the_same_each_time() -> None:
    key = DataKey(bytes(range(32)))
    assert key.page_key() == DataKey(bytes(range(32))).page_key()
    assert key.page_key() != key.secret()
    assert len({key.page_key(), key.seal(b""), key.secret()}) == 3


def test_a_seal_fits_only_its_message_and_its_key() -> None:
    key = DataKey.new()
    seal = key.seal(b"slots")
    assert key.fits(b"slots", seal)
    assert not key.fits(b"slot", seal)
    assert not DataKey.new().fits(b"slots", seal)


def test_a_box_is_bound_to_what_stands_beside_it() -> None:
    slot_key, nonce = bytes(32), bytes(12)
    box = keys.wrap(slot_key, nonce, b"secret", b"facts")
    assert keys.unwrap(slot_key, nonce, box, b"facts") == b"secret"
    assert keys.unwrap(slot_key, nonce, box, b"other") is None
    assert keys.unwrap(bytes([1]) * 32, nonce, box, b"facts") is None
    assert keys.unwrap(slot_key, b"", box, b"facts") is None


def test_hidden_notes_read_back_only_with_the_key() -> None:
    key = DataKey.new()
    hidden = key.hide(b"where the backups are")
    assert b"backups" not in hidden
    assert key.show(hidden) == b"where the backups are"
    assert DataKey.new().show(hidden) is None
    assert key.show(b"short") is None


def test_a_dropped_key_is_gone() -> None:
    key = DataKey.new()
    key.drop()
    key.drop()
    with pytest.raises(Locked):
        key.page_key()


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_no_other_length_is_a_key(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        DataKey(bytes(length))


@pytest.mark.parametrize(
    "numbers",
    [
        Strength(63 * 1024, 3, 4),
        Strength(257 * 1024, 3, 4),
        Strength(2**40, 3, 4),
        Strength(64 * 1024, 2, 4),
        Strength(64 * 1024, 33, 4),
        Strength(64 * 1024, 3, 0),
        Strength(64 * 1024, 3, 9),
    ],
)
def test_numbers_out_of_range_are_never_derived_with(numbers: Strength) -> None:
    assert not numbers.accepted
    with pytest.raises(ValueError, match="out of range"):
        keys.stretch(b"words", bytes(16), numbers)


@pytest.mark.parametrize(("took", "passes"), [(0.05, 32), (0.1, 18), (0.3, 6), (0.55, 3), (4.0, 3)])
def test_passes_are_raised_until_one_derivation_takes_half_a_second(took: float, passes: int) -> None:
    ticks = itertools.cycle([0.0, took])
    found = keys.strength_for_this_computer(lambda: next(ticks), memory=16 * 1024**3)
    assert (found.memory, found.passes) == (128 * 1024, passes)
    assert found.accepted


def test_a_small_computer_is_asked_for_less_memory() -> None:
    ticks = itertools.cycle([0.0, 1.0])
    assert keys.strength_for_this_computer(lambda: next(ticks), memory=2 * 1024**3).memory == 64 * 1024
