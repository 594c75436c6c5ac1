"""Two labels on one line, one at each end, and one under the other when there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.kit.theme import px, restyles

GAP = 12


class TwoEnds(QWidget):
    def __init__(self, first: QLabel, last: QLabel) -> None:
        super().__init__()
        self._first, self._last = first, last
        for label in (first, last):
            label.setParent(self)
            label.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._side_by_side(width):
            return max(self._first.heightForWidth(width), self._last.heightForWidth(width))
        return self._first.heightForWidth(width) + px(2) + self._last.heightForWidth(width)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._natural(self._first) + px(GAP) + self._natural(self._last))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(100), self.heightForWidth(max(px(100), self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event) or event.type() == QEvent.Type.LayoutDirectionChange:
            self.updateGeometry()
            self._place()

    def _natural(self, label: QLabel) -> int:
        return label.fontMetrics().horizontalAdvance(label.text()) + 2 if label.text() else 0

    def _side_by_side(self, width: int) -> bool:
        return self._natural(self._first) + px(GAP) + self._natural(self._last) <= width

    def _place(self) -> None:
        width, rtl = self.width(), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if not self._side_by_side(width):
            top = self._first.heightForWidth(width)
            self._first.setGeometry(0, 0, width, top)
            self._last.setGeometry(0, top + px(2), width, self._last.heightForWidth(width))
            return
        left, right = self._natural(self._first), self._natural(self._last)
        self._first.setGeometry(width - left if rtl else 0, 0, left, self.height())
        self._last.setGeometry(0 if rtl else width - right, 0, right, self.height())
