"""Unreachable objects are looked for on the window's thread alone.

Python looks for them on whichever thread happens to allocate. A page that went away is often such an object, and Qt's
widgets may only be taken down on the thread they live on: on a lane's thread that ends the process now and then.
"""

from __future__ import annotations

import gc
from time import monotonic

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000
_ALL_AFTER = 30.0  # seconds between two looks at everything: one takes some ten milliseconds


class Collector(QObject):
    """From now on this looks, as often as Python itself would; `close` gives it back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._looked_at_all = monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """The youngest objects, and older ones when it is their turn."""
        young, middle, old = gc.get_count()
        least, of_middle, of_old = gc.get_threshold()
        if young <= least:
            return
        if old > of_old and monotonic() - self._looked_at_all > _ALL_AFTER:
            self._looked_at_all = monotonic()
            gc.collect()
        else:
            gc.collect(1 if middle > of_middle else 0)

    def close(self) -> None:
        self._timer.stop()
        gc.enable()
