"""Everything that decides what is due, read once: answers, items, looks, searches, and what the person chose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from footprint import checklists, log, person, search
from footprint.archives import concierge
from footprint.archives.concierge import Copy
from footprint.checklists import CheckState, Library, Overall, stranger
from footprint.dates import local_day
from footprint.errors import NotFound
from footprint.log import recheck
from footprint.reminders import store
from footprint.reminders.cadences import Asked
from footprint.reminders.records import Every, Own
from footprint.reminders.store import Marked
from footprint.vault import Vault

if TYPE_CHECKING:
    from footprint.checklists.packed import PackPart

SOON = timedelta(days=14)
MOST_ITEMS = 50
ITEM = "item:"


@dataclass(frozen=True)
class Seen:
    """One reading of the vault. `months` is the setting for all checks (0: never).

    `items` are the most urgent, `item_days` counts all; `put_off_items` are the days of those put off, by key.
    `copies` are the copies of accounts on their way, `names` what their networks are called.
    """

    today: date
    months: int
    accounts: tuple[str, ...]
    progress: Overall
    states: Mapping[str, tuple[CheckState, ...]]
    every_of_checks: Mapping[tuple[str, str], int]
    items: tuple[log.Row, ...]
    item_days: Mapping[date, int]
    looks: Mapping[date, int]
    last_looked: date | None
    worrying: bool
    last_searched: date | None
    chosen: Mapping[str, Every] = field(default_factory=dict)
    marks: Mapping[str, list[Marked]] = field(default_factory=dict)
    own: tuple[Own, ...] = ()
    done: Mapping[str, date] = field(default_factory=dict)
    put_off_items: Mapping[str, date] = field(default_factory=dict)
    pack: PackPart | None = None

    def asked(self, what: str) -> Asked | None:
        """How often the organisation asks for a search, or for going through old posts."""
        said = None if self.pack is None else self.pack.looks.get(what)
        return None if said is None or self.pack is None else Asked(said, self.pack.organisation)

    def asked_of(self, network: str) -> Asked | None:
        """How often it asks for the checks of a network."""
        said = None if self.pack is None else self.pack.cadence_of(network)
        return None if said is None or self.pack is None else Asked(said, self.pack.organisation)

    copies: tuple[Copy, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    as_stranger: date | None = None  # the account looked at logged out longest ago, of those that were


def read(vault: Vault, library: Library, today: date, months: int) -> Seen:
    """Read all of it in one view, so that the days fit each other."""
    with vault.reading() as db:
        answers = checklists.latest_of_all(vault)
        mine = tuple(dict.fromkeys(one.network for one in person.accounts(vault, include_closed=False)))
        looks = recheck.standings(vault)
        marks = store.marks(db)
        copies = concierge.under_way(vault)
        return Seen(
            today=today,
            months=months,
            accounts=mine,
            progress=checklists.overall(library, answers, mine, today),
            states={one: _states(library, answers, one, today) for one in mine},
            every_of_checks=checklists.every_of(vault),
            items=log.page(vault, log.Query(due_before=today + SOON, sort=log.Sort.DUE), 0, MOST_ITEMS, today),
            item_days=log.due_days(vault),
            looks=Counter(one.next_day for one in looks if one.next_day),
            last_looked=max((local_day(one.last.at) for one in looks if one.last), default=None),
            worrying=_is_worrying(vault, today),
            last_searched=_last_searched(vault),
            chosen=store.chosen(db),
            marks=marks,
            own=tuple(store.own(db)),
            done=store.done(db),
            put_off_items=_put_off_items(vault, marks),
            pack=library.pack,
            copies=copies,
            names={one.network: library.network_or_any(one.network).name for one in copies},
            as_stranger=_as_stranger(vault, mine),
        )


def _states(
    library: Library, answers: Mapping[str, Mapping[str, checklists.Answer]], network: str, today: date
) -> tuple[CheckState, ...]:
    if network not in library and checklists.ANY not in library:
        return ()
    return checklists.states(library.network_or_any(network), answers.get(network, {}), today)


def _put_off_items(vault: Vault, marks: Iterable[str]) -> dict[str, date]:
    found = {}
    for key in marks:
        if key.startswith(ITEM):
            with suppress(NotFound):
                due = log.get(vault, key.removeprefix(ITEM)).due
                if due is not None:
                    found[key] = due
    return found


def _is_worrying(vault: Vault, today: date) -> bool:
    """Whether something still to go comes from where it may hurt."""
    origins = tuple(one for one in log.Origin if one.worries)
    return any(
        log.count(vault, log.Query(origins=origins, group=group), today)
        for group in log.Group
        if group is not log.Group.DONE
    )


def _as_stranger(vault: Vault, mine: Iterable[str]) -> date | None:
    """The oldest of the newest finished looks at the networks the person uses; None where there is none yet."""
    finished = [one for one in stranger.looks(vault) if one.finished and one.network in set(mine)]
    return min((local_day(one.at) for one in stranger.newest(finished)), default=None)


def _last_searched(vault: Vault) -> date | None:
    """The day of the newest search that worked: one that failed is no search."""
    return next((local_day(run.started_at) for run in search.runs(vault) if run.outcome.searched), None)
