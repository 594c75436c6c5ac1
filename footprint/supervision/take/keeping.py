"""Putting lines on the list, changing and ordering them, ticking them off, and clearing the list after the talk."""

from __future__ import annotations

from dataclasses import replace

from footprint import dates
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.supervision.take import store
from footprint.supervision.take.records import LONGEST, BadLine, TakeLine
from footprint.vault import Connection, Done, Vault


def lines(vault: Vault) -> tuple[TakeLine, ...]:
    """The list in the person's order."""
    with vault.reading() as db:
        return tuple(store.every(db))


def add(vault: Vault, words: str) -> Done[TakeLine]:
    """Put a line at the end. One that stands there already, not talked about yet, is not put there twice.

    Raises `BadLine` for nothing or far too much.
    """
    said = _read(words)
    with vault.writing() as write:
        there = next((one for one in store.every(write.db) if one.words == said and not one.talked), None)
        made = there or TakeLine(new_id(), said)
        if there is None:
            store.put(write.db, made, store.next_place(write.db), write.now)
    return write.done(made)


def change(vault: Vault, line_id: str, words: str) -> Done[TakeLine]:
    """Other words for a line. Raises `BadLine`, `NotFound`."""
    said = _read(words)
    with vault.writing() as write:
        made = replace(_kept(write.db, line_id), words=said)
        store.change(write.db, made, write.now)
    return write.done(made)


def talked(vault: Vault, line_id: str, on: bool = True) -> Done[TakeLine]:
    """Tick a line as talked about, today; or take the tick away."""
    with vault.writing() as write:
        day = dates.local_day(write.instant) if on else None
        made = replace(_kept(write.db, line_id), talked_on=day)
        store.change(write.db, made, write.now)
    return write.done(made)


def move(vault: Vault, line_id: str, by: int) -> Done[TakeLine]:
    """Up (-1) or down (1) in the list; at its ends nothing changes."""
    with vault.writing() as write:
        ids = [one.id for one in store.every(write.db)]
        kept = _kept(write.db, line_id)
        at = ids.index(line_id)
        ids.insert(max(0, min(len(ids) - 1, at + by)), ids.pop(at))
        store.order(write.db, ids, write.now)
    return write.done(kept)


def remove(vault: Vault, line_id: str) -> Done[TakeLine]:
    with vault.writing() as write:
        kept = _kept(write.db, line_id)
        store.delete(write.db, [line_id], write.now)
    return write.done(kept)


def clear(vault: Vault, *, only_talked: bool = False) -> Done[int]:
    """Empty the list after the talk, or take out what was talked about. Gives how many lines went."""
    with vault.writing() as write:
        gone = [one.id for one in store.every(write.db) if one.talked or not only_talked]
        store.delete(write.db, gone, write.now)
    return write.done(len(gone))


def _kept(db: Connection, line_id: str) -> TakeLine:
    found = next((one for one in store.every(db) if one.id == line_id), None)
    if found is None:
        raise NotFound(_("This line is no longer on the list."))
    return found


def _read(words: str) -> str:
    said = " ".join(words.split())
    if not said:
        raise BadLine(_("Say in a few words what you want to talk about."))
    if len(said) > LONGEST:
        raise BadLine(_("This is too long for one line. Use {most} letters at most.").format(most=LONGEST))
    return said
