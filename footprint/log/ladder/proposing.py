"""What comes next for an item, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from footprint.i18n import _
from footprint.log.ladder.choosing import applying
from footprint.log.ladder.records import Outcome, Proposal, Step, Taken
from footprint.log.ladder.rungs import Rung
from footprint.log.ladder.waiting import counter
from footprint.log.records import Item
from footprint.person import Nation


def next_rung(
    item: Item, steps: Sequence[Step], history: Sequence[Taken], today: date, nation: Nation = Nation.UNSAID
) -> Proposal:
    """The rung to propose. `history` is what was done so far, oldest first."""
    if not item.state.open:
        return Proposal(None, _("This has ended. It opens again when it comes back."))
    by_rung = {one.rung: one for one in steps}
    known = [one for one in history if by_rung[one.rung].open]
    if known and known[-1].outcome is Outcome.CHOSEN:
        chosen = known[-1].rung
        instead = next_rung(item, steps, known[:-1], today, nation)
        if instead.rung is chosen:
            return instead
        return Proposal(chosen, _("You chose this."), chosen=True, instead=instead.rung)
    return _after(by_rung, known, today, nation)


def _after(by_rung: dict[Rung, Step], known: Sequence[Taken], today: date, nation: Nation) -> Proposal:
    order = applying(by_rung.values())
    last = _last(known)
    waiting = [one for one in last.values() if one.outcome is Outcome.WAITING]
    yours = [one for one in last.values() if one.outcome.yours]
    if yours:
        return Proposal(yours[-1].rung, _yours(yours[-1].outcome))
    if waiting and Rung.MANAGER in order and Rung.MANAGER not in last:
        return Proposal(Rung.MANAGER, by_rung[Rung.MANAGER].why)
    agreed = _agreed(by_rung, known, today)
    if agreed is not None:
        return agreed
    for one in waiting:
        if one.due is None or today <= one.due:
            return Proposal(one.rung, _counted(one, by_rung[one.rung], today, nation), waiting=True)
    late = waiting[-1] if waiting else None
    if late is None and known and known[-1].outcome is Outcome.SILENCE:
        late = known[-1]
    if late is not None and by_rung[late.rung].entry.again and _times(known, late.rung) < 2:
        return Proposal(late.rung, by_rung[late.rung].entry.silence, again=True)
    tried = set(last)
    left = next((rung for rung in order if rung not in tried), None)
    if left is None:
        return Proposal(None, _nothing_left(known, by_rung))
    return Proposal(left, _because(by_rung, left, known, late))


def _agreed(by_rung: dict[Rung, Step], known: Sequence[Taken], today: date) -> Proposal | None:
    """After a yes it is time to look; if it is still there after that, one reminder comes before anything else."""
    if not known or known[-1].outcome is not Outcome.ACCEPTED or not _takes_away(known[-1]):
        return None
    one = known[-1]
    if one.due is None or today <= one.due:
        return Proposal(None, _("They said yes. Look if it is gone, and mark it."))
    if by_rung[one.rung].entry.again and _times(known, one.rung) < 2:
        return Proposal(one.rung, _("They said yes. If it is still there, remind them."), again=True)
    return None


def _last(known: Sequence[Taken]) -> dict[Rung, Taken]:
    """How each rung that was tried stands now; the one touched last stands last."""
    found: dict[Rung, Taken] = {}
    for one in known:
        found.pop(one.rung, None)
        if one.outcome is not Outcome.CHOSEN:
            found[one.rung] = one
    return found


def _takes_away(one: Taken) -> bool:
    """A yes on this rung means that it goes; a search engine only hides it."""
    return one.rung.writes or one.rung is Rung.NETWORK


def _times(known: Sequence[Taken], rung: Rung) -> int:
    return sum(one.rung is rung and one.outcome is not Outcome.CHOSEN for one in known)


def _counted(one: Taken, step: Step, today: date, nation: Nation) -> str:
    if one.due is None:
        return _("You are waiting for an answer.")
    return counter(one.day, one.due, today, step.entry.unit, nation)


def _yours(outcome: Outcome) -> str:
    if outcome is Outcome.ASKED_ID:
        return _("They want to know who you are. Offer as little as will do, and never a whole passport.")
    if outcome is Outcome.BOUNCED:
        return _("Your message came back, so they have not read it. Look for another address.")
    return _("They asked for more. Answer that, and send no more about yourself than they need.")


def _because(by_rung: dict[Rung, Step], left: Rung, known: Sequence[Taken], late: Taken | None) -> str:
    if late is not None:
        return _("There was no answer. {why}").format(why=by_rung[left].why)
    if known and known[-1].outcome is Outcome.REFUSED:
        return _("They said no. {why}").format(why=by_rung[left].why)
    if known and known[-1].outcome is Outcome.ACCEPTED and _takes_away(known[-1]):
        return _("They said yes. If it is still there, go on. {why}").format(why=by_rung[left].why)
    return by_rung[left].why


def _nothing_left(known: Sequence[Taken], by_rung: dict[Rung, Step]) -> str:
    if known and known[-1].outcome is Outcome.ACCEPTED:
        return _("They said yes. Look if it is gone, and mark it.")
    if known and known[-1].rung in (Rung.MANAGER, Rung.POLICE):
        return _("You have told someone. Do what you agreed with them.")
    if not applying(by_rung.values()):
        return _("There is nothing to do about this.")
    return _("You have tried all there is for this. You can try one again, or look if it is gone.")
