"""Slow work off the main thread: one lane per scarce thing, results handed back to the window's thread."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal

from footprint.errors import FootprintError
from footprint.logs import Event, NoLog, Noting
from footprint.tasks import Stopped, Task
from ui.changes import Changes


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
    """One running piece of work. Its signals arrive on the main thread: one of the three ends, and then `ended`.

    None is sent once it is `hushed`: what the answer was for has gone.
    """

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    ended = Signal()
    settled = Signal()  # for the lanes: it is over, hushed or not
    _arrived = Signal(str, object)

    def __init__(self, work: Callable[[Task], Any], parent: QObject, log: Noting) -> None:
        super().__init__(parent)
        self._work = work
        self._log = log
        self.hushed = False
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
                self._log.note(Event.JOB_FAILED, problem=problem)
            self._arrived.emit("failed", problem)
        else:
            self._arrived.emit("finished", answer)

    def _deliver(self, how: str, what: object) -> None:
        if not self.hushed:
            self._tell(how, what)
        self.settled.emit()
        self.deleteLater()

    def _tell(self, how: str, what: object) -> None:
        if how == "stopped":
            self.stopped.emit()
        elif how == "failed":
            self.failed.emit(what)
        else:
            self.finished.emit(what)
        self.ended.emit()


class Lane(QThreadPool):
    """A few threads of their own for one scarce thing; they stay, so that each keeps its vault connection."""

    def __init__(self, threads: int, parent: QObject) -> None:
        super().__init__(parent)
        self.setMaxThreadCount(threads)
        self.setExpiryTimeout(-1)


class Lanes(QObject):
    """`vault` for the person's own changes, `bulk` for long reads and imports, `web` for looks outside, `copies`."""

    def __init__(self, parent: QObject | None = None, log: Noting | None = None) -> None:
        super().__init__(parent)
        self._log = log or NoLog()
        self._lanes = {"vault": Lane(1, self), "bulk": Lane(1, self), "web": Lane(4, self), "copies": Lane(1, self)}
        self._running: set[Job] = set()
        self._closed = False

    def start(self, lane: str, work: Callable[[Task], Any]) -> Job:
        """Queue `work`; connect to the job's signals before going back to the event loop.

        After `stop_all` nothing begins any more: what it would work on is closed, or about to be.
        """
        job = Job(work, self, self._log)
        if self._closed:
            return job
        self._running.add(job)
        job.settled.connect(lambda: self._over(job))
        self._lanes[lane].start(job.run)  # not a QRunnable: PySide loses hold of one that has run by now
        return job

    @property
    def busy(self) -> bool:
        return bool(self._running)

    def stop_all(self, wait_ms: int = 5000) -> bool:
        """Ask everything to stop, and wait for it this long in all; says whether all of it ended in time.

        Nobody is told of an answer that comes after this: the pages that asked are being taken away.
        """
        self._closed = True
        for job in self._running:
            job.hushed = True
            job.stop()
        until = time.monotonic() + wait_ms / 1000
        ended = [lane.waitForDone(_ms_left(until)) for lane in self._lanes.values()]  # every lane is waited for
        if not all(ended):
            self.setParent(QCoreApplication.instance())  # to be deleted with its owner would be to wait for the rest
        return all(ended)

    def _over(self, job: Job) -> None:
        self._running.discard(job)
        if self._closed and not self._running:
            self.deleteLater()


def _ms_left(until: float) -> int:
    return max(0, round(1000 * (until - time.monotonic())))
