"""The timeline: an outline of it in one walk along an index, then a page at a time from the key it begins with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from footprint import dates
from footprint.i18n import N_
from footprint.labels import Labelled
from footprint.log.events import event_words
from footprint.log.recheck import Reason, Verdict, why
from footprint.log.records import EventKind
from footprint.log.states import State
from footprint.log.store import EventRow, day
from footprint.log.timeline import store
from footprint.log.timeline.store import Key
from footprint.vault import Vault

STEP = 100
"""The outline knows the key of every so many entries: as many as a page of the list has."""


class Sort(Labelled):
    """What sort of thing happened."""

    FOUND = "found", N_("You put it in your list")
    ASKED = "asked", N_("You asked or did a step")
    ANSWERED = "answered", N_("Somebody answered")
    GONE = "gone", N_("Gone or kept")
    CAME_BACK = "came back", N_("It came back")
    LOOKED = "looked", N_("You looked again")
    CHANGED = "changed", N_("Other changes")


@dataclass(frozen=True)
class Month:
    """A month in which something happened: its first day, and the number of its newest entry in the timeline."""

    first: date
    at: int
    entries: int


@dataclass(frozen=True)
class Outline:
    """How long the timeline is, and where its pages begin; `sort` None for everything, `since` the first day."""

    sort: Sort | None
    since: date | None
    total: int
    months: tuple[Month, ...]
    marks: tuple[Key, ...]


@dataclass(frozen=True)
class Entry:
    """One thing that happened. Titles and notes may come from outside: plain text."""

    key: str
    item_id: str
    title: str
    at: datetime
    sort: Sort
    words: str
    note: str


def outline(vault: Vault, sort: Sort | None = None, since: date | None = None) -> Outline:
    """Reads only times and row numbers; never on the main thread all the same."""
    marks: list[Key] = []
    months: list[tuple[str, int]] = []
    total, last = 0, ""
    with vault.reading() as db:
        for key in store.keys(db, sort or "", _instant(since)):
            if total % STEP == 0:
                marks.append(key)
            if key[0][:10] != last:
                last = key[0][:10]
                month = _month(key[0])
                if not months or months[-1][0] != month:
                    months.append((month, total))
            total += 1
    ends = [*(at for _name, at in months[1:]), total]
    told = tuple(
        Month(date.fromisoformat(f"{name}-01"), at, end - at) for (name, at), end in zip(months, ends, strict=False)
    )
    return Outline(sort, since, total, told, tuple(marks))


def page(vault: Vault, line: Outline, offset: int, limit: int) -> tuple[Entry, ...]:
    """`limit` entries from number `offset` on, newest first; none beyond the end."""
    number, skip = divmod(max(0, offset), STEP)
    if number >= len(line.marks):
        return ()
    with vault.reading() as db:
        rows = store.page(db, line.sort or "", _instant(line.since), line.marks[number], skip, limit)
    return tuple(_entry(row) for row in rows)


def _entry(row: tuple[object, ...]) -> Entry:
    at, table, number, item_id, title, kind, was, became, about, note, due = (
        str(one) if one is not None else "" for one in row
    )
    key, when = f"{item_id} {table} {number}", dates.from_text(at)
    if table == "1":
        verdict = Verdict(kind)
        words = f"{verdict.label}. {why(verdict, Reason(was), by_hand=became == '1')}"
        return Entry(key, item_id, title, when, Sort.LOOKED, words, "")
    event = EventRow(item_id, EventKind(kind), State(was), State(became), about, note, day(due))
    return Entry(key, item_id, title, when, _sort(event), event_words(event), note)


def _sort(event: EventRow) -> Sort:
    """The same that `store.EVENTS` says in SQL."""
    if event.kind is EventKind.ADDED:
        return Sort.FOUND
    if event.kind in (EventKind.ASKED, EventKind.RUNG):
        return Sort.ASKED
    if event.kind is EventKind.REPLY:
        return Sort.ANSWERED
    if event.kind is EventKind.MOVED:
        return _MOVED.get(event.became, Sort.CHANGED)
    return Sort.CHANGED


_MOVED = {
    State.ASKED: Sort.ASKED,
    State.WAITING: Sort.ASKED,
    State.REFUSED: Sort.ANSWERED,
    State.GONE: Sort.GONE,
    State.KEPT: Sort.GONE,
    State.CAME_BACK: Sort.CAME_BACK,
}


def _month(at: str) -> str:
    """The month where the person is: near the end of one it may be another than in UTC."""
    if "02" <= at[8:10] <= "27":
        return at[:7]
    return dates.local_day(dates.from_text(at)).isoformat()[:7]


def _instant(since: date | None) -> str:
    """When that day begins where the person is."""
    if since is None:
        return ""
    return dates.to_text(datetime.combine(since, time()).astimezone().astimezone(UTC))
