"""“Remind me later” and “Skip this time”: what was put off moves its day, and nothing that was done is forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from footprint.reminders.reading import Seen
from footprint.reminders.records import Mark, Thing


def put_off(one: Thing, seen: Seen) -> Thing:
    """The thing with the day it really comes up.

    The last word of the person holds. A day moves it back, never forward: done meanwhile, its own later day counts.
    What does not come round is left out for the day it was due; a new day brings it back.
    """
    planned = one.planned
    if planned is None:
        return replace(one, due=None)
    said = seen.marks.get(one.key, [])
    if any(mark.kind is Mark.SKIP and mark.until is None and mark.due == planned for mark in said):
        return replace(one, due=None, put_off=True)
    until = next((mark.until for mark in reversed(said) if mark.until is not None), date.min)
    return replace(one, due=max(planned, until), put_off=until > planned)
