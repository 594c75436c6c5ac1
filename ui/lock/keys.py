"""Lock and hide while a dialog is open: a window's own shortcuts do not reach over one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QWindow
from PySide6.QtWidgets import QApplication

from ui.kit.keys import shortcut

_GIVEN = "over_dialogs"  # the name of the actions a dialog was given


class KeysOverDialogs(QObject):
    """Gives each dialog both shortcuts when it comes to the front, and so watches no event in between."""

    def __init__(self, qt: QApplication, lock: Callable[[], None], hide: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._doings = (("lock", lock), ("hide", hide))
        qt.focusWindowChanged.connect(self._came_forward)

    def _came_forward(self, _window: QWindow | None) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or any(action.objectName() == _GIVEN for action in dialog.actions()):
            return
        for name, do in self._doings:
            action = QAction(dialog)
            action.setObjectName(_GIVEN)
            action.setShortcuts(shortcut(name).sequences)
            action.triggered.connect(lambda _checked=False, do=do: self._do_soon(do))
            dialog.addAction(action)

    def _do_soon(self, do: Callable[[], None]) -> None:
        """Not from inside the dialog that it closes."""
        QTimer.singleShot(0, self, do)
