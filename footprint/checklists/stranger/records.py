"""The nouns of a look as a stranger: what to open, what was seen, and what can be learned from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from footprint.checklists.format import Sign


@dataclass(frozen=True)
class Address:
    """Something to open. `link` is empty where the person’s username is missing: then it cannot be opened yet.

    `own_view` marks a page where the network itself shows how a profile looks; it may ask people to sign in.
    """

    label: str
    link: str
    own_view: bool = False

    @property
    def needs_handle(self) -> bool:
        return not self.link


class Seen(StrEnum):
    """One tick of three. Only the second says that something cannot be seen."""

    SEEN = "seen"
    NOT_SEEN = "not_seen"
    NOT_LOOKED = "not_looked"


@dataclass(frozen=True)
class Mark:
    """What the person said about one thing to look for, and the item of the log it was made into ("" for none)."""

    seen: Seen = Seen.NOT_LOOKED
    note: str = ""
    item_id: str = ""


@dataclass(frozen=True)
class Look:
    """One look at one account. It is kept from its first tick on; unfinished, it can be carried on another day."""

    id: str
    network: str
    account_id: str
    looked_at: datetime
    finished_at: datetime | None
    marks: Mapping[Sign, Mark]

    @property
    def finished(self) -> bool:
        return self.finished_at is not None

    @property
    def at(self) -> datetime:
        """When it was finished, or begun."""
        return self.finished_at or self.looked_at

    def seen_of(self, sign: Sign) -> Seen:
        """`NOT_LOOKED` for what this look never asked about."""
        return self.marks[sign].seen if sign in self.marks else Seen.NOT_LOOKED

    def with_seen(self, seen: Seen) -> tuple[Sign, ...]:
        """What was marked so, in the order it is asked."""
        return tuple(sign for sign in Sign if sign in self.marks and self.marks[sign].seen is seen)

    @property
    def seen(self) -> tuple[Sign, ...]:
        return self.with_seen(Seen.SEEN)

    @property
    def not_seen(self) -> tuple[Sign, ...]:
        return self.with_seen(Seen.NOT_SEEN)

    @property
    def not_looked(self) -> tuple[Sign, ...]:
        return self.with_seen(Seen.NOT_LOOKED)

    @property
    def looked(self) -> int:
        """How many of the things to look for were looked at."""
        return len(self.marks) - len(self.not_looked)


@dataclass(frozen=True)
class Learned:
    """One thing to look for over all networks, as the newest looks have it. Each network stands in one list alone."""

    sign: Sign
    seen_on: tuple[str, ...]
    not_seen_on: tuple[str, ...]
    not_looked_on: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """What a stranger could learn: the newest look of each account, and the same turned round, thing by thing."""

    looks: tuple[Look, ...]
    lines: tuple[Learned, ...]

    @property
    def seen(self) -> tuple[Sign, ...]:
        """What can be seen on any network."""
        return tuple(one.sign for one in self.lines if one.seen_on)


@dataclass(frozen=True)
class Comparison:
    """A look beside the one before it; every thing asked in either of them stands in one of these alone.

    `new`: could not be seen before. `gone`: could be seen before and was looked for again. `seen` and `not_seen`: the
    same as before. `first_seen` and `first_not_seen`: nobody had looked before. `not_looked`: not looked at this time.
    """

    new: tuple[Sign, ...]
    gone: tuple[Sign, ...]
    seen: tuple[Sign, ...]
    not_seen: tuple[Sign, ...]
    first_seen: tuple[Sign, ...]
    first_not_seen: tuple[Sign, ...]
    not_looked: tuple[Sign, ...]
