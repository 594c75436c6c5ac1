"""Being told to stop by the system, as when the computer shuts down: close tidily, without a question."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer


class Stopping(QObject):
    """Calls `stop` on the main thread when the process is told to end.

    Python hears a signal only while it runs, and an idle window runs no Python: so the signal also writes to a socket,
    which wakes Qt's loop.
    """

    def __init__(self, stop: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._stop = stop
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._told)

    def _woken(self) -> None:
        self._reading.recv(64)  # by now Python has called `_told`

    def _told(self, _number: int, _frame: FrameType | None) -> None:
        QTimer.singleShot(0, self, self._stop)
