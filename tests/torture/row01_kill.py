"""kill -9 while something is written: what was acknowledged is there, nothing is half there, all fits together."""

from __future__ import annotations

import random
import shutil
import sys
from collections import Counter
from functools import partial
from pathlib import Path

from tests.torture import doing
from tests.torture.killing import run_and_kill, seconds
from tests.torture.outcome import Outcome, Row, each, scratch, tally
from tests.torture.scenarios import EVERY, Scenario, Wrong, nothing

TOGETHER = 40  # runs on one vault, where each goes on with what the last one left


def killed(scenario: Scenario, runs: int, seed: int = 1) -> Outcome:
    """Kill it `runs` times, each at a moment by chance."""
    chance, seen, bad, words = random.Random(seed), Counter[str](), 0, 0
    with scratch() as scratched:
        template = scratched / "template"
        template.mkdir()
        scenario.prepare(template)
        longest = scenario.longest or _length(scenario, template, scratched)
        for number in each(runs, scenario.name):
            place = scratched / f"place-{number // TOGETHER if scenario.goes_on else number}"
            if not place.exists():
                shutil.copytree(template, place)
            said = run_and_kill(scenario.child, place, after=chance.uniform(0, longest))
            words += len(said.words)
            try:
                seen[scenario.check(place, said.words)] += 1
            except Wrong as problem:
                sys.stderr.write(f"  {scenario.name}, run {number}: {problem}\n")
                bad += 1
            if not scenario.goes_on:
                shutil.rmtree(place)
    return Outcome(runs, bad, f"{words:,} acknowledged; {tally(seen.items())}")


def _length(scenario: Scenario, template: Path, scratched: Path) -> float:
    """How long it takes, a little more than the slowest of three times: some runs are to come to their end."""
    times = []
    for number in range(3):
        measured = scratched / f"measured-{number}"
        shutil.copytree(template, measured)
        times.append(seconds(scenario.child, measured))
    return max(times) * 1.2


def written_over(runs: int) -> Outcome:
    """Only the control: a program that writes its file over loses what it had acknowledged."""
    chance, lost = random.Random(10), 0
    with scratch() as scratched:
        for number in each(runs, "control"):
            place = scratched / f"{number}"
            nothing(place)
            said = run_and_kill(doing.writing_over, place, after=chance.uniform(0.005, 0.1))
            found = place / "plain"
            lines = found.read_text(encoding="utf-8").splitlines() if found.exists() else []
            lost += len(lines) < len(said.words)
    return Outcome(runs, 0, "", lost, "a file written over in place lost acknowledged rows")


ROWS = (
    *(Row(f"1 {one.name}", f"kill -9 while {one.what}", 300, partial(killed, one)) for one in EVERY),
    Row("1 control", "kill -9 of a program that writes its file over", 300, written_over),
)
