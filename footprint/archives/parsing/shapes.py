"""Looking into decoded trees in which anything may be missing or of another type than last year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from footprint.archives.parsing.texts import clean, line

Tree = dict[str, object]
NOTHING: Tree = {}


def tree(value: object) -> Tree:
    """`value` when it is an object, else an empty one."""
    return value if type(value) is dict else NOTHING


def items(value: object) -> list[object]:
    """`value` as a list: itself, the one object or text alone, or empty."""
    if type(value) is list:
        return value
    return [value] if type(value) is dict or (type(value) is str and value) else []


def trees(value: object) -> Iterator[Tree]:
    """The objects among `items(value)`."""
    for one in items(value):
        if type(one) is dict:
            yield one


def at(value: object, *keys: str) -> object:
    """What stands at `keys` below `value`, or None."""
    for key in keys:
        if type(value) is not dict:
            return None
        value = value.get(key)
    return value


def text(value: object, *keys: str) -> str:
    """The clean text at `keys`, or ""."""
    return clean(at(value, *keys))


def name(value: object, *keys: str) -> str:
    """The text at `keys` on one line, or ""."""
    return line(at(value, *keys))


def first(value: object, names: Iterable[str]) -> object:
    """What stands under the first of `names` that `value` has with something in it."""
    if type(value) is dict:
        for key in names:
            found = value.get(key)
            if found is not None and found != "":
                return found
    return None


def lower_keys(value: Tree) -> Tree:
    """The same object with its keys in small letters, for networks that change their case."""
    return {key.casefold(): one for key, one in value.items()}


def degrees(lat: object, lon: object) -> tuple[float, float] | tuple[None, None]:
    """A sane place on Earth, or twice None: 0,0 is what exports write for none."""
    try:
        north, east = float(lat), float(lon)  # type: ignore[arg-type]  # anything else raises
    except (TypeError, ValueError, OverflowError):
        return None, None
    if not (-90 <= north <= 90 and -180 <= east <= 180) or (abs(north) < 1e-6 and abs(east) < 1e-6):
        return None, None
    return north, east
