"""One glance at a folder, for the first picture on the screen. `looking.look` is the careful look that follows it."""

from __future__ import annotations

from pathlib import Path

DATABASE = "vault.db"
KEYS = "vault.keys"


def seems_kept(folder: Path) -> bool:
    """Whether `folder` holds what a kept vault is made of. Opens no file, so it cannot say whether it is whole."""
    try:
        return (folder / KEYS).is_file() and (folder / DATABASE).is_file()
    except OSError:  # a folder that lets nobody look, or a name this disk cannot have
        return False
