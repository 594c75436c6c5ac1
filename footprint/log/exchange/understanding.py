"""Whether a bundle holds only what this app writes: it is read as the pages would read it, before anything is taken."""

from __future__ import annotations

from footprint import dates
from footprint.errors import FootprintError
from footprint.log import asking, events, items, ladder, pages, recheck, sets, views
from footprint.log.answers import keeping as answers
from footprint.log.copies import keeping as copies
from footprint.log.exchange import store
from footprint.log.records import Query
from footprint.tasks import Task
from footprint.vault import ParcelDamaged, Vault


def check(bundle: Vault, vault: Vault, task: Task) -> None:
    """Raise `ParcelDamaged` for a row that no page could show, and for tables that are not made like those of `vault`:
    it was not this app that wrote it."""
    with bundle.reading() as there, vault.reading() as here:
        if not store.made_alike(here, there):
            raise ParcelDamaged
    try:
        _read_all(bundle, task)
    except (FootprintError, ValueError, KeyError, TypeError) as problem:
        raise ParcelDamaged from problem


def _read_all(bundle: Vault, task: Task) -> None:
    pages.page(bundle, Query(), 0, -1, dates.local_day(bundle.now()))
    items.recently_deleted(bundle)
    views.views(bundle)
    sets.all_sets(bundle)
    ladder.life_events(bundle)
    with bundle.reading() as db:
        there = store.present(db)
    answers.read_all(bundle)
    for one in there:
        task.check()
        item = items.get(bundle, one)
        items.check_kept(item)
        events.history(bundle, one)
        asking.requests(bundle, one)
        copies.evidence(bundle, one)
        ladder.look(bundle, item)
        recheck.looks(bundle, one)
