"""Text from outside with some of its words marked, painted and never read as markup."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from ui.kit.text import PlainLabel
from ui.kit.theme import colour, px
from ui.kit.words import in_reading_order

Ranges = Sequence[tuple[int, int]]
LINE = "\u2028"


class MarkedText(PlainLabel):
    """`ranges` are (start, end) in the text as given. Screen readers get the words; what is marked is said beside."""

    def __init__(
        self, text: str = "", ranges: Ranges = (), role: str = "body", *, parent: QWidget | None = None
    ) -> None:
        self._ranges: list[tuple[int, int]] = []
        self._laid: tuple[int, str, QTextLayout, float] | None = None
        super().__init__("", role, "text", parent=parent)
        self.show_text(text, ranges)

    def show_text(self, text: str, ranges: Ranges = ()) -> None:
        """Marks that reach over the end or over each other are taken as far as they go."""
        self._ranges = []
        for start, end in sorted(ranges):
            first, last = len(in_reading_order(text[:start])), len(in_reading_order(text[:end]))
            if last > first:
                self._ranges.append((first, last - first))
        self._laid = None
        self.setText(text)

    @property
    def marked(self) -> tuple[str, ...]:
        """The words that are marked, in order."""
        return tuple(self.text()[start : start + length] for start, length in self._ranges)

    def heightForWidth(self, width: int) -> int:
        return round(self._lay_out(width)[1] + 0.49)

    def sizeHint(self) -> QSize:
        width = px(340)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        layout, _height = self._lay_out(self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _lay_out(self, width: int) -> tuple[QTextLayout, float]:
        key = f"{self.font().toString()} {colour('warn_soft').name()}"
        if self._laid is not None and self._laid[:2] == (width, key):
            return self._laid[2], self._laid[3]
        layout = QTextLayout(self.text().replace("\n", LINE), self.font())
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([_marked(start, length) for start, length in self._ranges])
        height = 0.0
        layout.beginLayout()
        while (row := layout.createLine()).isValid():
            row.setLineWidth(max(1, width))
            row.setPosition(QPointF(0, height))
            height += row.height()
        layout.endLayout()
        self._laid = (width, key, layout, height)
        return layout, height


def _marked(start: int, length: int) -> QTextLayout.FormatRange:
    made, look = QTextLayout.FormatRange(), QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setForeground(colour("warn"))
    look.setBackground(colour("warn_soft"))
    look.setFontUnderline(True)  # not by colour alone
    made.start, made.length, made.format = start, length, look
    return made
