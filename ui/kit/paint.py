"""Strokes that several widgets share: panels, icons and words that turn round in right-to-left languages."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPaintDevice, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.kit import icons
from ui.kit.theme import colour, line, px


def begin(widget: QPaintDevice) -> QPainter:
    """A painter with smooth edges, where each text runs in its own direction; call `end()` when done."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return painter


def is_rtl(widget: QWidget) -> bool:
    return widget.layoutDirection() == Qt.LayoutDirection.RightToLeft


def mirrored(rect: QRectF, width: float, rtl: bool) -> QRectF:
    """`rect` as it stands when the whole of `width` is read from the right."""
    return QRectF(width - rect.right(), rect.top(), rect.width(), rect.height()) if rtl else rect


def leading(rtl: bool, *, wrap: bool = False, middle: bool = False) -> int:
    """Text flags for words at the reading edge, safe in both directions."""
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    flags = (side | Qt.AlignmentFlag.AlignAbsolute).value
    flags |= Qt.AlignmentFlag.AlignVCenter.value if middle else Qt.AlignmentFlag.AlignTop.value
    return flags | (Qt.TextFlag.TextWordWrap.value if wrap else 0)


def panel(painter: QPainter, rect: QRectF, fill: str, edge: str = "", radius: int = 8, width: float = 0) -> None:
    """A rounded panel: `fill` and `edge` are tokens ("" for none), `radius` a size at 100% text.

    The edge lies inside `rect`; its width is a hairline unless given in pixels.
    """
    stroke = (width or line()) if edge else 0
    painter.setPen(QPen(colour(edge), stroke) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
    half = stroke / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), px(radius), px(radius))


def side_bar(painter: QPainter, rect: QRectF, inset: int, rtl: bool = False) -> None:
    """The bar beside a selected row: selection is never told by colour alone."""
    thick = px(3)
    left = rect.right() - thick if rtl else rect.left()
    bar = QRectF(left, rect.top() + px(inset), thick, rect.height() - 2 * px(inset))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("accent"))
    painter.drawRoundedRect(bar, thick / 2, thick / 2)


def draw_icon(painter: QPainter, rect: QRectF, name: str, colour_name: str, stroke: float = 0) -> None:
    """An icon in the middle of `rect`, as large as its shorter side."""
    size = int(min(rect.width(), rect.height()))
    dpr = painter.device().devicePixelRatio() if painter.device() is not None else 1.0
    corner = QPointF(rect.center().x() - size / 2, rect.center().y() - size / 2)
    painter.drawPixmap(corner, icons.pixmap(name, colour_name, size, dpr, stroke))
