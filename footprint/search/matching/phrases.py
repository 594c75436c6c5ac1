"""Words of a text with where they stand, and lists of phrases found among them in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from footprint.search.matching.names import fold

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Words:
    """A text in words: each folded, where it starts and ends, and as it is written."""

    text: str
    folded: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def written(self, at: int, length: int = 1) -> str:
        return self.text[self.spans[at][0] : self.spans[at + length - 1][1]]

    def is_capital(self, at: int) -> bool:
        return self.text[self.spans[at][0]].isupper()


def in_words(text: str) -> Words:
    spans = tuple(one.span() for one in _WORD.finditer(text))
    folded = fold(" ".join([text[start:end] for start, end in spans])).split(" ") if spans else []
    if len(folded) != len(spans):  # a letter that comes apart with a space in it
        folded = [fold(text[start:end]) for start, end in spans]
    return Words(text, tuple(folded), spans)


def one_after_another(first: Words, second: Words) -> Words:
    """The words of `first` and, on a new line, those of `second`."""
    ahead = len(first.text) + 1
    spans = tuple([(start + ahead, end + ahead) for start, end in second.spans])
    return Words(f"{first.text}\n{second.text}", first.folded + second.folded, first.spans + spans)


@dataclass(frozen=True)
class Hit(Generic[T]):
    """A phrase found: the first word's place, how many words, and what the list says of it."""

    at: int
    length: int
    value: T


class Phrases(Generic[T]):
    """Phrases looked up by their first word; where one begins with another, the longer counts."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for text, value in entries:
            words = in_words(text).folded
            if words:
                self._by_first.setdefault(words[0], []).append((words, value))
        for known in self._by_first.values():
            known.sort(key=lambda one: -len(one[0]))
        self._firsts = self._by_first.keys()

    def find(self, words: Sequence[str]) -> Iterator[Hit[T]]:
        """From left to right, none inside another."""
        if self._firsts.isdisjoint(words):
            return
        past = 0
        for at, word in enumerate(words):
            if at < past or word not in self._firsts:
                continue
            for phrase, value in self._by_first[word]:
                if len(phrase) == 1 or tuple(words[at : at + len(phrase)]) == phrase:
                    yield Hit(at, len(phrase), value)
                    past = at + len(phrase)
                    break
