"""Which closed things would go, before anything does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from footprint import dates
from footprint.retention import store
from footprint.vault import Vault

MONTHS = (0, 3, 6, 12, 24)  # what is offered; 0: nothing goes by itself
DELETED_DAYS = 30  # deleted things can be brought back for so long (`log.KEPT_DAYS`)
_DAYS_A_MONTH = 30.4375


@dataclass(frozen=True)
class Going:
    """One closed thing that would go."""

    id: str
    title: str
    closed_on: date


@dataclass(frozen=True)
class Plan:
    """What would go: closed things by name, and how many rows of what was deleted long ago."""

    before: datetime
    deleted_before: datetime
    items: tuple[Going, ...]
    deleted: int
    stubs: bool  # the empty rows of deleted things go as well

    def __bool__(self) -> bool:
        return bool(self.items or self.deleted)


def plan(vault: Vault, months: int) -> Plan:
    """Closed (gone or kept) at least `months` months ago. With 0 no closed thing goes, only what was long deleted.

    Of things deleted from the list an empty row stays then, so that an old bundle does not bring them back.
    """
    now = vault.now()
    before = now - timedelta(days=round(months * _DAYS_A_MONTH))
    deleted_before = now - timedelta(days=DELETED_DAYS)
    old = dates.to_text(deleted_before)
    with vault.reading() as db:
        found = store.closed_before(db, dates.to_text(before)) if months > 0 else []
        deleted = store.count_deleted(db, old, months > 0) + (len(store.deleted_items(db, old)) if months > 0 else 0)
    items = tuple(Going(id_, title, dates.local_day(dates.from_text(at))) for id_, title, at in found)
    return Plan(before, deleted_before, items, deleted, months > 0)
