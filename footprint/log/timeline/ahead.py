"""What is coming: the days on which items come up again, and when to look at them again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footprint.i18n import N_
from footprint.labels import Labelled
from footprint.log import recheck
from footprint.log import store as log_store
from footprint.log.states import ASKING, State
from footprint.log.timeline import store
from footprint.vault import Vault


class What(Labelled):
    """What comes up."""

    ANSWER = "answer", N_("An answer is due")
    REMINDER = "reminder", N_("You want to come back to it")
    LOOK = "look", N_("Look if it is still there")


@dataclass(frozen=True)
class Coming:
    """One day ahead, or today, for one item."""

    day: date
    item_id: str
    title: str
    what: What


def coming(vault: Vault, today: date, *, limit: int = 500) -> tuple[Coming, ...]:
    """From today on, the first day first; at most `limit`. What is overdue is in the list as the person’s turn."""
    standings = recheck.standings(vault)
    with vault.reading() as db:
        due = [
            Coming(date.fromisoformat(day), item_id, title, _what(State(state)))
            for day, item_id, title, state in store.coming(db, today.isoformat(), limit)
        ]
        ahead = {one.item_id: one.next_day for one in standings if one.next_day is not None and one.next_day >= today}
        looks = [Coming(ahead[one.id], one.id, one.title, What.LOOK) for one in log_store.items(db, list(ahead))]
    return tuple(sorted(due + looks, key=lambda one: (one.day, one.title.casefold(), one.item_id))[:limit])


def _what(state: State) -> What:
    return What.ANSWER if state in ASKING else What.REMINDER
