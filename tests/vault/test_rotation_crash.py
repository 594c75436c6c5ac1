"""kill -9 while everything is put under a new key; `make torture` does the same many more times."""

from __future__ import annotations

import pytest

from tests.torture import rotation
from tests.torture.row01_kill import killed


@pytest.mark.slow
def test_a_rotation_cut_off_anywhere_leaves_the_old_vault_or_the_new_one() -> None:
    found = rotation.at_each_change(9)
    assert found.bad == 0 and found.runs >= 9, found
    assert "the old one" in found.detail and "the new one" in found.detail


@pytest.mark.slow
def test_a_rotation_killed_by_chance_leaves_the_old_vault_or_the_new_one() -> None:
    found = killed(rotation.ROTATING, 5)
    assert found.bad == 0 and found.runs == 5, found


@pytest.mark.slow
def test_replacing_one_after_the_other_would_lose_everything() -> None:
    assert rotation.in_place(8).control
