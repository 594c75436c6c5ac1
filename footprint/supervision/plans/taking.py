"""The person's side: what a plan asks, what of it already fits, and taking on all, part or none of it.

Nothing here leaves the computer. Taking on is one step with one undo, through the rooms that keep accounts, rhythms
and reminders; the plan itself is only remembered, and how far the person is follows from their own answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footprint import checklists, person, reminders, search
from footprint.checklists import ANY, Library, State
from footprint.dates import day_in_words, local_day
from footprint.i18n import _, ngettext
from footprint.ids import new_id
from footprint.reminders import Every
from footprint.supervision.plans import store
from footprint.supervision.plans.reading import Opened, known_networks
from footprint.supervision.plans.records import BadPlan, Plan
from footprint.supervision.plans.remembered import taken
from footprint.supervision.plans.store import Taken
from footprint.vault import Done, Vault, Writing

_SEARCH_MINUTES = 5


@dataclass(frozen=True)
class Part:
    """One network of a plan, as it stands with this person. `known`: the library has a checklist of its own for it."""

    network: str
    name: str
    known: bool
    mine: bool
    done: int
    total: int
    finished: bool
    again: int | None  # months the person chose for it
    minutes: int = 0  # about how long what is left takes


@dataclass(frozen=True)
class Offer:
    """A plan beside what the person does already."""

    opened: Opened
    parts: tuple[Part, ...]
    last_search: date | None
    before: Taken | None  # the same plan, taken on earlier
    today: date

    @property
    def plan(self) -> Plan:
        return self.opened.plan

    @property
    def day_counts(self) -> bool:
        """Whether its day is still to come."""
        return self.plan.by is not None and self.plan.by >= self.today

    @property
    def everything(self) -> Choice:
        return Choice(self.plan.networks, self.plan.search, self.day_counts, bool(self.plan.again))

    @property
    def fitting(self) -> Choice:
        """What needs no new account: a first choice for those who take on a part."""
        mine = tuple(one.network for one in self.parts if one.mine)
        return Choice(mine, self.plan.search, self.day_counts, bool(self.plan.again))


@dataclass(frozen=True)
class Choice:
    """What of a plan the person takes on, each by itself."""

    networks: tuple[str, ...] = ()
    search: bool = False
    by: bool = False
    again: bool = False

    @property
    def nothing(self) -> bool:
        return not self.networks and not self.search


@dataclass(frozen=True)
class Standing:
    """How far the person is with what they took on; only they see it."""

    taken: Taken
    parts: tuple[Part, ...]
    searched: bool
    today: date

    @property
    def total(self) -> int:
        return len(self.parts) + self.taken.search

    @property
    def done(self) -> int:
        return sum(one.finished for one in self.parts) + (self.taken.search and self.searched)

    @property
    def finished(self) -> bool:
        return self.done == self.total

    @property
    def next(self) -> Part | None:
        """The first network that is not done: one that was begun before those that were not."""
        left = [one for one in self.parts if not one.finished]
        return min(left, key=lambda one: not one.done, default=None)

    @property
    def next_minutes(self) -> int:
        """About how long the next part takes."""
        return self.next.minutes if self.next is not None else _SEARCH_MINUTES

    @property
    def next_words(self) -> str:
        """`3 of 5 done, by 12 December 2026. Next: Facebook.`"""
        if self.finished:
            return self.words
        name = self.next.name if self.next is not None else _("the search for your name")
        return f"{self.words} {_('Next: {name}.').format(name=name)}"

    @property
    def words(self) -> str:
        """`3 of 5 done, by 12 December 2026`."""
        if self.finished:
            return _("All of it is done.")
        so_far = _("{done} of {total} done").format(done=self.done, total=self.total)
        if self.taken.by is None:
            return f"{so_far}."
        return _("{so_far}, by {day}.").format(so_far=so_far, day=day_in_words(self.taken.by))


def offer(vault: Vault, library: Library, opened: Opened, today: date) -> Offer:
    """The plan beside what the person does. Nothing is changed."""
    with vault.reading() as db:
        before = next((one for one in store.taken(db) if one.digest == opened.digest), None)
    parts = _parts(vault, library, opened.plan.networks, today)
    return Offer(opened, parts, _last_search(vault), before, today)


def take(vault: Vault, library: Library, opened: Opened, choice: Choice, today: date) -> Done[Taken]:
    """Take on what was chosen, as one step. The same plan taken on before is replaced. Raises `BadPlan`."""
    plan = opened.plan
    if choice.nothing:
        raise BadPlan(_("Choose at least one thing, or close the plan."))
    networks = tuple(one for one in plan.networks if one in choice.networks)
    by = plan.by if choice.by and plan.by is not None and plan.by >= today else None
    again = plan.again if choice.again else 0
    with vault.writing() as write:
        for older in store.taken(write.db):
            if older.digest == opened.digest:
                _drop(write, older)
        person.put_accounts(write, networks)
        if again:
            for one in networks:
                checklists.put_every(write, one, again)
            if plan.search and choice.search:
                reminders.put_search_every(write, Every(again))
        reminder = reminders.put(write, _reminder_words(len(networks)), by, today=today).id if by else ""
        taken = Taken(
            new_id(), opened.digest, plan.sender, plan.note, plan.made, plan.prompts, plan.search and choice.search,
            by, again, reminder, write.instant, networks,
        )  # fmt: skip
        store.add(write.db, taken, write.now)
    return write.done(taken)


def standings(vault: Vault, library: Library, today: date) -> tuple[Standing, ...]:
    """How far the person is with each plan they took on, newest first."""
    return tuple(_standing(vault, library, one, today) for one in taken(vault))


def drop(vault: Vault, plan_id: str) -> Done[Taken]:
    """Put a plan away, with its reminder. Accounts, rhythms and answers stay as they are."""
    with vault.writing() as write:
        one = store.one(write.db, plan_id)
        _drop(write, one)
    return write.done(one)


def _drop(write: Writing, one: Taken) -> None:
    store.remove(write.db, one.id, write.now)
    if one.reminder:
        reminders.drop(write, one.reminder)


def _reminder_words(networks: int) -> str:
    if not networks:
        return _("Your plan: search for your name")
    return ngettext("Your plan: {n} network", "Your plan: {n} networks", networks).format(n=networks)


def _standing(vault: Vault, library: Library, one: Taken, today: date) -> Standing:
    last = _last_search(vault)
    searched = last is not None and last >= local_day(one.taken_at)
    return Standing(one, _parts(vault, library, one.networks, today), searched, today)


def _parts(vault: Vault, library: Library, networks: tuple[str, ...], today: date) -> tuple[Part, ...]:
    answers, known = checklists.latest_of_all(vault), known_networks(library)
    mine = {one.network for one in person.accounts(vault, include_closed=False)}
    every = checklists.every_of(vault)
    found = []
    for one in networks:
        name = library.name(one) if one in known else one
        part = Part(one, name, one in known, one in mine, 0, 0, finished=False, again=every.get((one, "")))
        if one in known or ANY in known:
            now = checklists.progress(library.network_or_any(one), answers.get(one, {}), today)
            part = Part(
                one, name, one in known, one in mine, now.dealt_with, now.total,
                finished=now.state is State.DONE, again=part.again, minutes=now.minutes_left,
            )  # fmt: skip
        found.append(part)
    return tuple(found)


def _last_search(vault: Vault) -> date | None:
    return next((local_day(run.started_at) for run in search.runs(vault) if run.outcome.searched), None)
