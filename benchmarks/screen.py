"""A screen for the benchmarks that need one in their own process: offscreen where there is no display."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

_LONGEST = 60  # seconds


def application() -> QApplication:
    """The one application of this process."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    found = QApplication.instance() or QApplication(["footprint"])
    assert isinstance(found, QApplication)
    return found


def until(there: Callable[[], bool]) -> None:
    """Let the window work until `there`, and what came is painted; asleep in between, as the app is."""
    end = time.monotonic() + _LONGEST
    while not there():
        if time.monotonic() > end:
            raise SystemExit("what was waited for did not come")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()


def let_go() -> None:
    """Delete what was to be deleted: only a running event loop does so by itself."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
