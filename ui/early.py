"""What is loaded before Qt, since PySide reads the source of each later module; and what behind the lock page."""

from __future__ import annotations

import gc
from importlib import import_module
from pathlib import Path

from footprint.vault import seems_kept

_LOCK_PAGE = ("footprint.settings", "footprint.errors", "footprint.tasks", "footprint.vault.hardening")
_HOME = (
    "footprint.vault.looking", "footprint.vault.throwaway", "footprint.workbench", "footprint.home.gather",
    # read in a lane once the window stands, and loaded dearer then
    "footprint.log.pages", "footprint.log.recheck.reckoning", "footprint.reminders.reckoning",
    "footprint.reminders.events.begun", "footprint.search.triage", "footprint.search.kept_runs", "footprint.web.ledger",
)  # fmt: skip


def load_core(folder: Path) -> None:
    """The parts of the core that the first page on `folder` uses. From then on `ui.collector` looks."""
    gc.disable()  # while hundreds of modules load, it would look again and again at what is here to stay
    for name in _LOCK_PAGE if seems_kept(folder) else _LOCK_PAGE + _HOME:
        import_module(name)


def load_home() -> None:
    """While the person types their passphrase, so that Home stands the sooner once it is found right."""
    for name in ("footprint.workbench", "ui.session", "ui.links", "ui.home.page"):
        import_module(name)
