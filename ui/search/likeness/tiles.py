"""Profile pictures as they are shown: alone, two beside each other, and as a tile that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.kit.layout import hbox
from ui.kit.marks import Graphic
from ui.kit.paint import begin, draw_icon, is_rtl, panel
from ui.kit.picture import read_image
from ui.kit.pressable import Pressable
from ui.kit.text import PlainLabel
from ui.kit.theme import colour, font, line, px, space
from ui.kit.tokens import RADIUS
from ui.kit.words import breakable, draw_words, medium, words_height

SIDE = 112
PAD = 8


def draw_picture(painter: QPainter, place: QRectF, image: QImage | None) -> None:
    """The middle of a picture in a square with soft corners; an icon where there is none."""
    if image is None:
        panel(painter, place, "sunken", "border", RADIUS["control"])
        side = min(place.width(), place.height()) * 0.36
        middle = QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
        draw_icon(painter, middle, "image", "text2")
        return
    shape = QPainterPath()
    shape.addRoundedRect(place, px(RADIUS["control"]), px(RADIUS["control"]))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(shape)
    least = min(image.width(), image.height())
    cut = QRectF((image.width() - least) / 2, (image.height() - least) / 2, least, least)
    painter.drawImage(place, image, cut)
    painter.restore()
    painter.setPen(QPen(colour("border"), line()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)


class Thumb(Graphic):
    """One small picture. `name` is what a screen reader says."""

    def __init__(self, name: str, data: bytes, side: int = SIDE) -> None:
        super().__init__(name)
        self._image = read_image(data) if data else None
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(self._side), px(self._side))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        draw_picture(painter, QRectF(self.rect()), self._image)
        painter.end()


class Pair(QWidget):
    """Two pictures side by side, each with what it is below."""

    def __init__(self, *sides: tuple[str, bytes], side: int = SIDE) -> None:
        super().__init__()
        columns = []
        for words, data in sides:
            column = QVBoxLayout()
            space(column, 4)
            column.addWidget(Thumb(words, data, side))
            label = PlainLabel(words, "small", "text2")
            label.setFixedWidth(px(side))
            column.addWidget(label)
            column.addStretch(1)
            columns.append(column)
        self.setLayout(hbox(*columns, None, spacing=16))


class PictureTile(Pressable):
    """A picture with a few words below it, as one button."""

    def __init__(self, title: str, second: str, data: bytes, *, warn: bool = False) -> None:
        super().__init__()
        self._title, self._second, self._warn = title, second, warn
        self._image = read_image(data) if data else None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(second)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = words_height(self._title, medium(), width) + words_height(breakable(self._second), font("small"), width)
        return round(3 * px(PAD) + self._picture(width) + words)

    def sizeHint(self) -> QSize:
        width = px(SIDE)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(SIDE), px(SIDE + 2 * PAD))

    def _picture(self, width: int) -> int:
        return min(width, px(SIDE + 24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        width, side = self.width(), self._picture(self.width())
        place = QRectF(width - side if is_rtl(self) else 0, px(PAD), side, side)
        draw_picture(painter, place, self._image)
        if self.underMouse() or self.isDown():
            panel(painter, place, "", "accent", RADIUS["control"], px(2))
        top = 2.0 * px(PAD) + side
        tall = words_height(self._title, medium(), width)
        draw_words(painter, self, QRectF(0, top, width, tall), self._title, medium(), "text")
        second = breakable(self._second)
        rest = words_height(second, font("small"), width)
        tint = "warn" if self._warn else "text2"
        draw_words(painter, self, QRectF(0, top + tall, width, rest), second, font("small"), tint)
        painter.end()
