"""Reads the lenses that ship with the app; a fault names the file and the place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from footprint.archives.lenses import phrases
from footprint.archives.lenses.about import NOBODY
from footprint.archives.lenses.format import LensFile, Looks, WordsFile
from footprint.checklists.decode import Problem, decode, read
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.paths import shipped

WORDS = "words.toml"
EXAMPLES = 8  # of each kind, at least
Lists = dict[str, tuple[str, ...]]
Lens = LensFile


class BadLens(FootprintError):
    """A file of lenses that cannot be used."""


@lru_cache(maxsize=1)
def load_lenses() -> tuple[Lens, ...]:
    """All that ship, in the order they are offered."""
    return load(shipped("resources") / "lenses")


@lru_cache(maxsize=1)
def shared_lists() -> Lists:
    """The lists of words every lens may name."""
    return lists_of(shipped("resources") / "lenses")


def load(folder: Path) -> tuple[Lens, ...]:
    """Every lens of a folder. Raises `BadLens` with all that is wrong in the first file that has a fault."""
    shared = lists_of(folder)
    found = []
    for path in sorted(folder.glob("*.toml")):
        if path.name == WORDS:
            continue
        raw, text, problems = read(path)
        lens: Lens | None = None
        if raw is not None:
            lens, problems = decode(raw, LensFile, file=path.name, text=text, lists={})
        if lens is not None:
            problems = tuple(faults(lens, path, shared))
        if lens is None or problems:
            raise BadLens("\n".join(map(str, problems)))
        found.append(lens)
    return tuple(sorted(found, key=lambda one: (one.order, one.id)))


def lists_of(folder: Path) -> Lists:
    raw, text, problems = read(folder / WORDS)
    file: WordsFile | None = None
    if raw is not None:
        file, problems = decode(raw, WordsFile, file=WORDS, text=text, lists={})
    if file is None:
        raise BadLens("\n".join(map(str, problems)))
    return file.lists


def faults(lens: Lens, path: Path, shared: Lists) -> Iterator[Problem]:
    """What is wrong in a lens that has the right shape."""
    if lens.id != path.stem:
        yield Problem(path.name, "id", _("must be the name of the file"))
    if not lens.guidance:
        yield Problem(path.name, "guidance", _("must name a statement"))
    for name in ("must_match", "must_not_match"):
        if lens.looks is Looks.WORDS and len(getattr(lens, name)) < EXAMPLES:
            yield Problem(path.name, name, _("needs {n} examples").format(n=EXAMPLES))
    if bool(lens.rules) != (lens.looks is Looks.WORDS):
        yield Problem(path.name, "rules", _("only a lens that looks at words has rules"))
    lists = {**NOBODY.lists(), **shared, **lens.lists}
    for index, rule in enumerate(lens.rules):
        where = f"rules[{index}]"
        if not (rule.words or rule.phrases or rule.patterns):
            yield Problem(path.name, where, _("has no words, phrases or patterns"))
        if bool(rule.patterns) != bool(rule.needs or rule.led_by):
            yield Problem(path.name, where, _("a pattern needs the field “needs” or “led_by”, and nothing else does"))
        yield from _unusable((*rule.words, *rule.phrases), path, where, lists, leads=True)
        yield from _unusable((*rule.not_in, *rule.unless, *rule.only_with), path, where, lists, leads=False)
    yield from _unusable(lens.not_in, path, "not_in", lists, leads=False)


def _unusable(texts: Iterable[str], path: Path, where: str, lists: Lists, *, leads: bool) -> Iterator[Problem]:
    for text in texts:
        try:
            for one in phrases.alternatives(text):
                phrases.compiled(one, lists, leads=leads)
        except phrases.BadPhrase as problem:
            yield Problem(path.name, where, _("“{phrase}” cannot be looked for").format(phrase=problem))
