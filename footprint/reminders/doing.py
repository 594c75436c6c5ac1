"""What the person does with a reminder: make one, tick it, put it off, leave it out once, change how often."""

from __future__ import annotations

from datetime import date, timedelta

from footprint import checklists
from footprint.checklists import Library
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.reminders import store
from footprint.reminders.reckoning import Rhythm
from footprint.reminders.records import BadReminder, Every, Mark, Own, Thing, Unit, checked
from footprint.reminders.store import Marked
from footprint.reminders.things import POSTS, RECHECK, SEARCH, STRANGER, after_this
from footprint.reminders.turns import next_turn
from footprint.vault import Done, Vault, Writing

LONGEST = 200
_FARTHEST = timedelta(days=3660)
_NETWORK = "checklist:"


def add(vault: Vault, what: str, first: date, every: Every | None = None, *, today: date) -> Done[Own]:
    """A reminder of the person's own, coming up first on `first`. Raises `BadReminder`."""
    with vault.writing() as write:
        one = put(write, what, first, every, today=today)
    return write.done(one)


def put(write: Writing, what: str, first: date, every: Every | None = None, *, today: date) -> Own:
    """The same as part of something larger."""
    one = Own(new_id(), _what(what), _first(first, today), _every(every), write.instant)
    store.put_own(write.db, one)
    return one


def change(vault: Vault, own_id: str, what: str, first: date, every: Every | None, *, today: date) -> Done[Own]:
    """Other words, another day or another rhythm. A new day begins anew. Raises `BadReminder`, `NotFound`."""
    with vault.writing() as write:
        old = next((one for one in store.own(write.db) if one.id == own_id), None)
        if old is None:
            raise NotFound
        day = first if first == old.first else _first(first, today)
        one = Own(own_id, _what(what), day, _every(every), write.instant)
        store.put_own(write.db, one)
        store.drop_marks(write.db, one.key, write.now)
    return write.done(one)


def remove(vault: Vault, own_id: str) -> Done[str]:
    with vault.writing() as write:
        store.remove_own(write.db, own_id, write.now)
    return write.done(own_id)


def drop(write: Writing, own_id: str) -> None:
    """The same as part of something larger."""
    store.remove_own(write.db, own_id, write.now)


def put_search_every(write: Writing, every: Every | None) -> None:
    """How often to search for one's name, as part of something larger."""
    store.put_every(write.db, SEARCH, None if every is None else checked(every), write.now)


def own(vault: Vault) -> tuple[Own, ...]:
    """The person's own reminders, by their first day."""
    with vault.reading() as db:
        return tuple(store.own(db))


def tick(vault: Vault, one: Thing, today: date) -> Done[date]:
    """“I did this”: dealt with up to today, or up to its day where that is still to come."""
    if not one.can_be_ticked:
        raise BadReminder(_("The app sees by itself when this is done."))
    day = max(today, one.due or today) if one.every is not None and one.kind.value == "own" else today
    with vault.writing() as write:
        store.add_done(write.db, one.key, day, write.now)
    return write.done(day)


def snooze(vault: Vault, key: str, until: date, today: date, planned: date | None = None) -> Done[date]:
    """Nothing of this before `until`. Raises `BadReminder` for a day that is not to come."""
    if until <= today:
        raise BadReminder(_("Choose a day after today."))
    if until > today + _FARTHEST:
        raise BadReminder(_("Choose a day within the next 10 years."))
    with vault.writing() as write:
        store.add_mark(write.db, key, Marked(Mark.LATER, planned, until), write.now)
    return write.done(until)


def skip(vault: Vault, now: Rhythm, key: str) -> Done[date | None]:
    """Leave out this turn; gives the day it comes up next, None when it does not come round.

    Raises `NotFound`, and `BadReminder` for what is not due on any day.
    """
    one = now.get(key)
    if one is None:
        raise NotFound
    if one.due is None:
        raise BadReminder(_("There is no turn to skip."))
    until = after_this(one, now.seen)
    with vault.writing() as write:
        store.add_mark(write.db, key, Marked(Mark.SKIP, one.planned, until), write.now)
    return write.done(until)


def bring_back(vault: Vault, key: str) -> Done[int]:
    """Take back what was put off or left out; gives how many times that was said."""
    with vault.writing() as write:
        gone = store.drop_marks(write.db, key, write.now)
    return write.done(gone)


def set_every(vault: Vault, library: Library, key: str, every: Every | None) -> Done[Every | None]:
    """How often a thing comes up; None goes back to what is usual for it. `checklist:facebook/friends` is one check.

    Raises `NotFound`, and `BadReminder` where the rhythm does not fit: checks come round in months.
    """
    if every is not None:
        checked(every)
    if key.startswith(_NETWORK):
        return _set_checks(vault, library, key.removeprefix(_NETWORK), every)
    if key.startswith("own:"):
        return _set_own(vault, key, every)
    if key not in (SEARCH, RECHECK, POSTS, STRANGER):
        raise NotFound
    with vault.writing() as write:
        store.put_every(write.db, key, every, write.now)
    return write.done(every)


def _set_checks(vault: Vault, library: Library, which: str, every: Every | None) -> Done[Every | None]:
    network_id, _slash, check_id = which.partition("/")
    network = library.network_or_any(network_id)
    check = checklists.check_of(network, check_id) if check_id else None
    if every is not None and every.unit is not Unit.MONTH:
        raise BadReminder(_("Checks come round in months. Choose 1 month or more."))
    done = checklists.set_every(vault, network, every.count if every is not None else None, check)
    return Done(every, done.undo)


def _set_own(vault: Vault, key: str, every: Every | None) -> Done[Every | None]:
    with vault.writing() as write:
        old = next((one for one in store.own(write.db) if one.key == key), None)
        if old is None:
            raise NotFound
        store.put_own(write.db, Own(old.id, old.what, old.first, _every(every), write.instant))
    return write.done(every)


def next_of(one: Own, today: date) -> date:
    """The first day from today on which it comes up, whatever was done."""
    return one.first if one.every is None else next_turn(one.first, one.every, today - timedelta(days=1))


def _what(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise BadReminder(_("Say what you want to be reminded of."))
    if len(words) > LONGEST:
        raise BadReminder(_("Use at most {n} letters.").format(n=LONGEST))
    return words


def _first(day: date, today: date) -> date:
    if day < today:
        raise BadReminder(_("The day must be today or later."))
    if day > today + _FARTHEST:
        raise BadReminder(_("Choose a day within the next 10 years."))
    return day


def _every(every: Every | None) -> Every | None:
    return None if every is None or every.never else checked(every)
