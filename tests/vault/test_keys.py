"""Keys: derived apart from each other, wrapped so that nothing fits by chance, and gone when dropped."""

from __future__ import annotations

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


class Computer:
    """Takes so long for each pass, and a fifth longer the first time."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.asked = seconds, 0

    def __call__(self, strength: keys.Strength) -> float:
        self.asked += 1
        return self.seconds * strength.passes * (1.2 if self.asked == 1 else 1)


@pytest.mark.parametrize("each", [0.02, 0.05, 0.1, 0.13, 0.16, 0.2])
def test_passes_are_raised_until_one_derivation_takes_half_a_second(each: float) -> None:
    found = keys.strength_for_this_computer(Computer(each), memory=16 * 1024**3)
    assert 0.5 <= each * found.passes <= 1.0 and found.memory == 128 * 1024
    assert found.accepted


class BusyNowAndThen(Computer):
    """Every other time something else runs as well, and all takes twice as long."""

    def __init__(self, each: float) -> None:
        super().__init__(each)
        self.turn = 0

    def __call__(self, strength: keys.Strength) -> float:
        self.turn += 1
        return super().__call__(strength) * (2 - self.turn % 2)


@pytest.mark.parametrize("each", [0.06, 0.1, 0.15])
def test_a_busy_moment_makes_no_slot_weaker(each: float) -> None:
    found = keys.strength_for_this_computer(BusyNowAndThen(each), memory=16 * 1024**3)
    assert each * found.passes >= 0.5


def test_numbers_stay_within_what_is_accepted() -> None:
    slow = keys.strength_for_this_computer(Computer(4.0), memory=16 * 1024**3)
    fast = keys.strength_for_this_computer(Computer(0.001), memory=16 * 1024**3)
    assert (slow.passes, fast.passes) == (3, 32)


def test_a_small_computer_is_asked_for_less_memory() -> None:
    assert keys.strength_for_this_computer(Computer(1.0), memory=2 * 1024**3).memory == 64 * 1024
