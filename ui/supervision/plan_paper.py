"""The page of a plan on paper: the largest letters with which it is one page, as a picture, a PDF or print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from footprint.i18n import _
from footprint.supervision.plans import SIZES, PlanPage, html
from ui.kit.printing import document, on_pages, page_layout
from ui.saving import writing

_DPI, _FINE = 96, 2
_FULL = 0.97  # printers differ in how they round; a page this full may become two on one of them


def fitted(page: PlanPage) -> str:
    """The page for paper. May run off the main thread."""
    return html(page, next((size for size in range(len(SIZES)) if _fits(html(page, size))), len(SIZES) - 1))


def _fits(words: str) -> bool:
    paper = page_layout().paintRectPixels(_DPI)
    device = _device()  # has to live as long as the layout
    made = document(words)
    made.documentLayout().setPaintDevice(device)
    made.setTextWidth(paper.width())
    return bool(made.size().height() <= paper.height() * _FULL)


def write_pdf(page: PlanPage, path: Path) -> None:
    """Raises `NotSaved`. For a lane's thread."""
    from ui.kit.printing import to_pdf

    with writing():
        to_pdf(fitted(page), path, title())


def title() -> str:
    return _("A plan to check what people can find")


def picture(page: PlanPage) -> QImage:
    """The sheet as it comes out of the printer, twice as fine as a screen. May run off the main thread."""
    layout = page_layout()
    paper, inside = layout.fullRectPixels(_DPI), layout.paintRectPixels(_DPI)
    image = QImage(paper.size() * _FINE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    device = _device()  # has to live as long as the layout
    made = on_pages(document(fitted(page)), device, layout)
    painter = QPainter(image)
    painter.scale(_FINE, _FINE)
    painter.translate(inside.x(), inside.y())
    made.drawContents(painter, QRectF(0, 0, inside.width(), inside.height()))
    painter.end()
    return image


def _device() -> QImage:
    """What the page is laid out for: a paper of 96 dots to the inch, as the PDF is."""
    device = QImage(8, 8, QImage.Format.Format_RGB32)
    device.setDotsPerMeterX(round(_DPI / 0.0254))
    device.setDotsPerMeterY(round(_DPI / 0.0254))
    return device
