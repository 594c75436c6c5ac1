"""A second start brings the first window to the front. The lock itself belongs to the vault; this only knocks."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QObject

from footprint.paths import doorbell_name

_WAIT_MS = 500


def knock(folder: Path) -> bool:
    """Ask an app that is already open on this folder to come to the front; False when there is none."""
    name = doorbell_name(folder)
    if sys.platform != "win32" and not Path(QDir.tempPath(), name).exists():
        return False  # Qt keeps the doorbell there: the usual start need not load the parts that would ring it
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    there = socket.waitForConnected(_WAIT_MS)
    socket.abort()
    return bool(there)


class Doorbell(QObject):
    """Listens for further starts. A connection is the whole message: nothing that is sent is read."""

    def __init__(self, folder: Path, answer: Callable[[], None], parent: QObject) -> None:
        from PySide6.QtNetwork import QLocalServer

        super().__init__(parent)
        self._answer = answer
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._rung)
        if not self._server.listen(doorbell_name(folder)):
            QLocalServer.removeServer(doorbell_name(folder))  # left over from a crash
            self._server.listen(doorbell_name(folder))

    def _rung(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.abort()
            socket.deleteLater()
        self._answer()
