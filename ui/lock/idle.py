"""Notices that nobody is there: no key and no pointer for a while, or the computer was asleep."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
}


class IdleWatch(QObject):
    """Says `idle` once when the limit is passed, by the monotonic or the wall clock, whichever has moved more.

    The wall clock goes on while a computer sleeps and the monotonic clock may not: a laptop opened after the limit
    must lock before anything is painted, so every event is checked before it counts as a sign of life.
    """

    idle = Signal()

    def __init__(
        self,
        app: QApplication,
        minutes: Callable[[], int],
        *,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(app)
        self._minutes = minutes
        self._clocks = (monotonic, wall)
        self._on = False
        self._seen = (0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.check)
        self._app = app

    def start(self) -> None:
        self._on = True
        self._note_life()
        self._app.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        self._on = False
        self._timer.stop()
        self._app.removeEventFilter(self)

    def away_for(self) -> float:
        """Seconds since the last sign of life."""
        return max(clock() - seen for clock, seen in zip(self._clocks, self._seen, strict=True))

    def check(self) -> bool:
        if self._on and self.away_for() >= self._minutes() * 60:
            self.stop()
            self.idle.emit()
            return True
        return False

    def _note_life(self) -> None:
        monotonic, wall = self._clocks
        self._seen = (monotonic(), wall())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and not self.check() and self._on:
            self._note_life()
        return False
