"""Two labels on one line, one at each end, and one under the other when there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.kit.placed import Placed
from ui.kit.theme import px

GAP = 12


class TwoEnds(Placed):
    def __init__(self, first: QLabel, last: QLabel) -> None:
        super().__init__((first, last), GAP, QSizePolicy.Policy.Minimum)
        self._first, self._last = first, last
        for label in (first, last):
            label.setWordWrap(True)

    def heightForWidth(self, width: int) -> int:
        if self._side_by_side(width):
            return max(self._first.heightForWidth(width), self._last.heightForWidth(width))
        return self._first.heightForWidth(width) + px(2) + self._last.heightForWidth(width)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._natural(self._first) + px(GAP) + self._natural(self._last))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(100), self.heightForWidth(max(px(100), self.width())))

    def _natural(self, label: QLabel) -> int:
        return label.fontMetrics().horizontalAdvance(label.text()) + 2 if label.text() else 0

    def _side_by_side(self, width: int) -> bool:
        return self._natural(self._first) + px(GAP) + self._natural(self._last) <= width

    def _place(self) -> None:
        width, rtl = self.width(), self._is_rtl()
        if not self._side_by_side(width):
            top = self._first.heightForWidth(width)
            self._first.setGeometry(0, 0, width, top)
            self._last.setGeometry(0, top + px(2), width, self._last.heightForWidth(width))
            return
        left, right = self._natural(self._first), self._natural(self._last)
        self._first.setGeometry(width - left if rtl else 0, 0, left, self.height())
        self._last.setGeometry(0 if rtl else width - right, 0, right, self.height())
