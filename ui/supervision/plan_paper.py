"""The page of a plan on paper: the largest letters with which it is one page, as a picture, a PDF or print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from footprint.i18n import _
from footprint.supervision.plans import SIZES, PlanPage, html
from ui.kit.printing import document, page_layout
from ui.saving import writing

_DPI = 96
_FULL = 0.97  # printers differ in how they round; a page this full may become two on one of them


def fitted(page: PlanPage) -> str:
    """The page for paper. May run off the main thread."""
    return html(page, next((size for size in range(len(SIZES)) if _fits(html(page, size))), len(SIZES) - 1))


def _fits(words: str) -> bool:
    paper = page_layout().paintRectPixels(_DPI)
    device = QImage(8, 8, QImage.Format.Format_RGB32)
    device.setDotsPerMeterX(round(_DPI / 0.0254))
    device.setDotsPerMeterY(round(_DPI / 0.0254))
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
