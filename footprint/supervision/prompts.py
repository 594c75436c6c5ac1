"""Questions to start a talk in supervision, for both sides: `resources/supervision/prompts.toml`, strictly read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from footprint.checklists.decode import Problem, decode, read
from footprint.errors import FootprintError
from footprint.i18n import N_, _
from footprint.labels import Labelled
from footprint.paths import shipped

LONGEST = 160  # letters of one prompt, so that five of them fit on half a page


class Side(Labelled):
    """Who opens the talk with it."""

    MANAGER = "manager", N_("For the manager")
    PERSON = "person", N_("For you")


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    pass


class Prompt(_Strict, frozen=True, kw_only=True):
    """One question. `first`: picked unless somebody picks others."""

    id: str
    side: Side
    text: str
    guidance: tuple[str, ...]
    first: bool = False


class _File(_Strict, frozen=True, kw_only=True):
    format: int
    prompts: tuple[Prompt, ...]


class BadPrompts(FootprintError):
    """The file of prompts cannot be used; a line for each fault."""


@lru_cache(maxsize=1)
def prompts() -> tuple[Prompt, ...]:
    """All that ship, in the order they are offered."""
    return load(shipped("resources") / "supervision" / "prompts.toml")


def of_side(side: Side) -> tuple[Prompt, ...]:
    return tuple(one for one in prompts() if one.side is side)


def first_of(side: Side) -> tuple[Prompt, ...]:
    """Those that are picked before anybody picks."""
    return tuple(one for one in of_side(side) if one.first)


def load(path: Path) -> tuple[Prompt, ...]:
    """Every prompt of a file. Raises `BadPrompts` with all that is wrong, each fault with its place."""
    tables, text, problems = read(path)
    if tables is None:
        raise BadPrompts(str(problems[0]))
    file, problems = decode(tables, _File, file=path.name, text=text, lists={"prompts": Prompt})
    if file is None:
        raise BadPrompts("\n".join(map(str, problems)))
    if faults := [str(Problem(path.name, place, words)) for place, words in _faults(file)]:
        raise BadPrompts("\n".join(faults))
    return file.prompts


def unknown(found: Sequence[Prompt], guidance: frozenset[str]) -> Iterator[str]:
    """Every guidance id in these prompts that stands for nothing."""
    for one in found:
        yield from (f"{one.id}: {name}" for name in one.guidance if name not in guidance)


def _faults(file: _File) -> Iterator[tuple[str, str]]:
    if file.format != 1:
        yield "format", _("is of a newer form than this app knows")
    ids = [one.id for one in file.prompts]
    for one in sorted({name for name in ids if ids.count(name) > 1}):
        yield one, _("stands there twice")
    for one_prompt in file.prompts:
        if not one_prompt.text.strip() or not one_prompt.guidance:
            yield one_prompt.id, _("needs a text and at least one statement of the guidance")
        if len(one_prompt.text) > LONGEST:
            yield one_prompt.id, _("is longer than {n} letters").format(n=LONGEST)
        if not one_prompt.id.startswith(f"{one_prompt.side.value[0]}-"):
            yield one_prompt.id, _("begins with m- for the manager, p- for the person")
