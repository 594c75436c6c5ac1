"""How right and how fast the lenses are (`tests/data/lenses/README.md`).

Figures of the test part say how the rules do on posts they were not tuned on; both parts were written by one hand, and
so were the two that came after the rules: `fresh`, which rules were mended by, and `unread`, which they were not. The
part `other_hand` is by a hand that knew no rule.
"""

from __future__ import annotations

import json
import time
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.labelled import Share
from footprint.archives.lenses.about import AboutMe
from footprint.archives.lenses.format import Looks
from footprint.archives.lenses.load import Lens, load_lenses
from footprint.archives.lenses.matcher import Matcher
from footprint.archives.records import Audience, Entry, Kind, Media

PRECISION, RECALL = 0.80, 0.85
_FOLDER = Path(__file__).resolve().parent.parent / "tests" / "data" / "lenses"
_PARTS = {
    "tuning": "rules were tuned on these",
    "tuning_private": "written later, and rules tuned on these too",
    "tuning_work": "written later, and rules tuned on these too",
    "test": "committed before the first rule, counted only",
    "fresh": "written after the first rules; read since, and rules mended by them",
    "unread": "written after nearly all rules, counted only",
    "other_hand": "written by another hand that knew no rule and no other post, counted only",
}
_ROUNDS = 3


@dataclass(frozen=True)
class Labelled:
    """One labelled post. `raises` is what it should raise, `unsure` what counts neither way."""

    entry: Entry
    raises: frozenset[str]
    unsure: frozenset[str]


@dataclass(frozen=True)
class Figure:
    """Of one lens: how many of its flags are right, and how many of what it should flag it flags."""

    lens: str
    precision: Share
    recall: Share

    @property
    def met(self) -> bool:
        return self.precision.value >= PRECISION and self.recall.value >= RECALL


def person() -> AboutMe:
    """Whom the posts are measured for."""
    known = tomllib.loads((_FOLDER / "person.toml").read_text("utf-8"))
    return AboutMe(
        employers=tuple(known["employers"]), towns=tuple(known["towns"]), service_words=tuple(known["service_words"]),
        joined=known["joined"],
    )  # fmt: skip


def posts(name: str) -> tuple[Labelled, ...]:
    path = _FOLDER / f"{name}.jsonl"
    if not path.exists():
        return ()
    return tuple(_labelled(json.loads(line)) for line in path.read_text("utf-8").splitlines())


def figures(lenses: Iterable[Lens], matcher: Matcher, several: Iterable[Labelled]) -> Iterator[Figure]:
    known = tuple(several)
    raised = [frozenset(flag.lens for flag in matcher.flags(one.entry)) for one in known]
    for lens in lenses:
        counted = [(lens.id in one.raises, lens.id in got) for one, got in zip(known, raised, strict=True)
                   if lens.id not in one.unsure]  # fmt: skip
        right = sum(should and does for should, does in counted)
        yield Figure(
            lens.id,
            Share(right, sum(does for _s, does in counted)),
            Share(right, sum(should for should, _d in counted)),
        )


def run() -> Iterator[str]:
    lenses = load_lenses()
    matcher = Matcher(lenses, person())
    worded = [one for one in lenses if one.looks is Looks.WORDS]
    around = [one for one in lenses if one.looks is not Looks.WORDS]
    for part, what in _PARTS.items():
        words, rest = posts(f"{part}_words"), posts(f"{part}_around")
        yield f"Lenses, {part} ({what}): {len(words) + len(rest)} posts"
        for group, several in ((worded, words), (around, rest)):
            yield from _lines(figures(group, matcher, several))
    yield from _speed(matcher)


def _lines(several: Iterable[Figure]) -> Iterator[str]:
    """Those that have something to count, and all of them taken together."""
    known = [one for one in several if one.recall.of or one.precision.of]
    yield from (_line(one) for one in known)
    if known:
        right, there = _sum(one.precision for one in known), _sum(one.recall for one in known)
        yield f"  {'taken together':<24} right {right!s:<36} found {there}"


def _sum(several: Iterable[Share]) -> Share:
    known = tuple(several)
    return Share(sum(one.right for one in known), sum(one.of for one in known))


def _speed(matcher: Matcher) -> Iterator[str]:
    """The labelled posts are full of what lenses look for: real ones are quieter, and so faster."""
    dense = [one.entry for one in posts("tuning_words")]
    quiet = [one.entry for one in posts("tuning_words") if not one.raises]
    for what, several in (("full of triggers", dense), ("raising nothing", quiet)):
        taken = min(_seconds(matcher, several) for _round in range(_ROUNDS))
        yield f"Lenses, {what}: {len(several) / taken:,.0f} posts a second, {taken / len(several) * 1e6:.0f} µs each"


def _seconds(matcher: Matcher, several: Iterable[Entry]) -> float:
    begun = time.process_time()
    for one in several:
        matcher.flags(one)
    return time.process_time() - begun


def _line(one: Figure) -> str:
    said = f"  {one.lens:<24} right {one.precision!s:<36} found {one.recall!s:<36}"
    return f"{said} {'met' if one.met else 'MISSED'}"


def _labelled(row: dict[str, Any]) -> Labelled:
    said = row.get("entry", {})
    place = said.get("media_place", (None, None))
    entry = Entry(
        "x", Kind(said.get("kind", "post")), at=said.get("at"), text=row["text"], title=said.get("title", ""),
        audience=Audience(said.get("audience", "unknown")), place=said.get("place", ""), lat=said.get("lat"),
        lon=said.get("lon"), media=tuple(Media(path, lat=place[0], lon=place[1]) for path in said.get("media", ())),
        local=said.get("local", False),
    )  # fmt: skip
    return Labelled(entry, frozenset(row.get("raises", ())), frozenset(row.get("unsure", ())))
