"""macOS tells by a distributed notification when the screen locks. Written from its documentation; not run there."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

_CORE = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
_NAMES = ("com.apple.screenIsLocked", "com.apple.screensaver.didstart")
_UTF8 = 0x08000100
_AT_ONCE = 4  # CFNotificationSuspensionBehaviorDeliverImmediately
_HEARD = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 5)


class ScreenNotes:
    """Calls `locked` on the main thread. Keep it: the system holds on to a function of it."""

    def __init__(self, locked: Callable[[], None], load: Callable[[str], Any] = ctypes.CDLL) -> None:
        self._heard = _HEARD(lambda *_about: locked())
        self._load = load

    def listen(self) -> bool:
        """Begin to hear of it; False where the system does not offer it."""
        try:
            core = self._load(_CORE)
            center = self._center(core)
            if not center:
                return False
            for name in _NAMES:
                core.CFNotificationCenterAddObserver(center, None, self._heard, self._text(core, name), None, _AT_ONCE)
        except (OSError, AttributeError):
            return False
        return True

    def _center(self, core: Any) -> Any:
        core.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
        core.CFStringCreateWithCString.restype = ctypes.c_void_p
        core.CFStringCreateWithCString.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32]
        core.CFNotificationCenterAddObserver.argtypes = [
            ctypes.c_void_p, ctypes.c_void_p, _HEARD, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_long,
        ]  # fmt: skip
        return core.CFNotificationCenterGetDistributedCenter()

    def _text(self, core: Any, name: str) -> Any:
        return core.CFStringCreateWithCString(None, name.encode(), _UTF8)
