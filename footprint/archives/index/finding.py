"""Looking through what archives held: pages newest first, counts, threads, and a bar for each month.

Counts by month, kept while importing, say how many there are of each sort and which months need to be looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from footprint import dates
from footprint.archives.index.entries import read
from footprint.archives.index.filters import Decided, Find, Plan, plan_of
from footprint.archives.index.found import store as queries
from footprint.archives.index.numbers import month_ids, month_of, spans
from footprint.archives.records import Entry, Flag
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.vault import Connection, Vault

MOST_COUNTED = 10_000
"""Where words are looked for, counting ends here: nobody reads on from there, and it keeps every key stroke quick."""


@dataclass(frozen=True)
class Row:
    """An entry as a list shows it. All words are the archive's own: plain text only."""

    id: int
    entry: Entry
    account: int
    in_thread: bool
    flags: tuple[Flag, ...]
    decided: Decided
    decided_at: datetime | None
    item_id: str
    gone: int

    @property
    def at(self) -> datetime | None:
        return None if self.entry.at is None else datetime.fromtimestamp(self.entry.at, UTC)


@dataclass(frozen=True)
class Count:
    """How many; not `exact`: at least so many."""

    number: int
    exact: bool = True


def page(vault: Vault, find: Find, offset: int = 0, limit: int = 50) -> tuple[Row, ...]:
    """Newest first; entries without a time come last, in the order of their file."""
    with vault.reading() as db:
        return _rows(db, _ids(db, plan_of(db, find), max(0, offset), limit))


def ids(vault: Vault, find: Find, offset: int = 0, limit: int = 1_000) -> tuple[int, ...]:
    """Only the ids of a page, for a list that reads its rows as they come into sight (`rows`)."""
    with vault.reading() as db:
        return tuple(_ids(db, plan_of(db, find), max(0, offset), limit))


def rows(vault: Vault, ids: Sequence[int]) -> tuple[Row, ...]:
    """These entries, in the order given; those that are gone by now are left out."""
    with vault.reading() as db:
        return _rows(db, ids)


def entry(vault: Vault, entry_id: int) -> Row:
    found = rows(vault, [entry_id])
    if not found:
        raise NotFound(_("This is no longer among your posts here."))
    return found[0]


def thread(vault: Vault, entry_id: int, most: int = 500) -> tuple[Row, ...]:
    """Everything of the person's own in the same thread, oldest first; the entry alone where it is in none."""
    with vault.reading() as db:
        number = next((row[20] for row in queries.whole(db, [entry_id])), 0)
        return _rows(db, queries.thread_ids(db, number, most) if number else [entry_id])


def count(vault: Vault, find: Find) -> Count:
    """How many there are: exactly, but where words are looked for (`MOST_COUNTED`)."""
    with vault.reading() as db:
        plan = plan_of(db, find)
        if plan.exact:
            return Count(sum(n for _month, n in plan.months))
        if plan.ids is not None and not plan.words:
            return Count(len(plan.ids))
        most, number = MOST_COUNTED + 1, 0
        for span in plan.spans():
            left = most - number
            if plan.words:
                number += queries.found_count(db, plan.words, plan.where, span, left)
            else:
                number += queries.count(db, plan.where, span, left)
            if number >= most:
                return Count(MOST_COUNTED, exact=False)
        return Count(number)


def by_month(vault: Vault, find: Find) -> tuple[tuple[int, int], ...]:
    """(month, how many), oldest first, for the bars of the timeline; month 0 is for those without a time."""
    with vault.reading() as db:
        plan = plan_of(db, find)
        if plan.exact:
            return tuple(reversed(plan.months))
        if plan.ids is not None and not plan.words:
            found: Counter[int] = Counter(month_of(one) for one in plan.ids)
        else:
            found = Counter()
            for span in plan.spans():
                found.update(_by_month(queries.all_ids(db, plan.words, plan.where, span)))
        return tuple(sorted(found.items()))


def _ids(db: Connection, plan: Plan, skip: int, need: int) -> list[int]:
    if plan.ids is not None:
        return list(plan.ids[skip : skip + need])
    if plan.exact:
        return _by_counts(db, plan, skip, need)
    found = list[int]()
    for span in plan.spans():
        wanted = need - len(found)
        if plan.words:
            some = queries.found_ids(db, plan.words, plan.where, span, wanted, skip)
        else:
            some = queries.ids(db, plan.where, span, wanted, skip)
        if some:
            skip = 0
        elif skip:
            skip -= _in_span(db, plan, span, skip)
        found += some
        if len(found) >= need:
            break
    return found


def _in_span(db: Connection, plan: Plan, span: tuple[int, int], most: int) -> int:
    if plan.words:
        return queries.found_count(db, plan.words, plan.where, span, most)
    return queries.count(db, plan.where, span, most)


def _by_counts(db: Connection, plan: Plan, skip: int, need: int) -> list[int]:
    """The counts say in which months the page lies; only these are walked."""
    wanted, in_them = list[int](), 0
    for month, number in plan.months:
        if not wanted and skip >= number:
            skip -= number
            continue
        wanted.append(month)
        in_them += number
        if in_them >= skip + need:
            break
    found = list[int]()
    for span in spans(wanted):
        some = queries.ids(db, plan.where, span, need + skip - len(found), 0)
        found += some
    return found[skip : skip + need]


def _by_month(every: Sequence[int]) -> Counter[int]:
    """`every` from the oldest on."""
    found, at = Counter[int](), 0
    while at < len(every):
        month = month_of(every[at])
        after = bisect_left(every, month_ids(month)[1], at)
        found[month] += after - at
        at = after
    return found


def _rows(db: Connection, ids: Sequence[int]) -> tuple[Row, ...]:
    flags: dict[int, list[Flag]] = {}
    for entry_id, lens, rule, words, start, end in queries.flags_of(db, ids):
        flags.setdefault(entry_id, []).append(Flag(lens, rule, words, start, end))
    decided = queries.decisions_of(db, ids)
    found = list[Row]()
    for one in read(db, ids):
        decision, at, item_id = decided.get(one.id, (Decided.NOTHING.value, "", ""))
        found.append(
            Row(
                one.id, one.entry, one.account, one.thread != 0, tuple(flags.get(one.id, ())), Decided(decision),
                dates.from_text(at) if at else None, item_id, one.gone,
            )
        )  # fmt: skip
    return tuple(found)
