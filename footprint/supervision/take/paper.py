"""The list on paper: lines with a box to tick, and room to write."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.reports import Paper, Part
from footprint.supervision.take.records import TakeLine


def take_paper(lines: Iterable[TakeLine], today: date) -> Paper:
    """What stands on the print-out. What was talked about before comes last."""
    every = tuple(lines)
    still = tuple(f"☐ {one.words}" for one in every if not one.talked)
    done = tuple(f"☑ {one.words}" for one in every if one.talked)
    parts = [Part(_("To talk about"), still)] if still else []
    parts += [Part(_("Talked about"), done)] if done else []
    return Paper(
        _("To take to supervision"),
        day_in_words(today),
        tuple(parts),
        _("My own list, in my own words."),
    )
