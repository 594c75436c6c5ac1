"""Where, when and with what a picture was taken, out of its own notes: read in a process of its own, kept nowhere."""

from __future__ import annotations

import io
import warnings
from typing import Any

import msgspec

from footprint import worker
from footprint.foreign_pictures import FORMATS, ODD
from footprint.i18n import _
from footprint.search.kept_pictures import BadPicture
from footprint.tasks import Task

_GPS, _DETAILS = 0x8825, 0x8769
_MAKER, _MODEL, _TAKEN = 0x010F, 0x0110, 0x9003
_DATE = 0x0132
_LARGEST = 30_000_000
_LONGEST = 80  # letters of a camera’s name


class PictureFacts(msgspec.Struct, frozen=True):
    """`lat` and `lon` in degrees, `taken` as the camera wrote it (its own clock), `device` its maker and model."""

    width: int
    height: int
    lat: float | None = None
    lon: float | None = None
    taken: str = ""
    device: str = ""


def picture_facts(content: bytes, task: Task | None = None) -> PictureFacts:
    """What the file tells beside the picture. Raises `BadPicture` for what is none or is too big."""
    if len(content) > _LARGEST:
        raise BadPicture(_("This picture is too big. Make it smaller, then choose it again."))
    try:
        return worker.apart(read_facts, content, refusal=BadPicture, task=task)
    except worker.CannotRead as problem:
        raise BadPicture(str(problem)) from None


def read_facts(content: bytes) -> PictureFacts:
    """For the other process."""
    from PIL import Image, UnidentifiedImageError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
                return _facts(opened)
        except UnidentifiedImageError:
            words = _("This is not a picture the app can read. Use a PNG, JPEG, WebP or GIF file.")
            raise BadPicture(words) from None
        except (MemoryError, *ODD):
            words = _("This picture could not be read. It may not be complete. Save it again, then choose it.")
            raise BadPicture(words) from None


def _facts(opened: Any) -> PictureFacts:
    try:
        notes = opened.getexif()
        place, details = notes.get_ifd(_GPS), notes.get_ifd(_DETAILS)
    except ODD:
        return PictureFacts(opened.width, opened.height)
    device = " ".join(dict.fromkeys(one for tag in (_MAKER, _MODEL) if (one := _text(notes.get(tag)))))
    taken = _text(details.get(_TAKEN)) or _text(notes.get(_DATE))
    lat, lon = _degrees(place.get(2), place.get(1)), _degrees(place.get(4), place.get(3))
    if lat is None or lon is None or (lat == 0.0 and lon == 0.0):
        lat = lon = None
    return PictureFacts(opened.width, opened.height, lat, lon, taken, device[:_LONGEST])


def _text(value: object) -> str:
    words = value.decode("utf-8", "replace") if isinstance(value, bytes) else value if isinstance(value, str) else ""
    return " ".join(words.replace("\x00", " ").split())[:_LONGEST]


def _degrees(value: Any, side: object) -> float | None:
    """Degrees, minutes and seconds as one number; south and west are below 0."""
    try:
        parts = [float(one) for one in value]
        found = parts[0] + parts[1] / 60 + parts[2] / 3600
    except ODD:
        return None
    sign = -1 if _text(side)[:1].upper() in ("S", "W") else 1
    return round(sign * found, 5) if 0 <= found <= 180 else None
