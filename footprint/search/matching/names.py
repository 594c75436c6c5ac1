"""Which forenames and family names belong together, from our own table, and how names are made comparable."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec

from footprint import paths
from footprint.errors import FootprintError
from footprint.i18n import _

# Letters that do not come apart into a plain letter and a mark.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
_APOSTROPHES = re.compile("['’‘ʼ`´]")


class BadNames(FootprintError):
    """The table of names has a mistake in it."""


class _ShortNames(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    full: str
    short: list[str]


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    name: list[_ShortNames]
    spelling: list[list[str]]
    family: list[list[str]]
    own: list[str] = []


@dataclass(frozen=True)
class NameTable:
    """Who is short for whom, and which spellings are one name. All words folded."""

    called: dict[str, frozenset[str]]
    full: dict[str, frozenset[str]]
    spelling: dict[str, frozenset[str]]
    family: dict[str, frozenset[str]]
    own: frozenset[str] = frozenset()

    def knows(self, forename: str) -> bool:
        """Whether it is a name of its own, not another one with a letter wrong."""
        return forename in self.called or forename in self.full or forename in self.spelling or forename in self.own

    def short_forms(self, forename: str) -> frozenset[str]:
        """What somebody of this forename may be called, and what it may be short for."""
        name = fold(forename)
        alike = {name, *self.spellings(name)}
        groups = (group.get(one, frozenset()) for one in alike for group in (self.called, self.full))
        return frozenset[str]().union(*groups) - {name}

    def spellings(self, forename: str) -> frozenset[str]:
        return self.spelling.get(fold(forename), frozenset())

    def family_spellings(self, family: str) -> frozenset[str]:
        return self.family.get(fold(family), frozenset())


def fold(text: str) -> str:
    """Lower case without marks and apostrophes: `O’Brien` and `Ó Briain` lose what people leave out when they type."""
    if text.isascii():
        return text.replace("'", "").replace("`", "").lower()
    apart = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text))
    if not apart.isascii():
        apart = "".join([letter for letter in apart if letter < "\u0300" or not unicodedata.combining(letter)])
    return apart.casefold().translate(_PLAIN)


def load(path: Path) -> NameTable:
    """Read a table strictly: a mistake names the file and the place."""
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=_File)
    except (OSError, msgspec.DecodeError, ValueError) as problem:
        raise BadNames(_("{file} cannot be used: {problem}.").format(file=path.name, problem=problem)) from problem
    for word in _words(found):
        if word != fold(word) or not re.fullmatch(r"[a-z]+([ -][a-z]+)*", word):
            raise BadNames(_("{file}: “{word}” must be plain lower-case letters.").format(file=path.name, word=word))
    twice = [one.full for one in found.name if sum(one.full == other.full for other in found.name) > 1]
    if twice:
        raise BadNames(_("{file}: “{word}” has two entries.").format(file=path.name, word=twice[0]))
    called = {one.full: frozenset(one.short) for one in found.name}
    return NameTable(called, _fulls(found.name), _groups(found.spelling), _groups(found.family), frozenset(found.own))


@lru_cache(maxsize=1)
def shipped() -> NameTable:
    """The table that comes with the app."""
    return load(paths.shipped("resources") / "names" / "uk-short-names.toml")


def _words(found: _File) -> list[str]:
    named = [word for one in found.name for word in (one.full, *one.short)]
    named += found.own
    return named + [word for group in (*found.spelling, *found.family) for word in group]


def _fulls(names: list[_ShortNames]) -> dict[str, frozenset[str]]:
    together: dict[str, set[str]] = {}
    for one in names:
        for short in one.short:
            together.setdefault(short, set()).add(one.full)
    return {short: frozenset(fulls) for short, fulls in together.items()}


def _groups(groups: list[list[str]]) -> dict[str, frozenset[str]]:
    together: dict[str, set[str]] = {}
    for group in groups:
        for word in group:
            together.setdefault(word, set()).update(other for other in group if other != word)
    return {word: frozenset(others) for word, others in together.items()}
