"""What serves each line of the guidance, sorted for reading: checks by kind, pages, letters, and what is planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from footprint.checklists import Head, How, Kind, ServedRow, Service
from footprint.dates import number
from footprint.i18n import N_, _, ngettext
from ui.places import every_place

MINE = "mine"
KINDS = (
    (MINE, N_("Your networks: {n}")),
    (Kind.NETWORK.value, N_("All networks: {n}")),
    (Kind.PLACE.value, N_("Places: {n}")),
    (Kind.SITUATION.value, N_("Situations: {n}")),
)


@dataclass(frozen=True)
class CheckOf:
    """A check by its ids, with its title and the name and kind of its list."""

    network: str
    check: str
    title: str
    name: str
    kind: Kind


@dataclass(frozen=True)
class Screen:
    """A page of the app: where it is, what it is called there, and whether it only leads through."""

    place: str
    name: str
    guides: bool


@dataclass(frozen=True)
class Served:
    """One line. `planned` are pages that are not there yet, by name: never a link."""

    checks: tuple[CheckOf, ...] = ()
    screens: tuple[Screen, ...] = ()
    planned: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()

    def of(self, kind: str, mine: frozenset[str]) -> tuple[CheckOf, ...]:
        """The checks of one kind, or those of the person's own networks."""
        if kind == MINE:
            return tuple(one for one in self.checks if one.network in mine)
        return tuple(one for one in self.checks if one.kind == kind)

    @property
    def words(self) -> str:
        """How much serves the line, in a few words; what is planned is said only where nothing else is there."""
        counts = (
            (ngettext("{n} check", "{n} checks", len(self.checks)), len(self.checks)),
            (ngettext("{n} page", "{n} pages", len(self.screens)), len(self.screens)),
            (ngettext("{n} letter", "{n} letters", len(self.letters)), len(self.letters)),
        )
        said = ", ".join(words.format(n=number(n)) for words, n in counts if n)
        return said or (_("Planned") if self.planned else _("To read"))


def sort_out(rows: Sequence[ServedRow], heads: Sequence[Head]) -> dict[str, Served]:
    """By the id of the line. A page the window does not have is never made a link."""
    by_id = {head.id: head for head in heads}
    labels = {place.name: _(place.label) for place in every_place()}
    return {row.statement.id: _served(row.services, by_id, labels) for row in rows}


def _served(services: Sequence[Service], heads: dict[str, Head], labels: dict[str, str]) -> Served:
    by = [(one, *one.by.split(": ", 1)) for one in services if ": " in one.by]
    screens = [(one, place) for one, what, place in by if what == "screen"]
    live = [(one, place) for one, place in screens if one.how is not How.PLANNED and place in labels]
    return Served(
        checks=tuple(
            CheckOf(one.network, one.check, one.name, heads[one.network].name, heads[one.network].kind)
            for one in services
            if one.check and one.network in heads
        ),
        screens=tuple(Screen(place, labels[place], one.how is How.GUIDED) for one, place in live),
        planned=tuple(one.name for one, _place in screens if one.how is How.PLANNED),
        letters=tuple(one.name for one, what, _id in by if what == "letters"),
        steps=tuple(_("any network") if which == "any" else one.name for one, what, which in by if what == "ways"),
    )
