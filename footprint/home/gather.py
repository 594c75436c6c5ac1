"""Everything Home looks at, read once: accounts, answers, items, results and the last search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from footprint import checklists, log, person, search
from footprint.checklists import CheckState, Library, Overall, Standing
from footprint.dates import local_day
from footprint.home import store
from footprint.home.records import Point
from footprint.log import recheck
from footprint.vault import Vault


@dataclass(frozen=True)
class Gathered:
    """One reading of the vault. `later` are the checks put off, soonest first."""

    today: date
    greeting_name: str
    has_name: bool
    accounts: int
    progress: Overall
    open_by_network: Mapping[str, int]
    later: tuple[tuple[str, CheckState], ...]
    items: Mapping[log.Status, int]
    due_items: tuple[log.Row, ...]
    next_due: date | None
    looks_due: int
    results: search.Counts
    last_run: search.Run | None
    last_searched: date | None
    put_off: Mapping[str, date]
    counts: tuple[Point, ...]

    @property
    def open_settings(self) -> int:
        """Settings that are less safe or put off, over all networks."""
        return sum(self.open_by_network.values())

    @property
    def untouched(self) -> bool:
        """Nothing has been looked at, found or written down yet."""
        return not (
            self.progress.dealt_with or self.later or self.last_run or self.results.total or any(self.items.values())
        )

    @property
    def open_items(self) -> int:
        """Items that still have to go: neither gone nor kept; a "no" leaves it the person's turn again."""
        return sum(count for status, count in self.items.items() if status in OPEN)


SOON = timedelta(days=14)
_MOST = 50
OPEN = frozenset(status for status in log.Status if status.group is not log.Group.DONE)
_WANTED = frozenset({Standing.LESS_SAFE, Standing.LATER})


def gather(vault: Vault, library: Library, today: date) -> Gathered:
    """Read all of it in one view, so that the figures fit each other."""
    with vault.reading() as db:
        answers = checklists.latest_of_all(vault)
        mine = [one.network for one in person.accounts(vault, include_closed=False)]
        names = person.details(vault, person.DetailKind.NAME)
        standing = [(one, state) for one in dict.fromkeys(mine) for state in _states(library, answers, one, today)]
        runs = search.runs(vault)
        return Gathered(
            today=today,
            greeting_name=names[0].given if names else "",
            has_name=bool(names),
            accounts=len(mine),
            progress=checklists.overall(library, answers, mine, today),
            open_by_network=Counter(network for network, state in standing if state.standing in _WANTED),
            later=tuple(
                sorted(((one, state) for one, state in standing if state.standing is Standing.LATER), key=_day)
            ),
            items=log.counts_by_status(vault, today),
            due_items=_due_items(vault, today),
            next_due=log.next_due(vault, today),
            looks_due=len(recheck.due(vault, today)),
            results=search.counts(vault),
            last_run=search.last_run(vault),
            last_searched=next((local_day(run.started_at) for run in runs if run.outcome.searched), None),
            put_off=store.put_off_until(db),
            counts=tuple(store.counts(db)),
        )


def _due_items(vault: Vault, today: date) -> tuple[log.Row, ...]:
    """Items whose day has come or comes within two weeks, the longest due first; the most urgent only."""
    return log.page(vault, log.Query(due_before=today + SOON, sort=log.Sort.DUE), 0, _MOST, today)


def _states(
    library: Library, answers: Mapping[str, Mapping[str, checklists.Answer]], network: str, today: date
) -> tuple[CheckState, ...]:
    if network not in library and checklists.ANY not in library:
        return ()
    return checklists.states(library.network_or_any(network), answers.get(network, {}), today)


def _day(one: tuple[str, CheckState]) -> date:
    return one[1].again_on or date.max
