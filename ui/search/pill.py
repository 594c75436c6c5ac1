"""How likely a result is about the person, as a soft pill; plain words to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.kit.paint import begin, is_rtl
from ui.kit.row_paint import draw_pill, pill_width
from ui.kit.text import PlainLabel
from ui.kit.theme import px
from ui.kit.tokens import HEIGHT


class Pill(PlainLabel):
    """A label painted as rows paint their status."""

    def __init__(self, words: str, tone: str) -> None:
        self._tone = tone
        super().__init__(words, "pill", "text", wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self.text(), self._tone) + px(4), px(HEIGHT["pill"]))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        draw_pill(painter, QRectF(self.rect()), self.text(), self._tone, is_rtl(self))
        painter.end()
