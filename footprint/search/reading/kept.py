"""What earlier readings showed."""

from __future__ import annotations

from collections.abc import Iterable

from footprint.search.reading import store
from footprint.search.reading.records import Reading
from footprint.search.records import Outcome
from footprint.vault import Vault


def readings(vault: Vault, finding_ids: Iterable[str] | None = None) -> tuple[Reading, ...]:
    """Every reading of these findings (None for all), failed ones too; oldest first."""
    with vault.reading() as db:
        return store.readings(db, finding_ids)


def latest(vault: Vault, finding_ids: Iterable[str] | None = None) -> dict[str, Reading]:
    """The latest good reading of each finding that has one, by its id."""
    return {one.finding_id: one for one in readings(vault, finding_ids) if one.good}


def professional(vault: Vault) -> frozenset[str]:
    """The findings that their latest good reading showed to be a listing for the person's work."""
    with vault.reading() as db:
        return store.professional(db, [one for one in Outcome if one.searched])


def alike(vault: Vault, one: Reading) -> int:
    """How many other findings have a page of the very same words."""
    if not one.text_hash:
        return 0
    with vault.reading() as db:
        return store.alike(db, one)
