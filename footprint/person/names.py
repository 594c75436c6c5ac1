"""Takes a full name apart into forenames and family name, and mends capitals."""

from __future__ import annotations

import re
from typing import NamedTuple

from footprint.wordlists import words as word_set

# Words a family name can begin with; they stay with the word after them.
PARTICLES = word_set(
    "van de der den von zu zum zur ter ten te vom la le les lo du da das do dos del della delle degli di dei"
    " ap ab ferch bin bint ibn abu al el st mac mc nic ni ní ó o ua uí mhic"
)
_TITLES = word_set("mr mrs ms miss mx dr prof professor rev reverend sir dame lord lady cllr councillor")
_AFTER = word_set("jr sr ii iii obe mbe cbe phd msc ba bsc")
_O = re.compile(r"\b([OoDd])(['’‘ʼ`´])\s+(?=\w)")
_SMALL = PARTICLES - word_set("st mac mc nic ni ní ó o ua uí mhic")


class NameParts(NamedTuple):
    """`family` is empty for somebody who goes by a single name."""

    given: str
    family: str


def tidy_name(text: str) -> str:
    """One blank between words, `O’ Brien` in one piece, and capitals where all of it was typed in one case."""
    text = _O.sub(lambda found: found[1] + found[2], " ".join(text.split()))
    if text != text.lower() and (text != text.upper() or len(text) < 4):
        return text
    words = text.lower().split(" ")
    return " ".join(w if i and w in _SMALL and i < len(words) - 1 else _capital(w) for i, w in enumerate(words))


def split_name(text: str) -> NameParts:
    """Forenames and family name of `Ada Example`, `Example, Ada`, `Ada van der Example`, `Dr Ada O’Example`."""
    last, comma, first = (part.strip() for part in text.partition(","))
    if comma and first and _bare(first) not in _AFTER:
        return NameParts(" ".join(_without_titles(first.split())), last)
    words = _without_titles((last if comma else text).split())
    while len(words) > 2 and _bare(words[-1]) in _AFTER:
        words.pop()
    if len(words) < 2:
        return NameParts(" ".join(words), "")
    start = next((at for at in range(1, len(words) - 1) if words[at].casefold() in PARTICLES), len(words) - 1)
    return NameParts(" ".join(words[:start]), " ".join(words[start:]))


def _without_titles(words: list[str]) -> list[str]:
    while len(words) > 1 and _bare(words[0]) in _TITLES:
        words = words[1:]
    return words


def _bare(word: str) -> str:
    return word.strip(".,").casefold()


def _capital(word: str) -> str:
    """`anne-marie` to `Anne-Marie`, `o’brien` to `O’Brien`, `mcdonald` to `McDonald`."""
    word = re.sub(r"(?<![^\W_])[^\W\d_]", lambda found: _big(found[0]), word)
    word = re.sub(r"(?<=[^\W\d_]['’])S$", "s", word)
    return re.sub(r"^Mc([a-z])(?=[a-z]{2})", lambda found: "Mc" + found[1].upper(), word)


def _big(letter: str) -> str:
    """The capital, where it is one letter too (`ß` has none)."""
    return letter.title() if len(letter.title()) == 1 else letter
