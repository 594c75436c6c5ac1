"""Keeping `due.json` in step with the vault, from the window and from the command line alike."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from footprint.checklists import Library
from footprint.reminders import duefile
from footprint.reminders.reckoning import rhythm
from footprint.vault import Vault


def note_due(folder: Path, vault: Vault, library: Library, today: date, months: int) -> bool:
    """Note beside the vault what is due on which day; says whether it could be noted.

    Only for a vault that is kept: what goes with the app leaves nothing. A full disk or a folder that takes nothing is
    no reason to keep anybody from locking.
    """
    if not vault.kept or vault.only_to_look:
        return False
    try:
        duefile.keep_days(folder, rhythm(vault, library, today, months).days)
    except OSError:
        return False
    return True
