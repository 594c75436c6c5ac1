"""Keeps each record within bounds, whatever its reader made of a hostile file, so that a parcel fits its frame."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from footprint.archives.parsing.json_items import clean
from footprint.archives.records import Connection, Entry, Held

LONGEST = 500_000  # characters of one text; no network lets anybody post more than 100,000
SHORT = 4_000  # characters of a name, an address, a place
MEDIA = 500  # pictures of one entry
FAR = 1 << 37  # seconds from 1970 to beyond every date
_R = TypeVar("_R", Entry, Connection, Held)


def size_of(entry: Entry) -> int:
    """Characters in it, roughly."""
    size = (
        len(entry.text) + len(entry.title) + len(entry.link) + len(entry.where) + len(entry.thread) + len(entry.place)
    )
    for each in entry.media:
        size += len(each.path) + len(each.words) + 50
    return size


def is_fine(entry: Entry, size: int) -> bool:
    """Nothing to trim: nearly all entries."""
    at = entry.at
    return size <= LONGEST and "\0" not in entry.text and "\0" not in entry.title and (at is None or -FAR < at < FAR)


def trimmed(entry: Entry) -> Entry:
    """The same with its text cut, other texts short, few pictures, and no date that is none."""
    at = entry.at if entry.at is not None and -FAR < entry.at < FAR else None
    media = entry.media if size_of(entry) <= LONGEST else ()
    kept = tuple(each for each in media[:MEDIA] if len(each.path) + len(each.words) <= 2 * SHORT)
    entry = msgspec.structs.replace(entry, text=clean(entry.text[:LONGEST]), at=at, media=kept)
    return shortened(entry, but="text")


def shortened(record: _R, but: str = "") -> _R:
    """The same with every text (`but` one) no longer than a name may be, and such as every database takes."""
    changed = {
        name: clean(value[:SHORT])
        for name in record.__struct_fields__
        if name != but and type(value := getattr(record, name)) is str and not (value.isascii() and _is_short(value))
    }
    return msgspec.structs.replace(record, **changed) if changed else record


def _is_short(value: str) -> bool:
    return len(value) <= SHORT and "\0" not in value
