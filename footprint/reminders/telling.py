"""Saying the one sentence on this computer: what is to be said is worked out here, how it is shown is handed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from footprint.reminders import duefile
from footprint.reminders.digests import digest, title
from footprint.settings import Settings

# Shows a title and a sentence; says whether the computer took it.
Show = Callable[[str, str], bool]


class Told(StrEnum):
    """How it ended."""

    SAID = "said"
    NOTHING = "nothing"
    NOT_SHOWN = "not shown"


def tell(folder: Path, now: datetime, settings: Settings, show: Show) -> Told:
    """Say what is due, if it is to be said now. `now` is the person's own time.

    The day is noted before it is shown, so that the app and the computer's own scheduler say it once between them, and
    taken back when nothing could show it. Raises `OSError` where the folder takes no note: better silent than twice.
    """
    due = duefile.load(folder)
    found = digest(due, now, settings)
    if found is None or not duefile.claim(folder, found.day):
        return Told.NOTHING
    shown = False
    try:
        shown = show(title(), found.words)
    finally:
        if not shown:
            duefile.give_back(folder, due.told)
    return Told.SAID if shown else Told.NOT_SHOWN
