"""A picture before it is kept: boxes painted over parts of it, or the part to keep. By mouse or by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from footprint.i18n import _
from footprint.log import Box, Edit
from ui.kit.access import announce
from ui.kit.paint import begin
from ui.kit.theme import colour, px

STEP = 0.02  # of the picture's side, for each press of an arrow
SMALLEST = 0.02
_MOST_HEIGHT = 320
_SHADE = 150  # of 255, over what will be cut off
_NEW = Box(0.35, 0.35, 0.65, 0.65)
_MOVES = {
    Qt.Key.Key_Left: (-STEP, 0.0),
    Qt.Key.Key_Right: (STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -STEP),
    Qt.Key.Key_Down: (0.0, STEP),
}


class CoverCanvas(QWidget):
    """`cropping` decides what a drag and the arrows change: the part to keep, or the box in hand."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cropping = False
        self.boxes: list[Box] = []
        self.crop: Box | None = None
        self.at = -1
        self._image: QImage | None = None
        self._from: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("The picture"))
        self.setAccessibleDescription(_("Arrows move the box. Shift and arrows change its size. Delete takes it away."))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.updateGeometry()
        self.update()

    @property
    def edit(self) -> Edit:
        """What has been marked so far."""
        return Edit(self.crop, tuple(self.boxes))

    # -- marking -------------------------------------------------------------------------------------

    def add_box(self) -> None:
        """A new box in the middle, which becomes the one in hand."""
        self.boxes.append(_NEW)
        self.at = len(self.boxes) - 1
        self._said(_("Box {n} added").format(n=len(self.boxes)))

    def remove_box(self) -> None:
        """Take away the box in hand; the one before it is in hand then."""
        if 0 <= self.at < len(self.boxes):
            del self.boxes[self.at]
            self.at = len(self.boxes) - 1
            self._said(_("The box is gone"))

    def next_box(self) -> None:
        if self.boxes:
            self.at = (self.at + 1) % len(self.boxes)
            self._said(_("Box {n} of {all}").format(n=self.at + 1, all=len(self.boxes)))

    def set_cropping(self, on: bool) -> None:
        """Change the part to keep from now on, which begins as all of it; or the boxes again."""
        self.cropping = on
        if on and self.crop is None:
            self.crop = Box(0.0, 0.0, 1.0, 1.0)
        elif not on and self.crop == Box(0.0, 0.0, 1.0, 1.0):
            self.crop = None
        self.changed.emit()
        self.update()

    def _held(self) -> Box | None:
        if self.cropping:
            return self.crop
        return self.boxes[self.at] if 0 <= self.at < len(self.boxes) else None

    def _put(self, box: Box) -> None:
        if self.cropping:
            self.crop = box
        else:
            self.boxes[self.at] = box
        self.changed.emit()
        self.update()

    def _said(self, words: str) -> None:
        announce(self, words)
        self.changed.emit()
        self.update()

    # -- keys and mouse ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        held = self._held()
        if key == Qt.Key.Key_Delete and not self.cropping:
            self.remove_box()
        elif key in _MOVES and held is not None:
            self._put(_moved(held, *_MOVES[key], sized=shift))
            announce(self, _in_words(self._held()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = self._within(event.position())
        if not self.cropping:
            self.boxes.append(_between(self._from, self._from))
            self.at = len(self.boxes) - 1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._put(_between(self._from, self._within(event.position())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)
        self._from = None

    def _within(self, point: QPointF) -> QPointF:
        place = self._place()
        x = (point.x() - place.left()) / max(1.0, place.width())
        y = (point.y() - place.top()) / max(1.0, place.height())
        return QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))

    # -- painting ------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._size(width).height()

    def sizeHint(self) -> QSize:
        return self._size(px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(60))

    def _size(self, width: int) -> QSize:
        if self._image is None:
            return QSize(width, px(120))
        whole = self._image.size()
        return whole.scaled(max(1, width), px(_MOST_HEIGHT), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))

    def _place(self) -> QRectF:
        return QRectF(QPointF(0, 0), self._size(self.width()).toSizeF())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        place = self._place()
        if self._image is not None:
            painter.drawImage(place, self._image)
            for box in self.boxes:
                painter.fillRect(_on(place, box), Qt.GlobalColor.black)
            if self.crop is not None:
                shade = colour("focus_in")
                shade.setAlpha(_SHADE)
                for side in _outside(place, _on(place, self.crop)):
                    painter.fillRect(side, shade)
        held = self._held()
        if held is not None:
            for width, tint in ((4, "focus_in"), (2, "focus_out")):  # seen on every ground
                painter.setPen(QPen(colour(tint), px(width)))
                painter.drawRect(_on(place, held))
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), px(2)))
            painter.drawRect(place.adjusted(1, 1, -1, -1))
        painter.end()


def _between(one: QPointF, other: QPointF) -> Box:
    return Box(min(one.x(), other.x()), min(one.y(), other.y()), max(one.x(), other.x()), max(one.y(), other.y()))


def _moved(box: Box, right: float, down: float, *, sized: bool) -> Box:
    """Moved within the picture, or its far corner moved; never turned inside out."""
    if sized:
        return _box(
            box,
            right=min(1.0, max(box.left + SMALLEST, box.right + right)),
            bottom=min(1.0, max(box.top + SMALLEST, box.bottom + down)),
        )
    right = min(max(right, -box.left), 1.0 - box.right)
    down = min(max(down, -box.top), 1.0 - box.bottom)
    return Box(box.left + right, box.top + down, box.right + right, box.bottom + down)


def _box(box: Box, **values: float) -> Box:
    return Box(**{**{name: getattr(box, name) for name in ("left", "top", "right", "bottom")}, **values})


def _on(place: QRectF, box: Box) -> QRectF:
    return QRectF(
        place.left() + box.left * place.width(),
        place.top() + box.top * place.height(),
        (box.right - box.left) * place.width(),
        (box.bottom - box.top) * place.height(),
    )


def _outside(place: QRectF, kept: QRectF) -> tuple[QRectF, ...]:
    return (
        QRectF(place.left(), place.top(), place.width(), kept.top() - place.top()),
        QRectF(place.left(), kept.bottom(), place.width(), place.bottom() - kept.bottom()),
        QRectF(place.left(), kept.top(), kept.left() - place.left(), kept.height()),
        QRectF(kept.right(), kept.top(), place.right() - kept.right(), kept.height()),
    )


def _in_words(box: Box | None) -> str:
    if box is None:
        return ""
    across, down = round(100 * box.left), round(100 * box.top)
    wide, tall = round(100 * (box.right - box.left)), round(100 * (box.bottom - box.top))
    return _("{x}% from the left, {y}% from the top, {w}% wide, {h}% high").format(x=across, y=down, w=wide, h=tall)
