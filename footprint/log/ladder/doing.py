"""What the person does on the ladder: choosing a rung, doing it, saying what came of it. Each can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from footprint import dates
from footprint.checklists import NetworkFile
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.log import store as log_store
from footprint.log.errors import MayNotAsk, WrongMove
from footprint.log.items import clean
from footprint.log.ladder import store
from footprint.log.ladder.choosing import ladder_for
from footprint.log.ladder.considering import Considered, pause_first
from footprint.log.ladder.records import Case, LifeEvent, Outcome, Step, Taken
from footprint.log.ladder.replies import LONGEST, Reading, ReplyKind
from footprint.log.ladder.rungs import Rung
from footprint.log.ladder.standing import whole_history
from footprint.log.ladder.waiting import due_day
from footprint.log.records import EventKind, Item
from footprint.log.safety import refuse_origin
from footprint.log.states import ASKING, OTHER, State
from footprint.log.store import EventRow
from footprint.person import Profile
from footprint.vault import Connection, Done, Vault, Writing

LOOK_AGAIN_DAYS = 7
"""Days after a yes until it is worth looking whether it is gone."""


def choose(
    vault: Vault, item_id: str, rung: Rung, file: NetworkFile | None = None, who: Profile | None = None
) -> Done[Rung]:
    """The person wants this rung next, whatever was proposed. `MayNotAsk` for one that is not for this item."""
    with vault.writing() as write:
        item, _step = _open_step(write.db, item_id, rung, file, who or Profile())
        store.drop_chosen(write.db, item_id, write.now)
        today = dates.local_day(write.instant)
        store.add(write.db, item_id, Taken(new_id(), rung, today, None, Outcome.CHOSEN), write.now)
        _note(write, item, rung, Outcome.CHOSEN)
    return write.done(rung)


def take(
    vault: Vault,
    item_id: str,
    rung: Rung,
    file: NetworkFile | None = None,
    who: Profile | None = None,
    *,
    day: date | None = None,
    considered: Considered | None = None,
) -> Done[Taken]:
    """The person has done this rung, on `day` (today unless given). Where somebody has to answer, the wait begins, and
    the asking is kept as a request, so that a reminder can name its day.

    `PauseFirst` where something may go and it is not answered whether a case could be about it.
    """
    profile = who or Profile()
    with vault.writing() as write:
        item, step = _open_step(write.db, item_id, rung, file, profile)
        if rung.removes:
            own = rung is Rung.YOURSELF
            pause_first(write, [item_id], considered, deletes=own, first=own)
        today = dates.local_day(write.instant)
        on = min(day or today, today)
        store.drop_chosen(write.db, item_id, write.now)
        wait = step.entry.wait
        due = due_day(on, wait, step.entry.unit, profile.nation) if wait else None
        outcome = Outcome.WAITING if wait else Outcome.DONE
        request = _add_request(write, item_id, on, due) if rung.asks and due is not None else ""
        made = Taken(new_id(), rung, on, due, outcome, None if wait else on, request)
        store.add(write.db, item_id, made, write.now)
        if due is not None:
            _set_state(write, item, _asking(item, rung), due)
        elif item.state is State.FOUND:
            _set_state(write, item, State.DECIDED, item.due)
        _note(write, item, rung, outcome, due)
    return write.done(made)


def finish(
    vault: Vault, item_id: str, rung: Rung, outcome: Outcome, *, day: date | None = None, note: str = ""
) -> Done[Outcome]:
    """What came of a rung. The item moves with it: a no is "said no", silence ends the wait."""
    with vault.writing() as write:
        item = _item(write.db, item_id)
        today = dates.local_day(write.instant)
        _finish(write, item, rung, outcome, min(day or today, today), note)
    return write.done(outcome)


def answered(
    vault: Vault, item_id: str, reading: Reading, *, text: str = "", keep: bool = False, note: str = ""
) -> Done[ReplyKind]:
    """The person agrees with how a reply was read. `text` stays only with `keep`; a bounce marks the contact."""
    with vault.writing() as write:
        item, today = _item(write.db, item_id), dates.local_day(write.instant)
        kept = clean(text)[:LONGEST] if keep else ""
        contact = item.contact if reading.kind is ReplyKind.BOUNCED else ""
        texts = (reading.kind.value, reading.ground.value, contact, kept)
        store.add_reply(write.db, item_id, texts, today, write.now)
        event = EventRow(item_id, EventKind.REPLY, item.state, item.state, reading.kind.value, clean(note)[:2_000])
        log_store.add_events(write.db, [event], write.now)
        rung, outcome = _asked_on(write.db, item), reading.kind.outcome
        if rung is not None and outcome is not None and not (rung.writes and item.origin.worries):
            _finish(write, item, rung, outcome, today, "")
    return write.done(reading.kind)


def say_work(vault: Vault, item_id: str, on: bool) -> Done[bool]:
    """Whether colleagues, the service or people who use it are in it: then the line manager comes first."""
    with vault.writing() as write:
        _item(write.db, item_id)
        store.say(write.db, item_id, "work", "yes" if on else "no", write.now)
    return write.done(on)


def say_case(vault: Vault, item_id: str, case: Case) -> Done[Case]:
    """Whether a case could be about it; remembered for this item."""
    with vault.writing() as write:
        _item(write.db, item_id)
        store.say(write.db, item_id, "case", case.value, write.now)
    return write.done(case)


def life_events(vault: Vault) -> dict[LifeEvent, date]:
    """What is going on, each with the day the person said it began."""
    with vault.reading() as db:
        return store.life_events(db)


def set_life_event(vault: Vault, kind: LifeEvent, on: bool, *, day: date | None = None) -> Done[bool]:
    """A complaint or a court hearing is going on (since `day`, today unless given), or is over."""
    with vault.writing() as write:
        put_life_event(write, kind, on, day=day)
    return write.done(on)


def put_life_event(write: Writing, kind: LifeEvent, on: bool, *, day: date | None = None) -> None:
    """The same inside a transaction of somebody else."""
    store.set_life_event(write.db, kind, (day or dates.local_day(write.instant)) if on else None, write.now)


def _add_request(write: Writing, item_id: str, on: date, due: date) -> str:
    """Asked in a way of the person's own: no words of it are known."""
    request_id = new_id()
    log_store.add_request(write.db, request_id, item_id, ("", "", OTHER, ""), (on, due), write.now)
    return request_id


def _finish(write: Writing, item: Item, rung: Rung, outcome: Outcome, day: date, note: str) -> None:
    """Inside a transaction: close or reopen the rung and move the item."""
    if outcome is Outcome.CHOSEN or (outcome is Outcome.WAITING):
        raise WrongMove(_("Say what came of it."))
    _refuse_never(item, rung)
    before = [one for one in whole_history(write.db, item) if one.rung is rung and one.outcome is not Outcome.CHOSEN]
    last = before[-1] if before else Taken("", rung, day, None, outcome)
    ended = None if outcome.yours else day
    due = day + timedelta(days=LOOK_AGAIN_DAYS) if outcome is Outcome.ACCEPTED else last.due
    if last.id:
        store.end(write.db, last.id, outcome, due, ended, write.now)
    else:
        made = replace(last, id=new_id(), outcome=outcome, due=due, ended=ended)
        store.add(write.db, item.id, made, write.now)
    state, until = _after(item, outcome, day, due)
    _set_state(write, item, state, until)
    _note(write, replace(item, state=state), rung, outcome, note=note)


def _refuse_never(item: Item, rung: Rung) -> None:
    """What came of a message is not said of one who is never written to; a network's answer is."""
    if rung.writes:
        refuse_origin(item.origin)


def _after(item: Item, outcome: Outcome, day: date, due: date | None) -> tuple[State, date | None]:
    if item.state not in ASKING:
        return item.state, item.due
    if outcome is Outcome.REFUSED:
        return State.REFUSED, None
    if outcome is Outcome.ACCEPTED:
        return State.WAITING, due
    if outcome in (Outcome.DONE, Outcome.DROPPED):
        return State.DECIDED, None
    return item.state, day - timedelta(days=1)  # it is the person's turn again


def _asking(item: Item, rung: Rung) -> State:
    return State.ASKED if rung.writes and item.state not in ASKING else State.WAITING


def _asked_on(db: Connection, item: Item) -> Rung | None:
    for one in reversed(whole_history(db, item)):
        if one.outcome is Outcome.WAITING or one.outcome.yours:
            return one.rung
    return None


def _item(db: Connection, item_id: str) -> Item:
    found = log_store.item(db, item_id)
    if found is None:
        raise NotFound(_("This is no longer in your list."))
    return found


def _open_step(db: Connection, item_id: str, rung: Rung, file: NetworkFile | None, who: Profile) -> tuple[Item, Step]:
    item = _item(db, item_id)
    step = next(one for one in ladder_for(item, file, who, store.known(db, item_id)) if one.rung is rung)
    if not step.open:
        raise MayNotAsk(_("“{rung}” is not for this. {why}").format(rung=rung.label, why=step.why))
    if not item.state.open:
        raise WrongMove(_("This has ended. Mark it as “It came back” first."))
    return item, step


def _set_state(write: Writing, item: Item, state: State, due: date | None) -> None:
    if (state, due) != (item.state, item.due):
        log_store.set_states(write.db, [(item.id, state, due)], write.now)


def _note(write: Writing, item: Item, rung: Rung, outcome: Outcome, due: date | None = None, *, note: str = "") -> None:
    row = EventRow(
        item.id, EventKind.RUNG, item.state, item.state, f"{rung.value}:{outcome.value}", clean(note)[:2_000], due
    )
    log_store.add_events(write.db, [row], write.now)
