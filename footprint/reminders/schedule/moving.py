"""The notes moved to another folder: what the computer calls by itself has to find them there."""

from __future__ import annotations

from pathlib import Path

from footprint.reminders.schedule import login
from footprint.reminders.schedule.timers import NotScheduled, Scheduler, State


def follow(scheduler: Scheduler, old: Path, new: Path) -> bool:
    """What was on for `old` is off there and on for `new`; says whether all of that worked."""
    try:
        if scheduler.state(old) in (State.ON, State.WRITTEN):
            scheduler.turn_off(old)
            scheduler.turn_on(new)
        if login.is_on(scheduler.at, old):
            login.turn_off(scheduler.at, old)
            login.turn_on(scheduler.at, new)
    except NotScheduled:
        return False
    return True
