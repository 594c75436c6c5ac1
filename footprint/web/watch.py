"""A hard end for one exchange: when its time is up, or the person presses Cancel, its socket is cut."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from types import TracebackType
from typing import TypeVar

from footprint.tasks import Task

T = TypeVar("T")
_LOOK = 0.05


class Watch:
    """The time limits of sockets start again with every byte, so a slow drip would never end; this one does."""

    def __init__(self, seconds: float, task: Task) -> None:
        self._end = time.monotonic() + seconds
        self._task = task
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self.expired = False

    def __enter__(self) -> Watch:
        threading.Thread(target=self._keep, name="web watch", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        with self._lock:
            for one in self._sockets:
                one.close()
            self._sockets.clear()

    @property
    def left(self) -> float:
        return max(self._end - time.monotonic(), 0.001)

    def over(self, sock: socket.socket) -> None:
        """Watch over `sock` too; a copy of its handle is kept, as TLS takes the first one away."""
        with self._lock:
            self._sockets.append(sock.dup())
        if self.expired or self._task.stopped:
            self._cut()

    def call(self, work: Callable[[], T]) -> T:
        """The result of `work`, which cannot be interrupted, or TimeoutError when it takes too long."""
        answer: Future[T] = Future()

        def run() -> None:
            try:
                answer.set_result(work())
            except Exception as problem:  # noqa: BLE001 (handed to the waiting thread)
                answer.set_exception(problem)

        threading.Thread(target=run, name="web look-up", daemon=True).start()
        while not wait((answer,), timeout=min(self.left, _LOOK)).done:
            self._task.check()
            if self.expired or self.left <= 0.001:
                raise TimeoutError
        return answer.result()

    def _keep(self) -> None:
        while not self._over.wait(min(self.left, _LOOK)):
            if self._task.stopped or time.monotonic() >= self._end:
                self.expired = not self._task.stopped
                self._cut()
                return

    def _cut(self) -> None:
        with self._lock:
            for one in self._sockets:
                with contextlib.suppress(OSError):  # not connected any more
                    one.shutdown(socket.SHUT_RDWR)
