"""The recovery sheet: what is printed on it, and when to ask whether it is still at hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from footprint import dates
from footprint.vault.connection import Connection
from footprint.vault.facts import read_fact, write_fact
from footprint.vault.recovery import RecoveryCode
from footprint.vault.vault import Vault

_MADE = "vault.sheet_made"
_WRITTEN = "vault.sheet_written"
_AT_HAND = "vault.sheet_at_hand"
_FIRST = timedelta(days=30)
_LATER = timedelta(days=365)


@dataclass(frozen=True)
class Sheet:
    """What stands on the recovery sheet: the code, the short name of the vault it opens, and the day it was made."""

    code: RecoveryCode
    vault: str
    day: date


def short_name(vault_id: str) -> str:
    """A vault's id as a person compares it: `7F3A-91C2`."""
    return f"{vault_id[:4]}-{vault_id[4:8]}".upper()


def note_new_sheet(db: Connection, day: date, now: str) -> None:
    """A new code was made; whatever was confirmed of the one before counts no more. Inside the caller's transaction."""
    write_fact(db, _MADE, day.isoformat(), now)
    write_fact(db, _WRITTEN, "", now)
    write_fact(db, _AT_HAND, "", now)


def sheet_written(vault: Vault) -> None:
    """One group was typed back from paper: the sheet exists."""
    _note(vault, _WRITTEN)


def sheet_confirmed(vault: Vault) -> None:
    """The person said that the sheet is still at hand."""
    _note(vault, _AT_HAND)


def is_sheet_written(vault: Vault) -> bool:
    with vault.reading() as db:
        return bool(read_fact(db, _WRITTEN))


def sheet_due(vault: Vault, today: date) -> bool:
    """Whether to ask for the sheet now: one month after it was made, then a year after each time it was at hand.

    Never for a throw-away vault; at once when the code was never typed back.
    """
    with vault.reading() as db:
        made, written, at_hand = (read_fact(db, name) for name in (_MADE, _WRITTEN, _AT_HAND))
    if not made:
        return False
    if not written:
        return True
    if at_hand:
        return today >= date.fromisoformat(at_hand) + _LATER
    return today >= date.fromisoformat(made) + _FIRST


def _note(vault: Vault, name: str) -> None:
    day = dates.local_day(vault.now()).isoformat()
    with vault.writing(undo=False) as write:
        write_fact(write.db, name, day, write.now)
