"""Reads one foreign picture or page. Only ever called through `footprint.worker`, in a process of its own, so that a
hostile file can harm nothing else.
"""

from __future__ import annotations

import contextlib
import email
import email.policy
import io
from dataclasses import dataclass
from typing import Any

from footprint.foreign_pictures import FORMATS, ODD, ORIENTATION, TURNS
from footprint.i18n import _
from footprint.log.copies.read_page import structured
from footprint.log.errors import BadEvidence

MOST_PIXELS = 100_000_000
LONGEST_SIDE = 1600
"""Of the small copy that is given back, in pixels."""
MOST_WORDS = 2_000_000
"""Letters of a page that are given back."""

_GPS = 0x8825


@dataclass(frozen=True)
class Told:
    """What is known about a picture, and the pixels of a small copy: rows of RGBA bytes from the top left."""

    format: str
    width: int
    height: int
    says_where: bool
    small_width: int
    small_height: int
    rgba: bytes


def picture(content: bytes) -> Told:
    """What is known about the picture, and its pixels with no side longer than `LONGEST_SIDE`; else `BadEvidence`."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # our own limit, below, comes first and is lower
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
            width, height = opened.size
            if width * height > MOST_PIXELS:
                raise BadEvidence(_("This picture is too large to keep. Make it smaller, then add it again."))
            turn, says_where = notes(opened)
            small = _small(opened)
    except UnidentifiedImageError:
        raise BadEvidence(_("This is not a picture the app can keep. Use a PNG, JPEG, WebP or GIF file.")) from None
    except (MemoryError, *ODD):
        raise BadEvidence(
            _("This picture could not be read. It may not be complete. Save it again, then add it.")
        ) from None
    if turn in TURNS:
        small = small.transpose(Image.Transpose(TURNS[turn]))
    return Told(opened.format or "", width, height, says_where, small.width, small.height, small.tobytes())


def notes(opened: Any) -> tuple[int, bool]:
    """How the camera was held, and whether the picture says where it was taken. Damaged notes say nothing."""
    turn, says_where = 1, False
    try:
        notes = opened.getexif()
        turn = int(notes.get(ORIENTATION, 1))
        place = notes.get_ifd(_GPS)
        says_where = any(tag in place for tag in (2, 4))  # latitude, longitude
    except ODD:
        pass  # a picture is not worse for notes nobody can read
    for name in ("xmp", "XML:com.adobe.xmp"):
        text = opened.info.get(name, b"")
        text = text.encode("utf-8", "replace") if isinstance(text, str) else text
        says_where = says_where or (isinstance(text, bytes) and b"GPSLatitude" in text)
    return turn, says_where


def _small(opened: Any) -> Any:
    most = LONGEST_SIDE
    opened.draft("RGB", (most, most))  # JPEG can be read small from the start; the others ignore it
    opened.load()
    first = opened if opened.mode in ("RGB", "RGBA", "L") else opened.convert("RGBA")
    first.thumbnail((most, most))
    return first.convert("RGBA")


def page(content: bytes) -> str:
    """The words of a saved page: HTML, a page saved in one file (MHTML), or plain text."""
    markup = _markup(content)
    if "<" in markup:
        return structured(markup)
    lines = [" ".join(line.split()) for line in markup.splitlines()]
    return "\n".join(line for line in lines if line)[:MOST_WORDS].encode("utf-8", "replace").decode("utf-8")


def _markup(content: bytes) -> str:
    if b"multipart/related" in content[:4096].lower():
        with contextlib.suppress(RecursionError, LookupError, *ODD):
            whole = email.message_from_bytes(content, policy=email.policy.compat32)
            for part in whole.walk():
                if part.get_content_type() in ("text/html", "text/plain"):
                    body = part.get_payload(decode=True)
                    return _decoded(body) if isinstance(body, bytes) else ""
        raise BadEvidence(_("This file has no page in it. Save the page again as a web page, then add it."))
    return _decoded(content)


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
