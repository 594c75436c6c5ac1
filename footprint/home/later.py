"""“Remind me tomorrow”: a suggestion that is not made again before its day."""

from __future__ import annotations

from datetime import date, timedelta

from footprint.home import store
from footprint.vault import Done, Vault


def put_off(vault: Vault, suggestion: str, until: date) -> Done[date]:
    """Leave out the suggestion of this key until `until`."""
    with vault.writing() as write:
        store.put_off(write.db, suggestion, until, write.now)
    return write.done(until)


def tomorrow(vault: Vault, suggestion: str, today: date) -> Done[date]:
    return put_off(vault, suggestion, today + timedelta(days=1))
