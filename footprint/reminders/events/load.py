"""Reads the life events that ship with the app; a fault names the file and the place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from footprint.checklists.decode import Problem, read
from footprint.errors import FootprintError, NotFound
from footprint.i18n import _
from footprint.packs.origins import FromPack
from footprint.packs.records import Pack
from footprint.paths import shipped
from footprint.reminders.events.format import EventFile, Form, StepFile

# What a form needs, and what no other form may say.
_NEEDS = {Form.CHECKS: ("checks", "groups", "lists"), Form.OPEN: ("place",), Form.PAGE: ("page",)}
_OWN = {
    Form.CHECKS: {"checks", "groups", "lists", "again"},
    Form.OPEN: {"place", "details"},
    Form.PAGE: {"page"},
}


class BadEvent(FootprintError):
    """A file of life events that cannot be used."""


@lru_cache(maxsize=1)
def _shipped() -> tuple[EventFile, ...]:
    return load(shipped("resources") / "events")


def events(pack: Pack | None = None) -> tuple[EventFile, ...]:
    """All that ship, in the order they are offered, and after them those of an employer's pack."""
    return (*_shipped(), *_own(pack)) if pack is not None else _shipped()


def _own(pack: Pack) -> Iterable[EventFile]:
    """Those of the pack; their names say where they come from, wherever they stand."""
    mark = FromPack(pack.organisation)
    for part in pack.events:
        file: EventFile = part.value
        yield msgspec.structs.replace(file, name=mark.beside(file.name), origin=mark)


def event(event_id: str, pack: Pack | None = None) -> EventFile:
    found = next((one for one in events(pack) if one.id == event_id), None)
    if found is None:
        known = ", ".join(one.id for one in events(pack))
        raise NotFound(_("There is no “{name}”. Known: {known}.").format(name=event_id, known=known))
    return found


def load(folder: Path) -> tuple[EventFile, ...]:
    """Every event of a folder. Raises `BadEvent` with all that is wrong in the first file that has a fault."""
    found = [_one(path) for path in sorted(folder.glob("*.toml"))]
    ids = [one.id for one in found]
    if twice := sorted({one for one in ids if ids.count(one) > 1}):
        raise BadEvent(_("The same id stands in two files: {ids}.").format(ids=", ".join(twice)))
    return tuple(sorted(found, key=lambda one: (one.order, one.id)))


def _one(path: Path) -> EventFile:
    tables, _text, problems = read(path)
    if tables is None:
        raise BadEvent(str(problems[0]))
    try:
        file = msgspec.convert(tables, EventFile, strict=True)
    except msgspec.ValidationError as problem:
        raise BadEvent(str(Problem(path.name, "", str(problem)))) from None
    if wrong := [str(Problem(path.name, place, words)) for place, words in faults(path.stem, file)]:
        raise BadEvent("\n".join(wrong))
    return file


def faults(name: str, file: EventFile) -> Iterator[tuple[str, str]]:
    """What is wrong with an event in a file of this name, by itself."""
    if file.origin is not None:
        yield "origin", _("is no field of a file")
    if file.format != 1:
        yield "format", _("is of a newer form than this app knows")
    if file.origin is not None:
        yield "", _("unknown field “{name}”").format(name="origin")
    if file.id != name:
        yield "id", _("must be the name of the file")
    ids = [one.id for one in file.steps]
    if len(set(ids)) != len(ids) or not ids:
        yield "steps", _("needs steps, each with an id of its own")
    if (file.pause is not None) != any(one.form is Form.PAUSE for one in file.steps):
        yield "pause", _("a pause needs its kind and a step that puts it on")
    if file.again_days < 0:
        yield "again_days", _("cannot be below 0")
    for at, one in enumerate(file.steps):
        yield from ((f"steps[{at}] {one.id}", words) for words in _step_faults(one))


def _step_faults(one: StepFile) -> Iterator[str]:
    if not one.title.strip() or not one.why.strip() or not one.guidance:
        yield _("needs title, why and guidance")
    if one.minutes <= 0 or one.most < 1:
        yield _("minutes and most must be above 0")
    needs = _NEEDS.get(one.form, ())
    if needs and not any(getattr(one, name) for name in needs):
        yield _("needs one of: {names}").format(names=", ".join(needs))
    for form, own in _OWN.items():
        if form is not one.form and (said := sorted(name for name in own if getattr(one, name))):
            yield _("says what belongs to another form: {names}").format(names=", ".join(said))
    if one.link and not _is_web(one.link):
        yield _("link must be an https address")
    if bool(one.link) != bool(one.link_label):
        yield _("link and link_label come together")


def _is_web(link: str) -> bool:
    parts = urlsplit(link)
    return parts.scheme == "https" and bool(parts.hostname)


def unknown(
    files: Iterable[EventFile], *, guidance: frozenset[str], lists: frozenset[str], checks: frozenset[str],
    groups: frozenset[str], pages: frozenset[str],
) -> Iterator[str]:  # fmt: skip
    """Every name in these files that stands for nothing: a line each. What `footprint event lint` prints."""
    for file in files:
        for one in file.steps:
            where = f"{file.id}: {one.id}"
            names = (
                (set(one.guidance) - guidance, _("no such statement")),
                (set(one.lists) - lists, _("no such place or situation, or no such check there")),
                (set(one.checks) - checks, _("no network has a check of this id")),
                (set(one.groups) - groups, _("no network has a group of this id")),
                ({one.page} - {""} - pages, _("no such page of a network")),
            )
            yield from (f"{where}: {name}: {words}" for missing, words in names for name in sorted(missing))
