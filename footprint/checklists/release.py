"""New steps in one signed file: every checklist as text, and an Ed25519 signature over all of it (RFC 8032).

The first line says what the file is, the second holds the signature in base64, the rest is JSON. Nothing of the rest is
read before its signature fits one of the public keys that ship in `resources/steps/keys/`. `docs/releasing-steps.md`
says how whoever publishes steps makes and keeps the private key.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from footprint.checklists.decode import LARGEST, Problem
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.paths import shipped
from footprint.signing import fingerprint, fits, from_base64

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ENDING = ".footprint-steps"
LARGEST_FILE = 16_000_000
MOST_FILES = 500
_HEAD = b"footprint-steps 1\n"
_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\.toml")
_SHAPE = 1

__all__ = [
    "ENDING",
    "LARGEST_FILE",
    "BadSteps",
    "Release",
    "Shipped",
    "fingerprint",
    "pack",
    "public_keys",
    "read_release",
    "shipped_steps",
    "sign",
]


class BadSteps(FootprintError):
    """A file of new steps that cannot be used; the sentence says why and that nothing changed."""


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    pass


class Release(_Strict, frozen=True, kw_only=True):
    """What a signed file holds. `serial` only grows, so that old steps can never be passed off as new ones."""

    format: int
    serial: int
    made: date
    note: str = ""
    files: dict[str, str]


@dataclass(frozen=True)
class Shipped:
    """The steps that came with this copy of the app, and where newer ones can be fetched, if anywhere."""

    serial: int
    made: date
    address: str


class _ShippedFile(_Strict, frozen=True, kw_only=True):
    format: int
    serial: int
    made: date
    address: str = ""


def shipped_steps() -> Shipped:
    """Read from `resources/steps/shipped.toml`, which whoever publishes the app keeps."""
    import tomllib

    text = (shipped("resources") / "steps" / "shipped.toml").read_text(encoding="utf-8")
    file = msgspec.convert(tomllib.loads(text), _ShippedFile, strict=True)
    return Shipped(file.serial, file.made, file.address)


def public_keys(folder: Path | None = None) -> tuple[Ed25519PublicKey, ...]:
    """Every key that may have signed; two lie there while one takes over from the other."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    folder = folder or shipped("resources") / "steps" / "keys"
    found = (load_pem_public_key(path.read_bytes()) for path in sorted(folder.glob("*.pem")))
    return tuple(key for key in found if isinstance(key, Ed25519PublicKey))


def sign(release: Release, key: Ed25519PrivateKey) -> bytes:
    """The signed file."""
    body = msgspec.json.encode(release)
    return _HEAD + base64.b64encode(key.sign(_HEAD + body)) + b"\n" + body


def read_release(data: bytes, keys: Iterable[Ed25519PublicKey] | None = None, *, new: bool = True) -> Release:
    """The release inside a signed file. Raises `BadSteps`; nothing unsigned is looked at.

    Every checklist of a `new` one is read; of one in use each is read when it is first asked for, as at any start.
    """
    if len(data) > LARGEST_FILE:
        raise BadSteps(_("This file is too large to hold new steps. Nothing changed."))
    if not data.startswith(_HEAD):
        raise BadSteps(_("This file does not hold new steps. Nothing changed."))
    signature, line_end, body = data[len(_HEAD) :].partition(b"\n")
    if not line_end or not _signed(signature, _HEAD + body, public_keys() if keys is None else keys):
        raise BadSteps(
            _("This file was not signed by whoever makes this app, or was altered on its way. Nothing changed.")
        )
    try:
        release = msgspec.json.decode(body, type=Release, strict=True)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise BadSteps(
            _("This file is signed but cannot be read by this version of the app. Nothing changed.")
        ) from None
    problems = tuple(_faults(release) if new else ())
    if problems:
        raise BadSteps(_("These steps have a fault: {what}. Nothing changed.").format(what=problems[0]))
    return release


def _signed(signature: bytes, body: bytes, keys: Iterable[Ed25519PublicKey]) -> bool:
    raw = from_base64(signature)
    return raw is not None and fits(raw, body, keys)


def _faults(release: Release) -> Iterable[Problem]:
    """What a signed file may not hold either: whoever signs can make a mistake too."""
    from footprint.checklists.load import load_text

    if release.format != _SHAPE:
        yield Problem("", "format", _("this app reads format {known}").format(known=_SHAPE))
    if release.serial < 1:
        yield Problem("", "serial", _("must be 1 or more"))
    if not release.files or len(release.files) > MOST_FILES:
        yield Problem("", "files", _("must be 1 to {most}").format(most=MOST_FILES))
    for name, text in release.files.items():
        if not _NAME.fullmatch(name):
            yield Problem(name[:80], "", _("is not the name of a checklist file"))
        elif len(text.encode("utf-8", "replace")) > LARGEST:
            yield Problem(name, "", _("is larger than a checklist can be"))
        else:
            yield from load_text(name, text)[1]


def pack(files: Mapping[str, str], serial: int, made: date, note: str = "") -> Release:
    """A release of these files, refused where it could not be read back."""
    release = Release(format=_SHAPE, serial=serial, made=made, note=note.strip(), files=dict(files))
    problems = tuple(_faults(release))
    if problems:
        raise BadSteps(_("These steps have a fault: {what}.").format(what=problems[0]))
    return release
