"""The labelled pages of `tests/data/people/` judged: how right each band is, with 95% intervals."""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from footprint.person import Detail, DetailKind
from footprint.search.addresses import canonical, host_of
from footprint.search.matching.learning import learn
from footprint.search.matching.weighing import Profile, judge, profile
from footprint.search.records import Band, Finding, Match, Verdict

_FOLDER = Path(__file__).resolve().parent.parent / "tests" / "data" / "people"
_NOW = datetime(2026, 11, 16, tzinfo=UTC)
_Z = 1.959964  # 95%
_VERDICTS = {True: Verdict.FINE, False: Verdict.NOT_ME}


@dataclass(frozen=True)
class Page:
    """One labelled page. `about`: it is about `person`; `who`: whose page it is otherwise (README of the data)."""

    person: str
    about: bool
    who: str
    kind: str
    finding: Finding
    text: str


@dataclass(frozen=True)
class Part:
    """The train or the test part: the people's details made ready, and the pages."""

    people: dict[str, Profile]
    pages: tuple[Page, ...]

    def judged(self) -> Iterator[tuple[Page, Match]]:
        """As the app judges what a search showed: title, snippet and address, nothing learned yet."""
        for page in self.pages:
            yield page, judge(self.people[page.person], page.finding)

    def taught(self, answers: int) -> Iterator[tuple[Page, Match]]:
        """After each person rightly answered their first `answers` pages: the pages that are left."""
        for person, who in self.people.items():
            pages = [page for page in self.pages if page.person == person]
            said = [replace(page.finding, verdict=_VERDICTS[page.about]) for page in pages[:answers]]
            learned = learn(said, who.life, who.names, who.table)
            yield from ((page, judge(who, page.finding, learned)) for page in pages[answers:])

    def left(self, answers: int) -> Iterator[tuple[Page, Match]]:
        """The same pages with nothing learned."""
        for person, who in self.people.items():
            pages = [page for page in self.pages if page.person == person]
            yield from ((page, judge(who, page.finding)) for page in pages[answers:])


@dataclass(frozen=True)
class Share:
    """`right` of `of`, with its Wilson interval."""

    right: int
    of: int

    @property
    def value(self) -> float:
        return self.right / self.of if self.of else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95% interval, which holds near 0 and 1 too."""
        if not self.of:
            return 0.0, 1.0
        share, square = self.value, _Z * _Z / self.of
        middle = (share + square / 2) / (1 + square)
        half = _Z / (1 + square) * math.sqrt(share * (1 - share) / self.of + square / (4 * self.of))
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:.3f} [{low:.3f}, {high:.3f}] ({self.right} of {self.of})"


@dataclass(frozen=True)
class Figures:
    """What the bars are about. `precision`: how many of a band are about the person."""

    precision: dict[Band, Share]
    recall: dict[Band, Share]
    recall_top_two: Share
    namesakes_put_last: Share


def read(part: str) -> Part:
    """`train` or `test`."""
    with gzip.open(_FOLDER / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
    people = {row["person"]: profile(_details(row["details"])) for row in rows if "details" in row}
    return Part(people, tuple(_page(row) for row in rows if "about" in row))


def figures(judged: Iterable[tuple[Page, Match]]) -> Figures:
    """Counts by band and label."""
    known = [(page.about, match.band) for page, match in judged]
    mine = [band for about, band in known if about]
    others = [band for about, band in known if not about]
    precision = {band: Share(mine.count(band), mine.count(band) + others.count(band)) for band in Band}
    recall = {band: Share(mine.count(band), len(mine)) for band in Band}
    return Figures(
        precision,
        recall,
        Share(len(mine) - mine.count(Band.UNLIKELY), len(mine)),
        Share(others.count(Band.UNLIKELY), len(others)),
    )


def _details(rows: list[dict[str, str]]) -> list[Detail]:
    return [
        Detail(str(n), DetailKind(row["kind"]), row["text"], row.get("given", ""), row.get("family", ""), True)
        for n, row in enumerate(rows)
    ]


def _page(row: dict[str, Any]) -> Page:
    form = canonical(row["address"])
    finding = Finding(
        "x",
        row["address"],
        form,
        host_of(form),
        row["title"],
        row["snippet"],
        "",
        _NOW,
        _NOW,
        False,
        False,
        None,
        False,
    )
    return Page(row["person"], row["about"], row["who"], row["kind"], finding, row["text"])
