"""The small painted marks of choices and graphics: tick box, dot, tag, and the label that counts as a picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLabel

from ui.kit.theme import colour, line, px, restyles
from ui.kit.words import medium, words_width

TAG_HEIGHT = 26
_TICK = ((6.3, 12.4), (10.3, 16.3), (17.7, 8.2))  # on a grid of 24


def rounded(tint: str, width: float) -> QPen:
    return QPen(colour(tint), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def draw_tick_box(painter: QPainter, place: QRectF, *, on: bool, enabled: bool = True, warm: bool = False) -> None:
    """`warm` is under the mouse or pressed."""
    box = place.adjusted(1, 1, -1, -1)
    tint = "accent" if enabled and (on or warm) else "border_strong"
    painter.setPen(QPen(colour(tint), 2))
    painter.setBrush(colour(tint if on else "hover" if warm else "surface"))
    painter.drawRoundedRect(box, px(5), px(5))
    if on:
        unit = place.width() / 24
        painter.setPen(rounded("on_accent" if enabled else "surface", 2.4 * unit))
        painter.drawPolyline([place.topLeft() + QPointF(x * unit, y * unit) for x, y in _TICK])


def draw_dot(painter: QPainter, place: QRectF, *, on: bool, enabled: bool = True) -> None:
    tint = colour("accent" if on and enabled else "border_strong")
    painter.setPen(QPen(tint, 2))
    painter.setBrush(colour("surface"))
    painter.drawEllipse(place.adjusted(1, 1, -1, -1))
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawEllipse(place.center(), place.width() * 0.24, place.width() * 0.24)


def tag_width(words: str) -> float:
    return words_width(words, medium()) + px(20)


def draw_tag(painter: QPainter, place: QRectF, words: str, tone: str) -> None:
    """A soft pill with words; in high contrast, where soft fills are gone, with an edge."""
    painter.setPen(QPen(colour(tone), 1) if line() > 1 else Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"{tone}_soft"))
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
    painter.setPen(colour(tone))
    painter.setFont(medium())
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter.value, words)


class Graphic(QLabel):
    """A painted picture: screen readers hear a graphic with this name and sentence."""

    def __init__(self, name: str, sentence: str = "") -> None:
        super().__init__()
        # A label that holds a pixmap is what Qt reports as a graphic. It is covered by the subclass's own painting.
        self.setPixmap(QPixmap(1, 1))
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)

    def changeEvent(self, event: QEvent) -> None:
        """Its size follows the text size."""
        super().changeEvent(event)
        if restyles(event):
            self.updateGeometry()
