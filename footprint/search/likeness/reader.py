"""Reads one foreign picture. Only ever called through `footprint.worker`, in a process of its own."""

from __future__ import annotations

import io
from typing import Any

import msgspec

from footprint.errors import FootprintError
from footprint.foreign_pictures import FORMATS, ODD, upright
from footprint.i18n import _
from footprint.search.likeness.prints import Prints, prints_of
from footprint.search.likeness.stand_in import how_plain

LARGEST = 20_000_000  # bytes
MOST_PIXELS = 60_000_000
SMALL_SIDE = 192
"""Of the small copy that is kept, in pixels."""

_ENOUGH = 24  # pixels of a side, below which nothing can be compared
_WORKING = 640


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
            image = upright(opened, _WORKING)
        return Told(prints_of(image), how_plain(image), _small(image))
    except UnidentifiedImageError:
        raise BadPicture(_("This is not a picture the app can read. Use a PNG, JPEG, WebP or GIF file.")) from None
    except (MemoryError, *ODD):
        raise BadPicture(
            _("This picture could not be read. It may not be complete. Save it again, then choose it.")
        ) from None


def _small(image: Any) -> bytes:
    small = image.copy()
    small.thumbnail((SMALL_SIDE, SMALL_SIDE))
    out = io.BytesIO()
    small.save(out, "JPEG", quality=80)
    return out.getvalue()
