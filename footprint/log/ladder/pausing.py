"""Pause before deleting: something that is gone cannot be shown, and a complaint or a court may need it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from footprint.i18n import _
from footprint.log.ladder.records import Known, LifeEvent, Step
from footprint.log.ladder.rungs import Rung
from footprint.log.records import Item
from footprint.person import Profile, Regulator


@dataclass(frozen=True)
class Pause:
    """The question to ask before anything goes, and why it is asked now."""

    why: str
    events: tuple[LifeEvent, ...] = ()


def pause_for(
    item: Item, steps: Sequence[Step], known: Known, life: Mapping[LifeEvent, date], *, first: bool
) -> Pause | None:
    """None when there is nothing to ask: it was answered for this item, or nothing of it would go.

    `first`: the question was never answered for anything, so the very first deletion asks it too.
    """
    open_now = tuple(life)
    removing = [one.rung for one in steps if one.applies and one.rung.removes]
    if known.case is not None or not item.state.open or not removing:
        return None
    if open_now:
        return Pause(open_words(open_now), open_now)
    if first and Rung.YOURSELF in removing:
        return Pause(first_words())
    return None


def first_words() -> str:
    """Why it is asked where nothing is going on."""
    return _("What is deleted cannot be shown later. So we ask this once, before the first thing goes.")


def open_words(events: Sequence[LifeEvent]) -> str:
    """What the person said is going on."""
    if len(events) > 1:
        return _("You said that a complaint and a court hearing are going on.")
    if events[0] is LifeEvent.COMPLAINT:
        return _("You said that a complaint is going on.")
    return _("You said that a court hearing is coming up.")


def careful_advice(who: Profile) -> tuple[str, ...]:
    """What to do when a case could be about it; may hold **bold** words."""
    body = (
        _("your regulator, {name}").format(name=who.regulator.label)
        if who.regulator is not Regulator.NONE
        else _("your regulator")
    )
    return (
        _("**Keep a copy** before anything changes."),
        _("**Hide it, do not delete it.** Choose a smaller group of people who can see it."),
        _("**Take advice** first: from {who}, your union or {body}.").format(who=who.role.turns_to, body=body),
    )
