"""What the pages read in one go, off the main thread: the list of networks, and one network as it stands today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from footprint import checklists, log, person
from footprint.checklists import (
    Answer,
    Check,
    CheckState,
    NetworkFile,
    Note,
    NoteKind,
    PhoneCheck,
    Progress,
    QuickList,
    SecondVisit,
    SettingsPage,
    Walk,
)
from footprint.dates import local_day
from footprint.errors import NotFound
from footprint.workbench import Workbench


@dataclass(frozen=True)
class Overview:
    """The person's networks: how far each is, its file, and how many of their checks are only in a phone app."""

    mine: tuple[Progress, ...]
    files: Mapping[str, NetworkFile]
    on_phone: int
    today: date

    def next_after(self, network_id: str) -> Progress | None:
        """The network to suggest once this one is finished: the first that still wants the person."""
        wanting = (one for one in self.mine if one.network != network_id and one.state is not checklists.State.DONE)
        return next(wanting, None)


def read_overview(bench: Workbench) -> Overview:
    """Reads the files of the person's own networks and no others; one nobody knows has the list that fits any."""
    library, vault = bench.checklists, bench.vault
    today = local_day(vault.now())
    answers = checklists.latest_of_all(vault)
    networks = list(dict.fromkeys(one.network for one in person.accounts(vault, include_closed=False)))
    files = {one: library.network_or_any(one) for one in networks if one in library or checklists.ANY in library}
    mine = checklists.overall(library, answers, networks, today).networks
    phone = _phone_checks(bench, networks, answers, today)
    return Overview(mine=mine, files=files, on_phone=len(phone), today=today)


@dataclass(frozen=True)
class OnPhone:
    """The checks that exist only in a phone app and still want the person."""

    checks: tuple[PhoneCheck, ...]
    today: date


def read_phone(bench: Workbench) -> OnPhone:
    """For the networks of the person's accounts, essentials first; before any is added, for all that are known."""
    today = local_day(bench.vault.now())
    answers = checklists.latest_of_all(bench.vault)
    mine = [one.network for one in person.accounts(bench.vault, include_closed=False)]
    networks = list(dict.fromkeys(mine)) or [one.id for one in bench.checklists.networks()]
    found = sorted(_phone_checks(bench, networks, answers, today), key=lambda one: not one.state.check.essential)
    return OnPhone(tuple(found), today)


@dataclass(frozen=True)
class Quick:
    """The checks that matter most and fit 15 minutes, and how many things to remove are due."""

    checks: QuickList
    due: int


def read_quick(bench: Workbench) -> Quick:
    found = checklists.for_person(bench.vault, bench.checklists)
    return Quick(found, len(log.due(bench.vault, local_day(bench.vault.now()))))


def _phone_checks(
    bench: Workbench, networks: list[str], answers: Mapping[str, Mapping[str, Answer]], today: date
) -> tuple[PhoneCheck, ...]:
    files = [bench.checklists.network(one) for one in networks if one in bench.checklists]
    return checklists.on_phone(files, answers, today)


@dataclass(frozen=True)
class Now:
    """One network today: its file, the newest answers, the notes, and the handle its links need."""

    network: NetworkFile
    answers: Mapping[str, Answer]
    notes: Mapping[tuple[str, NoteKind], Note]
    handle: str
    today: date

    @cached_property
    def states(self) -> Mapping[str, CheckState]:
        return {one.check.id: one for one in checklists.states(self.network, self.answers, self.today)}

    @cached_property
    def progress(self) -> Progress:
        return checklists.progress(self.network, self.answers, self.today)

    @cached_property
    def walk(self) -> Walk:
        return checklists.first_visit(self.network, self.answers, self.today)

    @cached_property
    def second(self) -> SecondVisit:
        return checklists.second_visit(self.network, self.answers, self.today)

    def with_answers(self, given: tuple[Answer, ...]) -> Now:
        """The same with these answers as the newest ones."""
        return replace(self, answers={**self.answers, **{one.check: one for one in given}})

    def with_note(self, check: Check, kind: NoteKind, note: Note | None) -> Now:
        kept = {key: value for key, value in self.notes.items() if key != (check.id, kind)}
        return replace(self, notes={**kept, (check.id, kind): note} if note else kept)

    def note(self, check: Check, kind: NoteKind = NoteKind.NOTE) -> str:
        found = self.notes.get((check.id, kind))
        return found.text if found else ""

    def address(self, link: str) -> str:
        """A link with the person's handle in it; empty where it needs one and there is none."""
        return checklists.address(link, self.handle)

    def again(self, page: SettingsPage) -> SettingsPage:
        """A settings page with its checks as they stand now."""
        return replace(page, checks=tuple(self.states.get(one.check.id, one) for one in page.checks))


def read_network(bench: Workbench, network_id: str) -> Now:
    """Raises `NotFound` for a network that has no checklist here and no account either."""
    library, vault = bench.checklists, bench.vault
    accounts = [one for one in person.accounts(vault, include_closed=False) if one.network == network_id]
    network = library.network_or_any(network_id) if accounts else library.network(network_id)
    return Now(
        network=network,
        answers=checklists.latest(vault, network_id),
        notes=_notes(network, checklists.notes(vault, network_id)),
        handle=next((one.handle for one in accounts if one.handle), ""),
        today=local_day(vault.now()),
    )


def _notes(network: NetworkFile, found: tuple[Note, ...]) -> dict[tuple[str, NoteKind], Note]:
    """By the id the check has now; a note of a check that is gone stays in the vault and is not shown."""
    kept: dict[tuple[str, NoteKind], Note] = {}
    for one in found:
        try:
            kept[checklists.check_of(network, one.check).id, one.kind] = one
        except NotFound:
            continue
    return kept
