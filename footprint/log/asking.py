"""Noting that somebody was asked: by a copied message, by email, or in person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from footprint import dates
from footprint.errors import NotFound
from footprint.i18n import N_, _
from footprint.ids import new_id
from footprint.labels import Labelled
from footprint.log import store
from footprint.log.errors import BadItem, WrongMove
from footprint.log.items import clean
from footprint.log.ladder.considering import Considered, pause_first
from footprint.log.letters.drafting import Letter
from footprint.log.records import EventKind
from footprint.log.relations import Relation, days_to_wait
from footprint.log.safety import refuse_origin
from footprint.log.states import MOVES, OTHER, State
from footprint.log.store import EventRow, Standing
from footprint.vault import Connection, Done, Vault


class How(Labelled):
    """The way somebody was asked. Face to face counts as much as a message."""

    COPIED = "copied", N_("I sent the message myself")
    EMAIL = "email", N_("I sent it by email")
    SAVED = "saved", N_("I saved it to send it myself")
    IN_PERSON = "in person", N_("I asked in person")
    OTHER = OTHER, N_("I asked in another way")


@dataclass(frozen=True)
class Request:
    """One time somebody was asked. `text` is the message as it was copied, "" when none of the app was used."""

    id: str
    item_id: str
    letter: str
    tone: str
    how: How
    text: str
    sent_on: date
    due: date


def sent(
    vault: Vault,
    item_id: str,
    letter: Letter | None = None,
    how: How = How.COPIED,
    *,
    day: date | None = None,
    due: date | None = None,
    considered: Considered | None = None,
) -> Done[Request]:
    """Note that the person asked, on `day` (today unless given). The first time the item becomes asked, then waiting.

    An answer is due on `due`, else when the letter says, else in 14 days, or in 28 from a relative. `BlankLeft` when
    the letter still has a blank; `MayNotAsk` for whoever is never written to; `PauseFirst` while it is not answered
    whether a case could be about it.
    """
    text = "" if letter is None else clean(letter.finished())
    if how not in (How.IN_PERSON, How.OTHER) and letter is None:
        raise BadItem("letter", _("Write the message first."))
    with vault.writing() as write:
        today = dates.local_day(write.instant)
        on = day or today
        if on > today:
            raise BadItem("day", _("The day you asked must be today or in the past."))
        standing = _standing(store.standings(write.db, [item_id]))
        pause_first(write, [item_id], considered, deletes=False)
        wait = timedelta(days=days_to_wait(_who(write.db, item_id))) if letter is None else letter.by - letter.day
        until = due or on + wait
        again = standing.state in (State.ASKED, State.WAITING)
        state = State.WAITING if again else State.ASKED
        one = Request(
            new_id(), item_id, letter.template if letter else "", letter.tone.value if letter else "", how, text, on,
            until,
        )  # fmt: skip
        store.add_request(write.db, one.id, item_id, (one.letter, one.tone, how.value, text), (on, until), write.now)
        store.set_states(write.db, [(item_id, state, until)], write.now)
        event = EventRow(item_id, EventKind.ASKED, standing.state, state, how.value, due=until)
        store.add_events(write.db, [event], write.now)
    return write.done(one)


def requests(vault: Vault, item_id: str) -> tuple[Request, ...]:
    """Every time somebody was asked about this item, oldest first."""
    with vault.reading() as db:
        rows = store.requests(db, item_id)
    return tuple(
        Request(
            row[0], row[1], row[2], row[3], How(row[4]), row[5], date.fromisoformat(row[6]),
            date.fromisoformat(row[7]),
        )
        for row in rows
    )  # fmt: skip


def _who(db: Connection, item_id: str) -> Relation | None:
    item = store.item(db, item_id)
    return item.relation if item is not None else None


def _standing(found: list[Standing]) -> Standing:
    if not found:
        raise NotFound(_("This is no longer in your list."))
    (one,) = found
    refuse_origin(one.origin)
    if one.state is not State.WAITING and State.ASKED not in (*MOVES[one.state], one.state):
        raise WrongMove(
            _("“{title}” is at “{state}”, so there is nothing to ask for.").format(
                title=one.title[:80], state=one.state.label
            )
        )
    return one
