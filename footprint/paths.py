"""Where things are: the person's own folder, and the data that ships with the app."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_APP = "Footprint"


def default_vault_folder() -> Path:
    """The folder of this person's vault: non-roaming app data, so that it never follows a work profile to a server."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False, roaming=False))


def shipped(name: str) -> Path:
    """A data folder that ships with the app (`checklists`, `resources`): from the wheel, else from the checkout."""
    package = Path(__file__).resolve().parent
    bundled = package / "_bundled" / name
    return bundled if bundled.exists() else package.parent / name
