"""What all painted buttons share: Enter as well as Space, a look under the mouse, and words taken as they are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.kit.theme import restyles


class Pressable(QPushButton):
    """A push button that subclasses paint. It is no dialog's default: Enter presses it only where it has focus."""

    def __init__(self, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if text:
            self.setText(text)

    # A lone "&" in words would make an Alt key of the letter after it and lose the sign.

    def setText(self, text: str) -> None:
        super().setText(text.replace("&", "&&"))
        self.updateGeometry()

    def text(self) -> str:
        return super().text().replace("&&", "&")

    def measure_again(self) -> None:
        """Colours, fonts, sizes or words are new."""
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QEnterEvent) or event.type() == QEvent.Type.Leave:
            self.update()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event):
            self.measure_again()
