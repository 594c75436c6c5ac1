"""From nothing to the first picture: the lock page and Home against a bare QMainWindow, as whole processes."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Ratio
from footprint import vault as vaults
from footprint.settings import SettingsFile

ROUNDS = 9
PHRASE = "four invented words only"


def run() -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as scratch:
        kept, fresh = Path(scratch) / "kept", Path(scratch) / "fresh"
        vaults.create(kept, PHRASE).vault.close()
        SettingsFile(fresh).change(seen_welcome=True)
        rounds = [
            {kind: _once(kind, folder) for kind, folder in (("bare", fresh), ("lock", kept), ("home", fresh))}
            for _round in range(ROUNDS + 1)
        ][1:]
    for kind, words, bar in (("lock", "start to the lock page", 1.5), ("home", "start to Home", 3.0)):
        yield Ratio(words, _median(rounds, kind, 0), "start of a bare QMainWindow", _median(rounds, "bare", 0), bar=bar)
    for kind, words in (("lock", "memory at the lock page"), ("home", "memory at Home")):
        yield Ratio(
            words, _median(rounds, kind, 1), "memory of a bare QMainWindow", _median(rounds, "bare", 1), unit="MB"
        )


def _median(rounds: list[dict[str, tuple[float, float]]], kind: str, figure: int) -> float:
    return statistics.median(one[kind][figure] for one in rounds)


def _once(kind: str, folder: Path) -> tuple[float, float]:
    """(milliseconds, megabytes) of one whole process until its window is painted."""
    environment = {**os.environ}
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    start = time.perf_counter()
    answer = subprocess.run(
        [sys.executable, "-m", "benchmarks.windows", kind, str(folder)],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    return (time.perf_counter() - start) * 1000, float(answer.stdout)
