"""Keeping a reflective note as it is typed, finding it again, and taking it away."""

from __future__ import annotations

from footprint import dates
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.supervision.reflection import store
from footprint.supervision.reflection.records import LONGEST, BadReflection, Reflection
from footprint.vault import Done, Vault


def begin(vault: Vault) -> Reflection:
    """A new note of today with nothing in it. It is kept with its first word (`keep`)."""
    return Reflection(new_id(), dates.local_day(vault.now()))


def keep(vault: Vault, one: Reflection) -> Done[Reflection]:
    """Keep a note as it is typed now. Raises `BadReflection` for far too much or a day to come."""
    for field in ("looked", "learned", "change", "standards"):
        if len(getattr(one, field)) > LONGEST:
            words = _("This is too long to keep. Use {most} letters at most.")
            raise BadReflection(field, words.format(most=dates.number(LONGEST)))
    if one.day > dates.local_day(vault.now()):
        raise BadReflection("day", _("The day of the note must be today or in the past."))
    if one.empty:
        raise BadReflection("looked", _("Write a few words first."))
    with vault.writing() as write:
        store.put(write.db, one, write.now)
    return write.done(one)


def notes(vault: Vault) -> tuple[Reflection, ...]:
    """Every note, newest first."""
    with vault.reading() as db:
        return tuple(store.every(db))


def note(vault: Vault, note_id: str) -> Reflection:
    """Raises `NotFound`."""
    found = next((one for one in notes(vault) if one.id == note_id), None)
    if found is None:
        raise NotFound(_("This note is no longer kept."))
    return found


def remove(vault: Vault, note_id: str) -> Done[Reflection]:
    kept = note(vault, note_id)
    with vault.writing() as write:
        store.delete(write.db, note_id, write.now)
    return write.done(kept)
