"""The log on disk: 5 files of at most 1 MB in `logs/` beside the vault, readable by their owner alone."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from footprint.logs.events import Event

FOLDER = "logs"
KEEP = 5
LARGEST = 1_000_000  # bytes a file
_VAULT = "vault.keys"


class Noting(Protocol):
    """Whatever lines may be handed to."""

    def note(
        self,
        event: Event,
        *,
        problem: BaseException | None = None,
        count: int | None = None,
        seconds: float | None = None,
    ) -> None: ...


class NoLog:
    """Where nothing is to be kept."""

    def note(
        self,
        event: Event,
        *,
        problem: BaseException | None = None,
        count: int | None = None,
        seconds: float | None = None,
    ) -> None:
        """Nothing."""


class Log:
    """Writes lines for the vault folder `folder`. Before a vault is kept there nothing is written at all.

    It never gets in the way: what cannot be written is dropped. Safe from any thread.
    """

    def __init__(self, folder: Path, *, largest: int = LARGEST) -> None:
        self.folder = folder
        self._largest = largest
        self._lock = threading.Lock()

    @property
    def path(self) -> Path:
        """The file that is written to; `footprint-1.log` is the one before it, and so on."""
        return self.folder / FOLDER / "footprint.log"

    def note(
        self,
        event: Event,
        *,
        problem: BaseException | None = None,
        count: int | None = None,
        seconds: float | None = None,
    ) -> None:
        """One line. Numbers are numbers and events are events: any other type is a `TypeError`, never a line."""
        line = _line(event, problem, count, seconds)
        with self._lock, suppress(OSError):
            if (self.folder / _VAULT).is_file():
                self._write(line.encode("ascii", "replace"))

    def _write(self, line: bytes) -> None:
        self.path.parent.mkdir(mode=0o700, exist_ok=True)
        if self.path.exists() and self.path.stat().st_size + len(line) > self._largest:
            self._turn()
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, line)
        finally:
            os.close(handle)

    def _turn(self) -> None:
        """Every file one further back, the oldest away."""
        names = [self.path, *(self.path.with_name(f"footprint-{n}.log") for n in range(1, KEEP))]
        for older, newer in zip(reversed(names), reversed(names[:-1]), strict=False):
            if newer.exists():
                newer.replace(older)


def _line(event: Event, problem: BaseException | None, count: int | None, seconds: float | None) -> str:
    if (
        type(event) is not Event
        or type(count) not in (int, type(None))
        or type(seconds) not in (float, int, type(None))
    ):
        raise TypeError("a line of the log holds an event, numbers and the type of an exception")
    from datetime import UTC, datetime

    parts = [datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), event.value]
    if count is not None:
        parts.append(f"count={count}")
    if seconds is not None:
        parts.append(f"seconds={seconds:.3f}")
    if problem is not None:
        from footprint.logs.reporting import short_report

        parts.append(short_report(problem))
    return " ".join(parts) + "\n"
