"""The words of the rungs: one dated file, written by hand, decoded strictly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from footprint.checklists import Confidence
from footprint.i18n import N_, _
from footprint.log.by_hand import Strict, fault, read
from footprint.log.ladder.rungs import Rung
from footprint.log.law import laws
from footprint.log.relations import Relation
from footprint.paths import shipped
from footprint.person import Nation, Profile

Unit = Literal["days", "working days", "weeks", "months"]


class Link(Strict, frozen=True, kw_only=True):
    """A page to go to, and what it is."""

    label: str
    link: str


class Entry(Strict, frozen=True, kw_only=True):
    """A rung in words: when it applies, what it takes, how long to wait, and what to do at silence or refusal.

    `relations` and `hosts`: only for these; `takes` may hold **bold** words and `{who}`, whom the person turns to.
    `again`: worth one reminder. `law`: ids in `resources/law/uk.toml`. `confidence` is that of the days and addresses.
    """

    id: str
    rung: str
    title: str
    when: str
    takes: tuple[str, ...]
    wait: int
    unit: Unit
    source: str
    verified: date
    confidence: Confidence
    nations: tuple[Nation, ...]
    guidance: tuple[str, ...]
    silence: str = ""
    refusal: str = ""
    again: bool = False
    relations: tuple[Relation, ...] = ()
    hosts: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    law: tuple[str, ...] = ()

    def fits(self, relation: Relation | None, host: str, nation: Nation) -> bool:
        return (
            (not self.relations or relation in self.relations)
            and (not self.hosts or any(host == one or host.endswith(f".{one}") for one in self.hosts))
            and (nation is Nation.UNSAID or nation in self.nations)
        )


class LadderFile(Strict, frozen=True, kw_only=True):
    """`resources/ladder/uk.toml`."""

    format: int
    checked: date
    rung: tuple[Entry, ...]


def entries(path: Path | None = None) -> tuple[Entry, ...]:
    """Every entry in the order of the file. `BadLetters` names a fault."""
    return _read(path or shipped("resources") / "ladder" / "uk.toml")


_TITLES = {
    ("person", Relation.FRIEND): N_("Ask your friend"),
    ("person", Relation.RELATIVE): N_("Ask your relative"),
    ("person", Relation.COLLEAGUE): N_("Ask your colleague"),
    ("site", Relation.CLUB): N_("Ask the club or the team"),
    ("site", Relation.SCHOOL): N_("Ask the school or the nursery"),
    ("site", Relation.PHOTOGRAPHER): N_("Ask the photographer"),
    ("site", Relation.BLOG): N_("Ask the owner of the blog"),
    ("site", Relation.FORUM): N_("Ask those who run the forum"),
    ("site", Relation.EMPLOYER): N_("Ask the employer"),
    ("site", Relation.FIRM): N_("Ask the organisation"),
}
"""What a step is called where it is known who it is; else the title of its entry stands."""


def _title(found: Entry, rung: Rung, relation: Relation | None) -> str:
    named = _TITLES.get((rung.value, relation)) if relation is not None and not found.hosts else None
    return found.title if named is None else _(named)


def entry_for(rung: Rung, relation: Relation | None, host: str, who: Profile) -> Entry:
    """The words of a rung for this place and nation, to this person: the first entry that fits."""
    found = next(one for one in entries() if one.rung == rung.value and one.fits(relation, host, who.nation))
    manager = who.role.turns_to
    return msgspec.structs.replace(
        found,
        title=_title(found, rung, relation).replace("{who}", manager),
        takes=tuple(one.replace("{who}", manager) for one in found.takes),
        silence=found.silence.replace("{who}", manager),
    )


@lru_cache(maxsize=4)
def _read(path: Path) -> tuple[Entry, ...]:
    file = read(path, LadderFile)
    for words in _faults(file):
        raise fault(path, words)
    return file.rung


def _faults(file: LadderFile) -> Iterator[str]:
    if file.format != 1:
        yield _("is of a newer form than this app knows")
    ids = [one.id for one in file.rung]
    if len(set(ids)) != len(ids):
        yield _("has the same id twice")
    known = {one.value for one in Rung}
    whole = {one.rung for one in file.rung if not one.relations and not one.hosts and len(one.nations) == _NATIONS}
    for missing in sorted(known - whole):
        yield _("{id}: needs an entry that fits everywhere").format(id=missing)
    for one in file.rung:
        yield from (f"{one.id}: {words}" for words in _entry_faults(one, file.checked, known))


_NATIONS = 4


def _entry_faults(one: Entry, checked: date, known: set[str]) -> Iterator[str]:
    if one.rung not in known:
        yield _("nobody knows this rung")
    if one.verified > checked:
        yield _("verified must not be after checked")
    if not one.takes or not one.when.strip():
        yield _("needs when and takes")
    if one.wait < 0 or (one.wait > 0) != bool(one.silence):
        yield _("needs silence where there is a wait, and nowhere else")
    if any(not each.link.startswith("https://") for each in one.links):
        yield _("links must be https addresses")
    for each in one.law:
        if each not in laws() or not laws()[each].certain:
            yield _("{law} is no law that is certain").format(law=each)
