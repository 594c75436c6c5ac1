"""kill -9 at any moment, a few times each; `make torture` tries hundreds."""

from __future__ import annotations

from typing import Any

import pytest

from footprint import vault as v
from footprint.vault.automatic import automatic_copies, copy_now
from tests.torture.rows import try_row

RUNS = {"import": 5, "vacuum": 3, "edit": 3, "delete": 3, "drop": 3, "passphrase": 2, "code": 3, "backup": 3}
RUNS |= {"restore": 4, "migrate": 3, "keep": 3, "move": 3, "wipe": 3, "copies": 3, "putback": 3}


@pytest.mark.slow
@pytest.mark.parametrize("what", RUNS)
def test_nothing_acknowledged_is_lost_and_nothing_is_half_there(what: str) -> None:
    found = try_row(f"1 {what}", RUNS[what])
    assert (found.runs, found.bad) == (RUNS[what], 0)


@pytest.mark.slow
def test_a_file_written_over_in_place_would_lose_some() -> None:
    """The control of all of them. Whether a kill hits is left to chance, so there are several goes."""
    assert any(try_row("1 control", 6).control for _go in range(6))


@pytest.mark.slow
def test_the_slot_file_can_always_be_read() -> None:
    """And written over in place it could not: the control."""
    found = try_row("7", 12)
    assert found.bad == 0 and (found.control or 0) > 0


def test_a_copy_cut_off_while_it_was_deleted_is_no_copy(opened: v.Vault, clock: Any) -> None:
    first = copy_now(opened)
    cut_off = first.path.with_name(f"{first.path.name}.tmp")
    first.path.rename(cut_off)
    assert automatic_copies(opened).copies == ()
    clock.advance(days=1)
    copy_now(opened)
    assert len(automatic_copies(opened).copies) == 1 and not cut_off.exists()
