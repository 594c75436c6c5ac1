"""Lenses made ready: which word leads to which rule, so that a text costs only what is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from footprint.archives.lenses import phrases
from footprint.archives.lenses.about import Looking
from footprint.archives.lenses.format import Check, LensFile, Needs, RuleFile

OWN = "own_words"
"""The rule that holds the words of an employer’s pack."""
Lists = Mapping[str, tuple[str, ...]]
Pattern = re.Pattern[str]


@dataclass(frozen=True)
class Rule:
    """One rule made ready. `number` orders them; `lens` is the number of its lens."""

    number: int
    lens: int
    id: str
    score: float
    check: Check
    not_in: Pattern | None
    unless: Pattern | None
    only_with: Pattern | None


@dataclass(frozen=True)
class Ready:
    """A lens that looks at words."""

    id: str
    threshold: float
    quoted: float
    negated: float
    not_in: Pattern | None
    silenced: frozenset[str]


@dataclass
class Index:
    """`by_word`: what to try when a word is there; a pattern of None means the word itself is the match."""

    lenses: list[Ready] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    by_word: dict[str, list[tuple[int, Pattern | None]]] = field(default_factory=dict)
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
        ready = Ready(
            lens.id, lens.threshold, lens.quoted, lens.negated, _any_of(lens.not_in, lists),
            frozenset(quiet.words.get(lens.id, ())),
        )  # fmt: skip
        for rule in (*lens.rules, *_own(looking.extra_words.get(lens.id, ()))):
            factor = quiet.factors.get(f"{lens.id}/{rule.id}", 1.0)
            _add(index, rule, lists, factor)
        index.lenses.append(ready)
    return index


def _own(words: Iterable[str]) -> Iterable[RuleFile]:
    known = tuple(words)
    return (RuleFile(id=OWN, phrases=known),) if known else ()


def _add(index: Index, rule: RuleFile, lists: Lists, factor: float) -> None:
    number = len(index.rules)
    score = rule.score * factor if rule.score > 0 else rule.score
    if not score:
        return
    index.rules.append(
        Rule(
            number, len(index.lenses), rule.id, score, rule.check, _any_of(rule.not_in, lists),
            _any_of(rule.unless, lists), _any_of(rule.only_with, lists),
        )  # fmt: skip
    )
    led: dict[str, list[str]] = {}
    for text in _each((*rule.words, *rule.phrases)):
        phrase = phrases.compiled(text, lists)
        if phrase is None:
            continue
        if phrase.single:
            index.by_word.setdefault(phrase.single, []).append((number, None))
            continue
        for anchor in phrase.anchors:
            led.setdefault(anchor, []).append(phrase.pattern)
    made: dict[str, Pattern] = {}
    for anchor, several in led.items():
        joined = "|".join(dict.fromkeys(several))
        pattern = made.setdefault(joined, re.compile(joined))
        index.by_word.setdefault(anchor, []).append((number, pattern))
    place = {Needs.AT: index.with_at, Needs.MANY_DIGITS: index.with_many}.get(rule.needs or Needs.DIGIT, index.with_digit)
    place.extend((number, re.compile(one, re.IGNORECASE)) for one in rule.patterns)


def _each(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from phrases.alternatives(text)


def _any_of(texts: Iterable[str], lists: Lists) -> Pattern | None:
    found = [phrase.pattern for text in _each(texts) if (phrase := phrases.compiled(text, lists, leads=False)) is not None]
    return re.compile("|".join(found)) if found else None
