"""People a network links the person with, and what the person says about each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footprint.archives.records import Relation
from footprint.i18n import N_
from footprint.labels import Labelled


class Choice(Labelled):
    """What the person says about somebody. “Met through work” is none of these: it is acted on and never kept."""

    TRUST = "trust", N_("Know and trust")
    DISCUSS = "discuss", N_("Talk to them")
    UNFRIEND = "unfriend", N_("Take off")
    LIMIT = "limit", N_("Show them less")

    @property
    def is_work(self) -> bool:
        """Whether something is left to do on the network."""
        return self is not Choice.TRUST


# The order in which a link weighs: who sees what friends see comes before who follows.
CLOSE = (Relation.FRIEND, Relation.FOLLOWER, Relation.ASKED_ME, Relation.ASKED_BY_ME, Relation.FOLLOWING)


@dataclass(frozen=True)
class Somebody:
    """One person or page on one network, whatever they are to the person there.

    `key` is a keyed hash and says nothing about them. `since` is the first day of the link, None where the copy does
    not say. `times` is how many entries stand on their page or under their name, `last` the newest of them.
    `gone`: the newest copy does not have them any more. `done_on`: the day the choice was carried out.
    """

    key: int
    network: str
    name: str
    handle: str = ""
    link: str = ""
    words: str = ""
    relations: tuple[Relation, ...] = ()
    since: date | None = None
    times: int = 0
    last: date | None = None
    choice: Choice | None = None
    done_on: date | None = None
    gone: bool = False

    @property
    def shown(self) -> str:
        """The name, or what stands for it."""
        return self.name or self.handle or self.link

    @property
    def open(self) -> bool:
        """Whether something was chosen that is left to do."""
        return self.choice is not None and self.choice.is_work and self.done_on is None and not self.gone


@dataclass(frozen=True)
class Counts:
    """How far the list is. `seen` of `total` were said something about; `to_do` are left to do on networks."""

    total: int
    seen: int
    to_do: int
