"""How many of the person's pages showed what, day by day. A reading that failed leaves what was known before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from footprint.dates import local_day
from footprint.search import store as search_store
from footprint.search.changes import store
from footprint.search.matching.judging import judging
from footprint.search.reading import Facet, Reading, readings
from footprint.search.records import Band, Verdict
from footprint.search.registers import is_register
from footprint.vault import Vault

MOST = 40  # days shown; of more, some are left out between the first and the last
_FEW = 300  # results that are read one by one


@dataclass(frozen=True)
class Point:
    """One day: how many pages showed each kind of thing, of how many that had been read by then.

    `failed` pages could not be read that day; what they showed before still counts.
    """

    day: date
    shown: Mapping[Facet, int]
    pages: int
    failed: int


@dataclass(frozen=True)
class Exposure:
    """Day by day, oldest first. `expected` pages list the person for their work and are left out, `unsorted` are pages
    that only look like the person: nobody has said so yet. `gone` are pages known to be taken down."""

    points: tuple[Point, ...] = ()
    unsorted: int = 0
    expected: int = 0
    gone: int = 0

    @property
    def facets(self) -> tuple[Facet, ...]:
        """What was shown on any day, what most pages show now first."""
        if not self.points:
            return ()
        ever = {one for point in self.points for one, count in point.shown.items() if count}
        order = list(Facet)
        return tuple(sorted(ever, key=lambda one: (-self.points[-1].shown.get(one, 0), order.index(one))))

    def line(self, facet: Facet) -> tuple[int, ...]:
        return tuple(point.shown.get(facet, 0) for point in self.points)


def exposure(vault: Vault, gone: Mapping[str, date] | None = None) -> Exposure:
    """What pages that are the person showed over time.

    These are the ones they said are them, and of the others those that look like them. `gone` says of findings from
    which day their pages are known to be taken down: nothing in this room knows that.
    """
    down = gone or {}
    of: dict[str, list[Reading]] = {}
    for one in readings(vault):
        of.setdefault(one.finding_id, []).append(one)
    if not of:
        return Exposure()
    with vault.reading() as db:
        known = store.pages(db, list(of))
    mine = {one for one, page in known.items() if page.verdict in (Verdict.REMOVE, Verdict.FINE)}
    likely = _likely(vault, [one for one, page in known.items() if page.verdict in (None, Verdict.NOT_SURE)])
    every = {one: of[one] for one in of if one in mine or one in likely}
    expected = {one for one, read in every.items() if is_register(known[one].host) or _professional(read)}
    pages = {one: read for one, read in every.items() if one not in expected}
    points = _points(pages, {one: day for one, day in down.items() if one in pages})
    return Exposure(points, len(likely & set(pages)), len(expected), len(set(down) & set(pages)))


def _professional(read: Sequence[Reading]) -> bool:
    good = [one for one in read if one.good]
    return bool(good) and good[-1].professional


def _likely(vault: Vault, finding_ids: Collection[str]) -> set[str]:
    """Of those that are not sorted, the ones that look like the person."""
    wanted = set(finding_ids)
    if not wanted:
        return wanted
    judged = judging(vault)
    with vault.reading() as db:
        if len(wanted) <= _FEW:
            found = [search_store.finding(db, one) for one in wanted]
        else:
            found = [one for one in search_store.findings(db) if one.id in wanted]
    return {one.id for one in map(judged, found) if one.band is Band.LIKELY}


@dataclass
class _Tally:
    """What stands on a day, changed from one day to the next."""

    known: dict[str, tuple[Facet, ...]]
    shown: Counter[Facet]

    def put(self, finding_id: str, facets: tuple[Facet, ...] | None) -> None:
        """What a page shows from now on; None: it is not there."""
        self.shown.subtract(self.known.pop(finding_id, ()))
        if facets is not None:
            self.known[finding_id] = facets
            self.shown.update(facets)


def _points(pages: Mapping[str, Sequence[Reading]], gone: Mapping[str, date]) -> tuple[Point, ...]:
    read: dict[date, dict[str, list[Reading]]] = {}
    for finding_id, each in pages.items():
        for one in each:
            read.setdefault(local_day(one.read_at), {}).setdefault(finding_id, []).append(one)
    if not read:
        return ()
    went: dict[date, list[str]] = {}
    for finding_id, day in gone.items():
        went.setdefault(max(day, min(read)), []).append(finding_id)
    tally, points = _Tally({}, Counter()), []
    for day in sorted(read.keys() | went.keys()):
        failed = 0
        for finding_id, tries in read.get(day, {}).items():
            good = [one for one in tries if one.good]
            failed += not good
            if good:
                tally.put(finding_id, good[-1].facets)
        for finding_id in went.get(day, ()):
            tally.put(finding_id, None)
        points.append(Point(day, {one: count for one, count in tally.shown.items() if count}, len(tally.known), failed))
    return tuple(_thinned(points))


def _thinned(points: list[Point]) -> list[Point]:
    """As many as can be told apart, the first and the last always among them."""
    if len(points) <= MOST:
        return points
    last = len(points) - 1
    return [points[round(at * last / (MOST - 1))] for at in range(MOST)]
