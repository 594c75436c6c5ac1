"""The guidance the whole app serves: statements in our own words, each with an id that never changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path

import msgspec

from footprint.checklists.decode import Problem, decode, read
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.packs.origins import FromPack
from footprint.paths import shipped


class Serving(StrEnum):
    """What it takes to serve a statement: something done in the app, a guided check or dated text, or context alone."""

    TOOL = "tool"
    GUIDED = "guided"
    TEXT = "text"


class Rule(StrEnum):
    DO = "do"
    DONT = "dont"


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    pass


class Section(_Strict, frozen=True, kw_only=True):
    id: str
    title: str


class GuidanceStatement(_Strict, frozen=True, kw_only=True):
    """One statement. `now` is what stands today where the guidance has aged; `short` fits a tooltip.

    `origin`, `link` and `link_label` are no fields of the file that ships: they come with an employer's pack.
    """

    id: str
    section: str
    kind: Serving
    short: str
    text: str
    also: tuple[str, ...] = ()
    rule: Rule | None = None
    now: str = ""
    now_source: str = ""
    now_seen: date | None = None
    origin: FromPack | None = None
    link: str = ""
    link_label: str = ""


class _File(_Strict, frozen=True, kw_only=True):
    format: int
    id: str
    title: str
    summary: str
    sections: tuple[Section, ...]
    statements: tuple[GuidanceStatement, ...]


class Guidance:
    """All statements, by id and by section; empty when its file cannot be read (the problem says why)."""

    def __init__(
        self,
        title: str = "",
        summary: str = "",
        sections: Iterable[Section] = (),
        statements: Iterable[GuidanceStatement] = (),
        *,
        hidden: Iterable[GuidanceStatement] = (),
        originals: Iterable[GuidanceStatement] = (),
        organisation: str = "",
    ) -> None:
        """`hidden`, `originals` and `organisation` are for guidance with an employer's pack over it."""
        self.title = title
        self.summary = summary
        self.sections = tuple(sections)
        self.hidden = tuple(hidden)
        self.organisation = organisation
        self._statements = {one.id: one for one in statements}
        self._originals = {one.id: one for one in originals}

    def original(self, statement_id: str) -> GuidanceStatement | None:
        """The app's own words for a statement that a pack says otherwise, or hides; None for any other."""
        return self._originals.get(statement_id)

    def ids(self) -> tuple[str, ...]:
        return tuple(self._statements)

    def statements(self, section: str = "") -> tuple[GuidanceStatement, ...]:
        """All of them, or those that stand in one section."""
        everything = self._statements.values()
        return tuple(one for one in everything if not section or section == one.section or section in one.also)

    def ruled(self, rule: Rule) -> tuple[GuidanceStatement, ...]:
        """The statements of the guidance's own Do list or Do not list."""
        return tuple(one for one in self._statements.values() if one.rule is rule)

    def statement(self, statement_id: str) -> GuidanceStatement:
        if statement_id not in self._statements:
            raise NotFound(_("There is no guidance statement “{id}”.").format(id=statement_id))
        return self._statements[statement_id]


def load_guidance(path: Path | None = None) -> tuple[Guidance, tuple[Problem, ...]]:
    """The guidance that ships with the app, or another file of that shape."""
    path = path or shipped("resources") / "guidance" / "social-care.toml"
    raw, text, problems = read(path)
    if raw is None:
        return Guidance(), problems
    lists = {"statements": GuidanceStatement, "sections": Section}
    file, problems = decode(raw, _File, file=path.name, text=text, lists=lists)
    if file is None:
        return Guidance(), problems
    problems = tuple(Problem(path.name, place, what) for place, what in _unsound(file))
    return Guidance(file.title, file.summary, file.sections, file.statements), problems


def _unsound(file: _File) -> Iterable[tuple[str, str]]:
    seen: set[str] = set()
    sections = {one.id for one in file.sections}
    for index, one in enumerate(file.statements):
        place = f"statements[{index}]"
        if one.id in seen:
            yield f"{place}.id", _("the id “{id}” stands there twice").format(id=one.id)
        seen.add(one.id)
        for section in (one.section, *one.also):
            if section not in sections:
                yield f"{place}.section", _("there is no section “{id}”").format(id=section)
        if not one.text.strip() or not one.short.strip():
            yield place, _("needs a text and a short text")
        if one.origin is not None or one.link or one.link_label:
            yield place, _("says what only an employer’s pack may say")
        if one.now and not (one.now_source and one.now_seen):
            yield f"{place}.now", _("needs now_source and now_seen")
