"""Where one thing stands between found and gone: a line of stages, or a column of them when it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from footprint.i18n import _
from ui.kit.marks import Graphic
from ui.kit.paint import begin, draw_icon, is_rtl, mirrored
from ui.kit.theme import colour, font, px
from ui.kit.words import bold, draw_words, words_height, words_width

DOT = 22
NARROWEST = 96  # a stage with less room than this makes the line a column


class StageLine(Graphic):
    """`at` is the stage it stands at, from 0; those before it are done. The number of stages and words say it too."""

    def __init__(self, stages: Sequence[str], at: int) -> None:
        super().__init__("")
        self._stages, self._at = tuple(stages), at
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_stage(at)

    def set_stage(self, at: int) -> None:
        self._at = max(0, min(at, len(self._stages) - 1))
        self.setAccessibleName(
            _("Stage {n} of {total}: {stage}").format(
                n=self._at + 1, total=len(self._stages), stage=self._stages[self._at]
            )
        )
        self.setAccessibleDescription(", ".join(self._stages))
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._is_column(width):
            return round(sum(self._row_height(words, width) for words in self._stages))
        each = width / len(self._stages)
        tallest = max(words_height(words, bold(), each - px(10)) for words in self._stages)
        return round(px(DOT) + px(6) + tallest) + 2

    def sizeHint(self) -> QSize:
        width = px(NARROWEST) * len(self._stages)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(140), px(DOT))

    def _is_column(self, width: int) -> bool:
        each = width / len(self._stages) - px(10)
        longest = max(words_width(word, bold()) for words in self._stages for word in words.split())
        return each < px(NARROWEST) or longest > each

    def _row_height(self, words: str, width: int) -> float:
        return max(px(DOT), words_height(words, bold(), width - px(DOT + 10))) + px(12)

    def _face(self, at: int) -> QFont:
        return bold() if at == self._at else font("small")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        if self._is_column(self.width()):
            self._paint_column(painter)
        else:
            self._paint_line(painter)
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        each, half = self.width() / len(self._stages), px(DOT) / 2
        for at, words in enumerate(self._stages):
            left = at * each
            if at + 1 < len(self._stages):
                joint = QRectF(left + px(DOT) + px(5), half - px(1), each - px(DOT) - px(10), px(2))
                self._paint_joint(painter, joint, at)
            self._paint_dot(painter, QRectF(left, 0, px(DOT), px(DOT)), at)
            room = QRectF(left, px(DOT) + px(6), each - px(10), self.height() - px(DOT) - px(6))
            self._paint_words(painter, room, words, at)

    def _paint_column(self, painter: QPainter) -> None:
        top, half = 0.0, px(DOT) / 2
        for at, words in enumerate(self._stages):
            tall = self._row_height(words, self.width())
            if at + 1 < len(self._stages):
                joint = QRectF(half - px(1), top + px(DOT) + px(2), px(2), tall - px(DOT) - px(4))
                self._paint_joint(painter, joint, at)
            self._paint_dot(painter, QRectF(0, top, px(DOT), px(DOT)), at)
            first = words_height("x", bold(), px(99))
            room = QRectF(px(DOT + 10), top + max(0.0, (px(DOT) - first) / 2), self.width() - px(DOT + 10), tall)
            self._paint_words(painter, room, words, at)
            top += tall

    def _paint_words(self, painter: QPainter, room: QRectF, words: str, at: int) -> None:
        draw_words(painter, self, room, words, self._face(at), "text" if at == self._at else "text2")

    def _paint_joint(self, painter: QPainter, place: QRectF, at: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent" if at < self._at else "border"))
        painter.drawRoundedRect(mirrored(place, self.width(), is_rtl(self)), 1, 1)

    def _paint_dot(self, painter: QPainter, place: QRectF, at: int) -> None:
        place = mirrored(place, self.width(), is_rtl(self))
        if at < self._at:
            draw_icon(painter, place, "check_circle", "ok", 2)
            return
        here = at == self._at
        painter.setPen(QPen(colour("accent" if here else "border_strong"), px(2)))
        painter.setBrush(colour("surface"))
        inset = px(3)
        painter.drawEllipse(place.adjusted(inset, inset, -inset, -inset))
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(QPointF(place.center()), px(4.5), px(4.5))
