"""What to do next, with its reason and its minutes: unfinished, overdue, due soonest, put off longest, simply next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from footprint import log
from footprint.checklists import Progress, State
from footprint.dates import day_in_words, months_later, short_day, when_in_words
from footprint.home.gather import SOON, Gathered
from footprint.home.records import Kind, Suggestion, Urgency
from footprint.i18n import _, ngettext

_ORDER = {urgency: at for at, urgency in enumerate(Urgency)}
_ITEM_MINUTES = 3
_SEARCH_MINUTES = 5


def suggestions(now: Gathered, months: int) -> tuple[Suggestion, ...]:
    """All that could be done, the one next thing first, without those put off; `months` between looks, 0 for never."""
    found = [one for one in _all(now, months) if now.put_off.get(one.key, date.min) <= now.today]
    return tuple(sorted(found, key=_rank))


def _rank(one: Suggestion) -> tuple[int, date, str]:
    return (_ORDER[one.urgency], one.due or date.max, one.key)


def _all(now: Gathered, months: int) -> Iterator[Suggestion]:
    if now.untouched:
        yield _start()
    yield from _sorting(now)
    for one in now.progress.networks:
        yield _checklist(one)
    yield from _items(now)
    yield from _later(now)
    yield from _search(now, months)
    if not now.accounts:
        yield Suggestion(
            "accounts",
            Kind.ACCOUNTS,
            Urgency.NEXT,
            _("Say which networks you use"),
            _("Then their privacy checklists are ready for you."),
            1,
            "accounts",
        )


def _start() -> Suggestion:
    return Suggestion(
        "start",
        Kind.NAME,
        Urgency.UNFINISHED,
        _("Start with your name"),
        _("See what other people can find when they look for you."),
        2,
        "search",
    )


def _sorting(now: Gathered) -> Iterator[Suggestion]:
    left = now.results.left
    if left:
        yield Suggestion(
            "sort",
            Kind.SORT,
            Urgency.UNFINISHED,
            _("Sort what was found"),
            ngettext("{n} result is left to sort.", "{n} results are left to sort.", left).format(n=left),
            now.results.minutes_left,
            "search",
            {"stage": "sort"},
            done=now.results.sorted,
            total=now.results.total,
        )


def _checklist(one: Progress) -> Suggestion:
    urgency, due, reason = _checklist_state(one)
    return Suggestion(
        f"checklist:{one.network}",
        Kind.CHECKLIST,
        urgency,
        _("{network} privacy and password checks").format(network=one.name),
        reason,
        max(1, one.minutes_left),
        "checklists",
        {"network": one.network},
        due=due,
        done=one.dealt_with,
        total=one.total,
    )


def _checklist_state(one: Progress) -> tuple[Urgency, date | None, str]:
    left = one.total - one.dealt_with
    checks = ngettext("{n} check left.", "{n} checks left.", left).format(n=left)
    if one.state is State.IN_PROGRESS:
        following = _("Next: {check}").format(check=one.stopped_at.title) if one.stopped_at else ""
        return Urgency.UNFINISHED, None, f"{checks} {following}".strip()
    if one.state is State.DUE:
        again = ngettext("{n} check is due again.", "{n} checks are due again.", len(one.due)).format(n=len(one.due))
        return Urgency.OVERDUE, one.check_again, again
    if one.state is State.NOT_STARTED:
        return Urgency.NEXT, None, _("You have not looked at these settings yet.")
    return Urgency.LATER, one.check_again, _("All of it is checked.")


def _items(now: Gathered) -> Iterator[Suggestion]:
    for item in now.due_items:
        overdue = item.due is not None and item.due <= now.today
        waiting = item.state in (log.State.ASKED, log.State.WAITING)
        reason = _item_reason(item, waiting, now.today)
        yield Suggestion(
            f"item:{item.id}",
            Kind.ITEM,
            Urgency.OVERDUE if overdue else Urgency.SOON,
            item.title,
            reason,
            _ITEM_MINUTES,
            "remove",
            {"item": item.id},
            due=item.due,
        )
    if now.looks_due:
        yield Suggestion(
            "recheck",
            Kind.ITEM,
            Urgency.SOON,
            _("Look if it is still there"),
            ngettext(
                "It is time to look again at {n} thing.", "It is time to look again at {n} things.", now.looks_due
            ).format(n=now.looks_due),
            2,
            "remove",
            {"recheck": "due"},
        )
    fresh = now.items.get(log.Status.NOT_STARTED, 0) + now.items.get(log.Status.CAME_BACK, 0)
    if fresh:
        yield Suggestion(
            "items",
            Kind.ITEM,
            Urgency.NEXT,
            _("Start on what should go"),
            ngettext("{n} thing is waiting for you.", "{n} things are waiting for you.", fresh).format(n=fresh),
            min(15, _ITEM_MINUTES * fresh),
            "remove",
            {"status": log.Status.NOT_STARTED.value},
        )


def _item_reason(item: log.Row, waiting: bool, today: date) -> str:
    if item.state is log.State.CAME_BACK:
        return _("It was gone, and it came back.")
    if item.origin.worries:  # nobody who put it there is ever asked, so no reply is spoken of
        return _("It is time to look at this again.") if waiting else _("You set a day for this.")
    if item.due is None or not waiting:
        return _("You set a day for this.")
    if item.due <= today:
        return _("No reply by {day}.").format(day=short_day(item.due, today))
    return _("You asked, and there is no reply yet.")


def _later(now: Gathered) -> Iterator[Suggestion]:
    if not now.later or any(one.state in (State.IN_PROGRESS, State.DUE) for one in now.progress.networks):
        return
    network, state = now.later[0]
    until = state.again_on or now.today
    yield Suggestion(
        f"later:{network}:{state.check.id}",
        Kind.CHECKLIST,
        Urgency.LATER,
        state.check.title,
        _("You put this off until {day}.").format(day=day_in_words(until)),
        max(1, round(state.check.minutes)),
        "checklists",
        {"network": network, "check": state.check.id},
        due=until,
    )


def _search(now: Gathered, months: int) -> Iterator[Suggestion]:
    if now.untouched:
        return
    if now.last_searched is None:
        reason = (
            _("The last search did not work, so nothing was searched.")
            if now.last_run is not None
            else _("You have not looked for your name yet.")
        )
        yield _searching(Urgency.NEXT, reason, None)
        return
    due = months_later(now.last_searched, months) if months else None
    if due is not None and due <= now.today + SOON:
        reason = _("You last looked on {day}.").format(day=day_in_words(now.last_searched))
        yield _searching(Urgency.OVERDUE if due <= now.today else Urgency.SOON, reason, due)


def _searching(urgency: Urgency, reason: str, due: date | None) -> Suggestion:
    return Suggestion(
        "search", Kind.SEARCH, urgency, _("Search for your name"), reason, _SEARCH_MINUTES, "search", due=due
    )


def due_in_words(one: Suggestion, today: date) -> str:
    """“Due today”, “Due in 4 days”, “Due on 20 November”; “Follow up” once the day has passed."""
    if one.due is None:
        return ""
    if one.due < today:
        return _("Follow up") if one.kind is Kind.ITEM else _("Due now")
    return _("Due {when}").format(when=when_in_words(one.due, today))
