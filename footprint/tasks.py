"""Progress and stopping for slow work, the same for the command line and the windows."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Stopped(Exception):
    """The person pressed Cancel. What was done so far is kept; this is no error."""


class Task:
    """Handed to slow functions: they report how far they are and ask whether to go on."""

    def __init__(self, report: Callable[[int, int, str], None] | None = None) -> None:
        self._report = report
        self._stop = threading.Event()

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def stop(self) -> None:
        """Ask the work to end at its next step. Safe from any thread."""
        self._stop.set()

    def check(self) -> None:
        """Raise `Stopped` if the person has asked to stop."""
        if self._stop.is_set():
            raise Stopped

    def step(self, done: int, total: int, note: str = "") -> None:
        """Report `done` of `total` (0 = not known) and stop here if asked to."""
        self.check()
        if self._report is not None:
            self._report(done, total, note)

    def wait(self, seconds: float) -> None:
        """Sleep up to `seconds`, and leave at once with `Stopped` if asked to."""
        if self._stop.wait(seconds):
            raise Stopped
