"""kill -9 while the slot file is rewritten: it can always be read."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from footprint import vault as v
from footprint.vault import slotfile, slots
from tests.torture import doing
from tests.torture.kept import CODE
from tests.torture.killing import run_and_kill
from tests.torture.outcome import Outcome, Row, each, scratch


def rewriting(runs: int) -> Outcome:
    """The control: the same bytes written over in place, which nobody should."""
    controls = max(10, runs // 5)
    with scratch() as place:
        unreadable, writes = _unreadable(doing.slot_files, runs, place)
        control, _writes = _unreadable(doing.slot_files_in_place, controls, place)
    return Outcome(
        runs, unreadable, f"{writes:,} rewrites", control, f"of {controls} unreadable when written over in place"
    )


def _unreadable(child: Callable[..., None], runs: int, place: Path) -> tuple[int, int]:
    chance, bad, writes = random.Random(2), 0, 0
    for number in each(runs, child.__name__):
        folder = place / f"{child.__name__}-{number // 20}"
        folder.mkdir(exist_ok=True)
        said = run_and_kill(child, folder, after=chance.uniform(0.002, 0.06))
        writes += len(said.words)
        for name in (slotfile.KEYS, slotfile.SPARE):
            path = folder / name
            if not path.exists():
                continue
            try:
                slots.enter(slotfile.from_bytes(path.read_bytes()), CODE).key.drop()
            except v.KeysDamaged:
                bad += 1
                break
    return bad, writes


ROWS = (Row("7", "kill -9 while the slot file is rewritten", 300, rewriting),)
