"""Has foreign pictures and pages read by a process of their own (`reader.py`), and believes little of its answer."""

from __future__ import annotations

import importlib.util
import io
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import msgspec

from footprint.i18n import N_, _
from footprint.log.errors import BadEvidence

_SCRIPT = Path(__file__).with_name("reader.py")
_SECONDS = 30.0
_LONGEST_SIDE = 4096
_LARGEST_ANSWER = 8_200_000
_HEAD = 4096

_UNFIT = {
    "too many pixels": N_("This picture is too large to keep. Make it smaller, then add it again."),
    "not a picture": N_("This is not a picture the app can keep. Use a PNG, JPEG, WebP or GIF file."),
    "not a page": N_("This file has no page in it. Save the page again as a web page, then add it."),
    "broken": N_("This picture could not be read. It may not be complete. Save it again, then add it."),
}


class _Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    unfit: str = ""
    format: str = ""
    width: int = 0
    height: int = 0
    says_where: bool = False
    small_width: int = 0
    small_height: int = 0


@dataclass(frozen=True)
class Pixels:
    """A picture ready to paint: rows of red, green, blue, alpha bytes from the top left, no gap between rows."""

    width: int
    height: int
    rgba: bytes


@dataclass(frozen=True)
class Measured:
    """What is known about a picture (its own pixels), and a small copy of it."""

    format: str
    width: int
    height: int
    says_where: bool
    small: Pixels


def read_picture(content: bytes, *, most: int, seconds: float = _SECONDS) -> Measured:
    """The picture with no side of its small copy longer than `most` pixels, or `BadEvidence` with what to do."""
    told, rest = _ask("picture", content, min(most, _LONGEST_SIDE), seconds)
    small = Pixels(told.small_width, told.small_height, rest)
    fits = 0 < small.width <= most and 0 < small.height <= most and len(rest) == small.width * small.height * 4
    if not fits or told.width <= 0 or told.height <= 0:
        raise BadEvidence(_(_UNFIT["broken"]))
    return Measured(told.format, told.width, told.height, told.says_where, small)


def read_page(content: bytes, *, seconds: float = _SECONDS) -> str:
    """The words of a saved page, without scripts and pictures; plain text whatever was in it."""
    _told, rest = _ask("page", content, 0, seconds)
    return rest.decode("utf-8", "replace")


def as_png(pixels: Pixels) -> bytes:
    """Our own copy of pixels as a PNG file: nothing of the foreign file but its colours is in it."""
    from PIL import Image

    out = io.BytesIO()
    Image.frombytes("RGBA", (pixels.width, pixels.height), pixels.rgba).save(out, "PNG")
    return out.getvalue()


def _ask(work: str, content: bytes, most: int, seconds: float) -> tuple[_Told, bytes]:
    most_back = max(_LARGEST_ANSWER, most * most * 4) + _HEAD
    answer = _run([work, str(most), _libraries()], content, most_back, seconds)
    head, found, rest = answer.partition(b"\n")
    try:
        told = msgspec.json.decode(head, type=_Told)
    except msgspec.MsgspecError:
        raise BadEvidence(_("This file could not be read. Save it again, then add it.")) from None
    if told.unfit or not found or len(answer) > most_back:
        raise BadEvidence(_(_UNFIT.get(told.unfit, _UNFIT["broken"])))
    return told, rest


def _run(arguments: list[str], content: bytes, most_back: int, seconds: float) -> bytes:
    """The reader's answer, or what came of it before it died or its time was over."""
    reader = subprocess.Popen(
        [sys.executable, "-E", "-P", str(_SCRIPT), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in ("SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert reader.stdin is not None
    assert reader.stdout is not None
    clock = threading.Timer(seconds, reader.kill)
    clock.start()
    try:
        with reader.stdin as way_in:
            way_in.write(content)
        return reader.stdout.read(most_back + 1)
    except OSError:  # it died while it was still being told
        return b""
    finally:
        clock.cancel()
        reader.kill()
        reader.stdout.close()
        reader.wait()


def _libraries() -> str:
    """Where Pillow is, found without loading it into this process."""
    found = importlib.util.find_spec("PIL")
    return str(Path(found.origin).parents[1]) if found is not None and found.origin else ""
