"""Keeping a look, and what it changes: gone for good moves the item, coming back opens it again. Nothing else does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from footprint import dates
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.log import store as log_store
from footprint.log.recheck import store
from footprint.log.recheck.confirming import seems_gone_since
from footprint.log.recheck.records import Look, Reason, Seen, Verdict, Word
from footprint.log.recheck.verdicts import Judged, Known, judge
from footprint.log.records import EventKind
from footprint.log.states import MOVES, State
from footprint.log.store import EventRow, Standing
from footprint.search import canonical
from footprint.vault import Connection, Done, Vault, Writing

_LONGEST_NOTE = 2_000
_NOTHING_DONE = (State.FOUND, State.DECIDED)


def known_of(db: Connection, item_id: str, address: str, state: State, looks: Sequence[Look]) -> Known:
    """What is known of an item before a look; `looks` are those at the address it has now."""
    told = [one for one in looks if not one.tells_nothing]
    since = store.gone_since(db, item_id) if state is State.GONE else None
    baseline = not told and (state in _NOTHING_DONE or bool(store.moved_at(db, [item_id])))
    return Known(address, tuple(looks), baseline, None if since is None else dates.from_text(since))


def keep(vault: Vault, item_id: str, address: str, seen: Seen, sibling: Seen | None = None) -> Done[Look]:
    """Judge what was seen and keep the look, with the move that follows from it, as one thing to undo.

    `NotFound` where the item is gone from the list or has another address by now.
    """
    with vault.writing() as write:
        standing = _standing(write.db, item_id)
        _refuse_moved(write.db, item_id, address)
        looks = store.looks_there(write.db, [item_id]).get(item_id, [])
        told = known_of(write.db, item_id, address, standing.state, looks)
        known = Known(told.address, told.before, told.baseline, told.said_gone, sibling)
        judged = judge(seen, write.instant, known)
        look = Look(new_id(), item_id, write.instant, judged.verdict, judged.reason, first=known.baseline, seen=seen)
        store.add_look(write.db, look, write.now)
        _move(write, standing, judged, _note(judged, looks, write.instant))
    return write.done(look)


def say(vault: Vault, item_id: str, word: Word, note: str = "") -> Done[Look]:
    """What the person saw. It wins over every look of the app before it, and is marked as theirs."""
    with vault.writing() as write:
        standing = _standing(write.db, item_id)
        judged = _said(word, standing.state)
        words = " ".join(note.replace("\x00", " ").split())[:_LONGEST_NOTE]
        look = Look(new_id(), item_id, write.instant, judged.verdict, judged.reason, by_hand=True, note=words)
        store.add_look(write.db, look, write.now)
        _move(write, standing, judged, words or _("You looked yourself."))
    return write.done(look)


def _said(word: Word, state: State) -> Judged:
    if word is Word.GONE:
        return Judged(Verdict.GONE, Reason.BY_HAND)
    if word is Word.IN_SEARCH:
        return Judged(Verdict.GONE_IN_SEARCH, Reason.SEARCH)
    return Judged(Verdict.CAME_BACK if state is State.GONE else Verdict.STILL_THERE, Reason.BY_HAND)


def _move(write: Writing, standing: Standing, judged: Judged, note: str) -> None:
    became, due = standing.state, standing.due
    if judged.verdict.is_gone and standing.state is not State.KEPT:
        became, due = State.GONE, None
    elif judged.verdict is Verdict.CAME_BACK:
        became, due = State.CAME_BACK, dates.local_day(write.instant)
    if became is standing.state or became not in MOVES[standing.state]:
        return
    log_store.set_states(write.db, [(standing.id, became, due)], write.now)
    event = EventRow(standing.id, EventKind.MOVED, standing.state, became, "recheck", note, due)
    log_store.add_events(write.db, [event], write.now)


def _note(judged: Judged, looks: Sequence[Look], now: datetime) -> str:
    """For the history: which looks it rests on."""
    since = seems_gone_since(looks)
    if judged.verdict is Verdict.GONE and since is not None:
        days = (dates.day_in_words(dates.local_day(one)) for one in (since, now))
        return _("The app looked on {first} and on {second}. Both times the site said it is not there.").format(
            **dict(zip(("first", "second"), days, strict=True))
        )
    return _("The app looked again and found it there.") if judged.verdict is Verdict.CAME_BACK else ""


def _refuse_moved(db: Connection, item_id: str, address: str) -> None:
    """The answer came from an address that the item no longer has: the person changed it meanwhile."""
    item = log_store.item(db, item_id)
    if item is None or canonical(item.address) != canonical(address):
        raise NotFound(_("This is no longer in your list."))


def _standing(db: Connection, item_id: str) -> Standing:
    found = log_store.standings(db, [item_id])
    if not found:
        raise NotFound(_("This is no longer in your list."))
    return found[0]
