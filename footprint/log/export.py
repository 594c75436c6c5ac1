"""The list as CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from footprint import dates, web
from footprint.i18n import _
from footprint.log import store
from footprint.log.records import Item, Query
from footprint.log.ways import network_name
from footprint.vault import Vault


def export_csv(
    vault: Vault, query: Query | None = None, *, today: date | None = None, only: Collection[str] | None = None,
    notes: bool = True,
) -> str:  # fmt: skip
    """A heading and a row an item, in the order of `query` (all of them without one); with `only`, those of these ids.

    Without `notes` there is no column for them.
    """
    day = today or dates.local_day(vault.now())
    with vault.reading() as db:
        ids = store.listed_ids(db, query or Query(), day)
        chosen = None if only is None else frozenset(only)
        wanted = ids if chosen is None else [one for one in ids if one in chosen]
        items = list(store.items(db, wanted))
    names = {one: network_name(one) if one else "" for one in {item.network for item in items}}
    head = (
        _("What"), _("Where"), _("Address"), _("Network"), _("Kind"), _("Who put it there"), _("What to do"),
        _("Who to contact"), _("How much it matters"), _("How far it is"), _("Due"), _("Found on"), _("Notes"),
    )  # fmt: skip
    rows = [head, *(_row(one, names[one.network], day) for one in items)]
    return web.csv_text(rows if notes else [row[:-1] for row in rows])


def _row(one: Item, network: str, today: date) -> tuple[object, ...]:
    """The notes last."""
    return (
        one.title, one.place, one.address, network, one.kind.label,
        one.origin.label, one.action.label, one.contact, one.severity.label, one.status(today).label,
        one.due or "", dates.local_day(one.found_at), one.notes,
    )  # fmt: skip
