"""Paper and PDF from our own HTML. The document may show only what stands in the HTML: it never fetches anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF, QSizeF, QUrl
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

_MARGIN_MM = 18
_DPI = 96


class _ClosedDocument(QTextDocument):
    """A document that opens no file and no address, whatever its HTML asks for; a picture inside the HTML is shown."""

    def loadResource(self, kind: int, name: QUrl) -> Any:
        return super().loadResource(kind, name) if name.scheme() == "data" else None


def document(html: str, title: str = "") -> QTextDocument:
    """Our HTML laid out for paper, in black on white whatever the theme."""
    made = _ClosedDocument()
    made.setDefaultStyleSheet("body { color: black; background: white; }")
    made.setHtml(html)
    made.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
    return made


def page_layout() -> QPageLayout:
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )


def to_pdf(html: str, path: Path, title: str = "") -> None:
    """Write a PDF for printing and signing. OSError when the place cannot be written to.

    Qt's PDFs carry no tags for screen readers: offer HTML beside it. May run off the main thread.
    """
    with path.open("wb"):
        pass  # Qt would say only on the console that it cannot write here
    writer = QPdfWriter(str(path))
    writer.setResolution(_DPI)
    writer.setPageLayout(page_layout())
    writer.setTitle(title)
    made = document(html, title)
    made.setPageSize(QSizeF(writer.pageLayout().paintRectPixels(_DPI).size()))
    made.print_(writer)


def print_html(parent: QWidget, html: str, title: str) -> QDialog:
    """Open the system's print dialog for our HTML; prints when the person agrees. `title` names the print job."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # heavy, and only for those who print

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout())
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.accepted.connect(lambda: document(html, title).print_(printer))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # the print dialog's own `open` wants a slot to call
    return dialog
