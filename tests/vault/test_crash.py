"""kill -9 at any moment, a few times each; `make torture` tries hundreds."""

from __future__ import annotations

import pytest

from tests.torture.rows import try_row

RUNS = {"import": 6, "vacuum": 4, "edit": 4, "delete": 4, "drop": 4, "passphrase": 3, "code": 4, "backup": 4}
RUNS |= {"restore": 5, "migrate": 4, "keep": 4}


@pytest.mark.slow
@pytest.mark.parametrize("what", RUNS)
def test_nothing_acknowledged_is_lost_and_nothing_is_half_there(what: str) -> None:
    found = try_row(f"1 {what}", RUNS[what])
    assert (found.runs, found.bad) == (RUNS[what], 0)


@pytest.mark.slow
def test_a_file_written_over_in_place_would_lose_some() -> None:
    """The control of all of them."""
    assert (try_row("1 control", 6).control or 0) > 0


@pytest.mark.slow
def test_the_slot_file_can_always_be_read() -> None:
    """And written over in place it could not: the control."""
    found = try_row("7", 12)
    assert found.bad == 0 and (found.control or 0) > 0
