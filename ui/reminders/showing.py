"""One notification on this computer: by the sign beside the clock where there is one, else over the session bus."""

from __future__ import annotations

import time

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from shiboken6 import isValid

from footprint.reminders import desktop
from ui.kit.icons import icon

_STAYS_MS = 10_000
_WAIT_MS = 6_000
_TURN_MS = 200


def tray_message(tray: QSystemTrayIcon, title: str, words: str) -> bool:
    """By the sign beside the clock; False where the system shows nothing from it."""
    if not tray.isVisible() or not tray.supportsMessages():
        return False
    tray.showMessage(title, words, icon("bell"), _STAYS_MS)
    return True


def show_now(title: str, words: str) -> bool:
    """One notification from wherever; over the bus, else from a sign that is there for this alone.

    Windows and macOS know no other way. Not run there so far.
    """
    if desktop.is_there():
        return desktop.show(title, words)
    running = QApplication.instance()
    app = running or QApplication([])
    if not QSystemTrayIcon.isSystemTrayAvailable():
        return False
    tray = QSystemTrayIcon(icon("bell"), app)
    tray.show()
    shown = tray_message(tray, title, words)
    QTimer.singleShot(_WAIT_MS, tray, tray.deleteLater)
    if running is None:
        _stay(tray)
    return shown


def _stay(tray: QSystemTrayIcon) -> None:
    """A process that ends at once would take its notification with it."""
    until = time.monotonic() + _WAIT_MS / 1000
    while isValid(tray) and time.monotonic() < until:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, _TURN_MS)
