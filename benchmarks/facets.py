"""How right the list “What this page shows about you” is, a facet at a time (`tests/data/facets/README.md`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.facet_pages import Case, cases
from benchmarks.labelled import Share
from footprint.search.matching.names import fold
from footprint.search.reading import Exposed, Facet

PRECISION, RECALL = 0.95, 0.9


@dataclass(frozen=True)
class Figure:
    """Of one facet: how many that are listed are right, and how many that are there are listed."""

    facet: Facet
    precision: Share
    recall: Share


@dataclass(frozen=True)
class Miss:
    """One thing that went wrong: listed and not there, or there and not listed."""

    case: Case
    thing: Exposed
    listed: bool


def run() -> Iterator[str]:
    """Lines to print. Only the part that nobody has read says how the rules do on pages they have not met."""
    for part, what in _PARTS.items():
        found = tuple(cases(part))
        yield f"What a page shows, {what}: {len(found)} pages"
        several = figures(found)
        for one in several:
            yield _line(one, held=part == "unread")
        right, there = _sum(one.precision for one in several), _sum(one.recall for one in several)
        yield f"  {'taken together':<17} right {right!s:<36} found {there}"


_PARTS = {
    "tune": "rules were tuned on these",
    "test": "read since, and rules mended by them",
    "fresh": "read since, and rules mended by them",
    "unread": "nobody has read how these came out",
}


def _sum(several: Iterable[Share]) -> Share:
    known = tuple(several)
    return Share(sum(one.right for one in known), sum(one.of for one in known))


def figures(found: Iterable[Case]) -> tuple[Figure, ...]:
    counts = {facet: [0, 0, 0, 0] for facet in Facet}
    for case in found:
        for facet, (right, listed, seen, there) in _counted(case).items():
            counts[facet] = [a + b for a, b in zip(counts[facet], (right, listed, seen, there), strict=True)]
    return tuple(Figure(facet, Share(one[0], one[1]), Share(one[2], one[3])) for facet, one in counts.items())


def misses(found: Iterable[Case]) -> Iterator[Miss]:
    for case in found:
        listed = case.listed
        for facet in Facet:
            told, truth = _of(listed, facet), _of(case.truth, facet)
            yield from (Miss(case, Exposed(facet, one), True) for one in told if not _met(one, truth, facet))
            yield from (Miss(case, Exposed(facet, one), False) for one in truth if not _met(one, told, facet))


def _counted(case: Case) -> dict[Facet, tuple[int, int, int, int]]:
    listed = case.listed
    found = {}
    for facet in Facet:
        told, truth = _of(listed, facet), _of(case.truth, facet)
        if facet is Facet.NAME_AND_PICTURE:
            told, truth = told[:1], truth[:1]
        right = sum(_met(one, truth, facet) for one in told)
        found[facet] = (right, len(told), sum(_met(one, told, facet) for one in truth), len(truth))
    return found


def _of(several: Iterable[Exposed], facet: Facet) -> list[str]:
    return list(dict.fromkeys(one.words for one in several if one.facet is facet))


def _met(words: str, others: Iterable[str], facet: Facet) -> bool:
    if facet is Facet.NAME_AND_PICTURE:
        return any(True for _one in others)
    mine = _plain(words)
    return any(mine in (other := _plain(one)) or other in mine for one in others)


def _plain(words: str) -> str:
    return re.sub(r"\W+", "", fold(words))


def _line(one: Figure, *, held: bool) -> str:
    said = f"  {one.facet.value:<17} right {one.precision!s:<36} found {one.recall!s:<36}"
    if not held:
        return said
    met = one.precision.value >= PRECISION and one.recall.value >= RECALL
    return f"{said} bars {PRECISION:g}, {RECALL:g}: {'met' if met else 'MISSED'}"
