"""Life events that were begun: begin one, see how it stands, tick a step, finish, undo."""

from __future__ import annotations

from datetime import date, timedelta

from footprint import checklists, ids, person
from footprint.checklists import Library
from footprint.dates import local_day
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.log import ladder
from footprint.packs.records import Pack
from footprint.person import AccountState, Purpose
from footprint.reminders.events import store
from footprint.reminders.events.format import EventFile, Form
from footprint.reminders.events.load import event, events
from footprint.reminders.events.records import Audit, Mark, Started
from footprint.reminders.events.tailoring import Standpoint, audit
from footprint.vault import Done, Vault

# A personal account in daily use is looked at before one for work, and both before one that sleeps.
_USE = {AccountState.IN_USE: 0, AccountState.DORMANT: 2}


def begin(vault: Vault, event_id: str, pack: Pack | None = None) -> Done[Started]:
    """Begin a life event; one that can be carried on is carried on. `pack`: the employer's, with events of its own."""
    event(event_id, pack)
    with vault.writing() as write:
        running = next((one for one in store.started(write.db) if one.event == event_id and not one.ended_at), None)
        if running is None:
            running = Started(ids.new_id(), event_id, write.instant, None)
            store.add(write.db, running, write.now)
    return write.done(running)


def look(vault: Vault, library: Library, started_id: str) -> Audit:
    """How one that was begun stands. `NotFound` when it is gone, or its file does not ship any more."""
    with vault.reading() as db:
        began, marks = store.one(db, started_id), store.marks(db, started_id)
    return audit(event(began.event, library.employer), began, marks, standpoint(vault, library))


def preview(vault: Vault, library: Library, event_id: str) -> Audit:
    """What it would ask of this person, before anything is begun."""
    return audit(event(event_id, library.employer), None, {}, standpoint(vault, library))


def running(vault: Vault, library: Library) -> tuple[Audit, ...]:
    """Those that can be carried on, the newest first."""
    with vault.reading() as db:
        began = [one for one in store.started(db) if one.ended_at is None]
    known = {one.id for one in events(library.employer)}
    return tuple(look(vault, library, one.id) for one in began if one.event in known)


def history(vault: Vault, pack: Pack | None = None) -> tuple[tuple[EventFile, Started], ...]:
    """All that were begun, the newest first. Those of a pack that is not in use are kept, and not told of."""
    known = {one.id: one for one in events(pack)}
    with vault.reading() as db:
        return tuple((known[one.event], one) for one in store.started(db) if one.event in known)


def mark(vault: Vault, library: Library, started_id: str, step_id: str, said: Mark | None) -> Done[Audit]:
    """Tick a step off, leave it out, or take that back (None). A `pause` step puts its pause on or off."""
    with vault.reading() as db:
        began = store.one(db, started_id)
    file = event(began.event, library.employer)
    step = next((one for one in file.steps if one.id == step_id), None)
    if step is None:
        raise NotFound(_("There is no step “{name}”.").format(name=step_id))
    with vault.writing() as write:
        store.set_mark(write.db, started_id, step_id, said, write.now)
        if step.form is Form.PAUSE and file.pause is not None:
            ladder.put_life_event(write, file.pause, said is Mark.DONE)
    return write.done(look(vault, library, started_id))


def finish(vault: Vault, started_id: str, *, over: bool = True) -> Done[Started]:
    """No more of it is wanted for now; `over` False takes that back. A pause stays until the person ends it."""
    with vault.writing() as write:
        store.one(write.db, started_id)
        store.end(write.db, started_id, write.now, ended=over)
        found = store.one(write.db, started_id)
    return write.done(found)


def forget(vault: Vault, started_id: str) -> Done[str]:
    """As if it had never been begun; the answers to its checks stay."""
    with vault.writing() as write:
        store.one(write.db, started_id)
        store.remove(write.db, started_id, write.now)
    return write.done(started_id)


def due(vault: Vault, today: date, pack: Pack | None = None) -> tuple[tuple[EventFile, date], ...]:
    """Finished events worth a second look, each with its day, that day come and nothing of the kind begun since."""
    newest: dict[str, tuple[EventFile, Started]] = {}
    for file, began in history(vault, pack):
        newest.setdefault(file.id, (file, began))
    found = []
    for file, began in newest.values():
        day = look_again_on(file, began)
        if day is not None and day <= today:
            found.append((file, day))
    return tuple(found)


def look_again_on(file: EventFile, began: Started) -> date | None:
    """The day on which a finished event is worth a second look."""
    if began.ended_at is None or not file.again_days:
        return None
    return local_day(began.ended_at) + timedelta(days=file.again_days)


def standpoint(vault: Vault, library: Library) -> Standpoint:
    """The person as tailoring sees them, read in one go."""
    accounts = person.accounts(vault, include_closed=False)
    ordered = sorted(accounts, key=lambda one: (_USE[one.state], one.purpose is Purpose.PROFESSIONAL))
    return Standpoint(
        library,
        tuple(dict.fromkeys(one.network for one in ordered)),
        checklists.latest_of_all(vault),
        person.profile(vault),
        ladder.life_events(vault),
        local_day(vault.now()),
    )
