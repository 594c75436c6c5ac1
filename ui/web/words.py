"""How the Privacy journal says what was sent, made and cleared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from footprint.dates import day_in_words, local_day, number
from footprint.i18n import _, locale_name, ngettext
from footprint.web import Entry, Kind, Press, Purpose

if TYPE_CHECKING:  # the foot of the window says what was sent today and has no list
    from ui.kit.lists import RowLook

_ICONS = {Kind.SENT: "external", Kind.MADE: "share", Kind.CLEARED: "remove"}


def sent_in_words(sent: int) -> str:
    """What the foot of the navigation and the top of the journal say about today."""
    if not sent:
        return _("Nothing sent today")
    return ngettext("{n} thing sent today", "{n} things sent today", sent).format(n=number(sent))


def ever_in_words(presses: Sequence[Press]) -> str:
    """All that has ever left, in one line."""
    sent = [one for press in presses for one in press.entries if one.kind is Kind.SENT and one.connected]
    if not sent:
        return _("Nothing has left this computer.")
    total = ngettext("{n} request has left this computer", "{n} requests have left this computer", len(sent))
    last = day_in_words(local_day(max(one.at for one in sent)))
    return _("{total}, the last on {day}.").format(total=total.format(n=number(len(sent))), day=last)


def _purposes() -> dict[Purpose, str]:
    return {
        Purpose.SEARCH: _("Search for your name"),
        Purpose.PROBE: _("Look for a handle"),
        Purpose.PAGE: _("Open a page you found"),
        Purpose.RECHECK: _("Look whether something is gone"),
        Purpose.BREACH: _("Check a password"),
        Purpose.UPDATE: _("Look for a new version"),
        Purpose.LINKS: _("Look whether links still open"),
    }


def title_of(press: Press) -> str:
    """What was done, as the person would call it."""
    first = press.entries[0]
    if first.kind is Kind.SENT and press.purpose is not None:
        return _purposes()[press.purpose]
    return first.note


def hosts_of(press: Press) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.host for one in press.entries if one.host))


def row_of(press: Press) -> RowLook:
    """One line of the list: what, when, to how many places, and how it ended."""
    from ui.kit.lists import RowLook

    first = press.entries[0]
    pill, tone = ended(press)
    hosts = hosts_of(press)
    parts = [when_in_words(first)]
    if len(hosts) == 1:
        parts.append(hosts[0])
    elif hosts:
        parts.append(ngettext("{n} place", "{n} places", len(hosts)).format(n=number(len(hosts))))
    return RowLook(title_of(press), ", ".join(parts), pill, tone, icon=_ICONS[first.kind], key=first.id)


def when_in_words(one: Entry) -> str:
    from babel.dates import format_time

    there = one.at.astimezone()
    clock = str(format_time(there, "h:mma", tzinfo=there.tzinfo, locale=locale_name())).lower()
    return _("{day}, {time}").format(day=day_in_words(there.date()), time=clock)


def ended(press: Press) -> tuple[str, str]:
    """How all the requests of one press ended together, and the tone it is said in."""
    if press.entries[0].kind is not Kind.SENT:
        return "", "neutral"
    failed = sum(one.outcome != "answered" for one in press.entries)
    if not failed:
        return _("Answered"), "done"
    if failed == len(press.entries):
        return (ended_one(press.entries[0])[0] if failed == 1 else _("Not answered")), "neutral"
    return ngettext("{n} not answered", "{n} not answered", failed).format(n=number(failed)), "neutral"


def ended_one(one: Entry) -> tuple[str, str]:
    """How one request ended."""
    if one.outcome == "answered":
        return _("Answered"), "done"
    if not one.outcome:
        return _("No answer noted"), "neutral"
    return (_("Not answered"), "neutral") if one.connected else (_("Did not leave"), "neutral")


def request_in_words(one: Entry) -> str:
    """Where it went with which of the person's details; how it ended only where that was not an answer."""
    said = one.host or _("A page of something that was deleted since")
    if one.details:
        said = _("{host}, with {details}").format(host=one.host, details=", ".join(one.details))
    ended_as, tone = ended_one(one)
    return said if tone == "done" else _("{request}: {ended}").format(request=said, ended=ended_as.lower())


def verbatim(one: Entry) -> str:
    """The request word for word. Keys were masked before it was written down."""
    return "\n".join([f"{one.method} {one.url}".strip(), *one.headers])


def came_back(one: Entry) -> str:
    if not one.status:
        return _("Nothing came back.")
    size = ngettext("{n} byte", "{n} bytes", one.bytes or 0).format(n=number(one.bytes or 0))
    return _("{size}, with status {status}.").format(size=size, status=one.status)
