"""Crops a picture, paints boxes over parts of it, and leaves out its notes. Only in the worker's process."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import msgspec

from footprint.foreign_pictures import FORMATS, ODD, TURNS
from footprint.i18n import _
from footprint.log.copies.reader import MOST_PIXELS, notes
from footprint.log.errors import BadEvidence

LARGEST = 40_000_000
_PAINT = (0, 0, 0, 255)


class Box(msgspec.Struct, frozen=True):
    """A part of a picture as it is seen upright: left, top, right, bottom, each from 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float


class Edit(msgspec.Struct, frozen=True):
    """What to do: keep only `crop`, and paint over every one of `boxes`. Neither: leave out the notes alone."""

    crop: Box | None = None
    boxes: tuple[Box, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether what is seen changes."""
        return self.crop is not None or bool(self.boxes)


@dataclass(frozen=True)
class Edited:
    content: bytes
    width: int
    height: int


def packed(edit: Edit, content: bytes) -> bytes:
    """The request as one run of bytes: the worker is handed nothing else."""
    head = msgspec.json.encode(edit)
    return len(head).to_bytes(4, "big") + head + content


def edited(request: bytes) -> Edited:
    """A new file made of the colours alone: no notes, no small copy, nothing under the boxes."""
    from PIL import Image, UnidentifiedImageError

    size = int.from_bytes(request[:4], "big")
    edit = msgspec.json.decode(request[4 : 4 + size], type=Edit)
    Image.MAX_IMAGE_PIXELS = None  # our own limit comes first and is lower
    try:
        with Image.open(io.BytesIO(request[4 + size :]), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise BadEvidence(_("This picture is too large to keep. Make it smaller, then add it again."))
            turn, kind = notes(opened)[0], opened.format
            clear = "A" in opened.getbands() or "transparency" in opened.info
            image: Any = opened.convert("RGBA" if clear else "RGB")
        if turn in TURNS:
            image = image.transpose(Image.Transpose(TURNS[turn]))
        image = _done(image, edit)
        return Edited(_saved(image, kind or "PNG"), image.width, image.height)
    except UnidentifiedImageError:
        raise BadEvidence(_("This is not a picture the app can keep. Use a PNG, JPEG, WebP or GIF file.")) from None
    except (MemoryError, *ODD):
        raise BadEvidence(_("This picture could not be changed. Keep it as it is, or leave it out.")) from None


def _done(image: Any, edit: Edit) -> Any:
    from PIL import ImageDraw

    draw = ImageDraw.Draw(image)
    for box in edit.boxes:
        left, top, right, bottom = _pixels(box, image.width, image.height)
        draw.rectangle((left, top, right - 1, bottom - 1), fill=_PAINT[: len(image.getbands())])
    if edit.crop is None:
        return image
    return image.crop(_pixels(edit.crop, image.width, image.height))


def _pixels(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    """At least a pixel each way, within the picture; outwards, so that nothing meant to be covered shows at an edge."""
    left, right = sorted(min(max(one, 0.0), 1.0) for one in (box.left, box.right))
    top, bottom = sorted(min(max(one, 0.0), 1.0) for one in (box.top, box.bottom))
    x, y = min(int(left * width), width - 1), min(int(top * height), height - 1)
    return x, y, max(x + 1, -int(-right * width // 1)), max(y + 1, -int(-bottom * height // 1))


def _saved(image: Any, kind: str) -> bytes:
    out = io.BytesIO()
    if kind == "JPEG" and image.mode == "RGB":
        image.save(out, "JPEG", quality=95, subsampling=0)
    else:
        image.save(out, "PNG")
    if out.tell() > LARGEST:
        raise BadEvidence(_("The changed picture is too large to keep. Crop more of it."))
    return out.getvalue()
