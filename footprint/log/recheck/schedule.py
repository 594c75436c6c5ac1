"""When to look again: 2, 7, 14, 30 and 90 days after something was done, then every 90; and when a letter is due.

Facts, search and removal, F. Pure: days in, a day out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

DAYS = (2, 7, 14, 30, 90)
EVERY = 90


def next_look(begun: date, last: date | None, deadlines: Iterable[date] = (), *, confirm: date | None = None) -> date:
    """The next day to look. It may be in the past: then it is due.

    `begun` is when something was last done about it (first seen, asked, gone, come back), `last` the day of the newest
    look, `deadlines` the days answers are due, `confirm` the first day on which a look can confirm that it is gone.
    """
    after = begun if last is None else max(begun, last)
    days = [_planned(begun, after), *(day for day in deadlines if day > after)]
    if confirm is not None:
        days.append(confirm)
    return min(days)


def _planned(begun: date, after: date) -> date:
    for days in DAYS:
        if (day := begun + timedelta(days=days)) > after:
            return day
    turns = ((after - begun).days - DAYS[-1]) // EVERY + 1
    return begun + timedelta(days=DAYS[-1] + turns * EVERY)
