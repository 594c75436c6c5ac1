"""Paper and PDF from our own HTML. The document may show only what stands in the HTML: it never fetches anything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QDialog, QWidget

_MARGIN_MM = 18
_DPI = 96
_DOTS_PER_METRE = round(_DPI / 0.0254)
_USUAL_POINTS = 12
_SIZE, _BY_TAG = QTextFormat.Property.FontPointSize, QTextFormat.Property.FontSizeAdjustment
# What the glyphs of a font mean, in the order of their numbers (PDF 32000-1, 9.10.3).
_GLYPHS = re.compile(rb"\[(?:<[0-9A-F]{4}>\s*)+\](?=\s*(?:<|endbfrange))")


class _ClosedDocument(QTextDocument):
    """A document that opens no file and no address, whatever its HTML asks for; a picture inside the HTML is shown."""

    def loadResource(self, kind: int, name: QUrl) -> Any:
        return super().loadResource(kind, name) if name.scheme() == "data" else None


def document(html: str, title: str = "") -> QTextDocument:
    """Our HTML laid out for paper, in black on white whatever the theme."""
    made = _ClosedDocument()
    made.setDefaultFont(_paper_font())
    made.setMetaInformation(QTextDocument.MetaInformation.CssMedia, "print")
    made.setDefaultStyleSheet("body { color: black; background: white; }")
    made.setHtml(html)
    _keep_sizes(made)
    made.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
    return made


def _paper_font() -> QFont:
    """The same on paper whatever the text size on the screen, and without ligatures.

    Copied out of a PDF, "ﬁ" would be a letter of its own, and a search for "profile" would miss it.
    """
    font = QFont()
    font.setPointSize(_USUAL_POINTS)
    for feature in ("liga", "clig"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _keep_sizes(made: QTextDocument) -> None:
    """A heading is as large as its style says: Qt makes it so and so much larger than the default font instead."""
    sized, block = [], made.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            fragment, kept = parts.fragment(), parts.fragment().charFormat()
            if kept.hasProperty(_SIZE) and kept.hasProperty(_BY_TAG):
                kept.clearProperty(_BY_TAG)
                sized.append((fragment.position(), fragment.length(), kept))
            parts += 1
        block = block.next()
    cursor = QTextCursor(made)
    for start, length, kept in sized:
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(kept)


def on_pages(made: QTextDocument, paper: QPaintDevice, layout: QPageLayout) -> QTextDocument:
    """Break it into pages of this paper, with no heading left alone at the foot of one.

    It is laid out for `paper` itself, so that a point is a point whatever the screen.
    """
    made.documentLayout().setPaintDevice(paper)
    size = QSizeF(layout.paintRectPixels(paper.logicalDpiX()).size())
    made.setPageSize(size)
    alone = _heading_alone(made, made.begin())
    while alone.isValid():
        kept = alone.blockFormat()
        kept.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        QTextCursor(alone).setBlockFormat(kept)
        made.setPageSize(QSizeF())
        made.setPageSize(size)  # laid out anew: Qt loses text when it only moves what comes after a new page
        alone = _heading_alone(made, alone.next())
    return made


def _heading_alone(made: QTextDocument, block: QTextBlock) -> QTextBlock:
    """The first heading from here on whose text begins on the page after it; headings in a row count as one."""
    while block.isValid():
        first = block
        while block.isValid() and block.blockFormat().headingLevel():
            block = block.next()
        if block == first:
            block = block.next()
        elif block.isValid() and _page_of(made, block) > _page_of(made, first):
            return first
    return QTextBlock()


def _page_of(made: QTextDocument, block: QTextBlock) -> int:
    """The page of its first line, which may be on the next one after the block's own beginning."""
    top = made.documentLayout().blockBoundingRect(block).top()
    lines = block.layout()
    return int((top + (lines.lineAt(0).y() if lines.lineCount() else 0)) // made.pageSize().height())


def page_layout() -> QPageLayout:
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )


def to_pdf(html: str, path: Path, title: str = "") -> None:
    """Write a PDF for printing and signing. OSError when the place cannot be written to.

    Qt's PDFs carry no tags for screen readers: offer HTML beside it. May run off the main thread.
    """
    writer = _writer(path, title)
    made = on_pages(document(html, title), writer, writer.pageLayout())
    made.print_(writer)
    del made, writer  # which ends the file
    path.write_bytes(_copies_as_spaces(path.read_bytes()))


def parts_to_pdf(parts: Iterable[str], path: Path, title: str = "") -> None:
    """The same for what is long: each part of it is laid out alone and begins a page.

    Breaking into pages takes longer than twice for twice as much. What `parts` raises is passed on.
    """
    writer = _writer(path, title)
    painter = QPainter(writer)
    try:
        for at, html in enumerate(parts):
            if at:
                writer.newPage()
            _draw_pages(on_pages(document(html), writer, writer.pageLayout()), writer, painter)
    finally:
        painter.end()
    del painter, writer  # which ends the file
    path.write_bytes(_copies_as_spaces(path.read_bytes()))


def _writer(path: Path, title: str) -> QPdfWriter:
    with path.open("wb"):
        pass  # Qt would say only on the console that it cannot write here
    writer = QPdfWriter(str(path))
    writer.setResolution(_DPI)
    writer.setPageLayout(page_layout())
    writer.setTitle(title)
    return writer


def _draw_pages(made: QTextDocument, writer: QPdfWriter, painter: QPainter) -> None:
    size = made.pageSize()
    for number in range(made.pageCount()):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, -number * size.height())
        made.drawContents(painter, QRectF(0, number * size.height(), size.width(), size.height()))
        painter.restore()


def _copies_as_spaces(pdf: bytes) -> bytes:
    """A space that is copied is a space: Qt's tables of what each glyph means call it a tab, where both look alike."""
    return _GLYPHS.sub(lambda table: table[0].replace(b"<0009>", b"<0020>"), pdf)


def page_image(html: str, number: int) -> QImage:
    """A page of the print-out as it comes out of the printer, margins and all; the first is 0."""
    layout = page_layout()
    paper, inside = layout.fullRectPixels(_DPI), layout.paintRectPixels(_DPI)
    image = QImage(paper.size(), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(_DOTS_PER_METRE)
    image.setDotsPerMeterY(_DOTS_PER_METRE)
    image.fill(QColor("white"))
    made = on_pages(document(html), image, layout)
    painter = QPainter(image)
    painter.translate(inside.x(), inside.y() - number * inside.height())
    made.drawContents(painter, QRectF(0, number * inside.height(), inside.width(), inside.height()))
    painter.end()
    return image


def print_html(parent: QWidget, html: str, title: str) -> QDialog:
    """Open the system's print dialog for our HTML; prints when the person agrees. `title` names the print job."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # heavy, and only for those who print

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout())
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.accepted.connect(lambda: on_pages(document(html, title), printer, printer.pageLayout()).print_(printer))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # the print dialog's own `open` wants a slot to call
    return dialog
