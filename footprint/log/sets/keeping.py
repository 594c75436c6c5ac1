"""Making groups, naming them, and taking them apart. The items themselves are not changed by it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footprint.errors import FootprintError, NotFound
from footprint.i18n import _
from footprint.log import store as log_store
from footprint.log.items import line
from footprint.log.sets import store
from footprint.vault import Connection, Done, Vault

LONGEST_NAME = 100


class BadSet(FootprintError):
    """A group cannot be made or named like this."""


@dataclass(frozen=True)
class ItemSet:
    """A group: how many items it has, how many of them are open, and the first day one of those is due."""

    id: str
    name: str
    items: int
    open: int
    due: date | None


def all_sets(vault: Vault) -> tuple[ItemSet, ...]:
    """Oldest first; none whose items are all deleted."""
    with vault.reading() as db:
        return tuple(ItemSet(id_, name, n, left, log_store.day(due)) for id_, name, n, left, due in store.sets(db))


def set_of(vault: Vault, item_id: str) -> ItemSet | None:
    """The group an item is in."""
    with vault.reading() as db:
        found = store.set_of(db, item_id)
        return _one(db, found) if found else None


def make(vault: Vault, ids: Iterable[str], name: str = "") -> Done[ItemSet]:
    """A new group of these, which leave the group they were in. Without a name it is called like the first of them."""
    with vault.writing() as write:
        there = log_store.standings(write.db, ids)
        if len(there) < 2:
            raise BadSet(_("A group needs 2 things at least. Select more."))
        set_id = store.add(write.db, _name(name or there[0].title[:LONGEST_NAME]), write.now)
        store.take_out(write.db, (one.id for one in there), write.now)
        store.put_in(write.db, set_id, (one.id for one in there), write.now)
        made = _one(write.db, set_id)
    return write.done(made)


def add(vault: Vault, set_id: str, ids: Iterable[str]) -> Done[ItemSet]:
    """Put more items into a group; they leave the one they were in."""
    with vault.writing() as write:
        _one(write.db, set_id)
        new = [one.id for one in log_store.standings(write.db, ids) if store.set_of(write.db, one.id) != set_id]
        store.take_out(write.db, new, write.now)
        store.put_in(write.db, set_id, new, write.now)
        found = _one(write.db, set_id)
    return write.done(found)


def rename(vault: Vault, set_id: str, name: str) -> Done[ItemSet]:
    with vault.writing() as write:
        _one(write.db, set_id)
        store.rename(write.db, set_id, _name(name), write.now)
        found = _one(write.db, set_id)
    return write.done(found)


def take_out(vault: Vault, ids: Iterable[str]) -> Done[int]:
    """These stand by themselves again; gives how many."""
    with vault.writing() as write:
        inside = [one for one in dict.fromkeys(ids) if store.set_of(write.db, one)]
        store.take_out(write.db, inside, write.now)
    return write.done(len(inside))


def take_apart(vault: Vault, set_id: str) -> Done[ItemSet]:
    """There is no such group any more; its items stay in the list. Gives it as it was."""
    with vault.writing() as write:
        one = _one(write.db, set_id)
        store.take_apart(write.db, set_id, write.now)
    return write.done(one)


def _one(db: Connection, set_id: str) -> ItemSet:
    row = store.one(db, set_id)
    if row is None:
        raise NotFound(_("There is no such group any more."))
    return ItemSet(row[0], row[1], row[2], row[3], log_store.day(row[4]))


def _name(name: str) -> str:
    name = line(name)
    if not name:
        raise BadSet(_("Give it a name."))
    if len(name) > LONGEST_NAME:
        raise BadSet(_("This name is too long. Use {most} letters at most.").format(most=LONGEST_NAME))
    return name
