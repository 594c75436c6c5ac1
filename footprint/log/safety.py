"""Whoever is never written to: here it is refused, and here what was begun for them is dropped.

Someone met through work, someone frightening, not sure: no draft, no link to a mail program, no reminder, no step on
which a message goes to them. Every way to a message asks this file, and asks it with what the vault says now: the
answer to "Who put it there?" may have changed since a page was opened or a letter begun.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from footprint.i18n import _
from footprint.log import store
from footprint.log.errors import MayNotAsk
from footprint.log.origins import Origin
from footprint.log.records import Action, EventKind, Item
from footprint.log.relations import Relation, relations_for
from footprint.log.states import ASKING, State
from footprint.log.store import EventRow, Standing
from footprint.vault import Connection, Writing
from footprint.vault.facts import read_fact, write_fact

BEGUN = "log.letter_drafts"
"""The fact that holds letters that were begun: a JSON object whose keys begin with the id of an item."""
_CAREFUL = (Origin.FRIGHTENING, Origin.WORK, Origin.UNSURE)


def refuse_origin(origin: Origin) -> None:
    """`MayNotAsk` where nobody is ever written to."""
    if origin is Origin.ME:
        raise MayNotAsk(_("You put this there yourself, so there is nobody to write to."))
    if not origin.may_be_asked:
        raise MayNotAsk(_("Do not write to the person who put this there. See “This worries me” for what to do."))


def refuse(db: Connection, item: Item) -> None:
    """`MayNotAsk` where no message is to be written about `item`, by what it says and by what the vault says now."""
    refuse_origin(item.origin)
    if item.action is Action.KEEP:
        raise MayNotAsk(_("You decided to keep this, so there is nothing to ask for."))
    refuse_now(db, item.id)


def refuse_now(db: Connection, item_id: str) -> None:
    """As `refuse_origin`, by what the vault says now of the item and of what it was put into; nothing for one that it
    does not have."""
    for origin in sorted(store.origins_behind(db, item_id), key=_careful_first):
        refuse_origin(origin)


def _careful_first(origin: Origin) -> bool:
    return not origin.worries


def strictest(keep: Origin, everyone: Iterable[Origin]) -> Origin:
    """The most careful of several answers about one thing; `keep` where none forbids a message.

    One’s own post stays one’s own where another answer was only “not sure”: nobody is written to either way.
    """
    told = tuple(everyone)
    careful = next((one for one in _CAREFUL if one in (keep, *told)), keep)
    return keep if careful is Origin.UNSURE and keep is Origin.ME else careful


def strictest_relation(origin: Origin, everyone: Iterable[Relation | None]) -> Relation | None:
    """Who it is of several answers: one for whom the line manager comes first wins, then the first there is."""
    fitting = [one for one in everyone if one is not None and one in relations_for(origin)]
    return next((one for one in fitting if one.of_work), fitting[0] if fitting else None)


def settle(write: Writing, ids: Sequence[str], *, keep_due: bool = False) -> None:
    """After anything that may have changed who put it there (an answer, a merge, an import), in its transaction.

    For whoever is never written to no answer is waited for any more, and a letter that was begun is dropped.
    """
    never = [one for one in store.standings(write.db, ids) if not one.origin.may_be_asked]
    _drop_begun(write, {one.id for one in never})
    _stop_waiting(write, [one for one in never if one.origin.worries and one.state in ASKING], keep_due=keep_due)


def kept_begun(db: Connection, names: Iterable[str]) -> tuple[str, ...]:
    """Of the names of begun letters those that may be kept: nobody who is never written to is behind them."""
    told = tuple(names)
    ids = {name.partition(" ")[0] for name in told}
    never = {one.id for one in store.standings(db, ids) if not one.origin.may_be_asked}
    return tuple(name for name in told if name.partition(" ")[0] not in never)


def _stop_waiting(write: Writing, there: Sequence[Standing], *, keep_due: bool) -> None:
    moves = [(one.id, State.DECIDED, one.due if keep_due else None) for one in there]
    store.set_states(write.db, moves, write.now)
    rows = [EventRow(one.id, EventKind.MOVED, one.state, State.DECIDED) for one in there]
    store.add_events(write.db, rows, write.now)


def _drop_begun(write: Writing, ids: set[str]) -> None:
    kept = read_fact(write.db, BEGUN)
    if not ids or not kept:
        return
    try:
        begun = json.loads(kept)
    except ValueError:
        begun = {}
    left = {name: one for name, one in begun.items() if name.partition(" ")[0] not in ids}
    if len(left) != len(begun) or not begun:
        write_fact(write.db, BEGUN, json.dumps(left, ensure_ascii=False) if left else "", write.now)
