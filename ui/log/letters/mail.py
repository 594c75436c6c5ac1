"""A letter handed to the person's own mail program, which shows it before anything is sent, or written to a file."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from footprint import log
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.log import Letter
from footprint.vault import Vault


class TooLong(FootprintError):
    """A mail program could cut the message short, and nobody would see it."""

    def __init__(self) -> None:
        super().__init__(_("This message is too long to open in email. Save it as a file instead: “An email to send”."))


def mail_link(vault: Vault, letter: Letter) -> QUrl:
    """The finished letter for the mail program; may raise `TooLong`."""
    link = log.mail_link(vault, letter)
    if len(link) > log.LONGEST_LINK:
        raise TooLong
    return QUrl(link, QUrl.ParsingMode.StrictMode)


def open_mail(link: QUrl) -> bool:
    """False where no mail program is set up."""
    return QDesktopServices.openUrl(link)


def write_letter(vault: Vault, path: Path, letter: Letter) -> None:
    """As an unsent email, a PDF or plain words, by the ending of the name. OSError when it cannot be written."""
    if path.suffix.lower() == ".eml":
        path.write_bytes(log.as_eml(vault, letter))
    elif path.suffix.lower() == ".pdf":
        from ui.kit.printing import to_pdf  # heavy, and only for those who print

        to_pdf(as_html(letter, log.to_send(vault, letter)), path, letter.subject)
    else:
        path.write_text(log.as_text(vault, letter), encoding="utf-8")


def as_html(letter: Letter, text: str) -> str:
    """The letter for paper: its subject, and a paragraph for each of its own."""
    parts = [escape(part).replace("\n", "<br>") for part in text.split("\n\n")]
    body = "".join(f"<p>{part}</p>" for part in parts if part.strip())
    return f"<h1>{escape(letter.subject)}</h1>{body}"
