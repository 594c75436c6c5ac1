"""What an open vault knows of copies that lie where no wipe reaches."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from footprint import vault as vaults
from footprint import web
from footprint.vault import Vault
from footprint.web import Kind

_MOST_FILES = 200


@dataclass(frozen=True)
class Elsewhere:
    """Backups by where they are, and what else was made for outside the vault, as the journal names it."""

    backups: tuple[Path, ...] = ()
    made: tuple[str, ...] = ()
    asked: bool = False  # an open vault was asked; without one nothing is known


def what_is_known(vault: Vault) -> Elsewhere:
    """Read it before the vault is closed."""
    backups = tuple(one.path for one in vaults.backups_made(vault) if not one.automatic) if vault.kept else ()
    made = [
        f"{one.note}: {', '.join(one.details)}" if one.details else one.note
        for one in web.entries(vault)
        if one.kind is Kind.MADE
    ]
    return Elsewhere(backups, tuple(dict.fromkeys(made))[:_MOST_FILES], asked=True)
