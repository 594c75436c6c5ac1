"""Good manners towards hosts: one question at a time, a pause between two, and a wish to wait respected."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from footprint.tasks import Task
from footprint.web.errors import AskedToStop

AT_ONCE = 16
PATIENCE = 20.0  # seconds a run waits when a host asks it to; a longer wish ends the questions to that host
REFUSALS = 3
REFUSING = frozenset({401, 403, 407, 429, 503, 999})
_DAY = 86_400.0


class _Host:
    def __init__(self) -> None:
        self.turn = threading.Lock()
        self.free_at = 0.0


class Pace:
    """Shared by all runs of one door, so that two runs together are as polite as one."""

    def __init__(self, gap: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._gap = gap
        self._clock = clock
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()
        self._room = threading.BoundedSemaphore(AT_ONCE)

    @contextmanager
    def turn(self, host: str, task: Task) -> Iterator[None]:
        """Wait for this host's turn, and hold it for as long as the block lasts."""
        mine = self._host(host)
        _acquire(mine.turn, task)
        try:
            self._wait_for(mine, host, task)
            _acquire(self._room, task)
            try:
                yield
            finally:
                self._room.release()
                mine.free_at = max(mine.free_at, self._clock() + self._gap)
        finally:
            mine.turn.release()

    def asked_to_wait(self, host: str, seconds: float) -> None:
        """The host named a time (`Retry-After`): nobody asks it before then."""
        mine = self._host(host)
        mine.free_at = max(mine.free_at, self._clock() + seconds)

    def _host(self, host: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(host, _Host())

    def _wait_for(self, mine: _Host, host: str, task: Task) -> None:
        pause = mine.free_at - self._clock()
        if pause > max(PATIENCE, self._gap):
            raise AskedToStop(host, pause)
        if pause > 0:
            task.wait(pause)


def _acquire(lock: threading.Lock | threading.Semaphore, task: Task) -> None:
    while not lock.acquire(timeout=0.1):
        task.check()


def retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds a `Retry-After` header asks for, which may also be a date; None when it says nothing usable."""
    words = (value or "").strip()
    if words.isascii() and words.isdigit():
        return min(float(words[:9]), _DAY)
    from email.utils import parsedate_to_datetime

    try:
        then = parsedate_to_datetime(words)
        return min(max((then - now).total_seconds(), 0.0), _DAY)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
