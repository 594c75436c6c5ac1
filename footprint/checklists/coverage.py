"""What serves each statement of the guidance, and how: done in the app, guided, words alone, or planned.

Checks name their statements themselves, letters and ways too. The screens of the app are listed in
`resources/guidance/served.toml`, as what serves a statement there is a whole page and not a file. The Guidance page,
which only shows the statements, counts as nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from footprint.checklists.decode import Problem, decode, read
from footprint.checklists.format import Kind
from footprint.checklists.guidance import Guidance, GuidanceStatement, Serving
from footprint.checklists.load import Library
from footprint.i18n import _
from footprint.paths import shipped


class How(StrEnum):
    """How a statement is served, best first. `TOOL`: the person does it in the app, and it is kept."""

    TOOL = "tool"
    GUIDED = "guided"
    TEXT = "text"
    PLANNED = "planned"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Service:
    """One thing that serves a statement: a check (`network` and `check`), a screen, a letter, a way."""

    how: How
    name: str
    by: str
    network: str = ""
    check: str = ""


@dataclass(frozen=True)
class ServedRow:
    """One statement and what serves it."""

    statement: GuidanceStatement
    services: tuple[Service, ...]

    @property
    def checks(self) -> tuple[tuple[str, str], ...]:
        """Those that are checks, as (network id, check id)."""
        return tuple((one.network, one.check) for one in self.services if one.check)

    @property
    def how(self) -> How:
        """The best of them."""
        return min((one.how for one in self.services), key=tuple(How).index, default=How.NOTHING)

    @property
    def enough(self) -> bool:
        """Served by something, and by more than words where the statement wants more. What is planned says so."""
        if self.how is How.TEXT:
            return self.statement.kind is Serving.TEXT
        return self.how is not How.NOTHING


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    pass


class Screen(_Strict, frozen=True, kw_only=True):
    """A page of the app, by the name the window knows it by, and the statements it serves."""

    place: str
    name: str
    how: How
    statements: tuple[str, ...]


class _Served(_Strict, frozen=True, kw_only=True):
    format: int
    screens: tuple[Screen, ...]


def screens(path: Path | None = None) -> tuple[tuple[Screen, ...], tuple[Problem, ...]]:
    """The list of screens that ships, or another file of that shape."""
    path = path or shipped("resources") / "guidance" / "served.toml"
    raw, text, problems = read(path)
    if raw is None:
        return (), problems
    file, problems = decode(raw, _Served, file=path.name, text=text, lists={"screens": Screen})
    return (() if file is None else file.screens), problems


def coverage(library: Library, guidance: Guidance) -> tuple[ServedRow, ...]:
    """Every statement in the guidance's order with what serves it, best first."""
    found: dict[str, list[Service]] = {}
    for statement, service in (*_checks(library), *_screens(), *_resources(), *_dated(guidance)):
        found.setdefault(statement, []).append(service)
    order = tuple(How).index
    return tuple(
        ServedRow(one, tuple(sorted(found.get(one.id, ()), key=lambda service: order(service.how))))
        for one in guidance.statements()
    )


def unknown(library: Library, guidance: Guidance) -> tuple[Problem, ...]:
    """Statements that a screen, a letter or a way names and the guidance does not have."""
    known = frozenset(guidance.ids())
    return tuple(
        Problem(service.by, statement, _("is not a statement of the guidance"))
        for statement, service in (*_screens(), *_resources())
        if statement not in known
    )


def _checks(library: Library) -> Iterator[tuple[str, Service]]:
    """A network's or place's check is done and kept; a situation is a short guided look, with nothing to set."""
    for file in library.files():
        how = How.GUIDED if file.kind is Kind.SITUATION else How.TOOL
        for check in file.checks:
            for statement in () if check.retired else check.guidance:
                yield statement, Service(how, check.marked, f"{file.id}: {check.id}", file.id, check.id)


def _screens() -> Iterator[tuple[str, Service]]:
    for screen in screens()[0]:
        for statement in screen.statements:
            yield statement, Service(screen.how, screen.name, f"screen: {screen.place}")


def _resources() -> Iterator[tuple[str, Service]]:
    """Letters and ways, which name their statements in their own files."""
    for folder in ("letters", "ways"):
        for path in sorted((shipped("resources") / folder).glob("*.toml")):
            raw = read(path)[0] or {}
            for statement in dict.fromkeys(_named(raw)):
                yield (
                    statement,
                    Service(How.TOOL, str(raw.get("title") or raw.get("name") or path.stem), f"{folder}: {path.stem}"),
                )


def _named(value: object) -> Iterator[str]:
    """Every id under a key `guidance`, however deep."""
    if isinstance(value, dict):
        for key, inside in value.items():
            if key == "guidance" and isinstance(inside, list):
                yield from map(str, inside)
            else:
                yield from _named(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _named(inside)


def _dated(guidance: Guidance) -> Iterator[tuple[str, Service]]:
    """What stands today, with its source and its day, guides where the guidance has aged."""
    for one in guidance.statements():
        if one.now:
            yield one.id, Service(How.GUIDED, _("What stands today"), f"dated: {one.id}")
