"""The purge itself: in small steps, each on disk before the next, so that it can be stopped or cut off anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import msgspec

from footprint import dates
from footprint.archives import connections
from footprint.i18n import _
from footprint.retention import copies, store
from footprint.retention.copies import Elsewhere
from footprint.retention.planning import Plan
from footprint.tasks import Task
from footprint.vault import Vault, Writing, rawpages
from footprint.vault.backing import DATABASE, kept
from footprint.vault.connection import Connection
from footprint.vault.facts import read_fact, write_fact

_PENDING = "retention.pending"
_LAST = "retention.last"
_TOGETHER = 20  # items in one transaction: well under 200 ms
_EVERY, _EVERY_DELETED = timedelta(days=1), timedelta(days=7)


class _Pending(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What has left the vault and may still be in its copies: ids and keyed hashes only."""

    ids: tuple[str, ...] = ()
    deleted_before: str = ""
    stubs: bool = False
    links: tuple[int, ...] = ()
    people: tuple[int, ...] = ()


@dataclass(frozen=True)
class Purged:
    """What went. `checked`: every page of the file was read afterwards and nothing of it was found."""

    items: int
    findings: int
    deleted: int
    renewed: int
    dropped: int
    checked: bool
    left: tuple[Elsewhere, ...]


def is_due(vault: Vault, months: int) -> bool:
    """Whether to look now: once a day where it is turned on, else once a week for what was deleted; or one was cut off.

    In an older copy that nobody accepted: no.
    """
    if vault.kept and kept(vault).older is not None:
        return False
    with vault.reading() as db:
        pending, last = read_fact(db, _PENDING), read_fact(db, _LAST)
    if pending:
        return True
    every = _EVERY if months > 0 else _EVERY_DELETED
    return not last or vault.now() - dates.from_text(last) >= every


def purge(vault: Vault, wanted: Plan, task: Task | None = None) -> Purged:
    """Take out what `wanted` names, for good; cannot be undone.

    `task` hears how far it is. Stopped or cut off, what went stays gone and `finish` does the rest, in the copies as
    well. Something that was opened again since the plan was made stays. Raises `DiskFull`, `ReadOnlyPlace`.
    """
    task = task or Task()
    findings, pieces, items = 0, list[bytes](), 0
    total = len(wanted.items) + 3
    before, old = dates.to_text(wanted.before), dates.to_text(wanted.deleted_before)
    for at in range(0, len(wanted.items), _TOGETHER):
        task.step(at, total, _("Deleting closed things"))
        some = {one.id for one in wanted.items[at : at + _TOGETHER]}
        with vault.writing(undo=False) as write:
            still = [one for one, _title, _at in store.closed_before(write.db, before) if one in some]
            gone = store.erase_items(write.db, still)
            _note(write, gone.ids, wanted, old)
        items += len(still)
        findings += gone.findings
        pieces += gone.pieces
    task.step(total - 3, total, _("Deleting what you deleted long ago"))
    with vault.writing(undo=False) as write:
        tombs = store.deleted_items(write.db, old) if wanted.stubs else []
        gone = store.erase_items(write.db, tombs)
        deleted = store.erase_deleted(write.db, old, wanted.stubs) + len(tombs)
        if gone.ids or deleted:
            _note(write, gone.ids, wanted, old)
        pieces += gone.pieces
    return _carry_through(vault, Purged(items, findings, deleted, 0, 0, True, ()), tuple(pieces), task, total)


def finish(vault: Vault, task: Task | None = None) -> Purged | None:
    """Carry through a purge that was stopped or cut off; None when there was none."""
    with vault.reading() as db:
        if not read_fact(db, _PENDING):
            return None
    return _carry_through(vault, Purged(0, 0, 0, 0, 0, True, ()), (), task or Task(), 3)


def forget_person(vault: Vault, person: int, task: Task | None = None) -> Purged:
    """Somebody met through work goes from the vault and from the app's own copies, for good: see `connections`.

    Stopped or cut off afterwards, `finish` does the rest. Copies the app may not touch are told of in `left`.
    """
    with vault.writing(undo=False) as write:
        _note_people(write, connections.leave_out(write, person))
    return _carry_through(vault, Purged(0, 0, 0, 0, 0, True, ()), (), task or Task(), 3)


def forget_people(vault: Vault, task: Task | None = None) -> Purged:
    """The whole list of connections goes in the same way. Nobody is left out for good: a new copy brings them back."""
    with vault.writing(undo=False) as write:
        _note_people(write, connections.forget(write))
    return _carry_through(vault, Purged(0, 0, 0, 0, 0, True, ()), (), task or Task(), 3)


def _note(write: Writing, ids: tuple[str, ...], wanted: Plan, deleted_before: str) -> None:
    """In the same transaction: what the copies still have to lose."""
    before = _read(read_fact(write.db, _PENDING))
    pending = msgspec.structs.replace(
        before,
        ids=(*before.ids, *ids),
        deleted_before=max(before.deleted_before, deleted_before),
        stubs=before.stubs or wanted.stubs,
    )
    write_fact(write.db, _PENDING, msgspec.json.encode(pending).decode(), write.now)


def _note_people(write: Writing, gone: connections.Gone) -> None:
    before = _read(read_fact(write.db, _PENDING))
    pending = msgspec.structs.replace(before, links=(*before.links, *gone.rows), people=(*before.people, *gone.people))
    write_fact(write.db, _PENDING, msgspec.json.encode(pending).decode(), write.now)


def _read(text: str) -> _Pending:
    try:
        return msgspec.json.decode(text, type=_Pending) if text else _Pending()
    except msgspec.MsgspecError:
        return _Pending()


def _carry_through(vault: Vault, so_far: Purged, pieces: tuple[bytes, ...], task: Task, total: int) -> Purged:
    with vault.reading() as db:
        noted = read_fact(db, _PENDING)
    if not noted:
        return so_far
    pending, renewed, dropped = _read(noted), 0, 0
    if vault.kept:
        task.step(total - 2, total, _("Taking it out of the app’s own copies"))
        renewed, dropped = copies.renew(vault, lambda db: _erase_in_copy(db, pending), task)
    with vault.writing(undo=False) as write:
        write_fact(write.db, _PENDING, "", write.now)
        write_fact(write.db, _LAST, write.now, write.now)
    task.step(total - 1, total, _("Checking that it is gone"))
    checked, left = _is_gone(vault, pending.ids, pieces, task), copies.copies_elsewhere(vault)
    return Purged(so_far.items, so_far.findings, so_far.deleted, renewed, dropped, checked, left)


def _erase_in_copy(db: Connection, pending: _Pending) -> None:
    store.erase_in_copy(db, pending.ids, pending.deleted_before, pending.stubs)
    store.erase_people(db, pending.links, pending.people)


def _is_gone(vault: Vault, ids: tuple[str, ...], pieces: tuple[bytes, ...], task: Task) -> bool:
    """Read every page of the file, free ones as well. Where something is found the file is written anew, once."""
    wanted = {one.encode() for one in ids} | set(pieces)
    if not vault.kept:
        return True
    behind = kept(vault)
    path, page_key = behind.folder / DATABASE, behind.key.page_key()
    for again in (False, True):
        with vault.alone() as db:  # for a moment only: nobody waits while the pages are read
            if again:
                db.compact()
            vault.settle()
        if not rawpages.found_in(path, page_key, wanted, task.check):
            return True
    return False
