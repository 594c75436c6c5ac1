"""“Take to supervision”: a list the person writes, orders and prints themselves. It is never part of a summary."""

from footprint.supervision.take.keeping import add, change, clear, lines, move, remove, talked
from footprint.supervision.take.paper import take_paper
from footprint.supervision.take.records import LONGEST, BadLine, TakeLine
from footprint.supervision.take.starters import from_check, from_item, from_place, from_stranger

__all__ = [
    "LONGEST",
    "BadLine",
    "TakeLine",
    "add",
    "change",
    "clear",
    "from_check",
    "from_item",
    "from_place",
    "from_stranger",
    "lines",
    "move",
    "remove",
    "take_paper",
    "talked",
]
