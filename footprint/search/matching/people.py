"""Finds one person's name in foreign text: family name and forename apart, each with how well it fits."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Any, cast

from footprint.person import PARTICLES, split_name
from footprint.search.matching.names import NameTable, fold

# A new sentence, cell or line starts here: a forename before it does not belong to a family name after it.
_BREAKS = re.compile(r"[;:|•·–—\n\r\t()\[\]{}/\"“”]|(?<=\w\w)[.!?](?=\s|$)|\s-\s")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_COMMA = ","
_WORD_OR_COMMA = re.compile(r"[^\W\d_]+|,", re.UNICODE)
_JOINED = frozenset({"mc", "mac", "o"})
_NEAR = 3


class Fit(IntEnum):
    """How a name in a text fits one of the person's; higher is better."""

    NONE = 0
    NEARLY = 1
    INITIAL = 2
    PART = 3
    SHORT = 4
    SPELLING = 5
    FORMER = 6
    EXACT = 7


@dataclass(frozen=True)
class PersonName:
    """A name of the person, folded once. `given` holds all forenames, the one in use first; empty for a single name."""

    text: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    former: bool = False

    @cached_property
    def core(self) -> list[str]:
        """The family name without `van` and `de`."""
        return [word for word in self.family if word not in PARTICLES]

    @cached_property
    def ready(self) -> dict[int, Any]:
        """What `_beginnings` worked out, by table; kept here so that it goes when the name goes."""
        return {}


@dataclass(frozen=True)
class _Beginnings:
    """Words at which a family name may begin: `known` does for certain, one of `parts` in a text makes it worth a look.

    Other words are looked at when they begin with one of `letters`. `forenames` are what the first one may be, each
    with how well it fits.
    """

    table: NameTable
    known: frozenset[str]
    parts: frozenset[str]
    letters: tuple[str, ...]
    joined: frozenset[str]
    forenames: dict[str, Fit]


def _beginnings(name: PersonName, table: NameTable) -> _Beginnings:
    found = name.ready.get(id(table))
    if found is not None:
        return cast(_Beginnings, found)
    known = {one for word in name.family for one in (word, *table.family_spellings(word))}
    parts = known | {start + word[2:] for word in known if word.startswith("mc") for start in ("mac", "")}
    parts |= {word[1:] for word in known if word.startswith("o") and len(word) > 3}
    letters = tuple({word[0] for word in name.family if len(word) > 4})
    joined = frozenset("o" + word for word in name.family)
    made = _Beginnings(table, frozenset(known), frozenset(parts), letters, joined, _forenames(name, table))
    name.ready[id(table)] = made  # `made` holds the table, so no other can get its id
    return made


def _forenames(name: PersonName, table: NameTable) -> dict[str, Fit]:
    if not name.given:
        return {}
    first = name.given[0]
    found = {word: Fit.PART for word in name.given[1:] if len(word) > 1}
    found.update(dict.fromkeys(table.short_forms(first), Fit.SHORT))
    found.update(dict.fromkeys(table.spellings(first), Fit.SPELLING))
    found[first] = Fit.EXACT
    return found


@dataclass(frozen=True)
class Seen:
    """A name found in a text: the family name's fit, the forename's fit, and the person's name it fits."""

    family: Fit
    given: Fit
    name: PersonName

    @property
    def whole(self) -> bool:
        return self.given is not Fit.NONE and self.family is not Fit.NONE


def person_name(text: str, given: str = "", family: str = "", *, former: bool = False) -> PersonName | None:
    """A name ready for comparing; None when no word of it can be. A single name counts as the family name."""
    if not family and not given:
        given, family = split_name(text)
    if not family:
        given, family = "", given
    givens, families = tuple(_words(given)), tuple(_words(family))
    return PersonName(text.strip(), givens, families, former) if families else None


def look_for(names: tuple[PersonName, ...], text: str, table: NameTable) -> Seen | None:
    """The best-fitting of `names` in `text`; None when no family name of theirs is there."""
    best: Seen | None = None
    present = set(_WORD.findall(fold(text)))
    wanted = [(name, heads) for name in names if (heads := _heads(name, present, table))]
    if not wanted:
        return None
    for words in _pieces(text):
        for name, heads in wanted:
            if heads.isdisjoint(words):
                continue
            for seen in _in_piece(name, words, heads, table):
                if best is None or _weight(seen) > _weight(best):
                    best = seen
    return best


def _heads(name: PersonName, present: set[str], table: NameTable) -> frozenset[str]:
    """Words at which the family name may begin in a text of these words; none for most texts."""
    start = _beginnings(name, table)
    alike = [word for word in present if word.startswith(start.letters) and len(word) > 4] if start.letters else []
    near = {word for word in alike if any(_nearly(one, word) for one in name.family)}
    if not near and start.parts.isdisjoint(present):
        return frozenset()
    return start.known.union(near, map(_one_mac, near), start.joined)


def _weight(seen: Seen) -> tuple[bool, int, bool]:
    return seen.whole, min(seen.family, seen.given) * 8 + max(seen.family, seen.given), not seen.name.former


def _in_piece(name: PersonName, words: list[str], heads: frozenset[str], table: NameTable) -> Iterator[Seen]:
    for at, word in enumerate(words):
        if word not in heads:
            continue
        family, length = _family_fit(name, words, at, table)
        if family is Fit.NONE and name.given and name.given[0][0] + name.family[0] == words[at] and words[at][0] == "o":
            yield Seen(Fit.EXACT, Fit.INITIAL, name)  # “O Example”, joined as “O Brien” is
        if family is Fit.NONE:
            continue
        if name.former and family is Fit.EXACT:
            family = Fit.FORMER
        if not name.given:
            if family in (Fit.EXACT, Fit.FORMER):
                yield Seen(family, Fit.EXACT, name)
            continue
        yield Seen(family, _given_fit(name, words, at, length, table), name)


def _family_fit(name: PersonName, words: list[str], at: int, table: NameTable) -> tuple[Fit, int]:
    """How the words from `at` fit the family name, and how many of them it takes."""
    whole = name.family
    if words[at : at + len(whole)] == list(whole):
        return Fit.EXACT, len(whole)
    core = name.core
    if core and len(core) < len(whole) and words[at : at + len(core)] == core:
        return Fit.PART, len(core)
    word = words[at]
    if len(core) > 1 and word in core and len(word) > 2:
        return Fit.PART, 1
    if len(core) != 1:
        return Fit.NONE, 0
    if word in table.family_spellings(core[0]):
        return Fit.SPELLING, 1
    return (Fit.NEARLY, 1) if _nearly(core[0], word) else (Fit.NONE, 0)


def _given_fit(name: PersonName, words: list[str], at: int, length: int, table: NameTable) -> Fit:
    """The best forename close before the family name, or after it as in “Example, Ada”."""
    before, after = _before(words, at), _after(words, at, at + length, table)
    found = Fit.NONE
    for near in (before, after):
        found = max(found, _together(name, near))
        for n, word in enumerate(near):
            if len(word) > 1 and (near is after or _may_stand_between(name, near[n + 1 :], table)):
                found = max(found, _forename_fit(name, word, table))
    return max(found, _initial_fit(name, before[::-1]), _initial_fit(name, after))


def _may_stand_between(name: PersonName, words: list[str], table: NameTable) -> bool:
    """Middle names, “Ada and Bo Example”, and one word not known as a name: “Ada says the example” names nobody."""
    return (
        sum(len(word) > 1 and word != "and" and word not in name.given and not table.knows(word) for word in words) <= 1
    )


def _before(words: list[str], at: int) -> list[str]:
    """Up to three words, none from before a comma: “Ada Sample, Bo Example” names two people."""
    near = words[max(0, at - _NEAR) : at]
    return near[len(near) - near[::-1].index(_COMMA) :] if _COMMA in near else near


def _after(words: list[str], at: int, end: int, table: NameTable) -> list[str]:
    """Two words, where the family name may stand first: “Example, Ada” at the start, “EXAMPLE Ada” with none before."""
    if words[end : end + 1] == [_COMMA]:
        return words[end + 1 : end + 3] if at == 0 else []
    if at and table.knows(words[at - 1]):
        return []
    near = words[end : end + 2]
    return near[: near.index(_COMMA)] if _COMMA in near else near


def _initial_fit(name: PersonName, away: list[str]) -> Fit:
    """First letters count only side by side with the family name: “A. Example”, “A. M. Example”, “Example A”."""
    letters = list(itertools.takewhile(lambda word: len(word) == 1, away))
    return Fit.INITIAL if any(name.given[0].startswith(letter) for letter in letters) else Fit.NONE


def _together(name: PersonName, near: list[str]) -> Fit:
    """“Annemarie” for “Anne-Marie”, and the other way round."""
    joined = "".join(name.given)
    return Fit.EXACT if len(name.given) > 1 and joined in ("".join(near[-len(name.given) :]), *near) else Fit.NONE


def _forename_fit(name: PersonName, word: str, table: NameTable) -> Fit:
    known = _beginnings(name, table).forenames.get(word)
    if known is not None:
        return known
    # A name of its own is another person, however close the letters are: Marie is not Maria.
    return Fit.NEARLY if _nearly(name.given[0], word) and not table.knows(word) else Fit.NONE


def _nearly(one: str, other: str) -> bool:
    """One letter wrong, missing, added or swapped, in words of five letters and more with the same start."""
    if min(len(one), len(other)) < 5 or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=1) <= 1


def _pieces(text: str) -> Iterator[list[str]]:
    for piece in _BREAKS.split(text):
        words = _words(piece, _WORD_OR_COMMA)
        if words:
            yield words


def _words(text: str, pattern: re.Pattern[str] = _WORD) -> list[str]:
    """Folded words; `Mc Donald` and `O Brien` become one word, `Mac` and `Mc` one beginning."""
    words: list[str] = []
    found = pattern.findall(_composed(text))
    for written, folded in zip(found, fold(" ".join(found)).split(" "), strict=False):
        if written == _COMMA:
            words.append(written)
            continue
        if len(written) == 1 and written.islower():
            continue  # the word “a” is nobody's first letter
        word = folded if folded.isascii() else re.sub(r"[^a-z]", "", folded) or folded
        if words and words[-1] in _JOINED and len(word) > 2:
            words[-1] = _one_mac(words[-1] + word)
        else:
            words.append(_one_mac(word))
    return words


def _composed(text: str) -> str:
    """Letters with their marks in one piece and without apostrophes, so that a word is not cut at either."""
    if text.isascii():
        return text.replace("'", "").replace("`", "")
    return unicodedata.normalize("NFKC", re.sub("['’‘ʼ`´]", "", text))


def _one_mac(word: str) -> str:
    return "mc" + word[3:] if word.startswith("mac") and len(word) > 6 else word
