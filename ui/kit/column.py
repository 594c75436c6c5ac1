"""A column that keeps what it holds together at the top when its card is taller than it needs to be."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout


class TopColumn(QVBoxLayout):
    """Spare height goes to a part that wants it (a chart, a stretch); where none does, it stays empty at the foot."""

    def setGeometry(self, rect: QRect) -> None:
        if not self.expandingDirections() & Qt.Orientation.Vertical:
            needed = self.heightForWidth(rect.width()) if self.hasHeightForWidth() else self.sizeHint().height()
            rect = QRect(rect.x(), rect.y(), rect.width(), min(rect.height(), needed))
        super().setGeometry(rect)
