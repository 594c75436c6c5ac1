"""What the pages of "Log out and look" say: how a private window is opened, and how an account stands."""

from __future__ import annotations

from footprint.checklists import stranger
from footprint.checklists.stranger import Look, Seen
from footprint.dates import day_in_words, local_day, short_day
from footprint.i18n import N_, _
from ui.person.accounts_read import handle_words
from ui.stranger.now import Overview, Row

PRIVATE_WINDOW = (
    N_("**Chrome, Edge, Brave or Opera**: hold Ctrl and Shift, then press N."),
    N_("**Firefox**: hold Ctrl and Shift, then press P."),
    N_("**Safari**: hold Command and Shift, then press N. On a Mac, Command takes the place of Ctrl everywhere."),
    N_("**On a phone**: open the tabs of your browser, then choose the private or incognito ones."),
)

SEEN = {
    Seen.SEEN: N_("I can see it"),
    Seen.NOT_SEEN: N_("I cannot see it"),
    Seen.NOT_LOOKED: N_("Not looked at"),
}

GROUPS = {
    Seen.SEEN: N_("Can be seen"),
    Seen.NOT_SEEN: N_("Cannot be seen"),
    Seen.NOT_LOOKED: N_("Not looked at"),
}


def seen(value: Seen) -> str:
    """A tick in the person's words."""
    return _(SEEN[value])


def group(value: Seen) -> str:
    """The heading of what was ticked so."""
    return _(GROUPS[value])


def day(look: Look) -> str:
    return day_in_words(local_day(look.at))


def meta(one: Row) -> str:
    """The second line of a row: who the person is there, how much was seen, and when, unless its pill says that."""
    who = handle_words(one.account) or _("No username yet")
    if one.last is None:
        return who
    if one.begun is None and not one.due:
        return _("{who}. {count}").format(who=who, count=stranger.counted(one.last))
    said = _("{who}. Last looked on {day}: {count}")
    return said.format(who=who, day=day(one.last), count=stranger.counted(one.last))


def status(one: Row, overview: Overview) -> tuple[str, str]:
    """The pill of a row and its tone."""
    if one.begun is not None:
        return _("Not finished"), "info"
    if one.last is None:
        return _("Not looked at yet"), "neutral"
    if one.due:
        return _("Due"), "warn"
    return _("Looked {day}").format(day=short_day(local_day(one.last.at), overview.today)), "done"


def last_time(before: Look | None, value: Seen) -> str:
    """How one thing stood the last time, or nothing."""
    if before is None or value is Seen.NOT_LOOKED:
        return ""
    return _("Last time: seen.") if value is Seen.SEEN else _("Last time: not seen.")
