"""Writing a note down: every answer is kept as it is typed, and the note can be carried on, ended, and taken away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from footprint import dates
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.log import store as log_store
from footprint.log.incidents import store
from footprint.log.incidents.records import BadIncident, Copy, Form, Incident, Kind, Told, Whole
from footprint.log.items import clean, line
from footprint.log.ladder.considering import Considered, pause_apart
from footprint.vault import Done, Vault
from footprint.vault.connection import Connection

LONGEST = 10_000
"""Letters of an answer of several lines."""
LONGEST_LINE = 2_000
QUESTIONS = ("what", "when", "where", "concerns", "told", "wanted")
"""The six questions in their order; `Incident.step` counts them from 0."""
_LINES = ("place", "concerns", "seen_at", "seen_typed", "network", "item_id", "telling")
_TEXTS = ("what", "agreed", "wanted")


class Answers(TypedDict, total=False):
    """What can be said in a note; what is left out stays as it is."""

    kind: Kind
    what: str
    seen_on: date | None
    seen_typed: str
    seen_at: str
    place: str
    concerns: str
    agreed: str
    wanted: str
    network: str
    item_id: str
    telling: str
    manager_fits: bool
    step: int


def begin(vault: Vault, kind: Kind, *, item_id: str = "", network: str = "") -> Incident:
    """A new note with nothing in it. It is kept with its first answer (`keep`)."""
    return Incident(new_id(), kind, vault.now(), item_id=item_id, network=network)


def keep(vault: Vault, one: Incident, **answers: Unpack[Answers]) -> Done[Incident]:
    """Keep some answers of a note that may not be kept yet. Gives it as it is kept now.

    Texts are kept as typed, but for what no vault can hold. Raises `BadIncident` for a day to come or far too much.
    """
    told = _read(answers)
    day = told.get("seen_on")
    if day is not None and day > dates.local_day(vault.now()):
        raise BadIncident("seen_on", _("The day you noticed it must be today or in the past."))
    with vault.writing() as write:
        kept: Incident = replace(store.one(write.db, one.id) or one, **told)
        store.put(write.db, kept, write.now)
    return write.done(kept)


def add(vault: Vault, kind: Kind, /, **answers: Unpack[Answers]) -> Done[Incident]:
    """A whole note at once, finished."""
    made = replace(begin(vault, kind), finished_at=vault.now())
    if not clean(answers.get("what", "")).strip():
        raise BadIncident("what", _("Say in a few words what happened."))
    return keep(vault, made, **answers)


def finish(vault: Vault, incident_id: str) -> Done[Incident]:
    """End a note. It can still be changed."""
    with vault.writing() as write:
        kept = _kept(write.db, incident_id)
        if not kept.what.strip():
            raise BadIncident("what", _("Say in a few words what happened."))
        kept = replace(kept, finished_at=kept.finished_at or write.instant, step=0)
        store.put(write.db, kept, write.now)
    return write.done(kept)


def tell(vault: Vault, incident_id: str, who: str, on: date | None = None, at: str = "") -> Done[Told]:
    """Note that somebody was told; `who` is a role, `on` today where it is not said."""
    today = dates.local_day(vault.now())
    role, when = line(who), line(at)
    if not role:
        raise BadIncident("who", _("Say who you told, such as “my line manager”."))
    _refuse_long("who", role, LONGEST_LINE)
    _refuse_long("at", when, LONGEST_LINE)
    if on is not None and on > today:
        raise BadIncident("on", _("The day you told them must be today or in the past."))
    one = Told(new_id(), role, on or today, when)
    with vault.writing() as write:
        _kept(write.db, incident_id)
        store.put_told(write.db, incident_id, one, write.now)
    return write.done(one)


def untell(vault: Vault, told_id: str) -> Done[None]:
    """Take one telling away."""
    with vault.writing() as write:
        store.remove_part(write.db, "told", told_id, write.now)
    return write.done(None)


def incident(vault: Vault, incident_id: str) -> Incident:
    with vault.reading() as db:
        return _kept(db, incident_id)


def whole(vault: Vault, incident_id: str) -> Whole:
    """The note with whom it was told, what is kept of it, and the copies made."""
    with vault.reading() as db:
        found = store.whole(db, incident_id)
    if found is None:
        raise _gone()
    return found


def incidents(vault: Vault) -> tuple[Incident, ...]:
    """Every note, newest first, unfinished ones among them."""
    with vault.reading() as db:
        return tuple(store.every(db))


def copied(vault: Vault, incident_id: str, form: Form) -> Done[Copy]:
    """Note that a copy was made for somebody else."""
    with vault.writing() as write:
        _kept(write.db, incident_id)
        one = Copy(new_id(), form, write.instant)
        store.put_copy(write.db, incident_id, one, write.now)
    return write.done(one)


def hand_over(vault: Vault, incident_id: str, on: date | None = None) -> Done[Incident]:
    """Note the day it was given to the workplace: today where it is not said."""
    today = dates.local_day(vault.now())
    if on is not None and on > today:
        raise BadIncident("handed_on", _("The day you handed it over must be today or in the past."))
    with vault.writing() as write:
        kept = replace(_kept(write.db, incident_id), handed_on=on or today)
        store.put(write.db, kept, write.now)
    return write.done(kept)


def delete(
    vault: Vault, incident_id: str, *, with_linked: bool = False, considered: Considered | None = None
) -> Done[Incident]:
    """Take a note away with what is kept of it. Undo brings it back until the app is locked.

    `with_linked` takes away the copies as well that the log keeps of its items and this note only points to.
    `PauseFirst` while a complaint or a court hearing is going on and it is not answered whether it could be about this.
    """
    with vault.writing() as write:
        pause_apart(write, considered)
        kept = _kept(write.db, incident_id)
        for proof in store.proofs(write.db, incident_id) if with_linked else ():
            if proof.kept_id:
                log_store.delete_evidence(write.db, proof.kept_id, write.now)
        store.remove(write.db, incident_id, write.now)
    return write.done(kept)


def drop_deleted(vault: Vault, before: datetime) -> int:
    """Drop for good what was deleted before `before`, the start of the app: none of it can be undone any more.

    Gives how many notes.
    """
    with vault.writing(undo=False) as write:
        return store.drop_deleted(write.db, dates.to_text(before))


def _kept(db: Connection, incident_id: str) -> Incident:
    found = store.one(db, incident_id)
    if found is None:
        raise _gone()
    return found


def _gone() -> NotFound:
    return NotFound(_("This note is no longer kept."))


def _read(answers: Answers) -> dict[str, Any]:
    told: dict[str, Any] = dict(answers)
    for name in _LINES:
        if name in told:
            told[name] = clean(told[name]).replace("\n", " ").replace("\r", " ")
            _refuse_long(name, told[name], LONGEST_LINE)
    for name in _TEXTS:
        if name in told:
            told[name] = clean(told[name])
            _refuse_long(name, told[name], LONGEST)
    if told.get("seen_on") is not None:
        told["seen_typed"] = ""
    if "step" in told:
        told["step"] = max(0, min(int(told["step"]), len(QUESTIONS) - 1))
    return told


def _refuse_long(name: str, text: str, most: int) -> None:
    if len(text) > most:
        words = _("This is too long to keep. Use {most} letters at most.")
        raise BadIncident(name, words.format(most=dates.number(most)))
