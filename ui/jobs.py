"""Slow work off the main thread: one lane per scarce thing, results handed back to the window's thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from footprint.errors import FootprintError
from footprint.tasks import Stopped, Task
from ui.changes import Changes

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Operation:
    """Something the person asked for: where it runs, what it does, what it changes and what is said afterwards.

    `work` runs off the main thread and gets a `Task`; when it answers with a `Done`, its inverse goes on the
    undo stack and a toast with Undo says `said(result)`.
    """

    work: Callable[[Task], Any]
    lane: str = "vault"
    changes: Changes = field(default_factory=Changes)
    said: Callable[[Any], str] | None = None


class Job(QObject):
    """One running piece of work. Its signals arrive on the main thread; exactly one of the last three is sent."""

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    ended = Signal()
    _arrived = Signal(str, object)

    def __init__(self, work: Callable[[Task], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.task = Task(lambda done, total, note: self.progressed.emit(done, total, note))
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        self.task.stop()

    def run(self) -> None:
        """On the lane's thread."""
        try:
            answer = self._work(self.task)
        except Stopped:
            self._arrived.emit("stopped", None)
        except Exception as problem:  # noqa: BLE001 - whatever happened is delivered and shown, never lost
            if not isinstance(problem, FootprintError):
                log.error("job failed: %s", type(problem).__name__)
            self._arrived.emit("failed", problem)
        else:
            self._arrived.emit("finished", answer)

    def _deliver(self, how: str, what: object) -> None:
        if how == "stopped":
            self.stopped.emit()
        elif how == "failed":
            self.failed.emit(what)
        else:
            self.finished.emit(what)
        self.ended.emit()
        self.deleteLater()


class _Runnable(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class Lane(QThreadPool):
    """A few threads of their own for one scarce thing; they stay, so that each keeps its vault connection."""

    def __init__(self, threads: int, parent: QObject) -> None:
        super().__init__(parent)
        self.setMaxThreadCount(threads)
        self.setExpiryTimeout(-1)


class Lanes(QObject):
    """`vault` for the person's own changes, `bulk` for long reads and imports, `web` for looks outside."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {"vault": Lane(1, self), "bulk": Lane(1, self), "web": Lane(4, self)}
        self._running: set[Job] = set()

    def start(self, lane: str, work: Callable[[Task], Any]) -> Job:
        """Queue `work`; connect to the job's signals before going back to the event loop."""
        job = Job(work, self)
        self._running.add(job)
        job.ended.connect(lambda: self._running.discard(job))
        self._lanes[lane].start(_Runnable(job))
        return job

    @property
    def busy(self) -> bool:
        return bool(self._running)

    def stop_all(self, wait_ms: int = 5000) -> bool:
        """Ask everything to stop and wait for it; says whether all of it ended in time."""
        for job in self._running:
            job.stop()
        ended = [lane.waitForDone(wait_ms) for lane in self._lanes.values()]  # every lane is waited for
        return all(ended)
