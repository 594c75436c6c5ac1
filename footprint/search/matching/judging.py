"""Judging thousands of findings without doing it all again: a match is good while all it was made of is the same.

It is made of the person's details and accounts, what the search showed of the finding, and the lessons that finding has
something to do with. What is kept lives as long as the open vault does, in memory only.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from footprint import person
from footprint.person import Account, Detail
from footprint.search import store
from footprint.search.matching.learning import NOTHING_LEARNED, Learned, Lesson, LessonKind, learn
from footprint.search.matching.names import fold
from footprint.search.matching.weighing import Profile, judge, profile
from footprint.search.records import Finding, Match
from footprint.vault import Connection, Vault

_PIECE = re.compile(r"\w+")
_Shown = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class _Kept:
    """One match with what it was made of; `low` is its text, folded, to see which lessons it has to do with."""

    shown: _Shown
    host: str
    low: str
    match: Match


@dataclass(frozen=True)
class _Known:
    """One state of what matches are made of, with the matches made so far."""

    details: tuple[Detail, ...]
    accounts: tuple[Account, ...]
    who: Profile
    said: object  # the verdicts that teach, and what was forgotten
    learned: Learned
    matches: dict[str, _Kept]

    def judged(self, found: Finding) -> Finding:
        shown = (found.title, found.snippet, found.named, found.canonical, found.address)
        kept = self.matches.get(found.id)
        if kept is None or kept.shown != shown:
            match = judge(self.who, found, self.learned)
            kept = _Kept(shown, found.host, fold(f"{found.title}\n{found.snippet}"), match)
            self.matches[found.id] = kept
        match = kept.match
        return replace(found, band=match.band, score=match.score, reasons=match.reasons)


_KNOWN: WeakKeyDictionary[Vault, _Known] = WeakKeyDictionary()


def judging(vault: Vault) -> Callable[[Finding], Finding]:
    """What says how likely a finding is the person, and why, as things stand in `vault` now."""
    details, accounts = person.details(vault), person.accounts(vault)
    before = _KNOWN.get(vault)
    if before is None or (before.details, before.accounts) != (details, accounts):
        before = _Known(details, accounts, profile(details, accounts), None, NOTHING_LEARNED, {})
    now = _taught(before, vault)
    _KNOWN[vault] = now  # an older state that is still being filled fills its own matches, not these
    return now.judged


def learned_now(vault: Vault) -> Learned:
    """What the verdicts have taught, ready for comparing."""
    judging(vault)
    return _KNOWN[vault].learned


def forget_matches(vault: Vault) -> None:
    """Judge everything from the start at the next look, as after opening the vault."""
    _KNOWN.pop(vault, None)


def _taught(before: _Known, vault: Vault) -> _Known:
    with vault.reading() as db:
        said = _said(db)
    if said == before.said:
        return before
    judged, never = said
    who = before.who
    found = learn(judged, who.life, who.names, who.table)
    learned = Learned(tuple(one for one in found.lessons if (one.kind, one.key) not in never), who.table)
    return replace(before, said=said, learned=learned, matches=_still_good(before, learned))


def _said(db: Connection) -> tuple[tuple[Finding, ...], frozenset[tuple[str, str]]]:
    since, never = store.forgotten(db)
    return store.judged(db, since), never


def _still_good(before: _Known, learned: Learned) -> dict[str, _Kept]:
    """The matches that no lesson which came, went or changed has to do with."""
    changed = {_told(one) for one in before.learned.lessons} ^ {_told(one) for one in learned.lessons}
    sites = {key for kind, key, _text, _once in changed if kind is LessonKind.SITE}
    pieces = {_telling(key) for kind, key, _text, _once in changed if kind is not LessonKind.SITE}
    return {
        found: kept
        for found, kept in before.matches.items()
        if kept.host not in sites and not any(piece in kept.low for piece in pieces)
    }


def _told(lesson: Lesson) -> tuple[LessonKind, str, str, bool]:
    """All of a lesson that reasons are made of."""
    return lesson.kind, lesson.key, lesson.text, lesson.kind is LessonKind.SITE and lesson.pages == 1


def _telling(key: str) -> str:
    """The longest word of it: a text without that one has not the whole."""
    return max(_PIECE.findall(key), key=len, default=key)
