""" "I have 15 minutes": the few checks that matter most for this person, as many as fit, in an order that saves steps.

Each open check is worth points by its risk, by what is known to be less safe already, and by how the account is used.
Of all the choices that fit the time and the number, the one worth most is taken (a knapsack, solved exactly).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from footprint import person
from footprint.checklists.answers import latest_of_all
from footprint.checklists.format import Check, Kind, NetworkFile, Risk
from footprint.checklists.load import Library
from footprint.checklists.records import CheckState, Due, Latest, Standing
from footprint.checklists.standing import states
from footprint.checklists.walk import SettingsPage, pages
from footprint.checklists.words import plain
from footprint.dates import local_day
from footprint.i18n import N_, _
from footprint.person import AccountState, Nation
from footprint.vault.vault import Vault

MINUTES, MOST = 15, 10
_POINTS = {Risk.HIGH: 9.0, Risk.MEDIUM: 4.0, Risk.LOW: 1.0}
_ESSENTIAL, _KNOWN = 1.5, 1.5
_STEP = 4  # quarters of a minute: checks say 0.5, 1, 2.5 and the like
_WAITS = frozenset({Standing.LATER, Standing.NOT_FOR_ME})
_WHY_DUE = {
    Due.WORDING: N_("The question has changed since you answered"),
    Due.LATER: N_("You wanted to come back to this"),
    Due.EXPIRED: N_("You kept it until today"),
    Due.AGE: N_("It is time to look again"),
}


@dataclass(frozen=True)
class QuickCheck:
    """One of them, and why it is among them: what is known of it, else why it matters to anybody."""

    network: str
    network_name: str
    state: CheckState
    why: str

    @property
    def check(self) -> Check:
        return self.state.check


@dataclass(frozen=True)
class QuickPage:
    """A settings page of a network with those of its checks that were chosen, to be answered together."""

    network: str
    network_name: str
    page: SettingsPage


@dataclass(frozen=True)
class QuickList:
    """What to do now, network by network; `left` more checks wait for another day."""

    checks: tuple[QuickCheck, ...]
    pages: tuple[QuickPage, ...]
    minutes: int
    left: int


def quick_list(
    networks: Sequence[tuple[NetworkFile, float]],
    answers: Mapping[str, Latest],
    today: date,
    *,
    minutes: int = MINUTES,
    most: int = MOST,
) -> QuickList:
    """The best use of `minutes` over these networks; each comes with a weight (1: an account in daily use)."""
    found: list[tuple[float, NetworkFile, CheckState]] = []
    for network, weight in networks:
        for state in states(network, answers.get(network.id, {}), today):
            if _wants_the_person(state):
                found.append((_worth(state, weight), network, state))
    things = [(worth, state.check.minutes) for worth, _network, state in found]
    chosen = [found[at] for at in _best(things, minutes, most)]
    ordered = _in_order(chosen)
    spent = math.ceil(sum(one.check.minutes for _network, page in ordered for one in page.checks))
    return QuickList(
        checks=tuple(
            QuickCheck(network.id, network.name, one, _why(one)) for network, page in ordered for one in page.checks
        ),
        pages=tuple(QuickPage(network.id, network.name, page) for network, page in ordered),
        minutes=spent,
        left=len(found) - len(chosen),
    )


def _wants_the_person(state: CheckState) -> bool:
    return state.open and not (state.standing in _WAITS and state.due is None)


def _worth(state: CheckState, weight: float) -> float:
    worth = _POINTS[state.check.risk] * weight
    if state.check.essential:
        worth *= _ESSENTIAL
    if state.standing in (Standing.LESS_SAFE, Standing.SOMETHING_ELSE) or state.due is Due.LATER:
        worth *= _KNOWN
    return worth


def _best(things: Sequence[tuple[float, float]], minutes: int, most: int) -> list[int]:
    """The numbers of the (worth, minutes) that are worth most together; of equals, those that come first."""
    room = minutes * _STEP
    # best[n][t]: the most that n things in t quarters are worth, and which they are.
    best: list[list[tuple[float, tuple[int, ...]] | None]] = [[None] * (room + 1) for _n in range(most + 1)]
    best[0] = [(0.0, ())] * (room + 1)
    for at, (worth, takes) in enumerate(things):
        cost = max(1, math.ceil(takes * _STEP))
        for n in range(most, 0, -1):
            for time in range(room, cost - 1, -1):
                before = best[n - 1][time - cost]
                if before is None:
                    continue
                now = best[n][time]
                if now is None or before[0] + worth > now[0] + 1e-9:
                    best[n][time] = (before[0] + worth, (*before[1], at))
    ends = [row[room] for row in best]
    return list(max((one for one in ends if one is not None), key=lambda one: one[0])[1])


def _in_order(
    chosen: Sequence[tuple[float, NetworkFile, CheckState]],
) -> list[tuple[NetworkFile, SettingsPage]]:
    """Network by network, the one that matters most first; within each by settings page."""
    by_network: dict[str, list[tuple[float, NetworkFile, CheckState]]] = {}
    for one in chosen:
        by_network.setdefault(one[1].id, []).append(one)
    groups = sorted(by_network.values(), key=lambda mine: -sum(worth for worth, _network, _state in mine))
    return [
        (mine[0][1], page) for mine in groups for page in pages(mine[0][1], [state for _worth, _network, state in mine])
    ]


def _why(state: CheckState) -> str:
    if state.due is not None:
        return _(_WHY_DUE[state.due])
    if state.standing in (Standing.LESS_SAFE, Standing.SOMETHING_ELSE):
        return _("Last time it was not the safer choice")
    if state.standing is Standing.NOT_FOUND:
        return _("You could not find it last time")
    return plain(re.split(r"(?<=[.?])\s", state.check.why, maxsplit=1)[0])


# What an account in use counts; one that sleeps is looked at less, and a place lists people without their doing.
_WEIGHTS = {AccountState.IN_USE: 1.0, AccountState.DORMANT: 0.6}
_PLACE = 0.7


def for_person(vault: Vault, library: Library, *, minutes: int = MINUTES, most: int = MOST) -> QuickList:
    """The list for the accounts of this vault and the places of the person's nation, as things stand today."""
    weights: dict[str, float] = {}
    for account in person.accounts(vault, include_closed=False):
        weights[account.network] = max(weights.get(account.network, 0.0), _WEIGHTS[account.state])
    networks = [(library.network_or_any(one), weight) for one, weight in weights.items()]
    nation = person.profile(vault).nation
    for place in library.of(Kind.PLACE):
        facts = place.place
        if facts is not None and not facts.expected and (nation is Nation.UNSAID or nation in facts.nations):
            networks.append((place, _PLACE))
    today = local_day(vault.now())
    return quick_list(networks, latest_of_all(vault), today, minutes=minutes, most=most)
