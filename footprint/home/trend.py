"""How the number of things left to change has moved, a month at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from footprint.home import store
from footprint.home.records import Point
from footprint.i18n import _, ngettext
from footprint.vault import Vault

MONTHS = 12


def keep_count(vault: Vault, today: date, things: int) -> None:
    """Remember today's count; nothing is written when it is the one already kept."""
    with vault.reading() as db:
        if store.count_of(db, today) == things:
            return
    with vault.writing(undo=False) as write:
        store.keep_count(write.db, today, things, write.now)


def monthly(counts: Sequence[Point], today: date, things: int) -> tuple[Point, ...]:
    """The last count of each month, oldest first, today's last; at most 12. A month without a look has no point."""
    last: dict[tuple[int, int], Point] = {}
    for point in counts:
        last[point.day.year, point.day.month] = point
    last[today.year, today.month] = Point(today, things)
    return tuple(sorted(last.values(), key=lambda one: one.day))[-MONTHS:]


def change_in_words(points: Sequence[Point]) -> str:
    """“5 fewer than in June”; empty while there is nothing to compare with."""
    if len(points) < 2:
        return ""
    from babel.dates import format_date

    from footprint.i18n import locale_name

    before, now = points[-2], points[-1]
    month = format_date(before.day, "LLLL" if before.day.year == now.day.year else "LLLL y", locale=locale_name())
    change = now.count - before.count
    if change == 0:
        return _("The same as in {month}").format(month=month)
    if change < 0:
        return ngettext("{n} fewer than in {month}", "{n} fewer than in {month}", -change).format(
            n=-change, month=month
        )
    return ngettext("{n} more than in {month}", "{n} more than in {month}", change).format(n=change, month=month)
