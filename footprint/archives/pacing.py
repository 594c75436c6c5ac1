"""A small batch a day of what the person wants to go: networks take deleting in bulk for an attack and lock accounts.

Where the numbers come from. People who deleted by programs report locked or suspended accounts: after 100,000 posts in
some hours (koenrh/delete-tweets, issue 81), after one deletion a second (marcelja/facebook-delete, pull request 55).
The strictest limit a network states is Mastodon's, 30 deletions in 30 minutes (mastodon/mastodon, issue 10557); X gave
its programs 50 in 15 minutes. The number here is ours: 20 a day at each network, far below all of these, done by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footprint import dates, log
from footprint.archives.index.decisions import store
from footprint.archives.index.filters import Decided
from footprint.archives.index.finding import Row, rows
from footprint.log import State, ladder
from footprint.log.ladder import Considered
from footprint.log.ladder.considering import asks_first
from footprint.vault import Done, Vault

A_DAY = 20
"""Things to do at one network in a day."""
_TO_DO = (Decided.DELETE.value, Decided.LIMIT.value)
_LOOKED_AT = 3  # times as many as a day takes, to find those that may go


@dataclass(frozen=True)
class DayPlan:
    """What to do today, and how it goes on.

    `done` were ticked off today, `left` are open in all, `days` is how many days that takes. `held` says why nothing is
    offered now (a complaint or a hearing is open: the log asks first); `kept` are left out because a case could need
    them.
    """

    today: tuple[Row, ...]
    done: int
    left: int
    days: int
    held: str = ""
    kept: int = 0


def plan(vault: Vault, today: date) -> DayPlan:
    """The batch of the day: of each network the first decided first, and no more than `A_DAY` with what is done."""
    with vault.reading() as db:
        listed = store.listed(db, _TO_DO)
    items = {one.id: one for one in log.several(vault, [item_id for _entry, item_id in listed])}
    done, waiting = dict[str, int](), dict[str, list[tuple[int, log.Item]]]()
    for entry_id, item_id in listed:
        item = items.get(item_id)
        if item is None:
            continue
        if item.state.open:
            waiting.setdefault(item.network, []).append((entry_id, item))
        elif item.state is State.GONE and dates.local_day(item.changed_at) == today:
            done[item.network] = done.get(item.network, 0) + 1
    held, kept, batch = "", 0, list[int]()
    for network, some in waiting.items():
        room = A_DAY - done.get(network, 0)
        for entry_id, item in some[: A_DAY * _LOOKED_AT]:
            if room <= 0:
                break
            first = asks_first(vault, item.id)
            if first is not None:
                held = str(first)
            elif _is_needed(vault, item):
                kept += 1
            else:
                batch.append(entry_id)
                room -= 1
    left = sum(len(some) for some in waiting.values())
    days = max((-(-len(some) // A_DAY) for some in waiting.values()), default=0)
    return DayPlan(rows(vault, batch), sum(done.values()), left, days, held, kept)


def _is_needed(vault: Vault, item: log.Item) -> bool:
    """It was answered that a case could be about it."""
    case = ladder.look(vault, item).known.case
    return case is not None and case.careful


def tick(vault: Vault, entry_ids: list[int], *, considered: Considered | None = None) -> Done[tuple[str, ...]]:
    """The person did it: their things in the list are gone. A later copy shows whether it is so.

    Raises `PauseFirst` while it is not answered whether a case could be about one of them, and where it could.
    """
    wanted = [one.item_id for one in rows(vault, entry_ids) if one.item_id]
    open_now = [one.id for one in log.several(vault, wanted) if one.state.open]
    return log.move(vault, open_now, State.GONE, considered=considered)
