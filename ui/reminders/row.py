"""One reminder as a row."""

from __future__ import annotations

from datetime import date

from footprint.reminders import Thing
from ui.kit.rows import RowButton
from ui.reminders.words import ICONS, meta_of, pill_of


def row_of(one: Thing, today: date, *, last: bool) -> RowButton:
    words, tone = pill_of(one, today)
    return RowButton(one.title, meta_of(one), words, tone, icon=ICONS[one.kind], last=last)
