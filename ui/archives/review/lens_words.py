"""What a lens is called and why it looks, for one that ships, and for one an older copy was read with."""

from __future__ import annotations

from functools import cache

from footprint.archives.lenses.load import load_lenses
from footprint.i18n import _
from ui.archives.review.entry import LensWords


@cache
def lens_words(lens_id: str) -> LensWords:
    found = next((one for one in load_lenses() if one.id == lens_id), None)
    if found is None:
        return LensWords(lens_id.replace("_", " ").capitalize(), _("This is not looked for any more."))
    return LensWords(_(found.title), _(found.why), _(found.lawful) if found.sensitive else "")
