"""One text while lenses are held over it: its words with their places, found when they are first needed."""

from __future__ import annotations

from functools import cached_property

from footprint.archives.lenses.compiling import ANYWHERE, Led, Try
from footprint.archives.lenses.texts import borrowed

Hit = tuple[int, int]


class Cut:
    """`low` is the text in small letters, `words` its words in order."""

    def __init__(self, low: str, words: list[str]) -> None:
        self.low = low
        self.words = words

    @cached_property
    def starts(self) -> list[int]:
        found, at = [], 0
        for word in self.words:
            at = self.low.index(word, at)
            found.append(at)
            at += len(word)
        return found

    @cached_property
    def at_words(self) -> dict[str, list[int]]:
        """Where each word stands, by number; one with an apostrophe also under what is before it."""
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            found.setdefault(word, []).append(number)
            if "'" in word:
                found.setdefault(word.partition("'")[0], []).append(number)
        return found

    @cached_property
    def borrowed(self) -> tuple[Hit, ...]:
        return borrowed(self.low)

    def places(self, word: str, tried: Try) -> list[Hit]:
        """Where what this word leads to stands."""
        if not tried.source:
            return [(self.starts[at], self.starts[at] + len(word)) for at in self.at_words.get(word, ())]
        if tried.reach == ANYWHERE:
            return [found.span() for found in tried.pattern.finditer(self.low)]
        words, starts, firsts, match = self.words, self.starts, tried.firsts, tried.pattern.match
        found = []
        for at in self.at_words.get(word, ()):
            for begin in range(max(0, at - tried.reach), at + 1):
                if firsts and words[begin] not in firsts and words[begin].partition("'")[0] not in firsts:
                    continue
                hit = match(self.low, starts[begin])
                if hit is not None:
                    found.append(hit.span())
        return found

    def covers(self, led: Led) -> list[Hit]:
        """What means something else, in this text."""
        found: list[Hit] = []
        for word in led.keys() & self.at_words.keys():
            found += self.places(word, led[word])
        if "" in led:
            found += self.places("", led[""])
        return found
