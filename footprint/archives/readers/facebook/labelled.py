"""Facebook's newer files of labels and values: the file says what they are, the type of a value which field it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footprint.archives.parsing.json_tree import Path
from footprint.archives.parsing.labels import COMMENT, NAME, REACTION, Labels, read_labels
from footprint.archives.parsing.meta import picture
from footprint.archives.parsing.shapes import degrees, text, trees
from footprint.archives.parsing.texts import line
from footprint.archives.readers.facebook.posts import From
from footprint.archives.records import Entry, Held, HeldKind, Kind, Record

_SEEN = ("viewed", "watched", "seen", "recently", "interactions", "clicked", "visited")
_KINDS = (
    ("tagged", Kind.TAG_OF_ME), ("comment", Kind.COMMENT), ("reaction", Kind.REACTION), ("like", Kind.REACTION),
    ("poll", Kind.REACTION), ("saved", Kind.SAVE), ("group", Kind.GROUP), ("page", Kind.PAGE), ("event", Kind.EVENT),
    ("stor", Kind.STORY), ("note", Kind.NOTE), ("post", Kind.POST), ("check_in", Kind.POST), ("place", Kind.POST),
)  # fmt: skip
_COORDINATES = re.compile(r"\(\s*(-?\d{1,3}\.\d+)\s*,\s*(-?\d{1,3}\.\d+)\s*\)")
_WORDS = frozenset({Kind.COMMENT, Kind.POST, Kind.STORY, Kind.NOTE})


def make(value: object, path: Path, source: From) -> Iterator[Record]:
    if type(value) is not dict or "label_values" not in value:
        raise ValueError("no labels")
    found = read_labels(value)
    account = source.context.account
    kind = next((kind for part, kind in _KINDS if part in source.file), None)
    if "search" in source.file:
        yield Held("facebook", HeldKind.SEARCH, account, line(found.longest()), found.at)
    elif any(part in source.file for part in _SEEN):
        yield Held("facebook", HeldKind.VIEW, account, at=found.at)
    elif kind is None:
        yield Held("facebook", HeldKind.DETAIL, account, at=found.at)
    else:
        pictures = tuple(picture(one, source.path, source.context) for one in trees(value.get("media")))
        lat, lon = _coordinates(found)
        said = (found.named(COMMENT) or found.longest(NAME | REACTION)) if kind in _WORDS and lat is None else ""
        yield Entry(
            "facebook", kind, account, text(value, "fbid"), found.at, said,
            " · ".join(line(one) for one in found.texts.values() if one != said)[:500],
            link=found.link if _own(found.link) else "", place=line(next(iter(found.texts.values()), ""))
            if lat is not None or "place" in source.file else "", lat=lat, lon=lon, media=pictures,
        )  # fmt: skip


def _coordinates(found: Labels) -> tuple[float, float] | tuple[None, None]:
    for one in found.texts.values():
        place = _COORDINATES.search(one)
        if place:
            return degrees(place.group(1), place.group(2))
    return None, None


def _own(address: str) -> bool:
    return "facebook.com/" in address
