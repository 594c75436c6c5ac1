"""The lenses as the worker process uses them: settings in, a function from entry to flags out."""

from __future__ import annotations

from collections.abc import Callable

from footprint.archives.lenses.about import Looking
from footprint.archives.lenses.load import load_lenses
from footprint.archives.lenses.matcher import matcher_for
from footprint.archives.records import Entry, Flag


def make(settings: bytes) -> Callable[[Entry], tuple[Flag, ...]]:
    """The flags of an entry, for settings made by `Looking.encoded`."""
    return matcher_for(Looking.decoded(settings), load_lenses()).flags
