"""What a summary is made of: days, small numbers and names from lists in this file. Nothing of it can hold a text.

Everything that is shown, saved or printed comes out of `Summary` alone. A test goes through the types field by field,
and fails on the first that could carry a word of the person's own. `docs/supervision.md` prints this file.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints


class Limits(NamedTuple):
    """The least and the most a number may be."""

    least: int
    most: int


class Area(Enum):
    """What can be checked, named so widely that it tells nothing of what was found."""

    PRIVACY = 1
    SIGNING_IN = 2
    REACH = 3
    POSTS = 4
    FINDING = 5
    STRANGER = 6
    HABITS = 7


class Network(Enum):
    """Networks so common that having one says nothing about anybody. No other can be named, whatever is chosen.

    Dating, health, money, hobbies, forums and everything the person typed themself is `OTHER`.
    """

    FACEBOOK = "facebook"
    MESSENGER = "messenger"
    INSTAGRAM = "instagram"
    THREADS = "threads"
    WHATSAPP = "whatsapp"
    LINKEDIN = "linkedin"
    X = "x"
    BLUESKY = "bluesky"
    YOUTUBE = "youtube"
    TIKTOK = "tiktok"
    SNAPCHAT = "snapchat"
    PINTEREST = "pinterest"
    NEXTDOOR = "nextdoor"
    GOOGLE = "google-account"
    APPLE = "apple-account"
    MICROSOFT = "microsoft-account"
    OTHER = "another"


class _Closed:
    """Refuses what its fields do not allow, to the letter: not a subclass, not a number beyond its limits.

    A `datetime` would pass for a `date`, and carry the minute. `TypeError` says which field.
    """

    __slots__ = ()

    def __post_init__(self) -> None:
        hints = _hints(type(self))
        for one in fields(self):  # type: ignore[arg-type]  # every class that is closed is a dataclass
            if not _fits(getattr(self, one.name), hints[one.name]):
                raise TypeError(f"{type(self).__name__}.{one.name} cannot hold this")


@dataclass(frozen=True, slots=True)
class Month(_Closed):
    """A month. What was done on which day, or at what time, is nobody's business."""

    year: Annotated[int, Limits(2020, 2099)]
    month: Annotated[int, Limits(1, 12)]


@dataclass(frozen=True, slots=True)
class Tens(_Closed):
    """How many checks, in full tens: 3 is "30 or more", 0 is "fewer than 10".

    An exact number could be added up from the lengths of the checklists, and would say which networks somebody has.
    There is no number of those that are left: it would say what is open.
    """

    tens: Annotated[int, Limits(0, 99)]


@dataclass(frozen=True, slots=True)
class Summary(_Closed):
    """One summary. What was not chosen is None or empty; with nothing chosen it says that the check was done."""

    made_on: date | None = None
    areas: frozenset[Area] = frozenset()
    finished: Tens | None = None
    last: Month | None = None
    next: Month | None = None
    networks: frozenset[Network] = frozenset()


def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


def _fits(value: object, hint: Any) -> bool:
    """Whether `value` is exactly what `hint` says. A hint of a sort that is not here fits nothing."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        kind, limits = parts
        return type(value) is int and kind is int and limits.least <= value <= limits.most
    if origin is UnionType:
        return any(_fits(value, part) for part in parts)
    if origin is frozenset:
        return type(value) is frozenset and all(_fits(one, parts[0]) for one in value)
    return hint in (date, NoneType, *_CLOSED) and type(value) is hint


_CLOSED = (Area, Network, Month, Tens, Summary)
