"""How often each thing is worth another look, from its risk, with the reason in words. The one place for these figures.

A check says so in its file where its maker gave a number (`again`), else by its risk; `checklists.CADENCE` holds that,
because a walk-through needs it too. The rest stands here. Guidance g21: keep settings up to date and look again
regularly; g25: search for yourself; g62: go through older posts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from footprint.checklists import CADENCE, Risk
from footprint.i18n import N_, _
from footprint.reminders.records import Every


@dataclass(frozen=True)
class Usual:
    """How often, and why."""

    every: Every
    why: str


_HIGH = N_("Some of its settings can hurt most when they slip back. Networks change them often.")
_OTHER = N_("Its settings matter, and networks change them now and then.")
_SEARCH = N_("New pages about you can appear at any time.")
_SEARCH_SOONER = N_("Something on your list worries you, so it is good to look sooner.")
_AS_CHOSEN = N_("You chose this for your checks.")
_RECHECK = N_("Sooner after you asked or it went, then every 3 months: things can come back.")
_POSTS = N_("Old posts stay up until you take them down. Once a year is enough for most people.")

USUAL_MONTHS = 6  # between searches, where the person left the setting as it comes
_SOONER = 3


def network(months: Iterable[int], risks: Iterable[Risk]) -> Usual:
    """A network comes up with the first of its checks: `months` of each, as its file or its risk says."""
    high = Risk.HIGH in set(risks)
    return Usual(Every(min(months, default=CADENCE[Risk.MEDIUM])), _(_HIGH if high else _OTHER))


def search(setting: int, *, worrying: bool) -> Usual:
    """`setting`: the months chosen for all checks (0: never). Sooner where something worries, unless they chose."""
    if setting != USUAL_MONTHS:
        return Usual(Every(setting), _(_AS_CHOSEN))
    if worrying:
        return Usual(Every(_SOONER), _(_SEARCH_SOONER))
    return Usual(Every(setting), _(_SEARCH))


def recheck() -> str:
    """Why it comes when it does: each thing to look at again has a plan of its own (`log.recheck`)."""
    return _(_RECHECK)


def posts() -> Usual:
    """Going through old posts, by hand or in a copy of them."""
    return Usual(Every(12), _(_POSTS))
