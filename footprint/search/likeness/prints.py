"""A short print of a picture that says how light it is from place to place; pictures that look alike have near prints.

A difference hash (dHash): the picture as a small grey square, and for each pair of neighbours, which one is lighter.
Two things are added to the usual one. Neighbours that are nearly alike say nothing, as any new JPEG turns them round.
And a picture has one print for itself and one for each way a network may cut its edges off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from PIL.Image import Image

CELLS = 13  # places along each side
_WINDOWS = (0.95, 0.9, 0.85)  # how much of a side is left when the edges are cut off
_PLACES = 5  # where what is left may begin, each way
_OBLONG = 1.1  # how much longer one side is than the other, from where it matters which square is cut out
_SQUARES = 17
_FAINT = 0.25  # of the usual difference in this picture: below it two neighbours count as alike
_SIDE = 176


class Print(msgspec.Struct, frozen=True, array_like=True):
    """For each pair of neighbours a bit: `lighter` which way, `clear` whether the difference says anything."""

    lighter: bytes
    clear: bytes


class Prints(msgspec.Struct, frozen=True, array_like=True):
    """Those of one picture: as it is, as in a mirror, and with its edges cut off in the usual ways."""

    whole: Print
    mirrored: Print
    cut: tuple[Print, ...]


def prints_of(image: Image) -> Prints:
    """The prints of a picture (any mode, upright).

    Of one that is not square those of its middle, and one for each other place a square may be cut out at.
    """
    from PIL import ImageOps

    bare = _without_border(image.convert("L"))
    grey = _square(bare).resize((_SIDE, _SIDE))
    cut = tuple(_print(one) for one in (*_windows(grey), *_other_squares(bare)))
    return Prints(_print(grey), _print(ImageOps.mirror(grey)), cut)


def distance(one: Prints, other: Prints) -> float:
    """0 for the same, about 0.5 for two that have nothing to do with each other: the nearest of all their prints."""
    return min(
        _apart(mine, theirs)
        for a, b in ((one, other), (other, one))
        for theirs in (_numbers(b.whole), _numbers(b.mirrored))
        for mine in map(_numbers, (a.whole, *a.cut))
    )


_Numbers = tuple[int, int]


def _numbers(one: Print) -> _Numbers:
    return int.from_bytes(one.lighter, "big"), int.from_bytes(one.clear, "big")


def _apart(one: _Numbers, other: _Numbers) -> float:
    """The share of places that say something in which the two disagree; one that speaks alone counts half."""
    a, b = one[1], other[1]
    either = (a | b).bit_count()
    if not either:
        return 1.0
    return (((one[0] ^ other[0]) & a & b).bit_count() + (a ^ b).bit_count() / 2) / either


def _print(grey: Image) -> Print:
    from PIL import Image as Images

    small = grey.resize((CELLS, CELLS), Images.Resampling.BOX)
    cells = list(small.tobytes())
    steps = [cells[a] - cells[b] for a, b in _NEIGHBOURS]
    faint = _FAINT * sum(abs(one) for one in steps) / len(steps)
    return Print(_bits(one > 0 for one in steps), _bits(abs(one) > max(faint, 1.0) for one in steps))


def _neighbours() -> Iterator[tuple[int, int]]:
    """Each pair side by side and one above the other, within the circle most networks cut pictures to."""
    middle, most = (CELLS - 1) / 2, (CELLS / 2) ** 2
    inside = {
        (x, y) for x in range(CELLS) for y in range(CELLS) if (x - middle) ** 2 + (y - middle) ** 2 <= most * 0.92
    }
    for x, y in sorted(inside):
        for there in ((x + 1, y), (x, y + 1)):
            if there in inside:
                yield y * CELLS + x, there[1] * CELLS + there[0]


_NEIGHBOURS: Sequence[tuple[int, int]] = tuple(_neighbours())


def _bits(flags: Iterable[bool]) -> bytes:
    words = "".join("1" if one else "0" for one in flags)
    return int(words, 2).to_bytes((len(words) + 7) // 8, "big")


def _windows(grey: Image) -> Iterator[Image]:
    for share in _WINDOWS:
        side, free = int(_SIDE * share), _SIDE - int(_SIDE * share)
        places = [round(free * at / (_PLACES - 1)) for at in range(_PLACES)]
        for left in places:
            for top in places:
                yield grey.crop((left, top, left + side, top + side))


def _square(image: Image, at: float = 0.5) -> Image:
    """The middle, as networks cut it; or nearer to the start (0) or the end (1) of the long side."""
    side = min(image.size)
    left, top = round((image.width - side) * at), round((image.height - side) * at)
    return image.crop((left, top, left + side, top + side))


def _other_squares(image: Image) -> Iterator[Image]:
    if max(image.size) > _OBLONG * min(image.size):
        for at in range(_SQUARES):
            yield _square(image, at / (_SQUARES - 1)).resize((_SIDE, _SIDE))


def _without_border(grey: Image) -> Image:
    """Without a frame of one colour, where all four sides have one; up to a fifth of the picture."""
    from PIL import Image as Images
    from PIL import ImageChops

    colour = grey.getpixel((0, 0))
    alike = Images.new("L", grey.size, colour)
    box = ImageChops.difference(grey, alike).point(lambda one: 255 if one > 24 else 0).getbbox()
    if box is None:
        return grey
    left, top, right, bottom = box
    sides = (left, top, grey.width - right, grey.height - bottom)
    if min(sides) < 0.015 * min(grey.size) or max(sides) > 0.2 * min(grey.size):
        return grey
    inset = max(1, grey.width // 100)
    return grey.crop((left + inset, top + inset, right - inset, bottom - inset))
