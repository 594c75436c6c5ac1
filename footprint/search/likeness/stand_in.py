"""Whether a picture is one at all: letters or a grey figure on a colour, or nothing, are what networks show for none.

Two people without a picture look the same there, so such a picture never says that two profiles belong together.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

Colour = tuple[float, float, float]
_Point = tuple[float, float, Colour]  # place from -1 to 1 each way, and the colour there

_SIDE = 48
_INSIDE, _RING = 0.80, 0.60  # how far out we look, and where the ring begins on which a background is seen alone
_SHOULDERS = 0.15
_ALIKE = 9.0  # steps of 255 that a JPEG makes of one colour; the shades of a face are further apart
_AT_AN_END = 0.75  # of the places are the background or the figure itself, and not a mixture of both


def how_plain(image: Image) -> float:
    """How much of it (0 to 1) two colours explain: a background, even or turning into another, and one figure on it."""
    points = _points(image)
    background = _background(points)
    if background is None:
        return 0.0
    rest = [_less(colour, background(x, y)) for x, y, colour in points]
    far = [one for one in rest if _length(one) > 1.5 * _ALIKE]
    if len(far) < len(points) * 0.01:
        return sum(_length(one) <= _ALIKE for one in rest) / len(rest)
    figure = _figure(points, rest)
    explained = pure = 0
    for (x, y, _colour), one in zip(points, rest, strict=True):
        way = _less(figure, background(x, y))
        share = _dot(one, way) / max(_dot(way, way), 1.0)
        explained += _length(_less(one, _times(way, share))) <= 1.4 * _ALIKE and -0.15 <= share <= 1.15
        pure += min(_length(one), _length(_less(one, way))) <= _ALIKE
    return explained / len(points) if pure >= _AT_AN_END * len(points) else 0.0


def _points(image: Image) -> list[_Point]:
    from PIL import Image as Images

    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    square = image.convert("RGB").crop((left, top, left + side, top + side))
    flat = square.resize((_SIDE, _SIDE), Images.Resampling.BOX).tobytes()
    half = (_SIDE - 1) / 2
    found = []
    for at in range(_SIDE * _SIDE):
        x, y = (at % _SIDE - half) / half, (at // _SIDE - half) / half
        if x * x + y * y <= _INSIDE**2:
            red, green, blue = flat[at * 3 : at * 3 + 3]
            found.append((x, y, (float(red), float(green), float(blue))))
    return found


class _Plane:
    """A colour that turns evenly into another across the picture."""

    def __init__(self, parts: Sequence[tuple[float, float, float]]) -> None:
        self._parts = parts

    def __call__(self, x: float, y: float) -> Colour:
        red, green, blue = (a + b * x + c * y for a, b, c in self._parts)
        return red, green, blue


def _background(points: Sequence[_Point]) -> _Plane | None:
    """Fitted to the ring; what a figure covers of it is left out in later goes. None where it fits too little of it.

    It begins with the upper part, as shoulders stand below.
    """
    ring = [one for one in points if one[0] ** 2 + one[1] ** 2 >= _RING**2]
    fits = [one for one in ring if one[1] <= _SHOULDERS]
    plane = None
    for limit in (2.5 * _ALIKE, 1.5 * _ALIKE):
        plane = _fitted(fits)
        if plane is None:
            return None
        fits = [one for one in ring if _length(_less(one[2], plane(one[0], one[1]))) <= limit]
        if len(fits) < 0.5 * len(ring):
            return None
    return plane


def _fitted(points: Sequence[_Point]) -> _Plane | None:
    """Least squares, for each of the three colours."""
    n = float(len(points))
    if n < 10:
        return None
    sx, sy = sum(p[0] for p in points), sum(p[1] for p in points)
    sxx, syy, sxy = sum(p[0] * p[0] for p in points), sum(p[1] * p[1] for p in points), sum(p[0] * p[1] for p in points)
    rows = ((n, sx, sy), (sx, sxx, sxy), (sy, sxy, syy))
    whole = _determinant(rows)
    if abs(whole) < 1e-6:
        return None
    parts = []
    for channel in range(3):
        right = (
            sum(p[2][channel] for p in points),
            sum(p[0] * p[2][channel] for p in points),
            sum(p[1] * p[2][channel] for p in points),
        )
        a, b, c = (_determinant(_with_column(rows, at, right)) / whole for at in range(3))
        parts.append((a, b, c))
    return _Plane(parts)


_Rows = tuple[tuple[float, float, float], ...]


def _with_column(rows: _Rows, at: int, column: Sequence[float]) -> _Rows:
    """Cramer's rule."""
    return tuple(
        (column[i] if at == 0 else row[0], column[i] if at == 1 else row[1], column[i] if at == 2 else row[2])
        for i, row in enumerate(rows)
    )


def _determinant(rows: _Rows) -> float:
    (a, b, c), (d, e, f), (g, h, i) = rows
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


def _figure(points: Sequence[_Point], rest: Sequence[Colour]) -> Colour:
    """Its colour: the middle one, channel by channel, of the half that is furthest from the background."""
    order = sorted(range(len(points)), key=lambda at: -_length(rest[at]))
    outer = [at for at in order if _length(rest[at]) >= 0.8 * _length(rest[order[len(order) // 200]])]
    red, green, blue = (sorted(points[at][2][i] for at in outer)[len(outer) // 2] for i in range(3))
    return red, green, blue


def _less(one: Colour, other: Colour) -> Colour:
    return one[0] - other[0], one[1] - other[1], one[2] - other[2]


def _times(one: Colour, by: float) -> Colour:
    return one[0] * by, one[1] * by, one[2] * by


def _dot(one: Colour, other: Colour) -> float:
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]


def _length(one: Colour) -> float:
    return math.sqrt(_dot(one, one))
