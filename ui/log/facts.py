"""All the page of a thing shows, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footprint import dates, log, person
from footprint.checklists import Library, NetworkFile
from footprint.i18n import _
from footprint.log import Event, Evidence, Item, State, Status, Steps, answers, duplicates, ladder, sets
from footprint.log.ladder import Outcome, Rung, Standing
from footprint.log.sets import ItemSet
from footprint.person import Profile
from footprint.vault import Vault
from ui.log.words import standing as words_of

# While one of these comes next, a letter can be written; before them there is something to do without anybody.
_WITH_LETTER = (Rung.PERSON, Rung.SITE, Rung.ERASURE, Rung.COMPLAINT, Rung.SEARCH)
_BEFORE_LETTER = (Rung.PRESERVE, Rung.YOURSELF)
_WITHOUT_OTHERS = (*_BEFORE_LETTER, Rung.MANAGER, Rung.POLICE)


@dataclass(frozen=True)
class Facts:
    """An item with everything about it; what is shown where follows from it."""

    item: Item
    status: Status
    events: tuple[Event, ...]
    kept: tuple[Evidence, ...]
    steps: Steps
    standing: Standing
    file: NetworkFile | None
    who: Profile
    today: date
    group: ItemSet | None = None
    parts: tuple[str, ...] = ()  # the titles of what was put into it last
    together: str = ""  # that answers about who put it there came together, and which of them stands

    @property
    def stage(self) -> int:
        """0 found, 1 asked, 2 reminded, 3 gone or kept."""
        if not self.item.state.open:
            return 3
        asked = sum(
            one.rung not in _WITHOUT_OTHERS and one.outcome is not Outcome.CHOSEN for one in self.standing.taken
        )
        if self.item.state in (State.ASKED, State.WAITING, State.REFUSED):
            return 2 if asked > 1 else 1
        return 0

    @property
    def line(self) -> str:
        """How it stands, for the line under its title."""
        asked_on = self.standing.answerable
        last = self.standing.latest(asked_on) if asked_on is not None else None
        if last is not None and last.outcome.yours and self.item.state.open:
            return _("Your turn. {outcome}.").format(outcome=last.outcome.label)
        return words_of(self.item, self.status, self.today)

    @property
    def waiting(self) -> bool:
        """Somebody was asked. Whoever turns out to be frightening after all is not waited for: help comes first."""
        return self.item.state in (State.ASKED, State.WAITING) and not self.steps.worries

    @property
    def pausing(self) -> bool:
        """A question comes before anything that could make something go."""
        return self.standing.pause is not None

    @property
    def shows_oneself(self) -> bool:
        if not self.item.state.open or self.waiting or (self.pausing and not self.steps.worries):
            return False
        following = self.standing.proposal.rung
        if following is Rung.SEARCH:
            return False
        if following in _WITH_LETTER and not self.standing.step(Rung.YOURSELF).applies:
            return False
        return self.steps.worries or following in (None, *_BEFORE_LETTER, *_WITH_LETTER)

    @property
    def shows_letter(self) -> bool:
        """Only while a rung comes next on which somebody may be written to; while one is waited for, only if chosen."""
        if not (self.item.state.open and self.steps.may_ask) or self.pausing:
            return False
        if self.status is Status.WAITING and not self.standing.proposal.chosen:
            return False
        if self.letter_step is None or self._manager_first:
            return False
        return self.standing.proposal.rung in (None, *_WITH_LETTER, *_BEFORE_LETTER)

    @property
    def letter_step(self) -> Rung | None:
        """The step of the ladder a letter would be written on now."""
        following = self.standing.proposal.rung
        if following in _WITH_LETTER:
            return following
        return next((one.rung for one in self.standing.steps if one.applies and one.rung in _WITH_LETTER), None)

    @property
    def _manager_first(self) -> bool:
        """People from work are in it and the manager has not heard: nothing is written until the person chooses to."""
        told = self.standing.latest(Rung.MANAGER)
        heard = told is not None and told.outcome is not Outcome.CHOSEN
        return self.standing.step(Rung.MANAGER).applies and not heard and not self.standing.proposal.chosen


def facts_of(vault: Vault, library: Library, item_id: str) -> Facts:
    """On the lane's thread."""
    item, today, who = log.get(vault, item_id), dates.local_day(vault.now()), person.profile(vault)
    file = library.network(item.network) if item.network in library else None
    return Facts(
        item, item.status(today), log.history(vault, item_id), log.evidence(vault, item_id),
        log.steps_for(item, file, who=who), ladder.look(vault, item, file, who), file, who, today,
        sets.set_of(vault, item_id), duplicates.parts_of(vault, item_id), answers.came_together(vault, item_id),
    )  # fmt: skip
