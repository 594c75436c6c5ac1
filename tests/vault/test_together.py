"""Others at the same vault, disks that are slow or take no writing, and any bytes where a file of ours is expected."""

from __future__ import annotations

import pytest

from tests.torture.rows import try_row

FUZZ = {"slots": 300, "header": 60, "container": 200, "restore": 60, "leftovers": 60}


@pytest.mark.slow
def test_of_several_at_once_one_is_let_in() -> None:
    found = try_row("+ two", 3)
    assert found.bad == 0 and (found.control or 0) > 0


@pytest.mark.slow
def test_a_slow_disk_loses_nothing_and_locking_ends_it() -> None:
    assert try_row("+ slow", 2).bad == 0


@pytest.mark.slow
def test_where_nothing_may_be_written_it_says_so() -> None:
    found = try_row("+ readonly", 1)
    assert found.skipped or (found.bad == 0 and (found.control or 0) > 0)


@pytest.mark.parametrize("what", FUZZ)
def test_any_bytes_are_refused_in_words(what: str) -> None:
    assert try_row(f"+ fuzz {what}", FUZZ[what]).passed


@pytest.mark.slow
def test_backups_made_while_others_write_hold_together() -> None:
    assert try_row("22", 8).passed


def test_modes_floors_and_settings_hold() -> None:
    for label in ("10", "10 key", "10 plain", "10 settings", "21"):
        assert try_row(label, 1).passed, label
