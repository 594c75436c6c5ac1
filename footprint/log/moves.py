"""Moving items from state to state, one or many at once, with the dates and the history that go with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from footprint import dates
from footprint.errors import NotFound
from footprint.i18n import _, ngettext
from footprint.ids import new_id
from footprint.log import store
from footprint.log.errors import WrongMove
from footprint.log.items import clean
from footprint.log.ladder.considering import Considered, pause_first
from footprint.log.origins import Origin
from footprint.log.records import EventKind
from footprint.log.safety import refuse_origin
from footprint.log.states import ASKING, MOVES, OTHER, State, due_after
from footprint.log.store import EventRow, Standing
from footprint.vault import Done, Vault, Writing

_LONGEST_NOTE = 2_000


def allowed(state: State, origin: Origin) -> tuple[State, ...]:
    """Where an item may go next. One whose poster is never written to is never "asked"; it may wait for a network."""
    return tuple(one for one in MOVES[state] if not (one is State.ASKED and origin.worries))


def allowed_for(vault: Vault, ids: Iterable[str]) -> tuple[State, ...]:
    """The moves that every one of these items can make, for a bulk menu."""
    with vault.reading() as db:
        there = store.standings(db, ids)
    sets = [allowed(one.state, one.origin) for one in there]
    return tuple(state for state in State if sets and all(state in one for one in sets))


def move(
    vault: Vault,
    ids: Iterable[str],
    state: State,
    *,
    note: str = "",
    day: date | None = None,
    considered: Considered | None = None,
) -> Done[tuple[str, ...]]:
    """Move items to `state`; gives the ids that moved. All of them move, or none does.

    `day` is when it is due again: without one, asking and waiting are due in 14 days and an end has no due day.
    `PauseFirst` where it is asked for, or gone although nobody was asked, and it is not answered whether a case could
    be about it.
    """
    with vault.writing() as write:
        today = dates.local_day(write.instant)
        there = store.standings(write.db, ids)
        if not there:
            raise NotFound(_("This is no longer in your list."))
        _refuse_wrong(there, state)
        _pause(write, there, state, considered)
        moves = [(one.id, state, day or due_after(state, one.due, today)) for one in there]
        store.set_states(write.db, moves, write.now)
        words = clean(note).strip()[:_LONGEST_NOTE]
        rows = [
            EventRow(one.id, EventKind.MOVED, one.state, state, note=words, due=due)
            for one, (_id, _state, due) in zip(there, moves, strict=True)
        ]
        store.add_events(write.db, rows, write.now)
        if state is State.ASKED:
            _add_requests(write, moves, today)
    return write.done(tuple(one.id for one in there))


def seen_gone(vault: Vault, ids: Iterable[str], note: str) -> Done[tuple[str, ...]]:
    """It was seen that these are gone: nothing is deleted by saying so, and nothing is asked before it.

    Those that are closed already are let be. Gives the ids that moved; `note` says in their history how it was seen.
    """
    with vault.writing() as write:
        there = [one for one in store.standings(write.db, ids) if one.state.open]
        store.set_states(write.db, [(one.id, State.GONE, None) for one in there], write.now)
        rows = [EventRow(one.id, EventKind.MOVED, one.state, State.GONE, note=note) for one in there]
        store.add_events(write.db, rows, write.now)
    return write.done(tuple(one.id for one in there))


def _pause(write: Writing, there: Iterable[Standing], state: State, considered: Considered | None) -> None:
    """Gone although no answer was waited for: the person's own hand deleted it, as far as anybody can know."""
    if state is State.ASKED:
        pause_first(write, [one.id for one in there], considered, deletes=False)
    elif state is State.GONE:
        own = [one for one in there if one.state not in ASKING]
        mine = [one.id for one in own if one.origin is Origin.ME]
        pause_first(write, mine, considered, deletes=True, first=True)
        pause_first(write, [one.id for one in own if one.id not in mine], considered, deletes=True)


def _add_requests(write: Writing, moves: Iterable[tuple[str, State, date | None]], today: date) -> None:
    """Whoever marks a thing as asked has asked: the day is kept, so that a reminder can name it."""
    for item_id, _state, due in moves:
        until = due or due_after(State.ASKED, None, today) or today
        store.add_request(write.db, new_id(), item_id, ("", "", OTHER, ""), (today, until), write.now)


def _refuse_wrong(there: list[Standing], state: State) -> None:
    for one in there:
        if state is State.ASKED and one.origin.worries:
            refuse_origin(one.origin)
    wrong = [one for one in there if state not in MOVES[one.state]]
    if not wrong:
        return
    first = wrong[0]
    if len(wrong) == 1:
        raise WrongMove(
            _("“{title}” is at “{state}”. It cannot go from there to “{next}”.").format(
                title=first.title[:80], state=first.state.label, next=state.label
            )
        )
    raise WrongMove(
        ngettext(
            "{n} of these cannot go to “{next}” from where it is. Nothing was changed.",
            "{n} of these cannot go to “{next}” from where they are. Nothing was changed.",
            len(wrong),
        ).format(n=len(wrong), next=state.label)
    )
