"""How right the bands are on the labelled pages (`tests/data/people/README.md`)."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.labelled import Figures, figures, read
from footprint.search.records import Band

PRECISION, RECALL = 0.97, 0.95
ANSWERS = 8


def run() -> Iterator[str]:
    for part in ("train", "test"):
        known = read(part)
        yield f"Labelled pages, {part} part: {len(known.pages)} of {len(known.people)} people. 95% intervals (Wilson)."
        yield from lines(figures(known.judged()), bars=part == "test")
        yield f"  Pages after each person’s first {ANSWERS}: nothing learned, then taught by answers to those:"
        for judged in (known.left(ANSWERS), known.taught(ANSWERS)):
            found = figures(judged)
            yield _line("precision, top band", str(found.precision[Band.LIKELY]))
            yield _line("recall, top band", str(found.recall[Band.LIKELY]))
            yield _line("recall, top two bands", str(found.recall_top_two))
            yield _line("pages of others put last", str(found.namesakes_put_last))


def lines(found: Figures, *, bars: bool) -> Iterator[str]:
    """A line a figure, the bar beside it where there is one."""
    for band in Band:
        top = bars and band is Band.LIKELY
        yield _line(
            f"precision, “{band.label}”", str(found.precision[band]), found.precision[band].value, PRECISION, top
        )
    for band in Band:
        yield _line(f"recall, “{band.label}”", str(found.recall[band]))
    yield _line("recall, top two bands", str(found.recall_top_two), found.recall_top_two.value, RECALL, bars)
    yield _line("pages of others put last", str(found.namesakes_put_last))


def _line(name: str, said: str, value: float = 0.0, bar: float = 0.0, held: bool = False) -> str:
    return f"  {name:<44} {said}" + (f"   bar {bar:g}: {'met' if value >= bar else 'MISSED'}" if held else "")
