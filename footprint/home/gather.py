"""Everything Home looks at, read once: accounts, answers, items, results and the last search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from footprint import log, person, reminders, search
from footprint.checklists import CheckState, Library, Overall, Standing
from footprint.home import store
from footprint.home.records import Point
from footprint.reminders import Rhythm, events
from footprint.reminders.events import Audit
from footprint.supervision import plans
from footprint.vault import Vault


@dataclass(frozen=True)
class Gathered:
    """One reading of the vault. `later` are the checks put off, soonest first; `rhythm` says what is due; `life` are
    the life events that were begun; `plans` are those taken on, by the key of their reminder."""

    today: date
    rhythm: Rhythm
    greeting_name: str
    has_name: bool
    accounts: int
    progress: Overall
    open_by_network: Mapping[str, int]
    later: tuple[tuple[str, CheckState], ...]
    items: Mapping[log.Status, int]
    results: search.Counts
    last_run: search.Run | None
    counts: tuple[Point, ...]
    life: tuple[Audit, ...] = ()
    plans: Mapping[str, plans.Standing] = field(default_factory=dict)

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


OPEN = frozenset(status for status in log.Status if status.group is not log.Group.DONE)
_WANTED = frozenset({Standing.LESS_SAFE, Standing.LATER})


def gather(vault: Vault, library: Library, today: date, months: int) -> Gathered:
    """Read all of it in one view, so that the figures fit each other."""
    with vault.reading() as db:
        now = reminders.rhythm(vault, library, today, months)
        names = person.details(vault, person.DetailKind.NAME)
        standing = [(one, state) for one, states in now.seen.states.items() for state in states]
        return Gathered(
            today=today,
            rhythm=now,
            greeting_name=names[0].given if names else "",
            has_name=bool(names),
            accounts=len(now.seen.accounts),
            progress=now.seen.progress,
            open_by_network=Counter(network for network, state in standing if state.standing in _WANTED),
            later=tuple(
                sorted(((one, state) for one, state in standing if state.standing is Standing.LATER), key=_day)
            ),
            items=log.counts_by_status(vault, today),
            results=search.counts(vault),
            last_run=search.last_run(vault),
            counts=tuple(store.counts(db)),
            life=events.running(vault, library) if events.has_running(vault) else (),
            plans=_plans(vault, library, today),
        )


def _plans(vault: Vault, library: Library, today: date) -> Mapping[str, plans.Standing]:
    keys = plans.of_reminders(vault)
    if not keys:
        return {}
    by_id = {one.taken.id: one for one in plans.standings(vault, library, today)}
    return {key: by_id[one] for key, one in keys.items()}


def _day(one: tuple[str, CheckState]) -> date:
    return one[1].again_on or date.max
