"""A box for a password that leaves nothing behind: no undo, no copy, no selection another program could read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from footprint.i18n import _
from ui.kit.choice_cards import Tick
from ui.kit.fields import TextBox
from ui.kit.theme import space

LONGEST = 2000  # what is longer is said to be too long; it is not cut in silence


class _Secret(TextBox):
    """Pasting and typing work; copying and cutting do not, shown or hidden."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.setMaxLength(LONGEST)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.selectionChanged.connect(self._let_go)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if any(event.matches(one) for one in (keys.Copy, keys.Cut, keys.Undo, keys.Redo)):
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Only what is safe: Qt's own menu offers to copy and to undo."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Paste"), self.paste)
        menu.popup(event.globalPos())

    def _let_go(self) -> None:
        """On X11 what is selected can be read by every program; a shown password is never selected."""
        if self.echoMode() is QLineEdit.EchoMode.Normal and self.hasSelectedText():
            self.deselect()


class PasswordBox(QWidget):
    """A hidden line and a tick that shows it."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.edit = _Secret(label)
        self.tick = Tick(_("Show password"))
        self.tick.toggled.connect(self._show)
        column = QVBoxLayout(self)
        space(column, 4)
        column.addWidget(self.edit)
        column.addWidget(self.tick)
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        return self.edit.text()

    def wipe(self) -> None:
        """Forget what was typed: unlike `clear`, `setText` also empties the undo history of the box."""
        self.edit.setText("")
        self.tick.setChecked(False)

    def _show(self, on: bool) -> None:
        self.edit.deselect()
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
