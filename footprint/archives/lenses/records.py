"""What the person said about lenses and flags."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from footprint.i18n import N_
from footprint.labels import Labelled


class Silences(Labelled):
    """What is silent after a flag was found wrong."""

    WORD = "word", N_("These words, in this lens")
    ENTRY = "entry", N_("This lens, on this post")
    LENS = "lens", N_("This lens, everywhere")


@dataclass(frozen=True)
class Wrong:
    """One flag that was found wrong. `entry` is the key of the entry, None where it is about all of them."""

    id: str
    silences: Silences
    lens: str
    rule: str
    words: str
    entry: int | None
    said_at: datetime


@dataclass(frozen=True)
class Days:
    """What the lens for old posts goes by: `before` where the person chose a day, else `joined`."""

    joined: date | None = None
    before: date | None = None
