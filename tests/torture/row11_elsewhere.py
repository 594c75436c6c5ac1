"""Rows that belong to other rooms: the tests that stand there are run as they are, and their number is told."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.torture.outcome import Outcome, Row

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Elsewhere:
    """Tests of another room: `only` is pytest's -k; `rest` says what of the row nobody has written yet."""

    label: str
    what: str
    paths: tuple[str, ...]
    only: str = ""
    rest: str = ""


EVERY = (
    Elsewhere(
        "11",
        "locking: idle, hidden, by key; then no widget holds a word",
        (
            "tests/ui/shell/test_app.py",
            "tests/ui/shell/test_idle.py",
            "tests/ui/shell/test_copies_and_the_lock.py",
            "tests/ui/shell/test_incident_and_the_lock.py",
            "tests/ui/settings/test_lock.py",
            "tests/ui/lock/test_lock.py",
        ),
        rest="signals of Windows and macOS are not run here",
    ),
    Elsewhere(
        "12",
        "hostile strings on screen: no text of others is ever rich",
        ("tests/rules/test_text_widgets.py", "tests/ui/kit"),
        rest="no system calls are traced yet",
    ),
    Elsewhere(
        "13",
        "attack lists for links and addresses",
        ("tests/web/test_guard.py", "tests/web/test_links.py", "tests/web/test_door.py"),
    ),
    Elsewhere(
        "14",
        "every socket that opens stands in the ledger",
        ("tests/web/test_ledger.py", "tests/rules/test_doors.py"),
    ),
    Elsewhere(
        "15",
        "readers of files from outside, with Hypothesis",
        ("tests/log/test_evidence_kinds.py", "tests/search/test_saved_page.py", "tests/checklists"),
        rest="archives are not built yet",
    ),
    Elsewhere(
        "18", "spreadsheet cells, with Hypothesis", ("tests/web/test_ledger.py",), "cell or csv or type or trigger"
    ),
)


def run(one: Elsewhere, _runs: int) -> Outcome:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-x", *one.paths]
    command += ["-k", one.only] if one.only else []
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    passed, failed = (
        sum(map(int, re.findall(rf"(\d+) {word}", done.stdout))) for word in ("passed", "(?:failed|errors?)")
    )
    if done.returncode or failed:
        sys.stderr.write(done.stdout[-1500:] + done.stderr[-500:])
    bad = max(failed, int(done.returncode != 0))
    return Outcome(passed + failed, bad, "; ".join(("tests of " + ", ".join(one.paths), one.rest)).strip("; "))


def _count(word: str, said: str) -> int:
    return sum(map(int, re.findall(rf"(\d+) {word}", said)))


def not_yet(why: str, _runs: int) -> Outcome:
    return Outcome(0, 0, skipped=why)


ROWS = (
    *(Row(one.label, one.what, 1, partial(run, one)) for one in EVERY),
    Row("16", "readers of archives under Atheris", 1, partial(not_yet, "archives are not built yet")),
    Row("17", "the attack set of archives", 1, partial(not_yet, "archives are not built yet")),
)
