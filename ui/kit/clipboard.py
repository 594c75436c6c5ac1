"""Copying. What is private keeps out of clipboard histories where the system allows, and does not stay behind."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from shiboken6 import createdByPython, isValid

CLEAR_AFTER_SECONDS = 30
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
# What clipboard managers look for (Windows history and cloud clipboard, KDE, macOS pasteboard managers).
_MARKS: dict[str, bytes] = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\x01\x00\x00\x00",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\x00\x00\x00\x00",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\x00\x00\x00\x00",
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"",
}


class _Sweeper(QObject):
    """Empties the clipboard again if what was copied is still there. Keeps a digest, never the words."""

    def __init__(self, clipboard: QClipboard) -> None:
        super().__init__(clipboard)
        self._clipboard = clipboard
        self._digest = b""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.sweep)

    def watch(self, text: str, seconds: int) -> None:
        self._digest = _digest(text)
        self._timer.start(seconds * 1000)

    def sweep(self) -> None:
        self._timer.stop()
        if self._digest and _digest(self._clipboard.text()) == self._digest:
            self._clipboard.clear()
        self._digest = b""


# Held here: Qt keeps the object by its parent, but not what Python knows of it.
_kept: list[_Sweeper] = []


def copy_text(text: str) -> None:
    """Copy something that is not private."""
    QGuiApplication.clipboard().setText(text)


def copy_secret(text: str, seconds: int = CLEAR_AFTER_SECONDS) -> None:
    """Copy something private: marked to be left out of histories, gone after `seconds` if nothing else was copied."""
    data = QMimeData()
    data.setText(text)
    for kind, value in _MARKS.items():
        data.setData(kind, QByteArray(value))
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(data)
    _sweeper(clipboard).watch(text, seconds)


def clear_secret() -> None:
    """Do not wait: on locking and on leaving the app."""
    _sweeper(QGuiApplication.clipboard()).sweep()


def leave() -> None:
    """On leaving the app, while Python still runs: what stays copied is made Qt's own.

    Qt may throw the last copied data away after Python has ended, and data that Python made cannot be thrown away then:
    the process would end in a crash.
    """
    clipboard = QGuiApplication.clipboard()
    clear_secret()
    data = clipboard.mimeData()
    if data is not None and createdByPython(data):
        clipboard.setText(clipboard.text())


def _sweeper(clipboard: QClipboard) -> _Sweeper:
    if not _kept or not isValid(_kept[0]):
        _kept[:] = [_Sweeper(clipboard)]
    return _kept[0]


def _digest(text: str) -> bytes:
    import hashlib  # brings OpenSSL with it, which the lock page does not need

    return hashlib.sha256(text.encode()).digest()
