"""Which places a text names: near the person, elsewhere in the country, or abroad. From our own short list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

import msgspec

from footprint import paths
from footprint.search.matching import names
from footprint.search.matching.names import fold
from footprint.search.matching.phrases import Hit, Phrases, Words, in_words

_BEFORE_PLACES = frozenset({"in", "from", "of", "near", "at", "around", "to"})


class Where(IntEnum):
    """How far from the person a place is."""

    OWN = 0
    NEAR = 1
    ELSEWHERE = 2
    ABROAD = 3


@dataclass(frozen=True)
class Place:
    """A place in a text, as it is written there, and how far it is; `end` is the word after it."""

    where: Where
    text: str
    at: int
    end: int


class _Home(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    county: dict[str, str]


class _Abroad(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    regions: str
    cities: str
    codes: str
    peoples: str


@dataclass(frozen=True)
class _Known:
    """What one name may be: towns by county, a county itself, a place abroad."""

    counties: frozenset[str] = frozenset()
    county: str = ""
    abroad: bool = False
    region: bool = False


@dataclass(frozen=True)
class Gazetteer:
    places: Phrases[_Known]
    counties: dict[str, frozenset[str]]
    codes: frozenset[str]
    peoples: frozenset[str]

    def home(self, towns: Iterable[str]) -> frozenset[str]:
        """Counties the person's towns are in."""
        return frozenset(one for town in towns for one in self.counties.get(fold(town).strip(), ()))

    def find(self, words: Words, own: Phrases[str], home: frozenset[str]) -> Iterator[Place]:
        """Places in `words`. A town of the person's with a foreign region behind it is the other town of that name."""
        mine = {hit.at: hit for hit in own.find(words.folded)}
        taken = -1
        for hit in self.places.find(words.folded):
            if hit.at < taken or not words.is_capital(hit.at) or _is_name(words, hit):
                continue
            end = taken = hit.at + hit.length
            known, text = hit.value, words.written(hit.at, hit.length)
            longer = hit.at in mine and mine[hit.at].length >= hit.length
            if longer:
                end = taken = hit.at + mine.pop(hit.at).length
                if not self._foreign(words, end):
                    yield Place(Where.OWN, text, hit.at, end)
                    continue
            mine.pop(hit.at, None)
            yield Place(self._where(words, end, known, home), text, hit.at, end)
        for hit_ in mine.values():
            if words.is_capital(hit_.at) and not self._foreign(words, hit_.at + hit_.length):
                yield Place(Where.OWN, words.written(hit_.at, hit_.length), hit_.at, hit_.at + hit_.length)

    def _where(self, words: Words, end: int, known: _Known, home: frozenset[str]) -> Where:
        if (known.abroad and not known.counties) or self._foreign(words, end):
            return Where.ABROAD
        return Where.NEAR if home & (known.counties | {known.county}) else Where.ELSEWHERE

    def _foreign(self, words: Words, end: int) -> bool:
        """Whether what follows, after a comma or in brackets, is a region abroad."""
        if end >= len(words.folded):
            return False
        between = words.text[words.spans[end - 1][1] : words.spans[end][0]].strip()
        if between not in (",", "(", "") or not words.is_capital(end):
            return False
        if between and words.written(end) in self.codes:
            return True
        after = next(iter(self.places.find(words.folded[end : end + 3])), None)
        return after is not None and after.at == 0 and after.value.region


def _is_name(words: Words, hit: Hit[_Known]) -> bool:
    """Keith is a town and a man, Bolton a town and a family: what stands before it tells which."""
    before = words.folded[hit.at - 1] if hit.at else ""
    beside = bool(hit.at) and words.text[words.spans[hit.at - 1][1] : words.spans[hit.at][0]] == " "
    table = names.shipped()
    if beside and words.is_capital(hit.at - 1) and table.knows(before):
        return True
    return hit.length == 1 and table.knows(words.folded[hit.at]) and not (beside and before in _BEFORE_PLACES)


@lru_cache(maxsize=1)
def shipped() -> Gazetteer:
    """The list that comes with the app."""
    folder = paths.shipped("resources") / "places"
    home = msgspec.toml.decode((folder / "uk.toml").read_bytes(), type=_Home)
    abroad = msgspec.toml.decode((folder / "abroad.toml").read_bytes(), type=_Abroad)
    counties: dict[str, set[str]] = {}
    for county, towns in home.county.items():
        for town in (*_split(towns), county):
            counties.setdefault(fold(town), set()).add(county)
    known = {name: _Known(frozenset(of)) for name, of in counties.items()}
    foreign = {fold(one) for one in _split(abroad.regions)}
    cities = {fold(one) for one in _split(abroad.cities)}
    for name in (*foreign, *cities):
        before = known.get(name, _Known())
        known[name] = _Known(before.counties, "", abroad=True, region=name in foreign)
    return Gazetteer(
        Phrases(known.items()),
        {name: frozenset(of) for name, of in counties.items()},
        frozenset(abroad.codes.split()),
        frozenset(fold(one) for one in abroad.peoples.split()),
    )


def own_places(towns: Iterable[str]) -> Phrases[str]:
    """The person's towns, ready to be found."""
    return Phrases((town, town) for town in towns if in_words(town).folded)


def _split(text: str) -> list[str]:
    return [one.strip() for one in text.replace("\n", " ").split(",") if one.strip()]
