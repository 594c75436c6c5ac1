"""New steps as they might come one day, for the pictures: one question reads differently, some steps have moved."""

from __future__ import annotations

from footprint import checklists, paths
from footprint.checklists import Library, load
from footprint.checklists.changed import changes
from footprint.checklists.installed import Offered
from footprint.checklists.release import pack
from footprint.dates import local_day
from footprint.vault import Vault

_NOTE = "Facebook has moved its settings for posts."
_STEP, _FIRST, _MOVED = 'web = [\n    "', "Wait until the page has opened.", 6


def invented_offer(vault: Vault, library: Library, network: str = "facebook") -> Offered:
    """What it would change for this person. It is signed by nobody, so that it can be looked at and never used."""
    answers = checklists.latest_of_all(vault)
    text = (paths.shipped("checklists") / f"{network}.toml").read_text(encoding="utf-8")
    asked = next((check for check in library.network(network).checks if check.id in answers.get(network, {})), None)
    if asked is not None:
        text = text.replace(f'title = "{asked.title}"', f'title = "{asked.title.rstrip("?")} now?"', 1)
    text = text.replace(_STEP, f'{_STEP}Wait until the page has opened.",\n    "')
    release = pack({f"{network}.toml": text}, 2, local_day(vault.now()), _NOTE)
    after = load(paths.shipped("checklists"), release.files)
    return Offered(b"", release, changes(library, after, answers))
