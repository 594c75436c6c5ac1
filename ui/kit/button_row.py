"""Buttons beside each other, on as many lines as they need: a row that never pushes a page wider than its window."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.buttons import Btn
from ui.kit.placed import Placed
from ui.kit.theme import px


class ButtonRow(Placed):
    """Widgets at their own width. `at_end` puts them at the far edge, as in the bar of a dialog."""

    def __init__(self, *parts: QWidget, gap: int = 10, at_end: bool = False) -> None:
        super().__init__((), gap, QSizePolicy.Policy.Minimum)
        self._at_end = at_end
        for part in parts:
            self.add(part)

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for _part, box in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        natural = sum(part.sizeHint().width() for part in self._shown()) + px(self._gap) * max(
            0, len(self._shown()) - 1
        )
        width = max(natural, self.width()) if self.isVisible() else natural
        return QSize(natural, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max((part.minimumSizeHint().width() for part in self._shown()), default=0)
        return QSize(widest, self.heightForWidth(max(widest, self.width())) if self.isVisible() else 0)

    def _boxes(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Where each part stands, as read from the left."""
        gap, placed, top = px(self._gap), [], 0
        for line in self._lines(width):
            used = sum(size.width() for _part, size in line) + gap * (len(line) - 1)
            tall, at = max(size.height() for _part, size in line), width - used if self._at_end else 0
            for part, size in line:
                placed.append((part, QRect(at, top + (tall - size.height()) // 2, size.width(), size.height())))
                at += size.width() + gap
            top += tall + gap
        return placed

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        """Which parts stand on which line, and how large each is there."""
        lines: list[list[tuple[QWidget, QSize]]] = []
        gap, used = px(self._gap), 0
        for part in self._shown():
            size = self._size(part, width, begins=not lines)
            if lines and used + gap + size.width() <= width:
                lines[-1].append((part, size))
                used += gap + size.width()
                continue
            if lines:
                size = self._size(part, width, begins=True)
            lines.append([(part, size)])
            used = size.width()
        return lines

    def _size(self, part: QWidget, width: int, *, begins: bool = False) -> QSize:
        hint = part.hint(begins and not self._at_end) if isinstance(part, Btn) else part.sizeHint()
        wide = min(hint.width(), max(1, width))
        if wide == hint.width() and isinstance(part, Btn):
            return hint
        return QSize(wide, part.heightForWidth(wide) if part.hasHeightForWidth() else hint.height())

    def _place(self) -> None:
        rtl = self._is_rtl()
        for part, box in self._boxes(self.width()):
            begins = box.left() == 0
            if rtl:
                box.moveLeft(self.width() - box.right() - 1)
            if isinstance(part, Btn):
                part.set_flush(begins and not self._at_end)
            part.setGeometry(box)
