"""What there is to choose from. Of the vault it reads which checks were gone through, and in which month: no more.

Only checks that ship with the app on the lists below are counted. So a dating account, a forum, an own word, an
employer's own checks, or what was answered to anything, cannot change a letter of a summary.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from footprint import checklists
from footprint.checklists import Library, stranger
from footprint.supervision.summary.choosing import Offer
from footprint.supervision.summary.records import Area, Month, Network, Tens
from footprint.vault import Vault

_NETWORKS = {one.value: one for one in Network if one is not Network.OTHER}
_SEARCHES = ("google-results", "bing-results")
_HABITS = ("before-you-post", "connecting", "professional-profile", "rules-and-standards", "work-and-private")
_GROUPS = {
    "signing_in": Area.SIGNING_IN,
    "account": Area.SIGNING_IN,
    "reach": Area.REACH,
    "contact": Area.REACH,
    "seen": Area.REACH,
    "finding": Area.FINDING,
    "found": Area.FINDING,
    "posts": Area.POSTS,
    "tags": Area.POSTS,
    "videos": Area.POSTS,
    "photos": Area.POSTS,
    "comments": Area.POSTS,
    "activity": Area.POSTS,
}


def offer(vault: Vault, library: Library) -> Offer:
    """What a summary could say today."""
    days = checklists.days_answered(vault)
    counted = [(network, check, day) for (network, check), day in days.items() if _is_counted(library, network, check)]
    looked = stranger.days_looked(vault)
    common = {network: day for network, day in looked.items() if network in _NETWORKS}
    areas = {_area(library, network, check) for network, check, _day in counted}
    seen = {network for network, _check in days} | set(looked)
    return Offer(
        any=bool(days or looked),
        areas=frozenset(areas | ({Area.STRANGER} if common else set())),
        finished=Tens(min(len(counted) // 10, 99)) if counted else None,
        last=_month([*(day for _network, _check, day in counted), *common.values()]),
        networks=_named(library, seen),
    )


def _is_counted(library: Library, network: str, check: str) -> bool:
    """A check of ours on the closed lists that is still in use. One an employer added (`org:`) is not."""
    if network not in (*_NETWORKS, *_SEARCHES, *_HABITS) or network not in library or ":" in check:
        return False
    return any(one.id == check and not one.retired for one in library.network(network).checks)


def _area(library: Library, network: str, check: str) -> Area:
    if network in _SEARCHES:
        return Area.FINDING
    if network in _HABITS:
        return Area.HABITS
    group = next(one.group for one in library.network(network).checks if one.id == check)
    return _GROUPS.get(group, Area.PRIVACY)


def _month(days: Iterable[date]) -> Month | None:
    last = max(days, default=None)
    return Month(last.year, last.month) if last and 2020 <= last.year <= 2099 else None


def _named(library: Library, seen: Iterable[str]) -> frozenset[Network]:
    """Those that can be named; all others together are one, whose number is not said."""
    networks: set[Network] = set()
    for one in seen:
        if one in _NETWORKS:
            networks.add(_NETWORKS[one])
        elif one not in library or library.network(one).kind is checklists.Kind.NETWORK:
            networks.add(Network.OTHER)
    return frozenset(networks)
