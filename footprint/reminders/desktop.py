"""A word to the desktop on Linux: `org.freedesktop.Notifications` on this computer's own session bus.

Qt's own way to that bus is not used: its Python side cannot send the unsigned number the call begins with (PySide6
6.11, tried against dunst), and a scheduled reminder need not load a window system. Windows and macOS have no such bus;
there the windows show it (`ui/reminders/showing.py`).
"""

from __future__ import annotations

import os
import sys

_WAIT = 5.0  # seconds for a desktop that does not answer
_NAME = "org.freedesktop.Notifications"


def is_there() -> bool:
    """Whether there is a session bus to speak to. Whether something listens there shows when it is spoken to."""
    return sys.platform.startswith("linux") and bool(_address())


def show(title: str, words: str) -> bool:
    """Show one notification; says whether the desktop took it. Never starts a desktop that is not there."""
    if not is_there():
        return False
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    where = DBusAddress("/org/freedesktop/Notifications", bus_name=_NAME, interface=_NAME)
    hints = {"category": ("s", "reminder"), "urgency": ("y", 0)}  # low: no sound, no waking of the screen
    body: tuple[object, ...] = (title, 0, "", title, words, [], hints, -1)
    try:
        with open_dbus_connection(bus=_address()) as bus:
            said = bus.send_and_get_reply(new_method_call(where, "Notify", "susssasa{sv}i", body), timeout=_WAIT)
    except (OSError, TimeoutError, ValueError):
        return False
    return bool(said.header.message_type is MessageType.method_return)


def _address() -> str:
    """The bus of this session; a scheduled start may have none named, and then it is where systemd puts it."""
    named = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if named:
        return named
    usual = f"/run/user/{os.getuid()}/bus" if hasattr(os, "getuid") else ""
    return f"unix:path={usual}" if usual and os.path.exists(usual) else ""  # noqa: PTH110 - text, not a path, is wanted
