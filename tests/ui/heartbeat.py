"""How long the event loop was held up: the one thing about time a test may fail on, because nothing else shows it.

The window must answer within 100 ms whatever happens beside it (`architecture`). Other programs can hold the computer
up as well, so a piece of work is done several times and the best of them counts: a stall of ours comes every time.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer

MOST_MS = 100
_BEAT_MS = 5
_CALM_ROUNDS = 8
_ROUND_MS = 40


class Heartbeat:
    """The longest time the event loop took to come back to a timer that is due every few milliseconds."""

    def __init__(self) -> None:
        self.longest = 0
        self._since = QElapsedTimer()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self.longest = 0
        self._since.start()
        self._timer.start()

    def stop(self) -> int:
        self._beat()
        self._timer.stop()
        return self.longest

    def _beat(self) -> None:
        self.longest = max(self.longest, self._since.restart())


def longest_stall(act: Callable[[], object], idle: Callable[[], bool], *, times: int = 3) -> int:
    """Milliseconds: do `act` from the event loop and run it until `idle` for a while; the best of several tries."""
    heart, found = Heartbeat(), []
    for _try in range(times):
        heart.start()
        QTimer.singleShot(0, act)
        _run(idle)
        found.append(heart.stop())
    return min(found)


def _run(idle: Callable[[], bool]) -> None:
    calm = 0
    while calm < _CALM_ROUNDS:
        loop = QEventLoop()
        QTimer.singleShot(_ROUND_MS, loop.quit)
        loop.exec()
        calm = calm + 1 if idle() else 0
