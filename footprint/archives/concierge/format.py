"""What a network's copy asks for and how long it takes, read strictly from `resources/archives/exports.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

import msgspec

from footprint.checklists import Confidence
from footprint.checklists.decode import Problem, read
from footprint.errors import FootprintError, NotFound
from footprint.i18n import _
from footprint.paths import shipped

FILE = "exports.toml"
_MOST_DAYS = 60  # no network takes longer than the law lets it


class BadExports(FootprintError):
    """The file of exports cannot be used."""


class Export(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one network hands over a copy. `also` are other networks whose entries come in the same copy.

    `ready_days` and `most_days` are how long it takes, at best and at most; 0 is at once. `kept_days` is how long it
    can be fetched, 0 where nobody says. `own_way`: the checklist's page leads elsewhere, so `choose` is all there is.
    """

    network: str
    choose: tuple[str, ...]
    ready_days: int
    most_days: int
    kept_days: int
    file: str
    source: str
    verified: date
    confidence: Confidence
    also: tuple[str, ...] = ()
    own_way: bool = False

    @property
    def at_once(self) -> bool:
        return self.most_days == 0


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    exports: tuple[Export, ...]


@lru_cache(maxsize=1)
def exports() -> tuple[Export, ...]:
    """All that ship, in the order they are offered."""
    return load(shipped("resources") / "archives" / FILE)


def export(network: str) -> Export:
    """The one of a network, or the one whose copy holds it. Raises `NotFound`."""
    found = next((one for one in exports() if network == one.network or network in one.also), None)
    if found is None:
        raise NotFound(_("We do not know how to ask “{network}” for a copy.").format(network=network))
    return found


def load(path: Path) -> tuple[Export, ...]:
    """Raises `BadExports` with everything that is wrong."""
    tables, _text, problems = read(path)
    if tables is None:
        raise BadExports(str(problems[0]))
    try:
        file = msgspec.convert(tables, _File, strict=True)
    except msgspec.ValidationError as problem:
        raise BadExports(str(Problem(path.name, "", str(problem)))) from None
    if faults := [str(Problem(path.name, place, words)) for place, words in _faults(file.exports)]:
        raise BadExports("\n".join(faults))
    return file.exports


def _faults(found: tuple[Export, ...]) -> Iterator[tuple[str, str]]:
    names = [name for one in found for name in (one.network, *one.also)]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield name, _("stands here twice")
    for one in found:
        if not one.file.strip() or not one.source.strip():
            yield one.network, _("needs file and source")
        if one.own_way and not one.choose:
            yield one.network, _("has its own way, so it needs choose")
        if not 0 <= one.ready_days <= one.most_days <= _MOST_DAYS or not 0 <= one.kept_days <= _MOST_DAYS:
            yield one.network, _("its days do not fit each other")
