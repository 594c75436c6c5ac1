"""Words that painted widgets measure and draw: they wrap, break when one is too long, and read from either side."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from ui.kit.paint import is_rtl, mirrored
from ui.kit.theme import colour, font

# Letters nobody sees that turn the reading order, so that “gnp.exe” looks like a picture; and control characters.
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LONG_WORD = re.compile(r"\S{17,}")
_BREAK_AFTER = re.compile(r"[/\\._?&=@%-]+|[^/\\._?&=@%-]{12}")
NO_WIDTH = "\u200b"  # where a line may break inside a word
_LINE_BREAK = "\u2028"  # what a text layout takes for a line break inside one paragraph


def in_reading_order(words: str) -> str:
    """The words as they are shown: nothing in them can make others read backwards (`vault-design` 8.1)."""
    return _UNSEEN.sub("", words)


def breakable(words: str) -> str:
    """The words with places to break inside those too long for a narrow line, such as addresses."""
    return _LONG_WORD.sub(lambda word: _BREAK_AFTER.sub(f"\\g<0>{NO_WIDTH}", word.group()), words)


def medium(role: str = "small") -> QFont:
    made = font(role)
    made.setWeight(QFont.Weight.Medium)
    return made


def bold(role: str = "small") -> QFont:
    made = font(role)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _laid(words: str, face: QFont, width: float, side: Qt.AlignmentFlag) -> tuple[QTextLayout, float]:
    layout = QTextLayout(in_reading_order(words).replace("\n", _LINE_BREAK), face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # words from outside keep their own direction
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height


def words_height(words: str, face: QFont, width: float) -> float:
    """How tall the words stand in lines of `width`; 0 for no words."""
    return _laid(words, face, width, Qt.AlignmentFlag.AlignLeft)[1] if words else 0.0


def words_width(words: str, face: QFont) -> float:
    """The width of the longest line when nothing has to wrap."""
    metrics = QFontMetricsF(face)
    return max((metrics.horizontalAdvance(line) for line in in_reading_order(words).split("\n")), default=0.0) + 1


def draw_words(
    painter: QPainter, widget: QWidget, rect: QRectF, words: str, face: QFont, tint: str, *, centred: bool = False
) -> None:
    """Draw words into `rect`, which is given as for reading from the left and mirrored here."""
    if not words:
        return
    rtl = is_rtl(widget)
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    layout, _height = _laid(words, face, rect.width(), Qt.AlignmentFlag.AlignHCenter if centred else side)
    painter.setPen(colour(tint))
    layout.draw(painter, mirrored(rect, widget.width(), rtl).topLeft())
