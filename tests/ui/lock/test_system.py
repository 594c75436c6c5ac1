"""Hearing the computer: real buses with pretended services on Linux, pretended messages for Windows and macOS."""

from __future__ import annotations

import ctypes
import ctypes.wintypes
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.lock import sharing
from ui.lock.macos import ScreenNotes
from ui.lock.system import SystemLock, WindowsMessages
from ui.settings.lock import not_tried, sharing_words

ROOT = Path(__file__).parents[3]
BUS = pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no dbus-run-session here")

PRETEND = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication
from ui.lock.system import SystemLock

app = QApplication([])
import os
address = os.environ["DBUS_SESSION_BUS_ADDRESS"]
other = QDBusConnection.connectToBus(address, "pretended")
assert other.registerService("org.freedesktop.login1")
lock = SystemLock(app)
heard = []
lock.locked.connect(lambda: heard.append(sys.argv[1]))
lock.listen(0)
assert lock.works
path, interface, name, values = {
    "lock": ("/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session", "Lock", []),
    "sleep": ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", [True]),
    "waking": ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", [False]),
    "screen": ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", [True]),
    "gnome": ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True]),
    "bright": ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", [False]),
}[sys.argv[1]]
message = QDBusMessage.createSignal(path, interface, name)
message.setArguments(values)
assert other.send(message)
QTimer.singleShot(400, app.quit)
app.exec()
print("heard" if heard else "nothing")
"""


@BUS
@pytest.mark.parametrize(
    ("what", "answer"),
    [
        ("lock", "heard"),
        ("sleep", "heard"),
        ("waking", "nothing"),
        ("screen", "heard"),
        ("gnome", "heard"),
        ("bright", "nothing"),
    ],
)
def test_a_real_bus_is_heard(what: str, answer: str, tmp_path: Path) -> None:
    program = tmp_path / "pretend.py"
    program.write_text(PRETEND, encoding="utf-8")
    start = f'DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS" exec {sys.executable} {program} {what}'
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", start],
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip().splitlines()[-1:] == [answer], done.stderr


@pytest.mark.parametrize(
    ("message", "what", "locks"),
    [(0x2B1, 7, True), (0x2B1, 8, False), (0x2B1, 2, True), (0x218, 4, True), (0x218, 18, False), (0x100, 7, False)],
)
def test_messages_of_windows(qapp: QApplication, message: int, what: int, locks: bool) -> None:
    lock = SystemLock(qapp)
    heard: list[bool] = []
    lock.locked.connect(lambda: heard.append(True))
    told = ctypes.wintypes.MSG(message=message, wParam=what)
    kind = b"windows_generic_MSG"
    assert WindowsMessages(lock).nativeEventFilter(kind, ctypes.addressof(told)) == (False, 0)
    assert WindowsMessages(lock).nativeEventFilter(b"xcb_generic_event_t", ctypes.addressof(told)) == (False, 0)
    assert bool(heard) is locks
    lock.deleteLater()


class Call:
    """A function of a pretended library: remembers what it was called with."""

    def __init__(self, answer: object = 1) -> None:
        self.answer, self.seen = answer, list[tuple[Any, ...]]()

    def __call__(self, *values: Any) -> object:
        self.seen.append(values)
        return self.answer


class Library:
    def __init__(self, **calls: Call) -> None:
        self.__dict__.update(calls)


def test_notes_of_macos() -> None:
    heard: list[bool] = []
    core = Library(
        CFNotificationCenterGetDistributedCenter=Call(7),
        CFStringCreateWithCString=Call(9),
        CFNotificationCenterAddObserver=Call(),
    )
    notes = ScreenNotes(lambda: heard.append(True), lambda _path: core)
    assert notes.listen()
    texts = [values[1] for values in core.CFStringCreateWithCString.seen]
    assert b"com.apple.screenIsLocked" in texts
    center, _observer, told, name, _of, at_once = core.CFNotificationCenterAddObserver.seen[0]
    assert (center, name, at_once) == (7, 9, 4)
    told(None, None, None, None, None)
    assert heard == [True]


def test_a_mac_without_them_says_so() -> None:
    def missing(_path: str) -> Any:
        raise OSError

    assert not ScreenNotes(lambda: None, missing).listen()
    assert not ScreenNotes(lambda: None, lambda _path: object()).listen()


def test_windows_are_hidden_from_sharing_and_shown_again() -> None:
    user32 = Library(SetWindowDisplayAffinity=Call())
    for hidden in (True, False):
        assert sharing.hide_window(5, hidden, platform="win32", load=lambda _name: user32)
    assert user32.SetWindowDisplayAffinity.seen == [(5, 0x11), (5, 0)]
    objc = Library(sel_registerName=Call(3), objc_msgSend=Call(8))
    assert sharing.hide_window(5, True, platform="darwin", load=lambda _name: objc)
    assert objc.objc_msgSend.seen == [(5, 3), (8, 3, 0)]
    assert objc.sel_registerName.seen == [(b"window",), (b"setSharingType:",)]


def test_where_there_is_no_such_call_it_is_said(qtbot: QtBot) -> None:
    assert not sharing.can_hide("linux") and not sharing.hide_window(5, True, platform="linux")
    assert not sharing.hide_window(5, True, platform="win32", load=lambda _name: object())
    assert "no way" in sharing_words("linux")
    assert "not been tried on Windows" in sharing_words("win32") and "macOS" in not_tried("darwin")
    assert not_tried("linux") == ""
