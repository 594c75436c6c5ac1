"""Which pages would be asked for, and which only the person can open."""

from __future__ import annotations

from collections.abc import Iterable

from footprint.i18n import _
from footprint.search import store as search_store
from footprint.search.hosts import is_on
from footprint.search.reading.records import Line, Plan, Why
from footprint.search.reading.walls import by_hand_only
from footprint.search.records import Finding
from footprint.vault import Vault
from footprint.web import Refused, judge
from footprint.wordlists import words

# Beside those nobody of ours ever asks: networks whose terms do not let programs read their pages.
_NO_PROGRAMS = words("tiktok.com snapchat.com reddit.com nextdoor.co.uk nextdoor.com pinterest.com quora.com")


def plan(vault: Vault, finding_ids: Iterable[str]) -> Plan:
    """A line for each of these findings. Nothing is sent by making it."""
    with vault.reading() as db:
        found = [search_store.finding(db, one) for one in dict.fromkeys(finding_ids)]
    return Plan(tuple(_line(number, one) for number, one in enumerate(found, 1)))


def only_by_hand(address: str, host: str) -> bool:
    """Whether the network's terms forbid that a program reads this page."""
    return by_hand_only(address) or any(is_on(host, one) for one in _NO_PROGRAMS)


def _line(number: int, one: Finding) -> Line:
    title = one.title or one.host
    if only_by_hand(one.address, one.host):
        return Line(number, one.id, title, one.address, one.host, Why.NETWORK, Why.NETWORK.label, on=False)
    try:
        there = judge(one.address, plain=True)
    except Refused as refused:
        words = _("We do not open this address: {why}.").format(why=str(refused).rstrip("."))
        return Line(number, one.id, title, one.address, one.host, Why.UNREADABLE, words, on=False)
    return Line(number, one.id, title, there.url, there.host)
