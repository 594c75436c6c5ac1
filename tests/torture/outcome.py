"""What a row of torture gives: how often it was tried, how often it went wrong, and that it could have gone wrong."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    """`bad` of `runs` went wrong (0 is what is wanted); `detail` says what else was counted.

    `control` is how often the same trial went wrong where it has to, for instance without the cipher: more than 0, or
    the row proves nothing. None for a row that cannot pass by doing nothing. `against` says what the control was.
    `skipped` says why nothing could be tried here.
    """

    runs: int
    bad: int
    detail: str = ""
    control: int | None = None
    against: str = ""
    skipped: str = ""

    @property
    def passed(self) -> bool:
        if self.skipped:
            return True
        return self.runs > 0 and self.bad == 0 and (self.control is None or self.control > 0)


@dataclass(frozen=True)
class Row:
    """One line of the table: `label` begins with the number in the list of tests, `release` is how often it is tried
    before a version is published (0: it knows itself, and `runs` is only a scale)."""

    label: str
    what: str
    release: int
    run: Callable[[int], Outcome]

    @property
    def number(self) -> str:
        return self.label.split(" ")[0]


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder of its own that goes afterwards."""
    with tempfile.TemporaryDirectory(prefix="torture-", ignore_cleanup_errors=True) as place:
        yield Path(place).resolve()


def each(runs: int, what: str) -> Iterator[int]:
    """0 to `runs` - 1, with a word on standard error now and then so that a long row is seen to move."""
    step = max(1, runs // 20)
    for number in range(runs):
        if number and number % step == 0 and sys.stderr.isatty():
            sys.stderr.write(f"\r  {what}: {number} of {runs}   ")
            sys.stderr.flush()
        yield number
    if sys.stderr.isatty():
        sys.stderr.write("\r" + " " * (len(what) + 30) + "\r")


def tally(found: Iterable[tuple[str, int]]) -> str:
    """`refused 12, no effect 3`."""
    return ", ".join(f"{name} {number}" for name, number in found)
