"""One text while lenses are held over it: its words with their places, found when they are first needed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from footprint.archives.lenses.compiling import ANYWHERE, Led, Try
from footprint.archives.lenses.texts import borrowed

Hit = tuple[int, int]


class Cut:
    """`low` is the text in small letters, `words` its words in order."""

    def __init__(self, low: str, words: list[str]) -> None:
        self.low = low
        self.words = words
        # Sister’s and sister: what is before an apostrophe stands for the word as well.
        self.bare = [one.partition("'")[0] for one in words] if "'" in low else words

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
        if self.bare is not self.words:
            for number, word in enumerate(self.bare):
                if word != self.words[number]:
                    found.setdefault(word, []).append(number)
        return found

    @cached_property
    def borrowed(self) -> tuple[Hit, ...]:
        return borrowed(self.low)

    def places(self, word: str, at: Sequence[int], tried: Try) -> list[Hit]:
        """Where what this word, standing at these numbers, leads to stands."""
        if tried.reach == ANYWHERE:
            return [found.span() for found in tried.pattern.finditer(self.low)]
        if not tried.source:
            return [(self.starts[one], self.starts[one] + len(word)) for one in at]
        words, bare, firsts, reach = self.words, self.bare, tried.firsts, tried.reach
        found = []
        for one in at:
            for begin in range(one - reach if one > reach else 0, one + 1):
                if not firsts or words[begin] in firsts or bare[begin] in firsts:
                    hit = tried.pattern.match(self.low, self.starts[begin])
                    if hit is not None:
                        found.append(hit.span())
        return found

    def covers(self, led: Led) -> list[Hit]:
        """What means something else, in this text."""
        found: list[Hit] = []
        for word in led.keys() & self.at_words.keys():
            found += self.places(word, self.at_words[word], led[word])
        if "" in led:
            found += self.places("", (), led[""])
        return found
