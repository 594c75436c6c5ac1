"""Two pages compared by what is kept of them: 64 bits in which pages of nearly the same words hardly differ.

The hash is the “simhash” of Charikar (2002) over pairs of neighbouring words.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from footprint.log.recheck.records import Page

MOST_WORDS = 20_000
_BITS = 64
_NEAR = 14  # bits two pages may differ in and still be the same page, edited
_FEW = 60  # words: of so few, every changed one turns many bits
_NEAR_FEW = 18
_WORD = re.compile(r"\w+")


def short_hash(text: str, salt: str) -> str:
    """16 hex letters that say whether two texts of one item are the same, and nothing else."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8, key=salt.encode()[:64]).hexdigest()


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())[:MOST_WORDS]


def shape_of(words: Iterable[str], salt: str) -> str:
    """The simhash of these words, 16 hex letters; "" without words."""
    listed = list(words)
    if not listed:
        return ""
    key = salt.encode()[:64]
    counts = [0] * _BITS
    for one in {f"{a} {b}" for a, b in zip(listed, [*listed[1:], ""], strict=True)}:
        number = int.from_bytes(hashlib.blake2b(one.encode("utf-8", "replace"), digest_size=8, key=key).digest())
        for bit in range(_BITS):
            counts[bit] += 1 if number >> bit & 1 else -1
    return f"{sum(1 << bit for bit in range(_BITS) if counts[bit] > 0):016x}"


def similar(one: Page, other: Page) -> bool:
    """The same page but for an edit."""
    if not one.shape or not other.shape:
        return False
    if one.digest == other.digest:
        return True
    shorter, longer = sorted((one.length, other.length))
    if shorter < longer * 0.5:
        return False
    near = _NEAR_FEW if min(one.words, other.words) < _FEW else _NEAR
    if one.title and other.title:
        near += 4 if one.title == other.title else -6
    return (int(one.shape, 16) ^ int(other.shape, 16)).bit_count() <= near
