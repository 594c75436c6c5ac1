"""Buttons side by side at their own width, on as many rows as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.buttons import Btn
from ui.kit.theme import px, restyles


class Wrap(QWidget):
    """Where the kit's `Flow` makes equal columns, this keeps each button as wide as its words. `gap` at 100% text."""

    def __init__(self, widgets: Sequence[QWidget], gap: int = 8) -> None:
        super().__init__()
        self._parts, self._gap = list(widgets), gap
        for part in self._parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _places(self, width: int) -> tuple[list[tuple[QWidget, int, int, int, int]], int]:
        """Each part with its x, y, width and height, and the height of it all."""
        gap, x, y, tall = px(self._gap), 0, 0, 0
        found = []
        for part in self._parts:
            if part.isHidden():
                continue
            wide = min(_width(part, begins=not x), max(1, width))
            high = part.heightForWidth(wide) if part.hasHeightForWidth() else part.sizeHint().height()
            if x and x + wide > width:
                x, y, tall = 0, y + tall + gap, 0
                wide = min(_width(part, begins=True), max(1, width))
            found.append((part, x, y, wide, high))
            x, tall = x + wide + gap, max(tall, high)
        return found, y + tall

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[1]

    def sizeHint(self) -> QSize:
        shown = [part.sizeHint().width() for part in self._parts if not part.isHidden()]
        natural = sum(shown) + px(self._gap) * max(0, len(shown) - 1)
        width = self.width() if self.isVisible() else natural
        return QSize(min(natural, max(width, 1)), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max((part.minimumSizeHint().width() for part in self._parts if not part.isHidden()), default=0)
        return QSize(widest, self.heightForWidth(max(widest, self.width())) if self.isVisible() else 0)

    def _place(self) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for part, x, y, wide, high in self._places(self.width())[0]:
            if isinstance(part, Btn):
                part.set_flush(not x)
            part.setGeometry(self.width() - x - wide if rtl else x, y, wide, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        super().resizeEvent(event)
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.updateGeometry()
            self._place()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event) or event.type() == QEvent.Type.LayoutDirectionChange:
            self.updateGeometry()
            self._place()


def _width(part: QWidget, *, begins: bool) -> int:
    hint = part.hint(begins) if isinstance(part, Btn) else part.sizeHint()
    return hint.width()
