"""How an item stands on its ladder: the rungs, what was done on them, what comes next, and whether to pause first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from footprint import dates
from footprint.checklists import NetworkFile
from footprint.log import store as log_store
from footprint.log.copies.keeping import evidence
from footprint.log.ladder import store
from footprint.log.ladder.at_work import names_work
from footprint.log.ladder.choosing import ladder_for
from footprint.log.ladder.pausing import Pause, pause_for
from footprint.log.ladder.proposing import next_rung
from footprint.log.ladder.records import Known, LifeEvent, Outcome, Proposal, Step, Taken
from footprint.log.ladder.rungs import Rung
from footprint.log.letters.templates import letter_named
from footprint.log.likely import known_relation
from footprint.log.origins import Origin
from footprint.log.records import EventKind, Item
from footprint.log.relations import Relation
from footprint.log.states import ASKING, State
from footprint.person import Nation, Profile
from footprint.vault import Connection, Vault


@dataclass(frozen=True)
class Standing:
    """All of it, in one go. `bounced`: the day the last message to this contact came back. `relation`: who it is."""

    steps: tuple[Step, ...]
    taken: tuple[Taken, ...]
    proposal: Proposal
    pause: Pause | None
    known: Known
    life: dict[LifeEvent, date]
    bounced: date | None
    today: date
    nation: Nation
    relation: Relation | None = None

    def step(self, rung: Rung) -> Step:
        return next(one for one in self.steps if one.rung is rung)

    def latest(self, rung: Rung) -> Taken | None:
        """What was last done on a rung."""
        return next((one for one in reversed(self.taken) if one.rung is rung), None)

    @property
    def answerable(self) -> Rung | None:
        """The rung an answer would belong to: the last that somebody was asked on, and that has not ended."""
        for one in reversed(self.taken):
            if self.step(one.rung).open and (one.outcome is Outcome.WAITING or one.outcome.yours):
                return one.rung
        return None


def look(vault: Vault, item: Item, file: NetworkFile | None = None, who: Profile | None = None) -> Standing:
    """`file`: the checklist file of the item's network or place, where there is one."""
    profile, today = who or Profile(), dates.local_day(vault.now())
    with vault.reading() as db:
        known, life, asked = store.known(db, item.id), store.life_events(db), bool(store.cases(db))
        taken = whole_history(db, item)
        bounced = store.bounced(db, item.contact) if item.contact else None
    taken = _with_copies(vault, item, taken)
    known = replace(known, named=names_work(vault, item))
    steps = ladder_for(item, file, profile, known)
    proposal = next_rung(item, steps, taken, today, profile.nation)
    pause = pause_for(item, steps, known, life, first=not asked)
    return Standing(
        steps, tuple(taken), proposal, pause, known, life, bounced, today, profile.nation, known_relation(item)
    )


def whole_history(db: Connection, item: Item) -> list[Taken]:
    """The rungs that were noted, and those that only a message or a move tells of; oldest first, a choice last.

    After it came back the ladder begins anew.
    """
    since = _came_back(db, item)
    noted = store.taken(db, item.id, since)
    linked = {one.request_id for one in noted if one.request_id}
    first = dates.local_day(dates.from_text(since)).isoformat() if since else ""
    asked = [row for row in log_store.requests(db, item.id) if row[6] >= first]
    told = [_of_request(item, row, last=row is asked[-1]) for row in _once_a_day(item, asked) if row[0] not in linked]
    chosen = [one for one in noted if one.outcome is Outcome.CHOSEN]
    done = sorted([one for one in noted if one.outcome is not Outcome.CHOSEN] + told, key=_when)
    if not done and item.state in ASKING:
        done = _of_moves(db, item)
    kept = [one for one in chosen if not any(t.rung is one.rung and t.day >= one.day for t in told)]
    return [*done, *kept]


def _once_a_day(item: Item, asked: Sequence[Sequence[Any]]) -> list[Sequence[Any]]:
    """A message that is copied, then opened in the mail program as well, went to its reader once."""
    latest = {(row[6], _rung_of(item, row[2])): row for row in asked}
    return [row for row in asked if row is latest[row[6], _rung_of(item, row[2])]]


def _when(one: Taken) -> date:
    """The day a rung was last touched."""
    return one.ended or one.day


def _came_back(db: Connection, item: Item) -> str:
    """The instant from which the ladder is climbed anew, "" from the start."""
    back = [at for at, row in log_store.events(db, item.id) if row.became is State.CAME_BACK and row.was is State.GONE]
    return back[-1] if back else ""


def _of_request(item: Item, row: Sequence[Any], *, last: bool) -> Taken:
    request_id, _item_id, letter, _tone, _how, _text, sent_on, due = row
    until, outcome = date.fromisoformat(due), Outcome.WAITING
    if not last:
        outcome = Outcome.SILENCE
    elif item.state is State.REFUSED:
        outcome = Outcome.REFUSED
    elif item.state in ASKING and item.due is not None:
        until = item.due
    return Taken("", _rung_of(item, letter), date.fromisoformat(sent_on), until, outcome, None, request_id)


def _rung_of(item: Item, letter_id: str) -> Rung:
    letter = letter_named(letter_id) if letter_id else None
    if letter is not None:
        return letter.step(item.origin)
    return Rung.SITE if item.origin is Origin.ORGANISATION else Rung.PERSON


def _of_moves(db: Connection, item: Item) -> list[Taken]:
    """An item that was only marked as asked."""
    rows = [(at, row) for at, row in log_store.events(db, item.id) if row.kind is EventKind.MOVED]
    if not rows or not item.origin.may_be_asked:
        return []
    day = dates.local_day(dates.from_text(rows[-1][0]))
    return [Taken("", _rung_of(item, ""), day, item.due, Outcome.WAITING)]


def _with_copies(vault: Vault, item: Item, taken: list[Taken]) -> list[Taken]:
    """A copy that is kept is a rung that is done."""
    if any(one.rung is Rung.PRESERVE and one.outcome is not Outcome.CHOSEN for one in taken):
        return taken
    copies = evidence(vault, item.id)
    if not copies:
        return taken
    day = dates.local_day(copies[0].taken_at)
    rest = [one for one in taken if one.rung is not Rung.PRESERVE]
    return [Taken("", Rung.PRESERVE, day, None, Outcome.DONE, day), *rest]
