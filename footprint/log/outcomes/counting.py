"""How many were asked about, answered, gone and came back, and how long it took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from statistics import median_low

from footprint import dates
from footprint.log.outcomes import store
from footprint.log.states import ASKING, State
from footprint.vault import Vault


@dataclass(frozen=True)
class Outcomes:
    """Counts of items that are in the list; a deleted one counts nowhere.

    `asked`: somebody was asked, or a network told. `answered`: of these, those with an answer, or that went or were
    refused after the asking. `gone`: gone from there now, asked or not. `came_back`: came back at least once.
    `days`: whole days from the first asking to being gone, in the middle of those that were asked about and are gone
    (of two in the middle the shorter); None where there are none.
    """

    asked: int = 0
    answered: int = 0
    gone: int = 0
    came_back: int = 0
    days: int | None = None

    @property
    def unanswered(self) -> int:
        return self.asked - self.answered


def outcomes(vault: Vault) -> Outcomes:
    """All of it, as it stands now. Steps that were undone count nowhere."""
    with vault.reading() as db:
        states, moves = store.states(db), store.moves(db)
        sent, replies = store.sent(db), store.answered(db)
    asked: dict[str, date] = {}
    answered, came_back, gone_on = set(replies), set(), {}
    for item, at, was, became in moves:
        day = dates.local_day(dates.from_text(at))
        if became in ASKING:
            asked.setdefault(item, day)
        elif item in asked and was in ASKING and became in (State.GONE, State.REFUSED):
            answered.add(item)
        if became == State.GONE:
            gone_on[item] = day
        if became == State.CAME_BACK:
            came_back.add(item)
    for item, on in sent:
        day = date.fromisoformat(on)
        asked[item] = min(asked.get(item, day), day)
    mine = asked.keys() & states.keys()
    took = [
        (gone_on[item] - asked[item]).days
        for item in mine
        if states[item] == State.GONE and item in gone_on and gone_on[item] >= asked[item]
    ]
    return Outcomes(
        asked=len(mine),
        answered=len(answered & mine),
        gone=sum(state == State.GONE for state in states.values()),
        came_back=len(came_back & states.keys()),
        days=median_low(took) if took else None,
    )
