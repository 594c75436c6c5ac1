"""Reads one foreign picture. Only ever called through `footprint.worker`, in a process of its own."""

from __future__ import annotations

import io
import struct
from typing import Any

import msgspec

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.search.likeness.prints import Prints, prints_of
from footprint.search.likeness.stand_in import how_plain

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
LARGEST = 20_000_000  # bytes
MOST_PIXELS = 60_000_000
SMALL_SIDE = 192
"""Of the small copy that is kept, in pixels."""

_ENOUGH = 24  # pixels of a side, below which nothing can be compared
_WORKING = 640
_ORIENTATION = 0x0112
# What the camera's note of how it was held asks for, as `Image.Transpose` numbers it.
_TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
_ODD = (OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, EOFError, ZeroDivisionError, struct.error)


class BadPicture(FootprintError):
    """What was chosen, dropped or fetched is no picture that can be compared."""


class Told(msgspec.Struct, frozen=True):
    """What is kept of a picture: its prints, how plain it is (`how_plain`), and a small JPEG made of colours alone."""

    prints: Prints
    plain: float
    small: bytes


def told(content: bytes) -> Told:
    """The prints and a small copy; nothing else of the file, so no camera notes. `BadPicture` with what to do."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # our own limit, below, comes first and is lower
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise BadPicture(_("This picture is too large. Make it smaller, then choose it again."))
            if min(opened.size) < _ENOUGH:
                raise BadPicture(_("This picture is too small to compare. Choose a larger copy of it."))
            image = _upright(opened)
        return Told(prints_of(image), how_plain(image), _small(image))
    except UnidentifiedImageError:
        raise BadPicture(_("This is not a picture the app can read. Use a PNG, JPEG, WebP or GIF file.")) from None
    except (MemoryError, *_ODD):
        raise BadPicture(
            _("This picture could not be read. It may not be complete. Save it again, then choose it.")
        ) from None


def _upright(opened: Any) -> Any:
    """The first frame as seen, without see-through parts, no larger than is needed."""
    from PIL import Image

    turn = _turn(opened)
    opened.draft("RGB", (_WORKING, _WORKING))  # JPEG can be read small from the start; the others ignore it
    opened.load()
    clear = "A" in opened.getbands() or "transparency" in opened.info
    image = opened.convert("RGBA" if clear else "RGB")
    image.thumbnail((_WORKING, _WORKING))
    if clear:
        ground = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(ground, image).convert("RGB")
    return image.transpose(Image.Transpose(_TURNS[turn])) if turn in _TURNS else image


def _turn(opened: Any) -> int:
    try:
        return int(opened.getexif().get(_ORIENTATION, 1))
    except _ODD:
        return 1  # a picture is not worse for notes nobody can read


def _small(image: Any) -> bytes:
    small = image.copy()
    small.thumbnail((SMALL_SIDE, SMALL_SIDE))
    out = io.BytesIO()
    small.save(out, "JPEG", quality=80)
    return out.getvalue()
