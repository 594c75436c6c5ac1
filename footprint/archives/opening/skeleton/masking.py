"""Which words of a file's form may be shown: only those that are known to name fields, not people or things.

A key can be data: {"annexample": {...}}. No rule of spelling tells a handle from a field, so a key is shown only when
every word in it is one that networks use for fields; all others are told by their length.
"""

from __future__ import annotations

import re

from footprint.archives.opening.skeleton.vocabulary import FIELDS
from footprint.i18n import _

_PIECES = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[^A-Za-z\d]+")
_BETWEEN = re.compile(r"[ _.:@$#/()\[\]&?'’+-]+")


def shown_key(key: str) -> str:
    """The key as it is if it is made of fields' words, else how long it is."""
    return key if is_field(key) else _("‹a name of {n}›").format(n=len(key))


def is_field(key: str) -> bool:
    if not 0 < len(key) <= 60 or not key.isascii():
        return False
    pieces = _PIECES.findall(key)
    return any(piece[0].isalpha() for piece in pieces) and all(map(_is_known, pieces))


def _is_known(piece: str) -> bool:
    if piece[0].isdigit():
        return len(piece) <= 2  # comments_v2, part10; not a year, not an id
    return _BETWEEN.fullmatch(piece) is not None or piece.lower() in FIELDS


def shown_path(path: str) -> str:
    """A path with the pieces masked that may be data; endings stay."""
    return "/".join(_shown_step(step) for step in path.split("/"))


def _shown_step(step: str) -> str:
    stem, dot, end = step.rpartition(".")
    if not dot or not stem or len(end) > 5 or not end.isalnum():
        stem, dot, end = step, "", ""
    return shown_key(stem) + dot + end


def kind_of_text(text: str) -> str:
    """What sort of text it is, and about how long; nothing of the text itself."""
    for name, pattern in _SORTS:
        if pattern.fullmatch(text.strip()):
            return name
    return "text" if text else "empty text"


_SORTS = [
    ("date", re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?", re.ASCII)),
    ("date", re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.{0,20}", re.ASCII)),
    ("date", re.compile(r"[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d [+-]\d{4} \d{4}", re.ASCII)),
    ("digits", re.compile(r"[+-]?\d+", re.ASCII)),
    ("decimal digits", re.compile(r"[+-]?\d+[.,]\d+", re.ASCII)),
    ("web address", re.compile(r"https?://\S+")),
    ("email address", re.compile(r"[^@\s]+@[^@\s]+\.\w+")),
    ("hexadecimal digits", re.compile(r"(?:[0-9a-f]{8,}|[0-9a-f-]{32,40})", re.IGNORECASE)),
]


def length_of(size: int) -> str:
    """A length in steps of ten, hundred, thousand: close enough to find a reader, too coarse to find a text."""
    for limit in (10, 100, 1_000, 10_000):
        if size < limit:
            return f"<{limit}"
    return ">10000"
