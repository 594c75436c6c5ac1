"""From nothing to the first picture: the lock page and Home against a bare QMainWindow, as whole processes."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Ratio
from footprint import vault as vaults
from footprint.settings import SettingsFile

ROUNDS = 21
PHRASE = "four invented words only"
BARE = "a bare QMainWindow"


@dataclass(frozen=True)
class Start:
    """One process until its window was painted. `cpu` is None where the system does not tell it of a child."""

    wall: float
    cpu: float | None
    memory: float


def run() -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as scratch:
        kept, fresh = Path(scratch) / "kept", Path(scratch) / "fresh"
        vaults.create(kept, PHRASE).vault.close()
        SettingsFile(fresh).change(seen_welcome=True)
        compiled = Path(scratch) / "compiled"  # as installed: no start but the first compiles
        kinds = (("bare", fresh), ("form", fresh), ("lock", kept), ("home", fresh))
        rounds = [{kind: _once(kind, folder, compiled) for kind, folder in kinds} for _round in range(ROUNDS + 1)][1:]
    starts = {kind: [one[kind] for one in rounds] for kind, _folder in kinds}
    for kind, words, bar in (("lock", "start to the lock page", 1.5), ("home", "start to Home", 3.0)):
        yield Ratio(words, _wall(starts[kind]), BARE, _wall(starts["bare"]), bar=bar)
    yield Ratio("  a lock page of stock widgets", _wall(starts["form"]), BARE, _wall(starts["bare"]))
    for kind, words in (("lock", "  processor time to the lock page"), ("home", "  processor time to Home")):
        ours, theirs = _cpu(starts[kind]), _cpu(starts["bare"])
        if ours and theirs:
            yield Ratio(words, ours, BARE, theirs)
    for kind, words in (("lock", "  memory at the lock page"), ("home", "  memory at Home")):
        ours, theirs = _memory(starts[kind]), _memory(starts["bare"])
        if theirs:
            yield Ratio(words, ours, BARE, theirs, unit="MB")


def _wall(starts: list[Start]) -> float:
    return statistics.median(one.wall for one in starts)


def _cpu(starts: list[Start]) -> float | None:
    known = [one.cpu for one in starts if one.cpu is not None]
    return statistics.median(known) if known else None


def _memory(starts: list[Start]) -> float:
    return statistics.median(one.memory for one in starts)


def _once(kind: str, folder: Path, compiled: Path) -> Start:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    before, start = _spent(), time.perf_counter()
    answer = subprocess.run(
        [sys.executable, "-m", "benchmarks.windows", kind, str(folder)],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    wall, after = (time.perf_counter() - start) * 1000, _spent()
    cpu = None if before is None or after is None else (after - before) * 1000
    return Start(wall, cpu, float(answer.stdout))


def _spent() -> float | None:
    """Seconds of processor time that children which have ended took; None on Windows."""
    if sys.platform == "win32":
        return None
    import resource

    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime
