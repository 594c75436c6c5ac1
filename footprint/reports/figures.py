"""Pictures for a report: drawn anew from their pixels, so that nothing else of the foreign file goes along."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass

from footprint import log
from footprint.dates import day_in_words, local_day
from footprint.i18n import _
from footprint.log import Evidence
from footprint.log.copies.reading import Pixels
from footprint.vault import Vault

LONGEST_SIDE = 1200
_QUALITY = 85


@dataclass(frozen=True)
class Figure:
    """A JPEG of our own making. `caption` says when it was kept; `size` is in pixels."""

    content: bytes
    size: tuple[int, int]
    caption: str

    @property
    def address(self) -> str:
        """The picture inside its own address, for a page that loads nothing."""
        return "data:image/jpeg;base64," + base64.b64encode(self.content).decode("ascii")


def figure(vault: Vault, one: Evidence) -> Figure:
    """The picture, no side longer than 1,200 pixels. Takes a moment. `BadEvidence` when it cannot be read."""
    pixels = log.picture(vault, one.id, most=LONGEST_SIDE)
    caption = _("Picture kept on {day}").format(day=day_in_words(local_day(one.taken_at)))
    return Figure(_jpeg(pixels), (pixels.width, pixels.height), caption)


def _jpeg(pixels: Pixels) -> bytes:
    """On white, where it can be seen through."""
    from PIL import Image

    seen = Image.frombytes("RGBA", (pixels.width, pixels.height), pixels.rgba)
    white = Image.new("RGB", seen.size, "white")
    white.paste(seen, mask=seen.getchannel("A"))
    out = io.BytesIO()
    white.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
