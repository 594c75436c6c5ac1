"""Hears the computer's own screen lock and sleep, where it says so."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

# A locked screen is told under the name of the desktop; GNOME says nothing under the common one.
_SCREENS = tuple(f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate"))


class SystemLock(QObject):
    """Says `locked` when the screen locks or the computer goes to sleep.

    `works` is False where no way to hear of it was found; the settings page then says that only time away locks.
    """

    locked = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.works = False
        if sys.platform == "win32":
            self._filter = WindowsMessages(self)
            app.installNativeEventFilter(self._filter)

    def listen(self, window_id: int) -> None:
        """Begin to hear of it, once. Windows tells only windows that have asked: ask for this one."""
        if sys.platform.startswith("linux"):
            self._listen_on_buses()
        elif sys.platform == "win32":
            import ctypes

            self.works = bool(ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window_id, 0))  # type: ignore[attr-defined,unused-ignore]
        elif sys.platform == "darwin":
            from ui.lock.macos import ScreenNotes

            self._notes = ScreenNotes(self.locked.emit)
            self.works = self._notes.listen()

    def _listen_on_buses(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            return
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        logind = "org.freedesktop.login1"
        heard = [
            system.isConnected() and system.connect(logind, "", f"{logind}.Session", "Lock", self, SLOT("on_lock()")),
            system.isConnected()
            and system.connect(
                logind, "/org/freedesktop/login1", f"{logind}.Manager", "PrepareForSleep", self, SLOT("on_sleep(bool)")
            ),
            *(
                session.isConnected() and session.connect("", "", name, "ActiveChanged", self, SLOT("on_sleep(bool)"))
                for name in _SCREENS
            ),
        ]
        self.works = any(heard)

    @Slot()
    def on_lock(self) -> None:
        self.locked.emit()

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:
        if begins:
            self.locked.emit()


# WM_WTSSESSION_CHANGE (0x2B1): 7 is a lock, 2 and 4 are another person at the screen or from afar, 6 is signing out.
# WM_POWERBROADCAST (0x218): 4 is going to sleep.
_LOCKING = {(0x2B1, 7), (0x2B1, 2), (0x2B1, 4), (0x2B1, 6), (0x218, 4)}


class WindowsMessages(QAbstractNativeEventFilter):
    """What Windows tells the window. Written from its documentation; not run there."""

    def __init__(self, owner: SystemLock) -> None:
        super().__init__()
        self._owner = owner

    def nativeEventFilter(self, kind: Any, message: int) -> tuple[bool, int]:
        if bytes(kind) == b"windows_generic_MSG":
            import ctypes.wintypes

            seen = ctypes.wintypes.MSG.from_address(int(message))
            if (seen.message, seen.wParam) in _LOCKING:
                self._owner.locked.emit()
        return False, 0
