"""Files people write by hand (letters, ways), decoded strictly: a fault names the file and the place."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from footprint.i18n import _
from footprint.log.errors import BadLetters

T = TypeVar("T")

_LARGEST = 100_000


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table in such a file: a key nobody knows is a fault."""


def read(path: Path, kind: type[T]) -> T:
    """The file as a `kind`, or `BadLetters`."""
    try:
        raw = path.read_bytes()
        if len(raw) > _LARGEST:
            raise fault(path, _("is too large"))
        return msgspec.convert(tomllib.loads(raw.decode("utf-8")), kind, strict=True)
    except OSError as problem:
        raise fault(path, str(problem.strerror)) from problem
    except (ValueError, RecursionError) as problem:  # not UTF-8, not TOML, or not what is asked for
        raise fault(path, str(problem)) from problem


def fault(path: Path, words: str) -> BadLetters:
    return BadLetters(_("{file}: {fault}").format(file=path.name, fault=words))
