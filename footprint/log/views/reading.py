"""Which filters there are, and with which one the list opens."""

from __future__ import annotations

from footprint.errors import NotFound
from footprint.i18n import _
from footprint.log.views import store
from footprint.log.views.records import MADE, View
from footprint.log.views.store import Kept
from footprint.log.views.stored import from_json
from footprint.vault import Connection, Vault


def views(vault: Vault, *, hidden: bool = False) -> tuple[View, ...]:
    """Those the app came with, then the person's own in the order they were saved; `hidden` ones only if asked for."""
    with vault.reading() as db:
        return tuple(one for one in read(db) if hidden or not one.hidden)


def view(vault: Vault, named: str) -> View:
    """One by its id or its name, capitals aside."""
    wanted = named.strip().casefold()
    for one in views(vault, hidden=True):
        if wanted in (one.id, one.name.casefold()):
            return one
    raise NotFound(_("There is no saved filter with this name."))


def opening(vault: Vault) -> View | None:
    """The one the list opens with."""
    return next((one for one in views(vault, hidden=True) if one.opens), None)


def read(db: Connection) -> list[View]:
    """All of them, inside the caller's transaction."""
    rows = store.rows(db)
    made = {row.made: row for row in rows if row.made}
    nothing = Kept("", "", "", "", False, False)
    came = [
        View(key, _(name), query, True, made.get(key, nothing).hidden, made.get(key, nothing).opens)
        for key, (name, query) in MADE.items()
    ]
    own = [View(row.id, row.name, from_json(row.query), False, row.hidden, row.opens) for row in rows if not row.made]
    return came + own
