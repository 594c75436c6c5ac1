"""What a file is, by how its bytes begin and never by its name."""

from __future__ import annotations

import re

from footprint.i18n import _
from footprint.log.errors import BadEvidence
from footprint.log.records import EvidenceKind

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")  # a damaged one is a picture too, and refused as one
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # text in 16 bits
_HEAD = 8192
# A message begins with header lines; these are the ones only a message has.
_MAIL = re.compile(
    rb"^(received|return-path|delivered-to|message-id|from|to|date|subject|dkim-signature):",
    re.IGNORECASE | re.MULTILINE,
)
_HEADERS = re.compile(rb"\A(?:[!-9;-~]{1,80}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}", re.DOTALL)
_SAVED = re.compile(rb"^snapshot-content-location:|^from: <saved by |multipart/related", re.IGNORECASE | re.MULTILINE)

ENDINGS = {
    EvidenceKind.PDF: ".pdf",
    EvidenceKind.EMAIL: ".eml",
    EvidenceKind.TEXT: ".txt",
}
"""Of the files in a bundle: from what a file is, so that no name from outside decides which program opens it."""


def kind_of(content: bytes) -> EvidenceKind:
    """The kind of copy these bytes are, or `BadEvidence` with what can be kept instead."""
    start = content[:_HEAD]
    if start.startswith(_PICTURES) or (start[:4] == b"RIFF" and start[8:12] == b"WEBP"):
        return EvidenceKind.PICTURE
    if b"%PDF-" in start[:1024]:
        return EvidenceKind.PDF
    if b"\x00" in start and not start.startswith(_WIDE):
        raise BadEvidence(
            _("The app cannot keep this kind of file. Use a picture, a PDF, a saved page or an email (.eml).")
        )
    if _is_mail(start.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")):
        return EvidenceKind.EMAIL
    return EvidenceKind.PAGE


def ending_of(kind: EvidenceKind, content: bytes) -> str:
    """The ending a file of this kind is given outside."""
    if kind is EvidenceKind.PICTURE:
        if content.startswith(b"\x89PNG"):
            return ".png"
        if content.startswith(b"\xff\xd8"):
            return ".jpg"
        return ".gif" if content.startswith(b"GIF8") else ".webp"
    # A page is given no ending that a browser would run its scripts of.
    return ENDINGS.get(kind, ".html.txt")


def _is_mail(start: bytes) -> bool:
    headers = _HEADERS.match(start)
    if headers is None or _SAVED.search(headers.group()):
        return False
    return len({found.lower() for found in _MAIL.findall(headers.group())}) >= 2
