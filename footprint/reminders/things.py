"""What comes up when: every day follows from what was done last and how often that is to come round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from footprint import log
from footprint.archives import concierge
from footprint.archives.concierge import Copy
from footprint.checklists import CheckState, Due, Progress, State, cadence
from footprint.dates import day_in_words, local_day, short_day
from footprint.i18n import _, ngettext
from footprint.reminders import cadences, turns
from footprint.reminders.marks import put_off
from footprint.reminders.reading import Seen
from footprint.reminders.records import Every, Kind, Own, Thing

SEARCH, RECHECK, POSTS, STRANGER = "search", "recheck", "posts", "stranger"
ITEM_MINUTES = 3
_SEARCH_MINUTES = 5
_POSTS_MINUTES = 15
_COPY_MINUTES = 5
_STRANGER_MINUTES = 10
_RECHECK_LATER = timedelta(days=30)


def network_key(network: str) -> str:
    return f"checklist:{network}"


def item_key(item_id: str) -> str:
    return f"item:{item_id}"


def copy_key(copy_id: str) -> str:
    return f"copy:{copy_id}"


def things(seen: Seen) -> tuple[Thing, ...]:
    """All of them, soonest first; those without a day last. Days are as the person's put-offs leave them."""
    found = [put_off(one, seen) for one in _all(seen)]
    return tuple(sorted(found, key=lambda one: (one.due or date.max, one.key)))


def _all(seen: Seen) -> Iterator[Thing]:
    for one in seen.progress.networks:
        yield _network(one, seen)
    yield from (_item(row, seen.today) for row in seen.items)
    if seen.looks:
        yield _recheck(seen)
    yield _search(seen)
    yield _posts(seen)
    if seen.as_stranger is not None:
        yield _stranger(seen, seen.as_stranger)
    yield from (_copy(one, seen) for one in seen.copies)
    yield from (_own(one, seen) for one in seen.own)


def _network(one: Progress, seen: Seen) -> Thing:
    essential = [state for state in seen.states.get(one.network, ()) if state.check.essential]
    answered = [state for state in essential if state.answered]
    risks = [state.check.risk for state in essential]
    usual = cadences.network([cadence(state.check) for state in essential], risks, seen.asked_of(one.network))
    chosen = seen.every_of_checks.get((one.network, ""))
    return Thing(
        network_key(one.network),
        Kind.NETWORK,
        _("{network} privacy and password checks").format(network=one.name),
        network_reason(one),
        max(1, one.minutes_left if one.state is not State.DONE else sum(1 for _one in essential)),
        "checklists",
        {"network": one.network},
        last=one.last_answered,
        planned=min((day for day in map(_again, answered) if day), default=None),
        every=usual.every if chosen is None else Every(chosen),
        usual=usual.every,
        why=usual.why,
        mine=chosen is not None,
        origin=None if chosen is not None else usual.origin,
    )


def _again(state: CheckState) -> date | None:
    """The day a check comes up. One whose wording changed: when its new steps were seen, or it was answered."""
    if state.due is Due.WORDING and state.answer is not None:
        since = max(local_day(state.answer.at), state.check.verified)
        return min(since, state.again_on or since)
    return state.again_on


def network_reason(one: Progress) -> str:
    left = one.total - one.dealt_with
    if one.state is State.IN_PROGRESS:
        checks = ngettext("{n} check left.", "{n} checks left.", left).format(n=left)
        following = _("Next: {check}").format(check=one.stopped_at.marked) if one.stopped_at else ""
        return f"{checks} {following}".strip()
    if one.state is State.DUE:
        return ngettext("{n} check is due again.", "{n} checks are due again.", len(one.due)).format(n=len(one.due))
    return _("You have not looked at these settings yet.") if one.state is State.NOT_STARTED else _("All is checked.")


def _item(row: log.Row, today: date) -> Thing:
    return Thing(
        item_key(row.id),
        Kind.ITEM,
        row.title,
        _item_reason(row, today),
        ITEM_MINUTES,
        "remove",
        {"item": row.id},
        planned=row.due,
    )


def _item_reason(item: log.Row, today: date) -> str:
    waiting = item.state in (log.State.ASKED, log.State.WAITING)
    if item.state is log.State.CAME_BACK:
        return _("It was gone, and it came back.")
    if item.origin.worries:  # nobody who put it there is ever asked, so no reply is spoken of
        return _("It is time to look at this again.") if waiting else _("You set a day for this.")
    if item.due is None or not waiting:
        return _("You set a day for this.")
    if item.due <= today:
        return _("No reply by {day}.").format(day=short_day(item.due, today))
    return _("You asked, and there is no reply yet.")


def _recheck(seen: Seen) -> Thing:
    """Each thing in the list has a plan of its own; the person can choose to hear of them less often, or never."""
    chosen = seen.chosen.get(RECHECK)
    first = min(seen.looks)
    if chosen is not None and not chosen.never and seen.last_looked is not None:
        first = max(first, chosen.after(seen.last_looked))
    count = sum(number for day, number in seen.looks.items() if day <= max(first, seen.today))
    reason = ngettext("It is time to look again at {n} thing.", "It is time to look again at {n} things.", count)
    return Thing(
        RECHECK,
        Kind.RECHECK,
        _("Look if it is still there"),
        reason.format(n=count),
        2,
        "remove",
        {"recheck": "due"},
        last=seen.last_looked,
        planned=None if chosen is not None and chosen.never else first,
        every=chosen,
        why=cadences.recheck(),
        mine=chosen is not None,
    )


def _search(seen: Seen) -> Thing:
    usual = cadences.search(seen.months, worrying=seen.worrying, asked=seen.asked(SEARCH))
    every = seen.chosen.get(SEARCH, usual.every)
    last = seen.last_searched
    reason = (
        _("You last looked on {day}.").format(day=day_in_words(last))
        if last
        else _("You have not looked for your name yet.")
    )
    return Thing(
        SEARCH,
        Kind.SEARCH,
        _("Search for your name"),
        reason,
        _SEARCH_MINUTES,
        "search",
        last=last,
        planned=every.after(last) if last and not every.never else None,
        every=every,
        usual=usual.every,
        why=usual.why,
        mine=SEARCH in seen.chosen,
        origin=None if SEARCH in seen.chosen else usual.origin,
    )


def _posts(seen: Seen) -> Thing:
    usual = cadences.posts(seen.asked(POSTS))
    every = seen.chosen.get(POSTS, usual.every)
    last = seen.done.get(POSTS)
    reason = (
        _("You last did this on {day}.").format(day=day_in_words(last))
        if last
        else _("Say when you have done it, and it comes up again.")
    )
    return Thing(
        POSTS,
        Kind.POSTS,
        _("Go through your old posts"),
        reason,
        _POSTS_MINUTES,
        "guidance",
        {"id": "g62"},
        last=last,
        planned=every.after(last) if last and not every.never else None,
        every=every,
        usual=usual.every,
        why=usual.why,
        mine=POSTS in seen.chosen,
        origin=None if POSTS in seen.chosen else usual.origin,
    )


def _stranger(seen: Seen, last: date) -> Thing:
    usual = cadences.as_stranger()
    every = seen.chosen.get(STRANGER, usual.every)
    return Thing(
        STRANGER,
        Kind.STRANGER,
        _("Ten minutes as a stranger"),
        _("You last looked on {day}.").format(day=day_in_words(last)),
        _STRANGER_MINUTES,
        "stranger",
        last=last,
        planned=None if every.never else every.after(last),
        every=every,
        usual=usual.every,
        why=usual.why,
        mine=STRANGER in seen.chosen,
    )


def _copy(one: Copy, seen: Seen) -> Thing:
    """A copy of an account on its way. It is put off like anything else, and ends when the person takes the step."""
    due = concierge.next_of(one, seen.today)
    return Thing(
        copy_key(one.id),
        Kind.COPY,
        _("Your copy of {network}").format(network=seen.names.get(one.network, one.network)),
        due.words if due is not None else "",
        _COPY_MINUTES,
        "archives",
        {"copy": one.id},
        planned=due.day if due is not None else None,
    )


def _own(one: Own, seen: Seen) -> Thing:
    last = seen.done.get(one.key)
    return Thing(
        one.key,
        Kind.OWN,
        one.what,
        _("Your own reminder, {every}.").format(every=one.every.words) if one.every else _("Your own reminder."),
        1,
        "reminders",
        {"key": one.key},
        last=last,
        planned=turns.next_day(one, last),
        every=one.every,
        mine=True,
    )


def after_this(one: Thing, seen: Seen) -> date | None:
    """The day it comes up next when this turn is left out; None when it does not come round."""
    today = seen.today
    if one.kind is Kind.RECHECK:
        return min((day for day in seen.looks if day > today), default=today + _RECHECK_LATER)
    if one.every is None or one.every.never:
        return None
    mine = next((mine for mine in seen.own if mine.key == one.key and mine.every), None)
    if mine is not None and mine.every is not None:
        return turns.next_turn(mine.first, mine.every, max(today, one.due or today))
    return one.every.after(max(today, one.due or today))


def is_due(one: Thing, today: date) -> bool:
    return one.due is not None and one.due <= today


def due(found: Sequence[Thing], today: date, within: timedelta = timedelta(0)) -> tuple[Thing, ...]:
    """Those whose day has come, or comes `within` so long."""
    return tuple(one for one in found if one.due is not None and one.due <= today + within)
