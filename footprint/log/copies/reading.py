"""Has foreign pictures and pages read in a process of their own, and believes little of its answer."""

from __future__ import annotations

import io
from dataclasses import dataclass

from footprint import worker
from footprint.i18n import _
from footprint.log.copies import read_edit as editor
from footprint.log.copies import read_mail as mail_reader
from footprint.log.copies import read_pdf as pdf_reader
from footprint.log.copies import reader
from footprint.log.copies.read_edit import Edit, Edited
from footprint.log.copies.read_mail import MailTold
from footprint.log.copies.read_pdf import PdfTold
from footprint.log.errors import BadEvidence

_SECONDS = 30.0


@dataclass(frozen=True)
class Pixels:
    """A picture ready to paint: rows of red, green, blue, alpha bytes from the top left, no gap between rows."""

    width: int
    height: int
    rgba: bytes


@dataclass(frozen=True)
class Measured:
    """What is known about a picture (its own pixels), and a small copy of it."""

    format: str
    width: int
    height: int
    says_where: bool
    small: Pixels


def read_picture(content: bytes, *, most: int, seconds: float = _SECONDS) -> Measured:
    """The picture with no side of its small copy longer than `most` pixels, or `BadEvidence` with what to do."""
    try:
        told = worker.apart(reader.picture, content, refusal=BadEvidence, seconds=seconds)
    except worker.CannotRead:
        raise BadEvidence(_("This picture could not be read. Save it again, then add it.")) from None
    longest = reader.LONGEST_SIDE
    fits = 0 < told.small_width <= longest and 0 < told.small_height <= longest
    if not fits or len(told.rgba) != told.small_width * told.small_height * 4 or min(told.width, told.height) <= 0:
        raise BadEvidence(_("This picture could not be read. Save it again, then add it."))
    small = _smaller(Pixels(told.small_width, told.small_height, told.rgba), most)
    return Measured(told.format, told.width, told.height, told.says_where, small)


def read_page(content: bytes, *, seconds: float = _SECONDS) -> str:
    """The words of a saved page, without scripts and pictures; plain text whatever was in it."""
    try:
        return worker.apart(reader.page, content, refusal=BadEvidence, seconds=seconds)
    except worker.CannotRead:
        raise BadEvidence(_("This file could not be read. Save it again, then add it.")) from None


def read_pdf(content: bytes, *, seconds: float = _SECONDS) -> PdfTold:
    """How many pages a PDF has, and whether it is locked or can act; nothing of it is drawn."""
    try:
        return worker.apart(pdf_reader.pdf, content, refusal=BadEvidence, seconds=seconds)
    except worker.CannotRead:
        raise BadEvidence(_("This PDF could not be read. Save it again, then add it.")) from None


def read_mail(content: bytes, *, seconds: float = _SECONDS) -> MailTold:
    """The headers, the words and the names of what hangs on an e-mail; plain text whatever was in it."""
    try:
        return worker.apart(mail_reader.mail, content, refusal=BadEvidence, seconds=seconds)
    except worker.CannotRead:
        raise BadEvidence(_("This email could not be read. Save it again, then add it.")) from None


def edit_picture(content: bytes, edit: Edit, *, seconds: float = _SECONDS) -> Edited:
    """The picture cropped and covered, as a new file without notes; else `BadEvidence`."""
    try:
        made = worker.apart(editor.edited, editor.packed(edit, content), refusal=BadEvidence, seconds=seconds)
    except worker.CannotRead:
        made = None
    if made is None or not made.content.startswith((b"\x89PNG", b"\xff\xd8\xff")) or len(made.content) > editor.LARGEST:
        raise BadEvidence(_("This picture could not be changed. Keep it as it is, or leave it out."))
    return made


def as_png(pixels: Pixels) -> bytes:
    """Our own copy of pixels as a PNG file: nothing of the foreign file but its colours is in it."""
    from PIL import Image

    out = io.BytesIO()
    Image.frombytes("RGBA", (pixels.width, pixels.height), pixels.rgba).save(out, "PNG")
    return out.getvalue()


def _smaller(pixels: Pixels, most: int) -> Pixels:
    """Bare pixels made smaller here; there is nothing in them left to decode."""
    if max(pixels.width, pixels.height) <= most:
        return pixels
    from PIL import Image

    image = Image.frombytes("RGBA", (pixels.width, pixels.height), pixels.rgba)
    image.thumbnail((most, most))
    return Pixels(image.width, image.height, image.tobytes())
