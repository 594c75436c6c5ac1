"""Lists for paper: HTML from our own templates and escaped by them, QR codes drawn here, as a PDF or a web page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from footprint.checklists import matrix
from footprint.i18n import locale_name
from ui.saving import writing

# Black on white whatever the theme, so that a phone can read it.
_DARK, _LIGHT = QColor("black"), QColor("white")

_BOLD = re.compile(r"\*\*(.+?)\*\*")


def render(template: str, **values: Any) -> str:
    """The whole page; every text in it is escaped, and a value that is missing is an error."""
    from jinja2 import Environment, StrictUndefined

    env = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return env.from_string(template).render(language=locale_name().replace("_", "-"), **values)


def bold(text: str) -> Markup:
    """Escaped first; then only our own `**` become bold."""
    return Markup(_BOLD.sub(r"<b>\1</b>", str(escape(text))))


def picture(link: str, size: int = 4) -> str:
    """The QR code of a link as a picture inside the page (a data address)."""
    rows = matrix(link)
    image = QImage(len(rows[0]), len(rows), QImage.Format.Format_RGB32)
    image.fill(_LIGHT)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.setPixelColor(x, y, _DARK)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.scaled(image.width() * size, image.height() * size).save(buffer, "PNG")
    return "data:image/png;base64," + bytes(buffer.data().toBase64().data()).decode("ascii")


def write(html: str, path: Path, title: str) -> None:
    """As the ending of `path` says: a web page, which reads better aloud, or else a PDF. Raises `NotSaved`.

    Off the main thread: a long page takes a while to lay out.
    """
    from ui.kit.printing import to_pdf

    with writing():
        if path.suffix.lower() in (".html", ".htm"):
            path.write_text(html, encoding="utf-8")
        else:
            to_pdf(html, path, title)
