"""Whether any life event can be carried on: a question so light that Home asks it each time."""

from __future__ import annotations

from footprint.reminders.events import store
from footprint.vault import Vault


def has_running(vault: Vault) -> bool:
    with vault.reading() as db:
        return any(one.ended_at is None for one in store.started(db))
