"""Searches that were made, read back. Home reads them too, and does without what asks and is asked."""

from __future__ import annotations

from footprint.search import store
from footprint.search.records import Plan, Run
from footprint.vault import Vault


def unfinished(vault: Vault) -> Run | None:
    """The newest search if it was stopped, or cut off, before its end; None if it came to its end."""
    with vault.reading() as db:
        run_id = store.last_run_id(db)
        newest = store.run(db, run_id) if run_id else None
    return newest if newest is not None and (newest.stopped or newest.ended_at is None) else None


def rest(plan: Plan, of: Run) -> Plan:
    """What `plan`, made anew, still has to ask after a run that was stopped. Half a line is asked again."""
    return plan.without((look.provider, look.words) for look in of.looks if look.outcome.searched)


def find_run(vault: Vault, run_id: str) -> Run:
    with vault.reading() as db:
        return store.run(db, run_id)


def runs(vault: Vault, limit: int = 50) -> tuple[Run, ...]:
    """Newest first."""
    with vault.reading() as db:
        return store.runs(db, limit)


def last_run(vault: Vault) -> Run | None:
    """The newest run or look by hand; None before the first. An address that was only typed in is no look."""
    with vault.reading() as db:
        run_id = store.last_look_id(db)
        return store.run(db, run_id) if run_id else None
