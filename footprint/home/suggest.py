"""What to do next, with its reason and its minutes: unfinished, overdue, due soonest, put off longest, simply next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from footprint import log, reminders
from footprint.checklists import Progress, State
from footprint.dates import day_in_words, when_in_words
from footprint.home.gather import Gathered
from footprint.home.records import Kind, Suggestion, Urgency
from footprint.i18n import _, ngettext
from footprint.reminders import Thing

_ORDER = {urgency: at for at, urgency in enumerate(Urgency)}
_ITEM_MINUTES = 3
_OF_STATE = {
    State.IN_PROGRESS: Urgency.UNFINISHED,
    State.DUE: Urgency.OVERDUE,
    State.NOT_STARTED: Urgency.NEXT,
    State.DONE: Urgency.LATER,
}
_OF_KIND = {
    reminders.Kind.NETWORK: Kind.CHECKLIST,
    reminders.Kind.SEARCH: Kind.SEARCH,
    reminders.Kind.ITEM: Kind.ITEM,
    reminders.Kind.RECHECK: Kind.ITEM,
    reminders.Kind.POSTS: Kind.OWN,
    reminders.Kind.COPY: Kind.OWN,
    reminders.Kind.STRANGER: Kind.OWN,
    reminders.Kind.OWN: Kind.OWN,
}


def suggestions(now: Gathered) -> tuple[Suggestion, ...]:
    """All that could be done, the one next thing first, without those put off."""
    found = [one for one in _all(now) if not now.rhythm.is_put_off(one.key)]
    return tuple(sorted(found, key=_rank))


def due_soon(now: Gathered) -> tuple[Suggestion, ...]:
    """What is due or soon will be, as the reminders have it, the longest due first."""
    known = {one.key: one for one in _networks(now)}
    return tuple(_due(one, now, known) for one in reminders.due_within(now.rhythm, reminders.SOON) if _counts(one, now))


def _counts(one: Thing, now: Gathered) -> bool:
    """A checklist and the looks again come up on their day, what is about others and the person’s own days before.

    A plan that is done asks for nothing more.
    """
    if one.key in now.plans and now.plans[one.key].finished:
        return False
    return one.kind not in (reminders.Kind.NETWORK, reminders.Kind.RECHECK) or reminders.is_due(one, now.today)


def _rank(one: Suggestion) -> tuple[int, bool, date, str]:
    """What happens in a life comes before other unfinished things: some of it cannot wait."""
    return (_ORDER[one.urgency], one.kind is not Kind.LIFE, one.due or date.max, one.key)


def _all(now: Gathered) -> Iterator[Suggestion]:
    if now.untouched:
        yield _start()
    yield from _life(now)
    yield from _sorting(now)
    known = {one.key: one for one in _networks(now)}
    yield from known.values()
    yield from (_due(one, now, known) for one in due_of_no_network(now))
    yield from _fresh(now)
    yield from _later(now)
    yield from _never_searched(now)
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


def _life(now: Gathered) -> Iterator[Suggestion]:
    """A life event that was begun, at its next step."""
    for one in now.life:
        if one.next is not None:
            yield Suggestion(
                f"life:{one.event.id}",
                Kind.LIFE,
                Urgency.UNFINISHED,
                one.event.name,
                _("Next: {step}.").format(step=one.next.file.title),
                max(1, one.minutes),
                "events",
                {"event": one.event.id},
                done=one.settled,
                total=len(one.asked),
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


def _networks(now: Gathered) -> Iterator[Suggestion]:
    for one in now.progress.networks:
        thing = now.rhythm.get(f"checklist:{one.network}")
        if thing is not None:
            yield _checklist(one, thing)


def _checklist(one: Progress, thing: Thing) -> Suggestion:
    urgency = _OF_STATE[one.state]
    return Suggestion(
        thing.key,
        Kind.CHECKLIST,
        urgency,
        thing.title,
        thing.reason,
        max(1, one.minutes_left),
        thing.place,
        thing.details,
        due=thing.due if urgency in (Urgency.OVERDUE, Urgency.LATER) else None,
        done=one.dealt_with,
        total=one.total,
    )


def due_of_no_network(now: Gathered) -> tuple[Thing, ...]:
    return tuple(
        one
        for one in reminders.due_within(now.rhythm, reminders.SOON)
        if one.kind is not reminders.Kind.NETWORK and _counts(one, now)
    )


def _due(one: Thing, now: Gathered, known: Mapping[str, Suggestion]) -> Suggestion:
    overdue = reminders.is_due(one, now.today) and one.kind is not reminders.Kind.RECHECK
    urgency = Urgency.OVERDUE if overdue else Urgency.SOON
    if one.key in known:
        return replace(known[one.key], urgency=urgency, due=one.due)
    if one.key in now.plans:
        plan = now.plans[one.key]
        return Suggestion(
            one.key, Kind.OWN, urgency, one.title, plan.next_words, max(1, plan.next_minutes), "plan", due=one.due
        )
    return Suggestion(
        one.key, _OF_KIND[one.kind], urgency, one.title, one.reason, one.minutes, one.place, one.details, due=one.due
    )


def _fresh(now: Gathered) -> Iterator[Suggestion]:
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


def _later(now: Gathered) -> Iterator[Suggestion]:
    if not now.later or any(one.state in (State.IN_PROGRESS, State.DUE) for one in now.progress.networks):
        return
    network, state = now.later[0]
    until = state.again_on or now.today
    yield Suggestion(
        f"later:{network}:{state.check.id}",
        Kind.CHECKLIST,
        Urgency.LATER,
        state.check.marked,
        _("You put this off until {day}.").format(day=day_in_words(until)),
        max(1, round(state.check.minutes)),
        "checklists",
        {"network": network, "check": state.check.id},
        due=until,
    )


def _never_searched(now: Gathered) -> Iterator[Suggestion]:
    thing = now.rhythm.get("search")
    if now.untouched or thing is None or thing.last is not None:
        return
    failed = _("The last search did not work, so nothing was searched.")
    reason = failed if now.last_run is not None else thing.reason
    yield Suggestion(thing.key, Kind.SEARCH, Urgency.NEXT, thing.title, reason, thing.minutes, thing.place)


def due_in_words(one: Suggestion, today: date) -> str:
    """“Due today”, “Due in 4 days”, “Due on 20 November”; “Follow up” once the day has passed."""
    if one.due is None:
        return ""
    if one.due < today:
        return _("Follow up") if one.kind is Kind.ITEM else _("Due now")
    return _("Due {when}").format(when=when_in_words(one.due, today))
