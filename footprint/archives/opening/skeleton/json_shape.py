"""The form of a JSON file: keys and types, those of many elements laid over each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, BinaryIO

from footprint.archives.opening.skeleton.masking import is_field, kind_of_text, length_of, shown_key
from footprint.archives.parsing.json_items import json_items
from footprint.archives.records import Trouble

_ELEMENTS = 3000  # items looked at
_DEEP = 12
_KEYS = 120  # different keys told of one object


@dataclass
class Shape:
    """What was seen in one place."""

    kinds: set[str] = field(default_factory=set)
    keys: dict[str, Shape] = field(default_factory=dict)
    masked: Shape | None = None  # all keys that are data, laid over each other
    lengths: set[int] = field(default_factory=set)  # of those keys
    inner: Shape | None = None  # elements of lists
    count: int = 0

    def add(self, value: Any, depth: int = 0) -> None:
        self.count += 1
        if depth > _DEEP:
            self.kinds.add("…")
        elif isinstance(value, dict):
            for key, each in value.items():
                self.under(key).add(each, depth + 1)
            if not value:
                self.kinds.add("empty object")
        elif isinstance(value, list):
            self.elements()
            for each in value[:50]:
                self.elements().add(each, depth + 1)
        else:
            self.kinds.add(_kind(value))

    def under(self, key: str) -> Shape:
        """What stands under `key`; keys that are data share one place."""
        if is_field(key) and (key in self.keys or len(self.keys) < _KEYS):
            return self.keys.setdefault(key, Shape())
        self.masked = self.masked or Shape()
        if len(self.lengths) < 1000:
            self.lengths.add(len(key))
        return self.masked

    def elements(self) -> Shape:
        self.inner = self.inner or Shape()
        return self.inner


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "yes or no"
    if value is None:
        return "null"
    if isinstance(value, Trouble):
        return f"not readable ({value.why.value})"
    if isinstance(value, int):
        return f"whole number of {len(str(abs(value)))} digits"
    if isinstance(value, float):
        return "decimal number"
    return f"{kind_of_text(value)} ({length_of(len(value))} long)"


def json_shape(stream: BinaryIO) -> Iterator[str]:
    """Lines of the outline."""
    root = Shape()
    for path, value in islice(json_items(stream), _ELEMENTS):
        place = root
        for key in path:
            place.count += 1
            place = place.under(key)
        if isinstance(value, dict | list) or not path:
            place.count += 1
            place = place.elements()
        place.add(value)
    yield from _lines(root, 0)


def _lines(shape: Shape, depth: int) -> Iterator[str]:
    pad = "  " * depth
    for key, each in shape.keys.items():
        yield f"{pad}{shown_key(key)}: {_summary(each)}"
        yield from _lines(each, depth + 1)
    if shape.masked is not None:
        lengths = f"{min(shape.lengths)} to {max(shape.lengths)}"
        yield f"{pad}‹{len(shape.lengths)}+ names of {lengths}›: {_summary(shape.masked)}"
        yield from _lines(shape.masked, depth + 1)
    if shape.inner is not None:
        yield f"{pad}[ {_summary(shape.inner)} ]"
        yield from _lines(shape.inner, depth + 1)


def _summary(shape: Shape) -> str:
    told = sorted(shape.kinds)
    if shape.keys or shape.masked:
        told.insert(0, "object")
    if shape.inner is not None:
        told.insert(0, "list")
    return " or ".join(told[:6]) or "nothing"
