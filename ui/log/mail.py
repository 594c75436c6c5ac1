"""A letter handed to the person's own mail program, which shows it before anything is sent."""

from __future__ import annotations

import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_ADDRESS = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")


def mail_link(contact: str, subject: str, text: str) -> QUrl:
    """`contact` is used only where an address stands in it; else the person fills it in there."""
    found = _ADDRESS.search(contact)
    to = QUrl.toPercentEncoding(found.group(0), b"@").data().decode() if found else ""
    parts = (("subject", subject), ("body", text.replace("\n", "\r\n")))
    query = "&".join(f"{name}={QUrl.toPercentEncoding(words).data().decode()}" for name, words in parts)
    return QUrl(f"mailto:{to}?{query}", QUrl.ParsingMode.StrictMode)


def open_mail(link: QUrl) -> bool:
    """False where no mail program is set up."""
    return QDesktopServices.openUrl(link)
