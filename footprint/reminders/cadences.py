"""How often each thing is worth another look, from its risk, with the reason in words. The one place for these figures.

A check says so in its file where its maker gave a number (`again`), else by its risk; `checklists.CADENCE` holds that,
because a walk-through needs it too. The rest stands here. Guidance g21: keep settings up to date and look again
regularly; g25: search for yourself; g62: go through older posts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footprint.checklists import CADENCE, Risk
from footprint.i18n import N_, _
from footprint.packs.origins import FromPack
from footprint.reminders.records import Every

if TYPE_CHECKING:
    from footprint.packs.format import Cadence


@dataclass(frozen=True)
class Usual:
    """How often, and why; `origin` where an employer's pack asks for it sooner than the app would."""

    every: Every
    why: str
    origin: FromPack | None = None


@dataclass(frozen=True)
class Asked:
    """How often an organisation asks for a look. It can only make it more often."""

    cadence: Cadence
    organisation: str

    def over(self, usual: Usual) -> Usual:
        """The sooner of the two; how often the person chose themself is never touched."""
        if usual.every.never or self.cadence.months >= usual.every.count:
            return usual
        every = Every(self.cadence.months)
        origin = FromPack(self.organisation, reason=self.cadence.reason)
        words = _("{organisation} asks for this {every}. Its reason: {reason}")
        return Usual(
            every,
            words.format(organisation=self.organisation, every=every.words, reason=self.cadence.reason),
            origin,
        )


_HIGH = N_("Some of its settings can hurt most when they slip back. Networks change them often.")
_OTHER = N_("Its settings matter, and networks change them now and then.")
_SEARCH = N_("New pages about you can appear at any time.")
_SEARCH_SOONER = N_("Something on your list worries you, so it is good to look sooner.")
_AS_CHOSEN = N_("You chose this for your checks.")
_RECHECK = N_("Sooner after you asked or it went, then every 3 months: things can come back.")
_POSTS = N_("Old posts stay up until you take them down. Once a year is enough for most people.")

_STRANGER = N_("What strangers see changes as networks do. Twice a year shows what has changed.")

USUAL_MONTHS = 6  # between searches, where the person left the setting as it comes
_SOONER = 3


def network(months: Iterable[int], risks: Iterable[Risk], asked: Asked | None = None) -> Usual:
    """A network comes up with the first of its checks: `months` of each, as its file or its risk says.

    `asked`: what an organisation asks for, which stands in `months` already; it is said where it made the difference.
    """
    risks = set(risks)
    usual = Usual(Every(min(months, default=CADENCE[Risk.MEDIUM])), _(_HIGH if Risk.HIGH in risks else _OTHER))
    own = Usual(Every(min((CADENCE[one] for one in risks), default=CADENCE[Risk.MEDIUM])), usual.why)
    said = asked.over(own) if asked is not None else usual
    return said if said.origin is not None and said.every == usual.every else usual


def search(setting: int, *, worrying: bool, asked: Asked | None = None) -> Usual:
    """`setting`: the months chosen for all checks (0: never). Sooner where something worries, unless they chose.

    `asked`: what an organisation asks for; a setting the person chose stands.
    """
    if setting != USUAL_MONTHS:
        return Usual(Every(setting), _(_AS_CHOSEN))
    usual = Usual(Every(_SOONER), _(_SEARCH_SOONER)) if worrying else Usual(Every(setting), _(_SEARCH))
    return usual if asked is None else asked.over(usual)


def recheck() -> str:
    """Why it comes when it does: each thing to look at again has a plan of its own (`log.recheck`)."""
    return _(_RECHECK)


def posts(asked: Asked | None = None) -> Usual:
    """Going through old posts, by hand or in a copy of them."""
    usual = Usual(Every(12), _(_POSTS))
    return usual if asked is None else asked.over(usual)


def as_stranger() -> Usual:
    """Ten minutes as a stranger, so that a second card can be laid beside the first."""
    return Usual(Every(USUAL_MONTHS), _(_STRANGER))
