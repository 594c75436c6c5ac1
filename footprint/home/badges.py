"""The small numbers in the navigation: things the person can do now, never totals."""

from __future__ import annotations

from datetime import date

from footprint import checklists, log, person, search
from footprint.checklists import Library, State
from footprint.vault import Vault

_NOW = (log.Status.NOT_STARTED, log.Status.FOLLOW_UP, log.Status.CAME_BACK)


def badges(vault: Vault, library: Library, today: date) -> dict[str, int]:
    """By place: checklists begun or due again, results still to sort, items whose turn it is."""
    mine = [one.network for one in person.accounts(vault, include_closed=False)]
    progress = checklists.overall(library, checklists.latest_of_all(vault), mine, today)
    items = log.counts_by_status(vault, today)
    return {
        "checklists": sum(one.state in (State.IN_PROGRESS, State.DUE) for one in progress.networks),
        "search": search.counts(vault).left,
        "remove": sum(items.get(status, 0) for status in _NOW),
    }
