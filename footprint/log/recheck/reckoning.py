"""Where items stand with their looks, and when the next look is due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from footprint import dates, search
from footprint.errors import NotFound
from footprint.log import store as log_store
from footprint.log.recheck import store
from footprint.log.recheck.confirming import APART, seems_gone_since
from footprint.log.recheck.records import Look, Reason, Standing, Verdict
from footprint.log.recheck.schedule import next_look
from footprint.log.records import Item
from footprint.log.states import State
from footprint.search.reading.walls import by_hand_only
from footprint.vault import Vault


def looks(vault: Vault, item_id: str) -> tuple[Look, ...]:
    """Every look at an item, oldest first."""
    with vault.reading() as db:
        return tuple(store.looks(db, [item_id]).get(item_id, ()))


def standing(vault: Vault, item_id: str) -> Standing:
    """Where one item stands; `NotFound` when it is not in the list any more."""
    found = standings(vault, [item_id])
    if not found:
        raise NotFound
    return found[0]


def standings(vault: Vault, ids: Iterable[str] | None = None) -> tuple[Standing, ...]:
    """The same for many, in the order given; without `ids` for all that were ever looked at."""
    with vault.reading() as db:
        wanted = list(store.items_with_looks(db) if ids is None else ids)
        items = list(log_store.items(db, wanted))
        seen, asked = store.looks_there(db, wanted), store.asked_on(db, wanted)
        return tuple(
            _in_search(vault, one, _standing(one, seen.get(one.id, []), asked.get(one.id, []))) for one in items
        )


def due(vault: Vault, today: date) -> tuple[Standing, ...]:
    """The items whose next look has come, the longest due first."""
    found = [one for one in standings(vault) if one.is_due(today)]
    return tuple(sorted(found, key=lambda one: (one.next_day or today, one.item_id)))


def _standing(item: Item, looks: Sequence[Look], asked: Sequence[tuple[str, str]]) -> Standing:
    told = [one for one in looks if not one.tells_nothing]
    last = looks[-1] if looks else None
    if not told:
        eyes = by_hand_only(item.address, item.network)
        verdict = Verdict.NEEDS_EYES if eyes else None
        reason = Reason.NETWORK if eyes else None
        return Standing(item.id, verdict, reason, False, None, last, _next(item, looks, asked), len(looks))
    newest = told[-1]
    since = newest.at
    for one in reversed(told):
        if one.verdict is not newest.verdict:
            break
        since = one.at
    mine = any(one.by_hand for one in told if one.at >= since) and newest.verdict.is_gone
    by_hand = newest.by_hand or mine
    return Standing(item.id, newest.verdict, newest.reason, by_hand, since, last, _next(item, looks, asked), len(looks))


def _next(item: Item, looks: Sequence[Look], asked: Sequence[tuple[str, str]]) -> date | None:
    if not looks or item.state is State.KEPT:
        return None
    begun = dates.local_day(_turn(looks))
    sent = [date.fromisoformat(on) for on, _due in asked]
    deadlines = [date.fromisoformat(answer) for _on, answer in asked] if item.state is not State.GONE else []
    since = seems_gone_since(looks)
    # The day after, at the earliest: a day is what the person plans with, and 24 hours are over by then.
    confirm = dates.local_day(since + APART) if since is not None else None
    last = dates.local_day(looks[-1].at)
    if confirm is not None and confirm <= last:
        confirm = last + timedelta(days=1)
    return next_look(max([begun, *sent]), last, deadlines, confirm=confirm)


def _turn(looks: Sequence[Look]) -> datetime:
    """When the item was last found to be gone or back, else when it was first looked at."""
    turn = looks[0].at
    gone = False
    for one in looks:
        if one.verdict.is_gone != gone and not one.tells_nothing and one.verdict in _TURNS:
            turn, gone = one.at, one.verdict.is_gone
    return turn


_TURNS = frozenset({Verdict.GONE, Verdict.GONE_IN_SEARCH, Verdict.CAME_BACK, Verdict.STILL_THERE})


def _in_search(vault: Vault, item: Item, one: Standing) -> Standing:
    """Gone from there, and a search of the app has listed it since."""
    if one.verdict is not Verdict.GONE or not item.finding_id or one.since is None:
        return one
    if not any(hit.seen_at > one.since for hit in search.sightings(vault, item.finding_id)):
        return one
    return Standing(
        one.item_id, Verdict.GONE_IN_SEARCH, Reason.SEARCH, False, one.since, one.last, one.next_day, one.looks
    )
