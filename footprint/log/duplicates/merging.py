"""Putting items that are the same thing into one: nothing is lost, and it can be taken apart again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from footprint import search
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.log import store as log_store
from footprint.log.answers.keeping import say_together
from footprint.log.duplicates import store
from footprint.log.duplicates.parting import note_merge
from footprint.log.errors import BadItem
from footprint.log.items import title_key
from footprint.log.ladder import store as ladder_store
from footprint.log.ladder.records import Case, Known
from footprint.log.records import EventKind, Item, Kind, Severity
from footprint.log.safety import settle, strictest, strictest_relation
from footprint.log.states import ASKING, State
from footprint.log.store import EventRow
from footprint.vault import Done, Vault, Writing

LONGEST_NOTES = 20_000
_BLANKS = ("address", "host", "place", "network", "contact", "finding_id", "check", "account_id")
_FURTHER = (State.FOUND, State.DECIDED, State.ASKED, State.WAITING, State.REFUSED, State.CAME_BACK)
_MATTERS = (Severity.LOW, Severity.MEDIUM, Severity.HIGH)


def merge(vault: Vault, keep: str, others: Iterable[str]) -> Done[Item]:
    """Put `others` into `keep`; gives it as it is then.

    Its history, messages, copies, rungs and answers take in theirs, in the order of time. Its blank fields are filled
    from theirs, and what cannot stand in a field twice (another title, address, contact) goes into its notes. Where one
    of them may not be written to, the one that is kept may not be either. Raises `BadItem` where the notes would be too
    long to keep.
    """
    with vault.writing() as write:
        into = log_store.item(write.db, keep)
        wanted = [one for one in dict.fromkeys(others) if one != keep]
        there = list(log_store.items(write.db, wanted))
        if into is None or not there or len(there) != len(wanted):
            raise NotFound(_("This is no longer in your list."))
        one = replace(_one(into, there), changed_at=write.instant)
        if len(one.notes) > LONGEST_NOTES:
            raise BadItem("notes", _("The notes of both are too long to stand together. Make one of them shorter."))
        with store.watching(write.db) as changed:
            _put_into(write, one, into.state, there)
            note_merge(write, keep, [other.id for other in there], changed())
    return write.done(one)


def _put_into(write: Writing, one: Item, was: State, there: Sequence[Item]) -> None:
    keep = one.id
    _facts(write, keep, there)
    store.hand_over(write.db, keep, [other.id for other in there], write.now)
    for other in there:
        store.hand_over_place(write.db, keep, other.id, write.now)
        if other.address and search.canonical(other.address) == search.canonical(one.address):
            store.hand_over_looks(write.db, keep, other.id, write.now)
    log_store.set_deleted(write.db, [other.id for other in there], write.now, write.now)
    log_store.update(write.db, one, title_key(one.title))
    log_store.set_states(write.db, [(keep, one.state, one.due)], write.now)
    say_together(write, keep, [other.id for other in there], (one.origin, one.relation))
    settle(write, [keep])
    event = EventRow(keep, EventKind.MERGED, was, one.state, str(len(there)))
    log_store.add_events(write.db, [event], write.now)


def _one(keep: Item, others: Sequence[Item]) -> Item:
    """All of them as one item."""
    everyone = (keep, *others)
    filled: dict[str, Any] = {
        name: next((value for value in (getattr(one, name) for one in everyone) if value), "") for name in _BLANKS
    }
    if keep.address:
        filled["host"] = keep.host
    kind = next((one.kind for one in everyone if one.kind is not Kind.OTHER), keep.kind)
    origin = strictest(keep.origin, (one.origin for one in everyone))
    severity = max((one.severity for one in everyone), key=_MATTERS.index)
    furthest = keep
    if keep.state in (State.FOUND, State.DECIDED):  # what has ended for the one that is kept stays ended
        furthest = max((one for one in everyone if one.state in _FURTHER), key=lambda one: _FURTHER.index(one.state))
    state, due = furthest.state, furthest.due
    if due is None and state.open:
        due = min((one.due for one in everyone if one.due is not None), default=None)
    if origin.worries and state in ASKING:  # no answer is waited for from one who is never written to
        state, due = State.DECIDED, None
    found_at = min(one.found_at for one in everyone)
    whole = replace(
        keep,
        kind=kind,
        origin=origin,
        severity=severity,
        state=state,
        due=due,
        found_at=found_at,
        relation=strictest_relation(origin, (one.relation for one in everyone)),
        **filled,
    )
    return replace(whole, notes=_notes(whole, others))


def _notes(keep: Item, others: Sequence[Item]) -> str:
    """The notes of all, and what of the others stands in no field of the one that is kept."""
    parts = [keep.notes]
    for other in others:
        said = [
            (_("Also called: {words}"), other.title, keep.title),
            (_("Also at: {words}"), other.address, keep.address),
            (_("Also in: {words}"), other.place, keep.place),
            (_("Also to contact: {words}"), other.contact, keep.contact),
        ]
        parts += [line.format(words=theirs) for line, theirs, mine in said if theirs and theirs != mine]
        parts.append(other.notes)
    return "\n".join(dict.fromkeys(part for part in parts if part.strip()))


def _facts(write: Writing, keep: str, others: Sequence[Item]) -> None:
    """What the person said that decides the rungs: the more careful answer stands."""
    known = [ladder_store.known(write.db, one) for one in (keep, *(other.id for other in others))]
    first: Known = known[0]
    if any(one.work for one in known) and not first.work:
        ladder_store.say(write.db, keep, "work", "yes", write.now)
    cases = [one.case for one in known if one.case is not None]
    careful = next((case for case in (Case.PERHAPS, Case.UNSURE, Case.NO) if case in cases), None)
    if careful is not None and careful is not first.case:
        ladder_store.say(write.db, keep, "case", careful.value, write.now)
