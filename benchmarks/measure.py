"""Taking times: ours and theirs in turn, so that a busy moment of the machine hits both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """One line of the report. Times in milliseconds (memory in MB); `bar` is the most it may be, where there is one."""

    name: str
    ours: float
    against: str
    theirs: float
    unit: str = "ms"
    bar: float | None = None

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs if self.theirs else float("inf")

    def __str__(self) -> str:
        bar = "" if self.bar is None else f"   bar {self.bar:g}: {'met' if self.ratio <= self.bar else 'MISSED'}"
        return (
            f"{self.name:<48} {self.ours:>9.2f} {self.unit}   {self.against:<38} {self.theirs:>9.2f} {self.unit}"
            f"   x{self.ratio:<6.2f}{bar}"
        )


def timed(work: Callable[[], object]) -> float:
    """One run in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def in_turn(ours: Callable[[], float], theirs: Callable[[], float], rounds: int) -> tuple[float, float]:
    """The medians of both over `rounds`, each round doing one after the other; the first round is thrown away."""
    pairs = [(ours(), theirs()) for _round in range(rounds + 1)][1:]
    return statistics.median(one for one, _other in pairs), statistics.median(other for _one, other in pairs)


def processor() -> tuple[float, float]:
    """Seconds of processor time this process has taken, and those of its children that have ended; POSIX only."""
    import resource

    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time(), child.ru_utime + child.ru_stime
