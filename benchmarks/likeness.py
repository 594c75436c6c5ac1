"""How right the three bands of likeness are, on invented profile pictures and what networks do to them."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from benchmarks import portraits
from benchmarks.labelled import Share
from benchmarks.portraits import Part, Sample
from footprint.search.likeness.comparing import likeness, nature_of
from footprint.search.likeness.reader import told
from footprint.search.likeness.records import Likeness, Nature, Portrait

MANY, FEW = 150, 25
RECALL_TOP, RECALL_TOP_TWO, PRECISION_TOP = 0.85, 0.97, 0.97
_NOW = datetime(2026, 11, 16, tzinfo=UTC)


@dataclass(frozen=True)
class Judged:
    """A pair with the band it got."""

    sample: Sample
    band: Likeness


@dataclass(frozen=True)
class Figures:
    """Precision: of the pairs in a band, how many are the same picture. Recall: of the same, how many are in it."""

    precision_top: Share
    precision_top_two: Share
    recall_top: Share
    recall_top_two: Share
    by_change: dict[str, tuple[Share, Share]]
    by_look_alike: dict[str, tuple[Share, Share]]
    stand_ins_in_top: Share
    stand_ins_known: Share
    pictures_taken_for_none: Share


def run(count: int = MANY) -> Iterator[str]:
    """Both parts, `count` pictures each."""
    for part in portraits.PARTS:
        started = time.perf_counter()
        found = figures(part, count)
        seconds = time.perf_counter() - started
        yield f"Drawn profile pictures, {part} part: {count} pictures. 95% intervals (Wilson). {seconds:.0f} s"
        yield from lines(found, bars=part == "test")


def figures(part: Part, count: int) -> Figures:
    """What `count` pictures of a part give, each in every change, beside its look-alikes and letters for none."""
    kept: dict[bytes, Portrait] = {}
    same = _judged(portraits.same(part, count), kept)
    others = _judged(portraits.others(part, count), kept)
    none = _judged(portraits.stand_ins(part, count), kept)
    pictures = {one.sample.first for one in same} | {one.sample.second for one in same}
    letters = {one.sample.first for one in none} | {one.sample.second for one in none}
    both = [*same, *others, *none]
    return Figures(
        _share(one.sample.same for one in both if one.band is Likeness.SAME),
        _share(one.sample.same for one in both if one.band is not Likeness.OTHER),
        _share(one.band is Likeness.SAME for one in same),
        _share(one.band is not Likeness.OTHER for one in same),
        _by_what(same),
        _by_what(others),
        _share(one.band is Likeness.SAME for one in none),
        _share(kept[one].nature is Nature.STAND_IN for one in letters),
        _share(kept[one].nature is Nature.STAND_IN for one in pictures),
    )


def lines(found: Figures, *, bars: bool) -> Iterator[str]:
    """A line a figure, the bar beside it where there is one."""
    yield _line("precision, “the same picture”", found.precision_top, PRECISION_TOP if bars else None)
    yield _line("precision, top two bands", found.precision_top_two)
    yield _line("recall, “the same picture”", found.recall_top, RECALL_TOP if bars else None)
    yield _line("recall, top two bands", found.recall_top_two, RECALL_TOP_TWO if bars else None)
    for what, (top, two) in found.by_change.items():
        yield f"    {what:<42} top {top}   top two {two}"
    yield "  Other pictures that were taken for the same one:"
    for what, (top, two) in found.by_look_alike.items():
        yield f"    {what:<42} top {top}   top two {two}"
    yield _line("letters and figures said to be the same", found.stand_ins_in_top)
    yield _line("letters and figures known as no picture", found.stand_ins_known)
    yield _line("pictures taken for none", found.pictures_taken_for_none)


def _judged(samples: Iterable[Sample], kept: dict[bytes, Portrait]) -> list[Judged]:
    return [Judged(one, likeness(_portrait(one.first, kept), _portrait(one.second, kept))) for one in samples]


def _portrait(content: bytes, kept: dict[bytes, Portrait]) -> Portrait:
    """Read as the app reads it, but in this process."""
    if content not in kept:
        read = told(content)
        kept[content] = Portrait(str(len(kept)), "", _NOW, nature_of(read.plain), read.prints)
    return kept[content]


def _by_what(judged: Iterable[Judged]) -> dict[str, tuple[Share, Share]]:
    known: dict[str, list[Likeness]] = defaultdict(list)
    for one in judged:
        known[one.sample.what].append(one.band)
    return {
        what: (_share(one is Likeness.SAME for one in bands), _share(one is not Likeness.OTHER for one in bands))
        for what, bands in known.items()
    }


def _share(flags: Iterable[bool]) -> Share:
    known = list(flags)
    return Share(sum(known), len(known))


def _line(name: str, said: Share, bar: float | None = None) -> str:
    held = "" if bar is None else f"   bar {bar:g}: {'met' if said.value >= bar else 'MISSED'}"
    return f"  {name:<44} {said}{held}"
