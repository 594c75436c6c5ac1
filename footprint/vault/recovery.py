"""The recovery code: 130 random bits that a person can write down, read out and type back.

26 characters of Crockford's base 32 in four groups; each group ends in a check character, so that a slip is found in
the group where it happened, before anything is decrypted. The check is a weighted sum over the field of 32 elements: it
finds every single wrong character, every swap of two, and two whole groups in each other's place.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from dataclasses import dataclass

from footprint.vault.errors import CodeMistyped

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SIZES = (6, 7, 6, 7)  # without the check character
_GROUPS = len(_SIZES)
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212._]+")


@dataclass(frozen=True, repr=False)
class RecoveryCode:
    """The 26 characters that count, without check characters. Its `repr` does not show them."""

    characters: str

    def __repr__(self) -> str:
        return "RecoveryCode(...)"

    @property
    def groups(self) -> tuple[str, ...]:
        """As printed: four groups, each with its check character."""
        found, at = [], 0
        for index, size in enumerate(_SIZES):
            part = self.characters[at : at + size]
            found.append(part + _check(index, part))
            at += size
        return tuple(found)

    @property
    def written(self) -> str:
        return "-".join(self.groups)

    def is_group(self, index: int, text: str) -> bool:
        """Whether `text` is group `index` (from 0) of this code, typed back from paper."""
        return _plain(text) == self.groups[index]


def new_code() -> RecoveryCode:
    return RecoveryCode("".join(secrets.choice(_LETTERS) for _place in range(sum(_SIZES))))


def read_code(text: str) -> RecoveryCode:
    """A code as somebody typed it: case, blanks and hyphens do not matter, O is 0, I and L are 1.

    Raises `CodeMistyped` with the groups (from 1) that cannot be right.
    """
    groups = _split(text)
    wrong = tuple(index + 1 for index, group in enumerate(groups) if not check_group(index, group))
    if wrong:
        raise CodeMistyped(wrong)
    return RecoveryCode("".join(group[:-1] for group in groups))


def check_group(index: int, text: str) -> bool:
    """Whether `text` can be group `index` (from 0) of some code: its length and its check character fit."""
    group = _plain(text)
    if len(group) != _SIZES[index] + 1 or any(letter not in _LETTERS for letter in group):
        return False
    return _check(index, group[:-1]) == group[-1]


def _plain(text: str) -> str:
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", text)).upper().translate(_ALIKE)


def _split(text: str) -> tuple[str, ...]:
    """Four groups: as the person divided them when that makes four, else by length."""
    parts = [part for part in _BETWEEN.split(unicodedata.normalize("NFKC", text)) if part]
    if len(parts) == _GROUPS:
        return tuple(_plain(part) for part in parts)
    joined = _plain(text)
    if len(joined) != sum(_SIZES) + _GROUPS:
        raise CodeMistyped(tuple(range(1, _GROUPS + 1)))
    found, at = [], 0
    for size in _SIZES:
        found.append(joined[at : at + size + 1])
        at += size + 1
    return tuple(found)


def _check(index: int, part: str) -> str:
    total, weight = index + 1, 1
    for letter in part:
        weight = _times_two(weight)
        total ^= _times(weight, _LETTERS.index(letter))
    return _LETTERS[total]


def _times_two(value: int) -> int:
    """Times x in GF(2^5), reduced by x^5 + x^2 + 1."""
    value <<= 1
    return value ^ 0b100101 if value & 32 else value


def _times(left: int, right: int) -> int:
    total = 0
    while right:
        if right & 1:
            total ^= left
        left, right = _times_two(left), right >> 1
    return total
