"""Automatic copies while the app is open: at a calm moment, off the main thread, and stopped at once by a lock."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from footprint import vault as vaults
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk

LOOK_MS = 60_000
CALM_MS = 30_000  # this long without a key, a press or a turn of the wheel
_BUSY = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin}


class AutomaticCopies(QObject):
    """Lives as long as the session. What fails is said on the settings page and nowhere else."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._failed = False  # then it is not tried again before the next unlock
        self._running = False
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to look now and then. A throw-away vault, and a copy that is looked into, are never copied."""
        if self._desk.bench.vault.kept:
            self._calm.start()
            self._timer.start()
            app = QApplication.instance()
            if app is not None:
                app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _BUSY:
            self._calm.start()
        return False

    def look(self) -> None:
        """Make a copy if one is due, the person is not at it, and nothing else runs."""
        vault, lanes = self._desk.bench.vault, self._desk.lanes
        off = not self._desk.bench.settings.now.automatic_copies
        if off or self._failed or self._running or vault.closed or self._calm.isActive() or lanes.busy:
            return
        self._running = True
        job = lanes.start("copies", self._copy)
        job.finished.connect(self._made)
        job.failed.connect(self._not_made)
        job.ended.connect(self._over)

    def _copy(self, task: Task) -> bool:
        """On the lane's thread; whether a copy was due and made."""
        vault = self._desk.bench.vault
        vault.settle()
        if not vaults.copy_due(vault):
            return False
        vaults.copy_now(vault, lambda: task.stopped)
        return True

    def _made(self, made: bool) -> None:
        if made:
            self._desk.changed.emit(Changes(settings=True), None)

    def _not_made(self, _problem: Exception) -> None:
        self._failed = True  # the lane has noted in the log what is a mistake of ours

    def _over(self) -> None:
        self._running = False
