"""What every reader of foreign pictures shares: which kinds are opened, what may go wrong, and which way is up.

Only for the worker's process: a hostile file may break what opens it.
"""

from __future__ import annotations

import struct
import warnings
from typing import Any

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
ORIENTATION = 0x0112
"""The camera's note of how it was held (an Exif tag)."""
TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
"""What that note asks for, as `Image.Transpose` numbers it."""
ODD = (OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, EOFError, ZeroDivisionError, struct.error)
"""What Pillow raises for files that are not as they should be; it has no common class for them."""


def turn_of(opened: Any) -> int:
    """How the camera was held. A picture is not worse for notes nobody can read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return int(opened.getexif().get(ORIENTATION, 1))
    except ODD:
        return 1


def upright(opened: Any, most: int) -> Any:
    """The first frame as seen, see-through parts on white, no side longer than `most` pixels."""
    from PIL import Image

    turn = turn_of(opened)
    opened.draft("RGB", (most, most))  # JPEG can be read small from the start; the others ignore it
    opened.load()
    clear = "A" in opened.getbands() or "transparency" in opened.info
    image = opened.convert("RGBA" if clear else "RGB")
    image.thumbnail((most, most))
    if clear:
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    return image.transpose(Image.Transpose(TURNS[turn])) if turn in TURNS else image
