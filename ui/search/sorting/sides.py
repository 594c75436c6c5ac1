"""The list and the result, side by side where there is room and one under the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.layout import Columns
from ui.kit.theme import space


class Side(QWidget):
    """As tall as its words need at the width it has: rows ask for more before they know how wide they are."""

    def __init__(self, card: QWidget) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        space(self.column, 16)
        self.column.addWidget(card, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Sides(Columns):
    """Says when the two stand one under the other, and when they stand side by side again."""

    stacks = Signal(bool)

    def __init__(self, left: Side, right: Side) -> None:
        super().__init__([left, right], [4, 5])
        self._said: bool | None = None

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            now = self.stacked
            if now is not self._said:
                self._said = now
                self.stacks.emit(now)
        return done
