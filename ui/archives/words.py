"""How a copy on its way is said in a row, and on its own page."""

from __future__ import annotations

from datetime import date

from footprint.archives.concierge import Copy, Export, Stage, next_of
from footprint.dates import day_in_words, short_day
from footprint.i18n import _, ngettext


def stages() -> tuple[str, ...]:
    """The stages of a copy, for the line that shows them."""
    return (_("Ask"), _("Wait"), _("Fetch"), _("Bring in"), _("Delete the file"))


def stage_at(copy: Copy | None) -> int:
    if copy is None or copy.stage is Stage.FINISHED:
        return 0
    return {Stage.ASKED: 1, Stage.READY: 2, Stage.BROUGHT_IN: 4}[copy.stage]


def pill(copy: Copy | None, today: date) -> tuple[str, str]:
    """The words at the end of its row and their tone."""
    due = next_of(copy, today) if copy is not None else None
    if copy is None or due is None:
        return "", "neutral"
    if due.late:
        return _("Late"), "warn"
    if due.day <= today:
        return _("Due today") if due.day == today else _("Since {day}").format(day=short_day(due.day, today)), "warn"
    return copy.stage.label, "info"


def meta(copy: Copy | None, today: date) -> str:
    due = next_of(copy, today) if copy is not None else None
    if copy is None or due is None:
        return ""
    return (
        due.words
        if due.day <= today
        else _("{words} We remind you on {day}.").format(words=due.words, day=short_day(due.day, today))
    )


def how_long(how: Export) -> str:
    """How long the network takes and keeps it, in one or two sentences."""
    if how.at_once:
        takes = _("You get it at once.")
    elif how.ready_days == how.most_days:
        takes = ngettext("It takes {n} day.", "It takes {n} days.", how.most_days).format(n=how.most_days)
    else:
        takes = _("It takes {least} to {most} days.").format(least=how.ready_days, most=how.most_days)
    if not how.kept_days:
        return takes
    kept = ngettext("Then you have {n} day to fetch it.", "Then you have {n} days to fetch it.", how.kept_days).format(
        n=how.kept_days
    )
    return f"{takes} {kept}"


def since(copy: Copy) -> str:
    return _("You asked on {day}.").format(day=day_in_words(copy.asked_on))
