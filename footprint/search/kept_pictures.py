"""Pictures of results pages, taken by the person: evidence of what was shown, when. They are never opened here."""

from __future__ import annotations

import hashlib
import re

from footprint import ids
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.search import store
from footprint.search.records import Picture
from footprint.vault import Done, Vault

_LARGEST = 20_000_000
# How the files of each kind begin.
_KINDS = {"png": rb"\x89PNG\r\n\x1a\n", "jpeg": rb"\xff\xd8\xff", "gif": rb"GIF8[79]a", "webp": rb"RIFF....WEBP"}


class BadPicture(FootprintError):
    """What was pasted or dropped is no picture that can be kept."""


def add_picture(vault: Vault, look_id: str, data: bytes) -> Done[Picture]:
    """Keep a picture of what a look showed: evidence, with its time and SHA-256. It is not opened here."""
    kind = next((kind for kind, start in _KINDS.items() if re.match(start, data[:16], re.DOTALL)), "")
    if not kind:
        raise BadPicture(_("This is not a picture. Take a picture of your screen, then paste it here."))
    if len(data) > _LARGEST:
        raise BadPicture(_("This picture is too big. Take a picture of only the part that matters."))
    sha = hashlib.sha256(data).hexdigest()
    with vault.writing() as write:
        store.look(write.db, look_id)
        picture = next((one for one in store.pictures(write.db, look_id) if one.sha256 == sha), None)
        if picture is None:
            picture = Picture(ids.new_id(), look_id, write.instant, kind, sha, len(data))
            store.add_picture(write.db, picture, data, write.now)
    return write.done(picture)


def pictures(vault: Vault, look_id: str) -> tuple[Picture, ...]:
    """Those of one look, oldest first."""
    with vault.reading() as db:
        return store.pictures(db, look_id)


def pictures_of(vault: Vault, finding_id: str) -> tuple[Picture, ...]:
    """Those of every look that showed this finding, the newest look first: its evidence when it goes on the list."""
    with vault.reading() as db:
        return store.pictures_of_finding(db, finding_id)


def picture_bytes(vault: Vault, picture_id: str) -> bytes:
    """The picture itself, as it was pasted."""
    with vault.reading() as db:
        return store.picture_bytes(db, picture_id)
