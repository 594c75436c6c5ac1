"""What a look has to leave behind so that later ones can be compared with it."""

from __future__ import annotations

from collections.abc import Mapping

from footprint.search.changes import store
from footprint.search.changes.wording import differs, title_differs
from footprint.search.records import Hit, Look
from footprint.vault import Connection


def keep(db: Connection, look: Look, found: Mapping[str, Hit], now: str, *, more: bool = False) -> None:
    """Inside the caller's transaction: whether the source had more, and what it said of each page where that is new.

    `found` has the hits by the ids of their findings. A look that did not end well says nothing that counts later.
    """
    store.set_more(db, look.id, more, now)
    if not look.outcome.searched or not look.words:
        return
    said = {one: hit for one, hit in found.items() if hit.title or hit.snippet}
    before = store.last_wordings(db, look.provider, look.words, list(said))
    for one, hit in said.items():
        was = before.get(one)
        if was is None or title_differs(was[0], hit.title) or differs(was[1], hit.snippet):
            store.add_wording(db, store.WordingRow(one, look.id, hit.title, hit.snippet), now)
