"""The list: filtered, searched, sorted and read a page at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from footprint.log import store
from footprint.log.records import Query, Row
from footprint.log.states import Status, status_of
from footprint.vault import Vault


def page(vault: Vault, query: Query, offset: int, limit: int, today: date) -> tuple[Row, ...]:
    """`limit` rows of the list from `offset` on."""
    with vault.reading() as db:
        return tuple(store.page(db, query, offset, limit, today))


def count(vault: Vault, query: Query, today: date) -> int:
    with vault.reading() as db:
        return store.count(db, query, today)


def ids(vault: Vault, query: Query, today: date) -> tuple[str, ...]:
    """Every item of the list, for "Select all"."""
    with vault.reading() as db:
        return tuple(store.listed_ids(db, query, today))


def counts_by_status(vault: Vault, today: date) -> Mapping[Status, int]:
    """How many items read what, every status named."""
    found: Counter[Status] = Counter(dict.fromkeys(Status, 0))
    with vault.reading() as db:
        for state, due, number in store.counts(db, today):
            found[status_of(state, due, today)] += number
    return dict(found)


def due(vault: Vault, today: date, *, limit: int = -1) -> tuple[Row, ...]:
    """The items whose day is today or past, the longest due first; all of them unless there is a limit."""
    with vault.reading() as db:
        return tuple(store.due(db, today, limit))


def due_days(vault: Vault) -> Mapping[date, int]:
    """Every day on which items come up, past or to come, with how many."""
    with vault.reading() as db:
        return dict(store.due_days(db))


def next_due(vault: Vault, today: date) -> date | None:
    """The first day after `today` on which an item comes up again, however far away."""
    with vault.reading() as db:
        return store.next_due(db, today)
