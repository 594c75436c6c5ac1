"""How like two pictures are. The limits were chosen on the train part of `benchmarks/portraits.py`.

`benchmarks/likeness.py` prints how right they are on the part that was put aside before.
"""

from __future__ import annotations

from footprint.search.likeness.prints import distance
from footprint.search.likeness.records import Likeness, Nature, Portrait

SAME, ALIKE = 0.105, 0.18  # the largest distance of each
STAND_IN, UNCLEAR = 0.95, 0.85  # how much of a picture is explained by two colours


def nature_of(plain: float) -> Nature:
    """What a picture is that two colours explain so far."""
    if plain >= STAND_IN:
        return Nature.STAND_IN
    return Nature.UNCLEAR if plain >= UNCLEAR else Nature.PICTURE


def likeness(one: Portrait, other: Portrait) -> Likeness:
    """Letters and grey figures are never like anything: half the people on a network share them."""
    natures = (one.nature, other.nature)
    if Nature.STAND_IN in natures:
        return Likeness.OTHER
    apart = distance(one.prints, other.prints)
    if apart <= SAME and Nature.UNCLEAR not in natures:
        return Likeness.SAME
    return Likeness.ALIKE if apart <= ALIKE else Likeness.OTHER
