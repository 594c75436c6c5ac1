"""What the library shows of many files: their heads at once, and what stands in each, read off the main thread."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from footprint import checklists, person
from footprint.checklists import ANY, Answer, Head, Kind, Library, NetworkFile, Problem, Progress, Removal, Shelf, State
from footprint.dates import local_day
from footprint.i18n import N_, _, ngettext
from footprint.person import Nation
from footprint.tasks import Task
from footprint.workbench import Workbench
from ui.checklists import badges, words
from ui.kit.lists import RowLook

# Seconds: how long to rest after a file, and how quickly one is there that was read before.
_REST, _READ_BEFORE = 0.003, 0.0005

SHELVES = {
    Shelf.SOCIAL: N_("Social networks"),
    Shelf.MESSAGES: N_("Messages"),
    Shelf.VIDEO: N_("Video and photos"),
    Shelf.WORK: N_("Work"),
    Shelf.DATING: N_("Dating"),
    Shelf.SELLING: N_("Buying and selling"),
    Shelf.ACCOUNTS: N_("Email and device accounts"),
    Shelf.INTERESTS: N_("Hobbies, reviews and games"),
    Shelf.REGISTERS: N_("Registers"),
    Shelf.FINDERS: N_("Sites that find people"),
    Shelf.COMMUNITY: N_("Schools, clubs and giving"),
    Shelf.PRESS: N_("Newspapers and forums"),
    Shelf.SEARCH: N_("Search engines and old copies"),
    Shelf.OTHER: N_("Others"),
}
REMOVAL = {
    Removal.YOURSELF: (N_("You can take yourself off"), "ok"),
    Removal.ASK: (N_("You have to ask"), "info"),
    Removal.CANNOT: (N_("Cannot be changed"), "neutral"),
}


@dataclass(frozen=True)
class Catalogue:
    """The files of one kind in a line each, and what is known of the person that their rows need."""

    kind: Kind
    heads: tuple[Head, ...]
    mine: frozenset[str]
    answers: Mapping[str, Mapping[str, Answer]]
    nation: Nation
    today: date

    @property
    def shelves(self) -> dict[Shelf, tuple[Head, ...]]:
        """Shelf by shelf, none of them empty; the usual networks first on each."""
        usual = sorted(self.heads, key=lambda one: checklists.how_usual(one.id))
        found = {shelf: tuple(one for one in usual if one.shelf is shelf) for shelf in Shelf}
        return {shelf: some for shelf, some in found.items() if some}

    def listed(self, head: Head) -> bool:
        """Whether it stands there before anything is typed: not what few people here use, nor the list for any."""
        return head.id in self.mine or (head.suggest and head.id != ANY)


@dataclass(frozen=True)
class Row:
    """One file as its row shows it; `elsewhere` for a place of another part of the UK than the person's."""

    look: RowLook
    elsewhere: bool = False


def read_catalogue(bench: Workbench, kind: Kind) -> Catalogue:
    """Quick: no file is read beyond its first lines."""
    vault = bench.vault
    return Catalogue(
        kind=kind,
        heads=bench.checklists.heads(kind),
        mine=frozenset(one.network for one in person.accounts(vault, include_closed=False)),
        answers=checklists.latest_of_all(vault),
        nation=person.profile(vault).nation,
        today=local_day(vault.now()),
    )


def read_rows(bench: Workbench, of: Catalogue, heads: Iterable[Head], task: Task) -> dict[str, Row]:
    """What stands in these files. One with a fault is left out; the page names it."""
    return {file.id: _row(file, of) for file in _gently(bench.checklists, heads, task)}


def read_problems(bench: Workbench, task: Task) -> tuple[Problem, ...]:
    """What is wrong with any file of the library. It reads all of them."""
    library = bench.checklists
    deque(_gently(library, library.heads(), task), maxlen=0)
    return library.problems


def _gently(library: Library, heads: Iterable[Head], task: Task) -> Iterator[NetworkFile]:
    """One file after the other, with a rest after each that had to be read.

    One thread of Python runs at a time: without the rest the window would wait its turn at every call Qt makes of it.
    """
    for head in heads:
        task.check()
        began = time.perf_counter()
        if head.id in library:
            yield library.network(head.id)
        if time.perf_counter() - began > _READ_BEFORE:
            task.wait(_REST)


def before_reading(head: Head) -> Row:
    """The row of a file that is not read yet: its name, and room for the rest."""
    return Row(_look(head.id, head.name, head.kind, "…"))


def matches(head: Head, typed: str) -> bool:
    """Every word typed stands in its name or its summary."""
    text = f"{head.name} {head.id} {head.summary}".casefold()
    return all(word in text for word in typed.casefold().split())


def shelf_title(kind: Kind, shelf: Shelf) -> str:
    """The heading of a shelf; situations all stand on one."""
    return _("What can come up") if kind is Kind.SITUATION else _(SHELVES[shelf])


def how_many(bench: Workbench) -> str:
    """The whole library in numbers, from the heads alone."""
    heads = [one for one in bench.checklists.heads() if one.id != ANY]
    count = {kind: sum(one.kind is kind for one in heads) for kind in Kind}
    parts = (
        ngettext("{n} network", "{n} networks", count[Kind.NETWORK]).format(n=count[Kind.NETWORK]),
        ngettext("{n} place", "{n} places", count[Kind.PLACE]).format(n=count[Kind.PLACE]),
        ngettext("{n} situation", "{n} situations", count[Kind.SITUATION]).format(n=count[Kind.SITUATION]),
    )
    return _("{networks}, {places} and {situations}.").format(networks=parts[0], places=parts[1], situations=parts[2])


def _row(file: NetworkFile, of: Catalogue) -> Row:
    one = checklists.progress(file, of.answers.get(file.id, {}), of.today)
    pill, tone = _pill(file, one, of)
    steps = _("Steps: {words}").format(words=badges.file_words(file, of.today))
    look = _look(file.id, file.name, file.kind, f"{_how_much(file, one)}. {steps}", pill, tone)
    nations = file.place.nations if file.place is not None else ()
    return Row(look, bool(nations) and of.nation is not Nation.UNSAID and of.nation not in nations)


def _look(key: str, name: str, kind: Kind, meta: str, pill: str = "", tone: str = "neutral") -> RowLook:
    """Letters help to find a name; a situation has none, so it has an icon."""
    situation = kind is Kind.SITUATION
    icon, letter = ("checklist", "") if situation else ("", name[:1].upper())
    return RowLook(name, meta, pill, tone, icon, letter, key)


def _pill(file: NetworkFile, one: Progress, of: Catalogue) -> tuple[str, str]:
    if file.place is not None:
        return removal_words(file.place.removal)
    if file.id in of.mine:
        return _("Mine"), "ok"
    return ("", "neutral") if one.state is State.NOT_STARTED else words.status(one, of.today)


def removal_words(removal: Removal) -> tuple[str, str]:
    """Who can take a listing away, in a few words, and the tone of its pill."""
    said, tone = REMOVAL[removal]
    return _(said), tone


def _how_much(file: NetworkFile, one: Progress) -> str:
    """How many checks and how long, or how far the person is with them."""
    if one.state is not State.NOT_STARTED:
        return ". ".join(part for part in (words.done_of(one), words.minutes_left(one.minutes_left)) if part)
    essential = [check for check in file.checks if check.essential and not check.retired]
    minutes = words.minutes_about(checklists.minutes(essential))
    return ngettext("{n} check, {minutes}", "{n} checks, {minutes}", one.total).format(n=one.total, minutes=minutes)
