"""Lock and hide while a dialog is open: a window's own shortcuts do not reach over one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from ui.kit.keys import shortcut


class KeysOverDialogs(QObject):
    """Watches the keys of the whole app, and acts only while a dialog is in front."""

    def __init__(self, qt: QApplication, lock: Callable[[], None], hide: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._doings = (("lock", lock), ("hide", hide))
        qt.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or QApplication.activeModalWidget() is None:
            return False
        if not isinstance(event, QKeyEvent):
            return False
        pressed = QKeySequence(event.keyCombination())
        for name, do in self._doings:
            if pressed in shortcut(name).sequences:
                QTimer.singleShot(0, self, do)  # not from inside the dialog that it closes
                return True
        return False
