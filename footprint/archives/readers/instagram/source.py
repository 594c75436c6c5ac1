"""Where a record of Instagram stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from footprint.archives.contract import Context
from footprint.archives.parsing.json_tree import Path
from footprint.archives.parsing.shapes import Tree
from footprint.archives.records import Record


class From(NamedTuple):
    """Where a record stands: `file` is the name of its file as `texts.stem` gives it."""

    path: str
    file: str
    context: Context


Maker = Callable[[object, Path, From], Iterator[Record]]


def record(value: object) -> Tree:
    """`value` as an object with something in it; raises `ValueError`."""
    if type(value) is not dict or not value:
        raise ValueError("no record")
    return value
