"""How reminders are said on the page: the day in plain words, the pill, and the choices of how often."""

from __future__ import annotations

from datetime import date

from footprint.dates import day_in_words, short_day
from footprint.i18n import _, ngettext
from footprint.packs.origins import with_mark
from footprint.reminders import Every, Kind, Thing, Unit
from footprint.reminders import is_due as has_come

ICONS = {
    Kind.NETWORK: "checklist",
    Kind.SEARCH: "search",
    Kind.ITEM: "remove",
    Kind.RECHECK: "eye",
    Kind.POSTS: "posts",
    Kind.COPY: "posts",
    Kind.STRANGER: "eye",
    Kind.OWN: "bell",
}


def heading_of(day: date, today: date) -> str:
    """`Tomorrow`, `Thursday 26 November 2026`."""
    away = (day - today).days
    if away == 0:
        return _("Today")
    if away == 1:
        return _("Tomorrow")
    return day_in_words(day, weekday=True)


def pill_of(one: Thing, today: date) -> tuple[str, str]:
    """The words at the end of its row and their tone."""
    if one.due is None:
        return (_("Left out this time"), "neutral") if one.put_off else ("", "neutral")
    if one.due < today:
        return _("Since {day}").format(day=short_day(one.due, today)), "warn"
    if has_come(one, today):
        return _("Due today"), "warn"
    return "", "neutral"


def meta_of(one: Thing) -> str:
    """Why now, and how often."""
    often = one.how_often if one.every is not None else ""
    words = [one.reason] if one.kind is not Kind.OWN else []
    if often:
        words.append(f"{with_mark(f'{often[0].upper()}{often[1:]}', one.origin)}.")
    if one.put_off and one.due is not None:
        words.append(_("You put it off."))
    return " ".join(words)


def counts_in_words(due: int) -> str:
    return ngettext("{n} thing is due.", "{n} things are due.", due).format(n=due)


def often_options(one: Thing) -> list[tuple[str, str]]:
    """(value, words) to choose how often from; what is usual comes first and says so."""
    usual = one.usual.words if one.usual else _("by its own plan")
    months = [Every(1), Every(3), Every(6), Every(12), Every(24)]
    every = [Every(1, Unit.WEEK), Every(2, Unit.WEEK), *months] if one.kind in _BY_WEEK else months
    if one.mine and one.every is not None and one.every not in (*every, Every(0)):
        every = sorted([*every, one.every], key=lambda each: each.after(date(2026, 1, 1)))
    options = [("usual", _("As usual: {every}").format(every=usual))]
    options += [(value_of(each), _capital(each.words)) for each in every]
    return [*options, ("never", _("Never by itself"))]


_BY_WEEK = (Kind.SEARCH, Kind.RECHECK)


def value_of(every: Every | None) -> str:
    if every is None:
        return "once"
    return "never" if every.never else f"{every.count} {every.unit.value}"


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


REPEATS = (None, Every(1, Unit.WEEK), Every(2, Unit.WEEK), Every(1), Every(3), Every(6), Every(12))


def repeat_options(kept: Every | None = None) -> list[tuple[str, str]]:
    """How often one of the person's own comes round; `kept` is one they made elsewhere."""
    every = REPEATS if kept in REPEATS else (*REPEATS, kept)
    return [(value_of(one), _capital(one.words) if one else _("Only once")) for one in every]
