"""Being told to stop by the system, as when the computer shuts down: close tidily, without a question."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer


class Stopping(QObject):
    """Closes the app with `close` when the process is told to end, and so ends it.

    Python hears a signal only while it runs, and an idle window runs no Python: so the signal also writes to a pipe,
    which wakes Qt's loop. Windows tells a window to close instead; a Ctrl+C there waits for the next timer.
    """

    def __init__(self, close: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._close = close
        if os.name == "posix":
            self._reading, writing = os.pipe()
            for end in (self._reading, writing):
                os.set_blocking(end, False)
            notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
            notifier.activated.connect(self._woken)
            signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._told)

    def _woken(self) -> None:
        os.read(self._reading, 64)  # by now Python has called `_told`

    def _told(self, _number: int, _frame: FrameType | None) -> None:
        QTimer.singleShot(0, self, self._end)

    def _end(self) -> None:
        self._close()
        QCoreApplication.exit(0)
