"""“Hide this window when I share my screen”: a word to the system, where it takes one.

Written from the documentation of Windows and macOS, and not run there. Linux has no such call. Microsoft itself calls
it no guarantee.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow

_WINDOWS_HIDDEN, _WINDOWS_SHOWN = 0x11, 0x00  # WDA_EXCLUDEFROMCAPTURE, WDA_NONE
_MAC_HIDDEN, _MAC_SHOWN = 0, 1  # NSWindowSharingNone, NSWindowSharingReadOnly
_OBJC = "/usr/lib/libobjc.dylib"


def can_hide(platform: str = sys.platform) -> bool:
    """Whether this system has such a call."""
    return platform in ("win32", "darwin")


def _library(name: str) -> Any:
    import ctypes

    return ctypes.CDLL(name)


def hide_window(
    window_id: int, hidden: bool, *, platform: str = sys.platform, load: Callable[[str], Any] = _library
) -> bool:
    """Ask the system to leave this window out of what is shared, or to put it back; whether it agreed."""
    try:
        if platform == "win32":
            return bool(
                load("user32").SetWindowDisplayAffinity(window_id, _WINDOWS_HIDDEN if hidden else _WINDOWS_SHOWN)
            )
        if platform == "darwin":
            return _hide_on_a_mac(load(_OBJC), window_id, hidden)
    except (OSError, AttributeError):
        return False
    return False


def _hide_on_a_mac(objc: Any, view: int, hidden: bool) -> bool:
    """`[[view window] setSharingType: …]`; what Qt gives for a window is its view."""
    import ctypes

    objc.sel_registerName.restype = ctypes.c_void_p
    objc.sel_registerName.argtypes = [ctypes.c_char_p]
    send = objc.objc_msgSend
    send.restype, send.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_void_p]
    window = send(view, objc.sel_registerName(b"window"))
    if not window:
        return False
    send.restype, send.argtypes = None, [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong]
    send(window, objc.sel_registerName(b"setSharingType:"), _MAC_HIDDEN if hidden else _MAC_SHOWN)
    return True


class Sharing(QObject):
    """Keeps every window of the app as the setting says, dialogs too: each when it first comes to the front."""

    def __init__(self, app: QGuiApplication, wanted: Callable[[], bool]) -> None:
        super().__init__(app)
        self._app, self._wanted = app, wanted
        self._hidden: set[int] = set()
        if can_hide():
            app.focusWindowChanged.connect(self._came_forward)

    def apply(self) -> None:
        """The setting may have changed."""
        if can_hide():
            for window in self._app.topLevelWindows():
                self._put(window)

    def _came_forward(self, window: QWindow | None) -> None:
        if window is not None:
            self._put(window)

    def _put(self, window: QWindow) -> None:
        if not window.isVisible():
            return
        number, wanted = int(window.winId()), self._wanted()
        if wanted == (number in self._hidden):
            return
        if hide_window(number, wanted):
            (self._hidden.add if wanted else self._hidden.discard)(number)
