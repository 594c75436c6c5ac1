"""A watch over this process's own memory, where the system keeps no limit by itself: macOS ignores RLIMIT_AS, and
Windows has none to set without a job object. Linux keeps the limit that `footprint.worker.confine` sets."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable

_EVERY = 0.25  # seconds


def used() -> int:
    """Bytes this process has had in memory at its highest."""
    if sys.platform == "win32":
        return _used_on_windows()
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def watch(
    most: int, used: Callable[[], int] = used, end: Callable[[int], object] = os._exit, every: float = _EVERY
) -> threading.Thread:  # fmt: skip
    """End this process when it has more than `most` bytes; its parent tells that as a file that broke its reader."""

    def look() -> None:
        pause = threading.Event()
        while not pause.wait(every):
            if used() > most:
                end(3)
                return

    thread = threading.Thread(target=look, name="memory", daemon=True)
    thread.start()
    return thread


def needed() -> bool:
    return sys.platform in ("darwin", "win32")


if sys.platform == "win32":

    def _used_on_windows() -> int:
        import ctypes
        from ctypes import wintypes

        class Counters(ctypes.Structure):
            _fields_ = [
                ("cb", wintypes.DWORD),
                ("PageFaultCount", wintypes.DWORD),
                *((name, ctypes.c_size_t) for name in _COUNTERS),
            ]

        told = Counters()
        told.cb = ctypes.sizeof(told)
        here = ctypes.windll.kernel32.GetCurrentProcess
        here.restype = wintypes.HANDLE
        ask = ctypes.windll.kernel32.K32GetProcessMemoryInfo
        ask.argtypes = [wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD]
        return int(told.PeakWorkingSetSize) if ask(here(), ctypes.byref(told), told.cb) else 0

    _COUNTERS = (
        "PeakWorkingSetSize", "WorkingSetSize", "QuotaPeakPagedPoolUsage", "QuotaPagedPoolUsage",
        "QuotaPeakNonPagedPoolUsage", "QuotaNonPagedPoolUsage", "PagefileUsage", "PeakPagefileUsage",
    )  # fmt: skip
