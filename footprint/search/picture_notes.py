"""What a picture tells besides what it shows, before the person hands it to a site; and a copy that tells nothing.

Read in a process of its own. Nothing of the picture is kept, and nothing of it is ever sent by the app.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal, TypeVar

import msgspec

from footprint import worker
from footprint.foreign_pictures import FORMATS, ODD, upright
from footprint.i18n import _
from footprint.search.kept_pictures import BadPicture
from footprint.tasks import Task

T = TypeVar("T")
LARGEST = 30_000_000
MOST_PIXELS = 60_000_000
_SMALL, _COPY = 480, 2400  # pixels of the longer side
_GPS, _DETAILS = 0x8825, 0x8769
_CAMERA = (0x010F, 0x0110)  # who made the camera, which one it is
_DAY = (0x0132, 0x9003, 0x9004)
_WORDS = (0x010E, 0x013B, 0x8298, 0x9286, 0x9C9B, 0x9C9D)  # a description, who took it, comments


class PictureNotes(msgspec.Struct, frozen=True):
    """What stands in the file beside the picture, and a small copy to show. Sizes in pixels."""

    width: int
    height: int
    place: bool
    day: bool
    camera: bool
    words: bool
    small: bytes

    @property
    def tells(self) -> tuple[str, ...]:
        """What it tells, in words, what matters most first."""
        said = (
            (self.place, _("where it was taken")),
            (self.words, _("words somebody wrote into it")),
            (self.day, _("when it was taken")),
            (self.camera, _("which phone or camera took it")),
        )
        return tuple(words for there, words in said if there)


def picture_notes(content: bytes, task: Task | None = None) -> PictureNotes:
    """What the file of a picture tells; `BadPicture` when it is none or too big."""
    _check(content)
    return _apart(read_notes, content, task)


def without_notes(content: bytes, task: Task | None = None) -> bytes:
    """The same picture as a JPEG made of its colours alone, no larger than sites need."""
    _check(content)
    return _apart(bare_copy, content, task)


def _check(content: bytes) -> None:
    if len(content) > LARGEST:
        raise BadPicture(_("This picture is too big. Make it smaller, then choose it again."))


def _apart(read: Callable[[bytes], T], content: bytes, task: Task | None) -> T:
    try:
        return worker.apart(read, content, refusal=BadPicture, task=task)
    except worker.CannotRead as problem:
        raise BadPicture(str(problem)) from None


def read_notes(content: bytes) -> PictureNotes:
    """For the other process."""
    with _warnings_are("ignore"), _opened(content) as opened:
        try:
            width, height, notes = opened.width, opened.height, _notes(opened)
            return PictureNotes(width, height, *notes, _jpeg(upright(opened, _SMALL), 80))
        except (MemoryError, *ODD):
            raise _damaged() from None


def bare_copy(content: bytes) -> bytes:
    """For the other process."""
    with _warnings_are("ignore"), _opened(content) as opened:
        try:
            return _jpeg(upright(opened, _COPY), 92)
        except (MemoryError, *ODD):
            raise _damaged() from None


def _opened(content: bytes) -> Any:
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # our own limit comes first and is lower
    try:
        opened = Image.open(io.BytesIO(content), formats=FORMATS)
    except UnidentifiedImageError:
        raise BadPicture(_("This is not a picture the app can read. Use a PNG, JPEG, WebP or GIF file.")) from None
    except (MemoryError, *ODD):
        raise _damaged() from None
    if opened.width * opened.height > MOST_PIXELS:
        raise BadPicture(_("This picture is too big. Make it smaller, then choose it again."))
    return opened


def _damaged() -> BadPicture:
    return BadPicture(_("This picture could not be read. It may not be complete. Save it again, then choose it."))


def _notes(opened: Any) -> tuple[bool, bool, bool, bool]:
    """(place, day, camera, words). Notes nobody can read count as notes with a place: better one warning too many."""
    try:
        with _warnings_are("error"):
            notes = opened.getexif()
            place, details = notes.get_ifd(_GPS), notes.get_ifd(_DETAILS)
            every = {**notes, **details}
    except (Warning, *ODD):
        return True, False, False, False
    text = b"".join(one if isinstance(one, bytes) else str(one).encode() for one in _texts(opened))
    return (
        any(tag in place for tag in (2, 4)) or b"GPSLatitude" in text,
        any(every.get(tag) for tag in _DAY) or b"CreateDate" in text,
        any(every.get(tag) for tag in _CAMERA),
        any(every.get(tag) for tag in _WORDS) or b"dc:description" in text or b"dc:creator" in text,
    )


@contextmanager
def _warnings_are(what: Literal["error", "ignore"]) -> Iterator[None]:
    """Pillow only warns of notes that break off and reads them as none: asked about notes, that is no answer."""
    with warnings.catch_warnings():
        warnings.simplefilter(what)
        yield


def _texts(opened: Any) -> list[object]:
    """Other places for notes: XMP, and the text pieces of a PNG."""
    kept = [opened.info.get(name, b"") for name in ("xmp", "XML:com.adobe.xmp", "comment")]
    return [one for one in kept if isinstance(one, bytes | str) and len(one) < 1_000_000]


def _jpeg(image: Any, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()
