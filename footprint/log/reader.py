"""Runs as a process of its own: reads one foreign picture or page, so that a hostile one can harm nothing else.

Started as a bare script by `reading.py` with the work to do as arguments and the file on standard input. It has no
key, no vault and, where the system allows, little memory and time. It answers with one line of JSON and then bytes:
the pixels of a small copy (RGBA), or the words of a page (UTF-8). Only the standard library and Pillow are used here.
"""

from __future__ import annotations

import email
import email.policy
import io
import json
import struct
import sys
from html.parser import HTMLParser
from typing import Any

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
MOST_PIXELS = 100_000_000
MOST_MEMORY = 1_536 * 1024 * 1024
MOST_SECONDS = 20
MOST_WORDS = 2_000_000
"""Letters of a page that are given back."""

_GPS, _ORIENTATION = 0x8825, 0x0112
_ODD = (OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, EOFError, ZeroDivisionError, struct.error)


class Unfit(Exception):
    """The file is not what was asked for; the text is a word `reading.py` knows."""


def limit() -> None:
    """Ask the system to hold this process to its memory and time, and to let it write no file."""
    try:
        import resource
    except ImportError:  # Windows has none; the time limit of the caller and the pixel limit stand
        return
    wanted = ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CPU, MOST_SECONDS), (resource.RLIMIT_FSIZE, 0),
              (resource.RLIMIT_CORE, 0))  # fmt: skip
    for kind, most in wanted:
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):  # macOS refuses some of these
            continue


def picture(content: bytes, most: int) -> tuple[dict[str, Any], bytes]:
    """What is known about the picture, and its pixels with no side longer than `most`."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # our own limit, below, comes first and is lower
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
            width, height = opened.size
            if width * height > MOST_PIXELS:
                raise Unfit("too many pixels")
            turn, says_where = _notes(opened)
            small = _small(opened, most)
    except UnidentifiedImageError:
        raise Unfit("not a picture") from None
    except (MemoryError, *_ODD):
        raise Unfit("broken") from None
    if turn in _TURNS:
        small = small.transpose(Image.Transpose(_TURNS[turn]))
    known = {"format": opened.format, "width": width, "height": height, "says_where": says_where}
    return {**known, "small_width": small.width, "small_height": small.height}, small.tobytes()


# What the camera's note of how it was held asks for (Exif tag 0x0112), as `Image.Transpose` numbers it.
_TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}


def _notes(opened: Any) -> tuple[int, bool]:
    """How the camera was held, and whether the picture says where it was taken. Damaged notes say nothing."""
    turn, says_where = 1, False
    try:
        notes = opened.getexif()
        turn = int(notes.get(_ORIENTATION, 1))
        place = notes.get_ifd(_GPS)
        says_where = any(tag in place for tag in (2, 4))  # latitude, longitude
    except _ODD:
        pass  # a picture is not worse for notes nobody can read
    for name in ("xmp", "XML:com.adobe.xmp"):
        text = opened.info.get(name, b"")
        text = text.encode("utf-8", "replace") if isinstance(text, str) else text
        says_where = says_where or (isinstance(text, bytes) and b"GPSLatitude" in text)
    return turn, says_where


def _small(opened: Any, most: int) -> Any:
    opened.draft("RGB", (most, most))  # JPEG can be read small from the start; the others ignore it
    opened.load()
    first = opened if opened.mode in ("RGB", "RGBA", "L") else opened.convert("RGBA")
    first.thumbnail((most, most))
    return first.convert("RGBA")


class _Words(HTMLParser):
    """The words of a page, without its scripts, styles and hidden parts."""

    _SILENT = frozenset(("script", "style", "noscript", "template", "svg", "head", "iframe", "object"))
    _BREAKS = frozenset(
        ("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "header", "footer")
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._SILENT:
            self._silent += 1
        elif tag == "body":
            self._silent = 0  # whatever the head left open
        elif tag in self._BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in self._BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def page(content: bytes) -> tuple[dict[str, Any], bytes]:
    """The words of a saved page: HTML, a page saved in one file (MHTML), or plain text."""
    markup = _markup(content)
    if "<" in markup:
        reader = _Words()
        reader.feed(markup)
        reader.close()
        markup = "".join(reader.parts)
    lines = [" ".join(line.split()) for line in markup.splitlines()]
    words = "\n".join(line for line in lines if line)[:MOST_WORDS]
    return {}, words.encode("utf-8", "replace")


def _markup(content: bytes) -> str:
    if b"multipart/related" in content[:4096].lower():
        whole = email.message_from_bytes(content, policy=email.policy.default)
        for part in whole.walk():
            if part.get_content_type() in ("text/html", "text/plain"):
                body = part.get_payload(decode=True)
                return _decoded(body) if isinstance(body, bytes) else ""
        raise Unfit("not a page")
    return _decoded(content)


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def main(arguments: list[str]) -> None:
    work, most, libraries = arguments
    if libraries not in sys.path:
        sys.path.append(libraries)
    limit()
    content = sys.stdin.buffer.read()
    try:
        told, rest = picture(content, int(most)) if work == "picture" else page(content)
    except Unfit as problem:
        told, rest = {"unfit": str(problem)}, b""
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + rest)


if __name__ == "__main__":
    main(sys.argv[1:])
