"""What the sorting page shows, read in one go off the main thread, and the order in which it stays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from footprint import search
from footprint.i18n import N_
from footprint.labels import Labelled
from footprint.search import Band, Counts, Finding, Lesson, Outcome, Verdict, reading
from footprint.tasks import Task
from footprint.vault import Vault


class Shown(StrEnum):
    """Which results are in the list."""

    LEFT = "left"
    NEW = "new"
    SET_ASIDE = "set aside"
    LISTED = "listed"

    @classmethod
    def of(cls, verdict: Verdict | None) -> Shown:
        """The list that results judged so are in."""
        return next(one for one in (cls.LEFT, cls.SET_ASIDE, cls.LISTED) if one.keeps(verdict))

    def keeps(self, verdict: Verdict | None) -> bool:
        """Whether a result that was judged so stays in this list."""
        if self is Shown.SET_ASIDE:
            return verdict in (Verdict.FINE, Verdict.NOT_ME)
        if self is Shown.LISTED:
            return verdict is Verdict.REMOVE
        return verdict in (None, Verdict.NOT_SURE)


class Section(Labelled):
    """Under which heading a result stands among those left to sort."""

    LIKELY = "looks like you", N_("Looks like you")
    MAYBE = "could be you", N_("Could be you")
    EXPECTED = "expected", N_("Where you are meant to be listed")
    UNLIKELY = "probably somebody else", N_("Probably somebody else")


_SECTIONS = tuple(Section)
_MANY = 10**9
# Results under one heading, or under none.
Part = tuple[Section | None, tuple[Finding, ...]]


def section_of(one: Finding, expected: Container[str] = ()) -> Section:
    """`expected`: the ids of results that a reading of their page showed to be a professional listing."""
    if one.on_register or one.id in expected:
        return Section.EXPECTED
    return {Band.LIKELY: Section.LIKELY, Band.MAYBE: Section.MAYBE}.get(one.band, Section.UNLIKELY)


@dataclass(frozen=True)
class Sorted:
    """One reading. `number` tells an older answer from a newer one; `how` is how the last look ended, if any."""

    number: int
    shown: Shown
    found: tuple[Finding, ...]
    counts: Counts
    new: int
    hidden: tuple[str, ...]
    how: Outcome | None
    lessons: tuple[Lesson, ...] = ()
    expected: frozenset[str] = frozenset()


def read_sorted(task: Task, vault: Vault, number: int, shown: Shown) -> Sorted:
    """A second or more for thousands of results; stops before it begins when a newer reading was asked for."""
    task.check()
    if shown is Shown.SET_ASIDE:
        found = search.findings(vault, verdicts=[Verdict.FINE, Verdict.NOT_ME])
    elif shown is Shown.LISTED:
        found = search.findings(vault, verdicts=[Verdict.REMOVE])
    else:
        found = search.findings(vault, left=True)
    new = sum(one.is_new for one in found) if shown in (Shown.LEFT, Shown.NEW) else 0
    if shown is Shown.NEW:
        found = tuple(one for one in found if one.is_new)
    last = search.last_run(vault)
    return Sorted(
        number,
        shown,
        found,
        search.counts(vault),
        new,
        search.hidden_sites(vault),
        last.outcome if last is not None else None,
        search.learned(vault),
        reading.professional(vault),
    )


def after_verdict(read: Sorted, one: Finding, verdict: Verdict | None) -> Sorted:
    """The same reading with one result judged anew, without reading again."""
    counts, step = read.counts, _is_sorted(verdict) - _is_sorted(one.verdict)
    listed = (verdict is Verdict.REMOVE) - (one.verdict is Verdict.REMOVE)
    gone = one.is_new and not read.shown.keeps(verdict) and read.shown in (Shown.LEFT, Shown.NEW)
    return replace(
        read,
        counts=Counts(counts.sorted + step, counts.left - step, counts.to_remove + listed),
        new=read.new - gone,
    )


def _is_sorted(verdict: Verdict | None) -> bool:
    return verdict in (Verdict.REMOVE, Verdict.FINE, Verdict.NOT_ME)


class Places:
    """Where each result stood when it was first seen here. What comes back goes back there; what is new comes last
    in its section.

    Every verdict teaches the ranking something. Without this the list would move under the person’s hands.
    """

    def __init__(self) -> None:
        self._at: dict[str, int] = {}  # the section times `_MANY`, and how many were seen before

    def arrange(self, found: Sequence[Finding], expected: Container[str] = ()) -> tuple[Finding, ...]:
        for one in found:
            if one.id not in self._at:
                self._at[one.id] = _SECTIONS.index(section_of(one, expected)) * _MANY + len(self._at)
        return tuple(sorted(found, key=self._place))

    def parts(self, found: tuple[Finding, ...]) -> list[Part]:
        """What `arrange` gave, by the section each stands in, whatever was learned since; none of them is empty."""
        parts: list[Part] = []
        start = 0
        for number, section in enumerate(_SECTIONS, 1):
            end = bisect_left(found, number * _MANY, lo=start, key=self._place)
            if end > start:
                parts.append((section, found[start:end]))
            start = end
        return parts

    def _place(self, one: Finding) -> int:
        return self._at[one.id]

    def knows(self, finding_id: str) -> bool:
        return finding_id in self._at

    def forget(self) -> None:
        self._at.clear()
