"""Which work a text names, and whether it is like the person's. From our own short list, by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

import msgspec

from footprint import paths
from footprint.search.matching.phrases import Phrases, Words, in_words


class Alike(IntEnum):
    """How like the person's work it is."""

    SAME = 0
    FIELD = 1
    NEAR = 2
    OTHER = 3


@dataclass(frozen=True)
class Work:
    """Work in a text, as it is written there."""

    alike: Alike
    text: str
    at: int


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    near: list[list[str]]
    field: dict[str, str]


@dataclass(frozen=True)
class Occupations:
    titles: Phrases[str]
    near: frozenset[frozenset[str]]

    def fields(self, titles: Iterable[str]) -> frozenset[str]:
        """The fields of the person's job titles; none when the list does not know them."""
        return frozenset(hit.value for title in titles for hit in self.titles.find(in_words(title).folded))

    def find(self, words: Words, own: Phrases[str], fields: frozenset[str]) -> Iterator[Work]:
        """Work in `words`. Where the person's field is not known, only their own title says anything."""
        mine = {hit.at: hit for hit in own.find(words.folded)}
        for hit in self.titles.find(words.folded):
            text = words.written(hit.at, hit.length)
            if len(text) <= 3 and not text.isupper():
                continue  # “ta” is a word, “TA” is work
            if any(at <= hit.at < at + one.length for at, one in mine.items()):
                continue
            if fields:
                yield Work(self._alike(hit.value, fields), text, hit.at)
        for at, hit in mine.items():
            yield Work(Alike.SAME, words.written(at, hit.length), at)

    def _alike(self, field: str, fields: frozenset[str]) -> Alike:
        if field in fields:
            return Alike.FIELD
        return Alike.NEAR if any(frozenset((field, one)) in self.near for one in fields) else Alike.OTHER


@lru_cache(maxsize=1)
def shipped() -> Occupations:
    """The list that comes with the app."""
    file = msgspec.toml.decode((paths.shipped("resources") / "work" / "occupations.toml").read_bytes(), type=_File)
    entries = [
        (title.strip(), field)
        for field, titles in file.field.items()
        for title in titles.replace("\n", " ").split(",")
        if title.strip()
    ]
    plurals = [(f"{title}s", field) for title, field in entries if not title.endswith("s")]
    return Occupations(Phrases([*entries, *plurals]), frozenset(frozenset(pair) for pair in file.near))
