"""Lenses made ready: which word leads to which rule, so that a text costs only what is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from footprint.archives.lenses import phrases
from footprint.archives.lenses.about import Looking, plain
from footprint.archives.lenses.format import Check, LensFile, Needs, RuleFile

OWN = "own_words"
"""The rule that holds the words of an employer’s pack."""
Lists = Mapping[str, tuple[str, ...]]
Pattern = re.Pattern[str]
ANYWHERE = -1


class Try:
    """What to try when a word is there: a pattern at the words up to `reach` before it that are among `firsts`.

    Without a `source` the word itself is the match. A `reach` of `ANYWHERE`: the whole text is searched. The pattern is
    made when it is first needed: most words of most lenses never are.
    """

    __slots__ = ("_pattern", "firsts", "reach", "source")

    def __init__(self, source: str = "", firsts: frozenset[str] = frozenset(), reach: int = 0) -> None:
        self.source = source
        self.firsts = firsts
        self.reach = reach
        self._pattern: Pattern | None = None

    @property
    def pattern(self) -> Pattern:
        if self._pattern is None:
            self._pattern = re.compile(self.source, re.IGNORECASE)
        return self._pattern


Led = dict[str, Try]


@dataclass(frozen=True)
class Rule:
    """One rule made ready. `lens` is the number of its lens."""

    lens: int
    id: str
    score: float
    check: Check
    not_in: Pattern | None
    unless: Pattern | None
    only_with: Pattern | None


@dataclass(frozen=True)
class Ready:
    """A lens that looks at words. `covers`: what means something else, by a word that is in it."""

    id: str
    threshold: float
    quoted: float
    negated: float
    covers: Led
    silenced: frozenset[str]


@dataclass
class Index:
    """All rules of all lenses, by the words that lead to them."""

    lenses: list[Ready] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    by_word: dict[str, list[tuple[int, Try]]] = field(default_factory=dict)
    with_digit: list[tuple[int, Pattern]] = field(default_factory=list)
    with_many: list[tuple[int, Pattern]] = field(default_factory=list)
    with_at: list[tuple[int, Pattern]] = field(default_factory=list)


def index_of(lenses: Iterable[LensFile], shared: Lists, looking: Looking) -> Index:
    """The lenses that look at words, ready for this person."""
    index = Index()
    about = looking.about.lists()
    for lens in lenses:
        lists = {**about, **shared, **lens.lists}
        quiet = looking.quiet
        for rule in (*lens.rules, *_own(looking.extra_words.get(lens.id, ()))):
            _add(index, rule, lists, quiet.factors.get(f"{lens.id}/{rule.id}", 1.0))
        silenced = frozenset(quiet.words.get(lens.id, ()))
        covers = _led(lens.not_in, lists, leads=False)
        index.lenses.append(Ready(lens.id, lens.threshold, lens.quoted, lens.negated, covers, silenced))
    return index


def _own(words: Iterable[str]) -> Iterable[RuleFile]:
    known = plain(words)
    return (RuleFile(id=OWN, phrases=known),) if known else ()


def _add(index: Index, rule: RuleFile, lists: Lists, factor: float) -> None:
    number = len(index.rules)
    score = rule.score * factor if rule.score > 0 else rule.score
    conditions = (_any_of(one, lists) for one in (rule.not_in, rule.unless, rule.only_with))
    index.rules.append(Rule(len(index.lenses), rule.id, score, rule.check, *conditions))
    if not score:
        return
    for word, tried in _led((*rule.words, *rule.phrases), lists, leads=True).items():
        index.by_word.setdefault(word, []).append((number, tried))
    if rule.led_by:
        tries = [Try(one, reach=ANYWHERE) for one in rule.patterns]
        for word in rule.led_by:
            index.by_word.setdefault(word, []).extend((number, one) for one in tries)
        return
    place = {Needs.AT: index.with_at, Needs.MANY_DIGITS: index.with_many}.get(rule.needs or Needs.DIGIT)
    (index.with_digit if place is None else place).extend(
        (number, re.compile(one, re.IGNORECASE)) for one in rule.patterns
    )


def _led(texts: Iterable[str], lists: Lists, *, leads: bool) -> Led:
    """The phrases put together by the word that leads to them; under "" what no word leads to."""
    by_word: dict[str, list[phrases.Phrase]] = {}
    for text in _each(texts):
        phrase = phrases.compiled(text, lists, leads=leads)
        if phrase is not None:
            for anchor in phrase.anchors or {""}:
                by_word.setdefault(anchor, []).append(phrase)
    made: dict[tuple[str, int], Try] = {}
    return {word: _together(word, several, made) for word, several in by_word.items()}


def _together(word: str, several: list[phrases.Phrase], made: dict[tuple[str, int], Try]) -> Try:
    if any(one.single == word for one in several):
        return Try()
    source = "|".join(dict.fromkeys(one.pattern for one in several))
    reach = max(one.reach for one in several) if word else ANYWHERE
    if (source, reach) not in made:
        open_ended = not all(one.firsts for one in several)
        firsts = frozenset() if open_ended else frozenset().union(*(one.firsts for one in several))
        made[source, reach] = Try(source, firsts, reach)
    return made[source, reach]


def _each(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from phrases.alternatives(text)


def _any_of(texts: Iterable[str], lists: Lists) -> Pattern | None:
    compiled = (phrases.compiled(text, lists, leads=False) for text in _each(texts))
    found = [phrase.pattern for phrase in compiled if phrase is not None]
    return re.compile("|".join(found)) if found else None
