"""How hard a text is to read: the Flesch-Kincaid grade and the longest sentence, as `ui-design` 11.8 counts them."""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_GRADE = 8.0
MAX_SENTENCE = 25

_SENTENCE_END = re.compile(r"(?<![.!?:])[.!?:]+\s|\n")  # tried once for each run of marks, however long
_WORD = re.compile(r"[A-Za-z'’-]+")


class Reading(NamedTuple):
    """The school grade a text asks for, and the words in its longest sentence."""

    grade: float
    longest: int


def reading(text: str) -> Reading:
    sentences = [part for part in _SENTENCE_END.split(text) if part.strip()]
    words = _WORD.findall(text)
    if not words:
        return Reading(0.0, 0)
    grade = 0.39 * len(words) / max(1, len(sentences)) + 11.8 * sum(map(_beats, words)) / len(words) - 15.59
    return Reading(grade, max(len(_WORD.findall(part)) for part in sentences))


def _beats(word: str) -> int:
    """About how many syllables: groups of vowels, less a silent final e."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    if not letters:
        return 0
    groups = len(re.findall(r"[aeiouy]+", letters))
    silent = letters.endswith("e") and not letters.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)
