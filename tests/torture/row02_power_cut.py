"""The power goes at any moment: what was acknowledged is on the disk, because each step is flushed before it counts."""

from __future__ import annotations

import random
import shutil
import sys
from collections import Counter
from functools import partial
from pathlib import Path

from footprint.vault import VaultError
from tests.torture import cutting, recording
from tests.torture.outcome import Outcome, Row, each, scratch, tally
from tests.torture.rotation import ROTATING
from tests.torture.scenarios import EVERY, Scenario, Wrong


def cut(scenario: Scenario, runs: int, *, controls: int | None = None, seed: int = 8) -> Outcome:
    """`runs` cuts of one recording. The control: the same cuts of a disk that does not flush when it is told to."""
    with scratch() as place:
        recorded = _recorded(scenario, place / "recorded")
        bad, seen = _judge(scenario, recorded, runs, place, seed, flushing=True)
        if not scenario.needs_flushes:
            return Outcome(runs, bad, tally(seen.items()))
        against = controls if controls is not None else min(100, max(20, runs // 10))
        wrong, _seen = _judge(scenario, recorded, against, place, seed, flushing=False)
    return Outcome(runs, bad, tally(seen.items()), wrong, f"of {against} on a disk that does not flush")


def without_full(runs: int) -> Outcome:
    """Only the control: the same import with one setting less, `synchronous=normal`, loses what was acknowledged."""
    scenario = next(one for one in EVERY if one.name == "import")
    with scratch() as place:
        recorded = _recorded(scenario, place / "recorded", flush="normal")
        lost, _seen = _judge(scenario, recorded, runs, place, 8, flushing=True, quiet=True)
    return Outcome(runs, 0, "", lost, "acknowledged batches lost with synchronous=normal")


def _recorded(scenario: Scenario, place: Path, *, flush: str = "full") -> cutting.Recorded:
    place.mkdir()
    scenario.prepare(place)
    return recording.record(scenario.child, place, scenario.acknowledged, flush=flush)


def _judge(
    scenario: Scenario,
    recorded: cutting.Recorded,
    runs: int,
    place: Path,
    seed: int,
    *,
    flushing: bool,
    quiet: bool = False,
) -> tuple[int, Counter[str]]:
    bad, seen = 0, Counter[str]()
    disks = cutting.cuts(recorded, runs, random.Random(seed), flushing=flushing)
    for number, (files, words) in zip(each(runs, scenario.name), disks, strict=True):
        image = place / f"image-{flushing}-{number}"
        cutting.build(files, image)
        try:
            seen[scenario.check(image, words)] += 1
        except (Wrong, VaultError, AssertionError) as problem:
            if flushing and not quiet:
                sys.stderr.write(f"  {scenario.name}, cut {number} after {len(words)}: {problem!r}\n")
            bad += 1
        shutil.rmtree(image)
    return bad, seen


RUNS = {"import": 3000}
ROWS = (
    *(
        Row(f"2 {one.name}", f"power cut while {one.what}", RUNS.get(one.name, 600), partial(cut, one))
        for one in (*EVERY, ROTATING)
    ),
    Row("2 control", "power cut with synchronous=normal", 600, without_full),
)
