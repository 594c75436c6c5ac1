"""What a copy holds, in a few numbers, so that a person knows it before it takes the place of anything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from footprint import checklists, log, person
from footprint.dates import local_day
from footprint.vault import Inside, Vault


@dataclass(frozen=True)
class Contents:
    """Instants are UTC: when the file was written and the newest change in it. `copies` are kept pictures and pages."""

    made: datetime
    newest: datetime | None
    items: int
    accounts: int
    answers: int
    copies: int


def contents(inside: Inside) -> Contents:
    """Count what is in an opened copy (`vault.look_inside`)."""
    vault = inside.vault
    return Contents(inside.made, inside.newest, *_numbers(vault))


def _numbers(vault: Vault) -> tuple[int, int, int, int]:
    today = local_day(vault.now())
    return (
        log.count(vault, log.Query(), today),
        len(person.accounts(vault)),
        len(checklists.latest_of_all(vault)),
        log.copies_kept(vault),
    )
