"""The power goes at any moment, some times each; `make torture` tries thousands."""

from __future__ import annotations

import random

import pytest

from tests.torture.cutting import Disk, Event
from tests.torture.row02_power_cut import cut
from tests.torture.rows import try_row
from tests.torture.scenarios import EVERY

RUNS = {
    "import": 60,
    "edit": 10,
    "drop": 10,
    "code": 20,
    "backup": 10,
    "restore": 20,
    "migrate": 6,
    "keep": 15,
    "move": 10,
    "wipe": 6,
    "copies": 6,
    "putback": 8,
}


@pytest.mark.slow
@pytest.mark.parametrize("what", RUNS)
def test_no_power_cut_loses_what_was_acknowledged(what: str) -> None:
    scenario = next(one for one in EVERY if one.name == what)
    found = cut(scenario, RUNS[what], controls=15 if what in ("import", "code", "backup") else 0)
    assert found.bad == 0
    assert found.control or what not in ("import", "code", "backup"), "on a disk that does not flush some are lost"


@pytest.mark.slow
def test_without_the_flush_it_would() -> None:
    """The control: the same disk, one setting less."""
    assert (try_row("2 control", 40).control or 0) > 0


def test_the_disk_of_the_trial_keeps_what_was_flushed_and_no_more() -> None:
    """The trial itself: flushed bytes and names stay, others may be missing, in order."""
    disk = Disk.of({"folder": None, "folder/old": b"old"})
    disk.take(Event("write", "folder/new", 0, b"n" * 1024))
    disk.take(Event("flush", "folder/new"))
    disk.take(Event("write", "folder/new", 1024, b"m" * 1024))
    disk.take(Event("move", "folder/new", to="folder/old"))
    found = [disk.after_cut(random.Random(seed)) for seed in range(60)]
    assert all(one["folder"] is None for one in found)
    held = {one["folder/old"][:1] for one in found if one["folder/old"]}
    assert held == {b"o", b"n"}, "the move is there or not"
    whole = [one.get("folder/new") or one["folder/old"] for one in found]
    assert all(one[:1024] == b"n" * 1024 for one in whole)
    assert {len(one) for one in whole} == {1024, 1536, 2048}
    disk.take(Event("flush", "folder"))
    assert all("folder/new" not in disk.after_cut(random.Random(seed)) for seed in range(20))


def test_a_disk_that_does_not_flush_may_have_nothing() -> None:
    disk = Disk.of({})
    disk.take(Event("write", "file", 0, b"x" * 600), flushing=False)
    disk.take(Event("flush", "file"), flushing=False)
    assert any("file" not in disk.after_cut(random.Random(seed)) for seed in range(20))
