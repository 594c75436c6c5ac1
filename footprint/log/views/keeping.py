"""Saving, renaming, hiding and deleting filters; each can be undone."""

from __future__ import annotations

from footprint.errors import NotFound
from footprint.i18n import _
from footprint.log.items import line
from footprint.log.records import Query
from footprint.log.views import store
from footprint.log.views.reading import read
from footprint.log.views.records import LONGEST_NAME, MADE, MOST, BadView, View
from footprint.log.views.stored import to_json
from footprint.vault import Connection, Done, Vault


def save(vault: Vault, name: str, query: Query) -> Done[View]:
    """Keep `query` under `name`; one of the person's own with that name is replaced. Raises `BadView`."""
    with vault.writing() as write:
        there = read(write.db)
        name = _name(name)
        same = next((one for one in there if one.name.casefold() == name.casefold()), None)
        if same is not None and same.made:
            raise BadView(_("There is a filter with this name already. Choose another name."))
        if same is None:
            if sum(not one.made for one in there) >= MOST:
                raise BadView(_("You have saved as many filters as there is room for. Delete one first."))
            kept = store.add(write.db, "", name, to_json(query), write.now)
        else:
            kept = same.id
            store.change(write.db, kept, name, to_json(query), write.now)
        found = _one(write.db, kept)
    return write.done(found)


def rename(vault: Vault, view_id: str, name: str) -> Done[View]:
    """Give one of the person's own another name. Raises `BadView`."""
    with vault.writing() as write:
        one = _own(write.db, view_id)
        name = _name(name)
        if any(other.name.casefold() == name.casefold() for other in read(write.db) if other.id != view_id):
            raise BadView(_("There is a filter with this name already. Choose another name."))
        store.change(write.db, one.id, name, to_json(one.query), write.now)
        found = _one(write.db, view_id)
    return write.done(found)


def delete(vault: Vault, view_id: str) -> Done[View]:
    """Forget one of the person's own; gives it as it was."""
    with vault.writing() as write:
        one = _own(write.db, view_id)
        store.delete(write.db, one.id, write.now)
    return write.done(one)


def hide(vault: Vault, view_id: str, on: bool = True) -> Done[View]:
    """Leave it out of the choice, or offer it again. A hidden one does not open the list."""
    with vault.writing() as write:
        one = _one(write.db, view_id)
        row = _row(write.db, one, write.now)
        store.set_hidden(write.db, row, on, write.now)
        if on and one.opens:
            store.set_opens(write.db, "", write.now)
        found = _one(write.db, view_id)
    return write.done(found)


def open_with(vault: Vault, view_id: str) -> Done[View | None]:
    """The list opens with this one from now on; "" for the whole list."""
    with vault.writing() as write:
        one = _one(write.db, view_id) if view_id else None
        row = _row(write.db, one, write.now) if one is not None else ""
        if one is not None and one.hidden:
            store.set_hidden(write.db, row, False, write.now)
        store.set_opens(write.db, row, write.now)
        found = _one(write.db, view_id) if view_id else None
    return write.done(found)


def _name(name: str) -> str:
    name = line(name)
    if not name:
        raise BadView(_("Give it a name."))
    if len(name) > LONGEST_NAME:
        raise BadView(_("This name is too long. Use {most} letters at most.").format(most=LONGEST_NAME))
    return name


def _one(db: Connection, view_id: str) -> View:
    for one in read(db):
        if one.id == view_id:
            return one
    raise NotFound(_("There is no saved filter with this name."))


def _own(db: Connection, view_id: str) -> View:
    one = _one(db, view_id)
    if one.made:
        raise BadView(_("The app came with this one. You can hide it, but not change it."))
    return one


def _row(db: Connection, one: View, now: str) -> str:
    """The row of this filter; one the app came with gets its row now."""
    if not one.made:
        return one.id
    there = next((row.id for row in store.rows(db) if row.made == one.id), "")
    return there or store.add(db, one.id, MADE[one.id][0], to_json(one.query), now)
