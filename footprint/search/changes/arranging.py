"""The times the person looked, to choose two of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from footprint.dates import local_day
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.search.changes import store
from footprint.search.changes.records import Looked, Moment, Question
from footprint.vault import Vault

_NEVER = datetime.max.replace(tzinfo=UTC)
_SOON = timedelta(days=1)  # a try that comes later than that is a look of its own


@dataclass
class _Round:
    """A run and what belongs to it: tries that repeat what failed in it, and looks by hand on the same day."""

    runs: list[store.RunRow]
    asked: set[Question] = field(default_factory=set)
    failed: set[Question] = field(default_factory=set)  # those that did not end well when they were asked last

    @property
    def by_hand(self) -> bool:
        return all(one.by_hand for one in self.runs)

    def takes(self, run: store.RunRow, looks: Sequence[Looked]) -> bool:
        if not any(one.words for one in looks):
            return True  # only addresses that were typed in
        if run.by_hand:
            return local_day(self.runs[0].at) == local_day(run.at)
        if self.by_hand:
            return False
        soon = bool(self.failed) and run.at - self.runs[0].at < _SOON
        return soon and all(one.question in self.failed for one in looks if one.words)

    def add(self, run: store.RunRow, looks: Sequence[Looked]) -> None:
        self.runs.append(run)
        for one in looks:
            if one.words:
                self.asked.add(one.question)
                (self.failed.discard if one.outcome.searched else self.failed.add)(one.question)

    def moment(self) -> Moment:
        first, last = self.runs[0], self.runs[-1]
        ids = tuple(one.id for one in self.runs)
        return Moment(last.id, first.at, _NEVER, last.order, ids, len(self.asked), len(self.failed), self.by_hand)


def moments(vault: Vault) -> tuple[Moment, ...]:
    """Oldest first."""
    with vault.reading() as db:
        runs = store.runs(db)
        return arrange(runs, store.looks(db, runs), [at for _finding, at in store.read_at(db)])


def arrange(runs: Sequence[store.RunRow], looks: Iterable[Looked], read: Iterable[datetime]) -> tuple[Moment, ...]:
    """Runs in rounds, and days on which pages were only read again (at these times); oldest first."""
    of: defaultdict[int, list[Looked]] = defaultdict(list)
    for look in looks:
        of[look.order].append(look)
    rounds: list[_Round] = []
    for run in runs:
        mine = of.get(run.order)
        if not mine:
            continue  # cut off before the first look
        if not rounds or not rounds[-1].takes(run, mine):
            rounds.append(_Round([]))
        rounds[-1].add(run, mine)
    made = [one.moment() for one in rounds]
    every = sorted((*made, *_only_read(made, read)), key=lambda one: one.at)
    ends = [*(one.at for one in every[1:]), _NEVER]
    return tuple(replace(one, ends=end) for one, end in zip(every, ends, strict=False))


def _only_read(searched: Sequence[Moment], read: Iterable[datetime]) -> list[Moment]:
    """A moment for each day with readings but without a search, once there was one."""
    if not searched:
        return []
    days = {local_day(one.at) for one in searched}
    first: dict[date, datetime] = {}
    for at in read:
        day = local_day(at)
        if day not in days and at > searched[0].at:
            first[day] = min(at, first.get(day, at))
    found = []
    for day, at in first.items():
        before = [one for one in searched if one.at <= at][-1]
        found.append(Moment(f"read {day.isoformat()}", at, _NEVER, before.order, (), 0, 0, only_read=True))
    return found


def find(every: Sequence[Moment], wanted: str) -> Moment:
    """The moment with this id, or that holds the run with it (its first letters are enough); `NotFound` without."""
    for one in every:
        if wanted == one.id or wanted in one.runs:
            return one
    near = [one for one in every if any(run.startswith(wanted) for run in one.runs)]
    if len(near) == 1 and len(wanted) >= 4:
        return near[0]
    raise NotFound(_("This search is not in your notes any more."))


def on_day(every: Sequence[Moment], day: date) -> Moment:
    """How things stood at the end of this day; the first moment where that was before all of them."""
    before = [one for one in every if local_day(one.at) <= day]
    if not every:
        raise NotFound(_("You have not searched yet."))
    return before[-1] if before else every[0]


def usual(every: Sequence[Moment]) -> Moment | None:
    """What to compare the latest with: the last search before the app last searched, else the moment before."""
    if len(every) < 2:
        return None
    searched = [at for at, one in enumerate(every) if at and not one.by_hand and not one.only_read]
    earlier = [one for one in every[: searched[-1]] if not one.only_read] if searched else []
    return earlier[-1] if earlier else every[-2]
