"""What Qt asks of a Debian-like Linux. Read before anything is installed too, so nothing but Python is needed here."""

from __future__ import annotations

import ctypes.util
import os
import sys

# (name the loader knows, package)
ALWAYS = (
    ("glib-2.0", "libglib2.0-0"),
    ("EGL", "libegl1"),
    ("GL", "libgl1"),
    ("xkbcommon", "libxkbcommon0"),
    ("dbus-1", "libdbus-1-3"),
    ("fontconfig", "libfontconfig1"),
)
FOR_A_SCREEN = (
    ("xcb-cursor", "libxcb-cursor0"),
    ("xcb-icccm", "libxcb-icccm4"),
    ("xcb-keysyms", "libxcb-keysyms1"),
    ("xcb-shape", "libxcb-shape0"),
    ("xkbcommon-x11", "libxkbcommon-x11-0"),
)


def has_display() -> bool:
    """Whether a window could be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_packages(*, screen: bool) -> list[str]:
    """Debian packages whose libraries Qt needs here and does not find; with `screen` those for a display too."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = ALWAYS + (FOR_A_SCREEN if screen else ())
    return [package for name, package in wanted if ctypes.util.find_library(name) is None]
