"""What was taken on, by itself: light enough for Home to ask each time."""

from __future__ import annotations

from collections.abc import Mapping

from footprint.supervision.plans import store
from footprint.supervision.plans.store import Taken
from footprint.vault import Vault


def taken(vault: Vault) -> tuple[Taken, ...]:
    """What was taken on, newest first."""
    with vault.reading() as db:
        return store.taken(db)


def of_reminders(vault: Vault) -> Mapping[str, str]:
    """The plan behind each reminder that a plan made: key of the reminder, id of the plan."""
    return {f"own:{one.reminder}": one.id for one in taken(vault) if one.reminder}
