"""A later copy shows what is really gone: things in the list that the person wanted to go are closed with it."""

from __future__ import annotations

from footprint import dates, log
from footprint.archives.index.decisions import store
from footprint.i18n import _
from footprint.vault import Vault


def confirm(vault: Vault, number: int) -> int:
    """Close what import `number` shows to be gone; gives how many. Its history says how that was seen."""
    with vault.reading() as db:
        ids = store.to_confirm(db, number)
    if not ids:
        return 0
    day = dates.day_in_words(dates.local_day(vault.now()))
    return len(log.seen_gone(vault, ids, _("Not in the copy that you brought in on {day}.").format(day=day)).value)
