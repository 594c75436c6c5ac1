"""What was pasted, dropped or chosen, turned into bytes to keep. Reading and packing happen off the main thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from footprint.errors import FootprintError
from footprint.i18n import _

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff")
MOST_BYTES = 50_000_000


@dataclass(frozen=True)
class Incoming:
    """One thing to keep. `read` gives its bytes; call it on a lane."""

    is_picture: bool
    name: str
    read: Callable[[], bytes]


def of_file(path: Path) -> Incoming:
    return Incoming(path.suffix.lower() in PICTURES, path.name, lambda: _read(path))


def of_mime(data: QMimeData | None) -> tuple[Incoming, ...]:
    """What a paste or a drop carries: files of this computer first, else the picture itself.

    An empty clipboard has no data at all.
    """
    if data is None:
        return ()
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files:
        return tuple(of_file(path) for path in files)
    if data.hasFormat("image/png"):
        packed = bytes(data.data("image/png").data())
        return (Incoming(True, "", lambda: packed),)
    image = data.imageData() if data.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return (Incoming(True, "", lambda: _packed(image)),)
    return ()


def has_something(data: QMimeData | None) -> bool:
    return data is not None and (data.hasImage() or any(url.isLocalFile() for url in data.urls()))


def _packed(image: QImage) -> bytes:
    """As PNG, which loses nothing."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FootprintError(_("This file is too large to keep. The most is 50 MB."))
        return path.read_bytes()
    except OSError as problem:
        raise FootprintError(_("This file could not be read. Check that it is still there.")) from problem
