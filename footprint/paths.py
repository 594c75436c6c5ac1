"""Where things are: the person's own folder, and the data that ships with the app."""

from __future__ import annotations

import zlib
from pathlib import Path

import platformdirs

_APP = "Footprint"
_SITE = "footprint-check"
ELSEWHERE = "folder.txt"


def usual_vault_folder() -> Path:
    """The person's non-roaming app data, so that a vault never follows a work profile to a server."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False, roaming=False))


def default_vault_folder() -> Path:
    """The folder of this person's vault: the one they chose when the usual one would not do, else that."""
    usual = usual_vault_folder()
    return chosen_folder(usual) or usual


def chosen_folder(usual: Path) -> Path | None:
    """The folder noted in place of the usual one; None when there is no such note, or it makes no sense."""
    try:
        noted = (usual / ELSEWHERE).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None
    folder = Path(noted)
    return folder if noted and "\0" not in noted and folder.is_absolute() else None


def remember_folder(folder: Path) -> bool:
    """Note `folder` for the next start, where the usual folder takes a note; says whether it did."""
    usual = usual_vault_folder()
    try:
        usual.mkdir(mode=0o700, parents=True, exist_ok=True)
        note = usual / ELSEWHERE
        if folder == usual:
            note.unlink(missing_ok=True)
        else:
            note.write_text(str(folder), encoding="utf-8")
            note.chmod(0o600)
    except (OSError, ValueError):
        return False
    return True


def doorbell_name(folder: Path) -> str:
    """The same for every start on this folder. Two folders that shared one would only bring up the wrong window."""
    return f"footprint-{zlib.crc32(str(folder.resolve()).encode('utf-8', 'surrogateescape')):08x}"


def organisation_packs() -> Path:
    """Where an organisation that looks after this computer may put its pack: the system's configuration folder."""
    return Path(platformdirs.site_config_dir(_SITE, appauthor=False)) / "packs"


def shipped(name: str) -> Path:
    """A data folder that ships with the app (`checklists`, `resources`): from the wheel, else from the checkout."""
    package = Path(__file__).resolve().parent
    bundled = package / "_bundled" / name
    return bundled if bundled.exists() else package.parent / name
