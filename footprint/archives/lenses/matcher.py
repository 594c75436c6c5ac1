"""Holds lenses over entries: which flags each one raises, and by which words.

A text is cut into words once; the words that lead somewhere are found by one look into a set, and only the rules behind
those are tried. Most entries cost a few microseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from footprint.archives.lenses.about import NOBODY, AboutMe, Looking, Quiet
from footprint.archives.lenses.around import Looker, flag, looker
from footprint.archives.lenses.compiling import Index, Rule, index_of
from footprint.archives.lenses.cutting import Cut, Hit
from footprint.archives.lenses.format import Check, Looks
from footprint.archives.lenses.load import Lens, shared_lists
from footprint.archives.lenses.texts import is_negated, small, spans, words_of
from footprint.archives.records import Entry, Flag

LONGEST = 20_000  # letters of a text that are read; no post a person writes is longer
_MOST = 3  # flags of one lens on one entry
_DIGIT = re.compile(r"\d")
_MANY = re.compile(r"\d(?:\D{0,4}\d){5}")


class Matcher:
    """`flags(entry)` for these lenses and this person. Made once, used for every entry; keeps nothing of them."""

    def __init__(
        self,
        lenses: Iterable[Lens],
        about: AboutMe = NOBODY,
        extra_words: Mapping[str, tuple[str, ...]] | None = None,
        quiet: Quiet | None = None,
        shared: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        known = tuple(lenses)
        looking = Looking(about=about, extra_words=dict(extra_words or {}), quiet=quiet or Quiet())
        worded = [one for one in known if one.looks is Looks.WORDS]
        self._index: Index = index_of(worded, shared if shared is not None else shared_lists(), looking)
        self._leads = frozenset(self._index.by_word)
        silenced = looking.quiet.words
        self._around: tuple[tuple[str, Looker, frozenset[str]], ...] = tuple(
            (one.id, looker(one.looks, about.old_before), frozenset(silenced.get(one.id, ())))
            for one in known
            if one.looks is not Looks.WORDS
        )

    def flags(self, entry: Entry) -> tuple[Flag, ...]:
        """Every flag this entry raises, at most three of one lens."""
        found = [
            flag(lens, saw)
            for lens, look, silenced in self._around
            if (saw := look(entry)) and small(saw) not in silenced
        ]
        if entry.text:
            found += self._in_words(entry.text[:LONGEST])
        return tuple(found)

    def _in_words(self, text: str) -> list[Flag]:
        low = small(text)
        words = words_of(low)
        leads = self._leads.intersection(words)
        if "'" in low:
            leads |= self._leads.intersection([one.partition("'")[0] for one in words if "'" in one])
        digit = _DIGIT.search(low)
        at = "@" in low or " dot " in low or "(at)" in low
        if not leads and digit is None and not at:
            return []
        hits: dict[int, list[Hit]] = {}
        cut = Cut(low, words)
        by_word, bare = self._index.by_word, cut.bare
        for word in leads:
            standing = [number for number, one in enumerate(words) if one == word or bare[number] == word]
            for rule, tried in by_word[word]:
                places = cut.places(word, standing, tried)
                if places:
                    hits.setdefault(rule, []).extend(places)
        if digit is not None:
            self._try(self._index.with_digit, low, hits)
            if _MANY.search(low, digit.start()):
                self._try(self._index.with_many, low, hits)
        if at:
            self._try(self._index.with_at, low, hits)
        return self._weigh(text, cut, hits) if hits else []

    @staticmethod
    def _try(several: Iterable[tuple[int, re.Pattern[str]]], low: str, hits: dict[int, list[Hit]]) -> None:
        for number, pattern in several:
            places = [one.span() for one in pattern.finditer(low)]
            if places:
                hits.setdefault(number, []).extend(places)

    def _weigh(self, text: str, cut: Cut, hits: Mapping[int, list[Hit]]) -> list[Flag]:
        by_lens: dict[int, list[tuple[float, Rule, Hit]]] = {}
        covers: dict[int, list[Hit]] = {}
        for number, several in hits.items():
            rule = self._index.rules[number]
            if rule.lens not in covers:
                covers[rule.lens] = cut.covers(self._index.lenses[rule.lens].covers)
            best = self._best(cut, rule, several, covers[rule.lens])
            if best is not None:
                by_lens.setdefault(rule.lens, []).append((best[0], rule, best[1]))
        flags: list[Flag] = []
        for number, scored in by_lens.items():
            if sum(one[0] for one in scored) >= self._index.lenses[number].threshold - 1e-9:
                flags += self._flags(number, text, scored)
        return flags

    def _best(self, cut: Cut, rule: Rule, several: list[Hit], masks: list[Hit]) -> tuple[float, Hit] | None:
        """The place where this rule counts most, and how much."""
        low = cut.low
        if rule.unless is not None and rule.unless.search(low):
            return None
        if rule.only_with is not None and not rule.only_with.search(low):
            return None
        lens = self._index.lenses[rule.lens]
        covers = [*masks, *spans(rule.not_in, low)]
        best: tuple[float, Hit] | None = None
        for hit in several:
            if any(start < hit[1] and hit[0] < end for start, end in covers):
                continue
            if low[hit[0] : hit[1]] in lens.silenced or (rule.check is Check.LUHN and not _is_card(low[slice(*hit)])):
                continue
            score = rule.score
            if score > 0 and any(start <= hit[0] and hit[1] <= end for start, end in cut.borrowed):
                score *= lens.quoted
            if score > 0 and lens.negated != 1.0 and is_negated(low, hit[0]):
                score *= lens.negated
            if best is None or abs(score) > abs(best[0]) or (score == best[0] and hit < best[1]):
                best = score, hit
        return best

    def _flags(self, number: int, text: str, scored: list[tuple[float, Rule, Hit]]) -> list[Flag]:
        lens = self._index.lenses[number]
        speaking = sorted((one for one in scored if one[0] > 0), key=lambda one: (-one[0], one[2]))[:_MOST]
        return [Flag(lens.id, rule.id, text[start:end], start, end) for _score, rule, (start, end) in speaking]


def matcher_for(looking: Looking, lenses: Iterable[Lens]) -> Matcher:
    """A matcher of the lenses that look; where nothing was chosen, of those that are not sensitive."""
    chosen = [one for one in lenses if (not one.sensitive if looking.lenses is None else one.id in looking.lenses)]
    return Matcher(chosen, looking.about, looking.extra_words, looking.quiet)


def _is_card(number: str) -> bool:
    digits = [int(one) for one in number if one.isdigit()]
    doubled = [one * 2 - 9 * (one > 4) for one in digits[-2::-2]]
    return len(digits) >= 12 and len(set(digits)) > 1 and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
