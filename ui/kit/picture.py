"""Pictures from outside, decoded with care: few formats, decided by what the bytes are, with a cap on size."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy

from footprint.i18n import _
from ui.kit.marks import Graphic
from ui.kit.paint import begin, is_rtl, panel
from ui.kit.theme import colour, font, line, px
from ui.kit.tokens import RADIUS

MOST_BYTES = 40_000_000
MOST_PIXELS = 60_000_000
MOST_SIDE = 3_000  # larger pictures are made smaller while they are read
MOST_MEGABYTES = 256  # what one picture may take in memory while it is decoded


def format_of(data: bytes) -> str:
    """png, jpeg, gif, webp or bmp by the first bytes; "" for anything else, whatever the name says."""
    for start, name in (
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"\xff\xd8\xff", "jpeg"),
        (b"GIF87a", "gif"),
        (b"GIF89a", "gif"),
        (b"BM", "bmp"),
    ):
        if data.startswith(start):
            return name
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def read_image(data: bytes) -> QImage | None:
    """The picture in these bytes, upright and at most 3,000 pixels a side; None when it cannot be shown safely."""
    kind = format_of(data)
    if not kind or len(data) > MOST_BYTES:
        return None
    QImageReader.setAllocationLimit(MOST_MEGABYTES)
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    if max(size.width(), size.height()) > MOST_SIDE:
        reader.setScaledSize(size.scaled(MOST_SIDE, MOST_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


class PictureBox(Graphic):
    """A picture as wide as its column, never larger than it is itself; words where there is none."""

    def __init__(self, label: str, *, most_height: int = 480) -> None:
        super().__init__(label)
        self._image: QImage | None = None
        self._kept: QPixmap | None = None
        self._most_height = most_height
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def has_picture(self) -> bool:
        return self._image is not None

    def show_bytes(self, data: bytes) -> bool:
        """Show the picture in these bytes; False, and words in its place, when they are no picture we can show."""
        self.show_image(read_image(data))
        return self.has_picture

    def show_image(self, image: QImage | None) -> None:
        """Show a picture that was read before, off the main thread."""
        self._image, self._kept = image, None
        self._words = "" if image is not None else _("This picture cannot be shown.")
        self.setAccessibleDescription(self._words)
        self.updateGeometry()
        self.update()

    def clear(self) -> None:
        self._image, self._kept, self._words = None, None, ""
        self.setAccessibleDescription("")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._shown(width).height() if self._image is not None else px(96)

    def sizeHint(self) -> QSize:
        return self._shown(px(480)) if self._image is not None else QSize(px(240), px(96))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(24))

    def _shown(self, width: int) -> QSize:
        """The size on screen: the picture's own, made smaller to fit, never larger."""
        own = self._image.size() if self._image is not None else QSize(1, 1)
        room = QSize(max(1, width), px(self._most_height))
        if own.width() <= room.width() and own.height() <= room.height():
            return own.expandedTo(QSize(px(24), px(24)))
        return own.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(px(24), px(24)))

    def _scaled(self, size: QSize) -> QPixmap:
        """The picture at its size on this screen, kept so that scrolling does not scale it again."""
        ratio = self.devicePixelRatioF()
        wanted = (size.toSizeF() * ratio).toSize()
        if self._kept is None or self._kept.size() != wanted:
            keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._kept = QPixmap.fromImage(self._image.scaled(wanted, keep, smooth))
            self._kept.setDevicePixelRatio(ratio)
        return self._kept

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        if self._image is None:
            panel(painter, QRectF(self.rect()), "sunken", radius=RADIUS["control"])
            painter.setFont(font("small"))
            painter.setPen(colour("text2"))
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value, self._words
            )
            painter.end()
            return
        size = self._shown(self.width())
        place = QRectF(self.width() - size.width() if is_rtl(self) else 0, 0, size.width(), size.height())
        shape = QPainterPath()
        shape.addRoundedRect(place, px(6), px(6))
        painter.setClipPath(shape)
        painter.drawPixmap(place.topLeft(), self._scaled(size))
        painter.setClipping(False)
        painter.setPen(QPen(colour("border"), line()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        painter.end()
