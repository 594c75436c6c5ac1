"""“Remind me later” and “Skip this time”: what was put off moves its day, and nothing that was done is forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from footprint.reminders.reading import Seen
from footprint.reminders.records import Mark, Thing


def put_off(one: Thing, seen: Seen) -> Thing:
    """The thing with the day it really comes up."""
    if one.planned is None:
        return one
    day = comes_up(one.key, one.planned, seen)
    return replace(one, due=day, put_off=day != one.planned)


def comes_up(key: str, planned: date, seen: Seen) -> date | None:
    """The day, as what the person said leaves it; None when this turn is left out.

    The last word holds. A day moves it back, never forward: done meanwhile, its own later day counts. What does not
    come round is left out for the day it was due; a new day brings it back.
    """
    if any(mark.kind is Mark.SKIP and mark.until is None and mark.due == planned for mark in seen.marks.get(key, [])):
        return None
    return max(planned, last_until(key, seen))


def last_until(key: str, seen: Seen) -> date:
    """The day until which the person wants to hear nothing of it; long ago where they said nothing."""
    return next((mark.until for mark in reversed(seen.marks.get(key, [])) if mark.until is not None), date.min)
