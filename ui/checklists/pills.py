"""Badges on the page: small soft fills with words in them, alone or at the end of a heading's line."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.checklists.badges import Badge
from ui.kit.button_row import ButtonRow
from ui.kit.paint import begin, panel
from ui.kit.placed import Placed
from ui.kit.text import Heading, PlainLabel, set_tip
from ui.kit.theme import is_high_contrast, px
from ui.kit.tokens import HEIGHT

_GAP, _BELOW = 12, 6


class Pill(PlainLabel):
    """A badge on the page; its sentence is there for the mouse and for a screen reader."""

    def __init__(self, badge: Badge) -> None:
        super().__init__(badge.words, "pill", badge.tone, wrap=False)
        self.badge = badge
        if badge.sentence:
            set_tip(self, badge.sentence)
            self.setAccessibleDescription(badge.sentence)

    def _restyle(self) -> None:
        super()._restyle()
        self.setContentsMargins(px(10), 0, px(10), 0)
        self.setFixedHeight(px(HEIGHT["pill"]))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        edge = self.badge.tone if is_high_contrast() else ""
        panel(painter, QRectF(self.rect()), f"{self.badge.tone}_soft", edge, HEIGHT["pill"] // 2)
        painter.end()
        super().paintEvent(event)


def pills(found: Iterable[Badge]) -> QWidget:
    """Badges beside each other, on as many lines as they need."""
    return ButtonRow(*(Pill(one) for one in found), gap=6)


class Headed(Placed):
    """A heading with badges at the far end of its line, or below it where there is no room."""

    def __init__(self, heading: Heading, found: Iterable[Badge]) -> None:
        self.heading, self.row = heading, ButtonRow(*(Pill(one) for one in found), gap=6)
        super().__init__((self.heading, self.row), _GAP, QSizePolicy.Policy.Minimum)

    def heightForWidth(self, width: int) -> int:
        if self._beside(width):
            right = self.row.sizeHint()
            return max(self.heading.heightForWidth(width - px(_GAP) - right.width()), right.height())
        return self.heading.heightForWidth(width) + px(_BELOW) + self.row.heightForWidth(width)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._words() + px(_GAP) + self.row.sizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = max(px(100), self.row.minimumSizeHint().width())
        return QSize(least, self.heightForWidth(max(least, self.width())))

    def _words(self) -> int:
        return self.heading.fontMetrics().horizontalAdvance(self.heading.text()) + px(4)

    def _beside(self, width: int) -> bool:
        return self._words() + px(_GAP) + self.row.sizeHint().width() <= width

    def _place(self) -> None:
        width, rtl = self.width(), self._is_rtl()
        if not self._beside(width):
            top = self.heading.heightForWidth(width)
            self.heading.setGeometry(0, 0, width, top)
            self.row.setGeometry(0, top + px(_BELOW), width, self.row.heightForWidth(width))
            return
        right = self.row.sizeHint().width()
        left = width - px(_GAP) - right
        self.heading.setGeometry(width - left if rtl else 0, 0, left, self.height())
        self.row.setGeometry(0 if rtl else width - right, 0, right, self.height())
