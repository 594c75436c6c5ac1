"""How alike two pictures look: a difference hash (N. Krawetz, 2013) of the small copies the app made itself."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

CLOSE = 6
"""So many of the 128 marks may differ: enough for another size and another saving, too few for another picture."""
_SIDE = 8
_FLAT = 24
_SHAPES = 0.06


@dataclass(frozen=True)
class Likeness:
    """128 marks, one for each neighbour that is brighter, across and down; and how wide it is for its height."""

    marks: int
    shape: float


def likeness(thumbnail: bytes) -> Likeness | None:
    """Of a small PNG of our own making. None for none, and for one nearly all of one shade: it is like any."""
    if not thumbnail:
        return None
    try:
        with Image.open(io.BytesIO(thumbnail), formats=["PNG"]) as opened:
            shape = opened.width / opened.height
            grey = opened.convert("L")
    except (OSError, ValueError, UnidentifiedImageError):
        return None
    low, high = grey.getextrema()
    if not isinstance(low, int) or not isinstance(high, int) or high - low < _FLAT:
        return None
    across = grey.resize((_SIDE + 1, _SIDE), Image.Resampling.BOX).tobytes()
    down = grey.resize((_SIDE, _SIDE + 1), Image.Resampling.BOX).tobytes()
    marks = [across[row * (_SIDE + 1) + at] < across[row * (_SIDE + 1) + at + 1] for row, at in _places()]
    marks += [down[row * _SIDE + at] < down[(row + 1) * _SIDE + at] for row, at in _places()]
    bits = sum(1 << place for place, mark in enumerate(marks) if mark)
    return Likeness(bits, shape) if 8 <= bits.bit_count() <= 120 else None


def same_picture(one: Likeness, other: Likeness) -> bool:
    """Whether they look alike in all but size and sharpness."""
    if abs(one.shape - other.shape) > _SHAPES * max(one.shape, other.shape):
        return False
    return (one.marks ^ other.marks).bit_count() <= CLOSE


def _places() -> list[tuple[int, int]]:
    return [(row, at) for row in range(_SIDE) for at in range(_SIDE)]
