"""What the list shows, read in one go off the main thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from footprint import log
from footprint.log import Group, Query, sets, views
from footprint.log.sets import ItemSet
from footprint.log.views import View
from footprint.tasks import Task
from footprint.vault import Vault
from ui.kit.lists import PAGE, RowLook
from ui.log.words import look

AT_A_GLANCE = 6


@dataclass(frozen=True)
class Seen:
    """The counts of everything, then the first page of what matches, or the first few of each group."""

    number: int  # of the look, so that an older answer is not shown over a newer one
    query: Query
    today: date
    totals: Mapping[Group, int]
    matching: int
    first: tuple[RowLook, ...]
    groups: Mapping[Group, tuple[RowLook, ...]] | None
    views: tuple[View, ...] = ()
    sets: tuple[ItemSet, ...] = ()
    opened: bool = False  # with the saved filter that the list opens with, instead of what was asked for

    @property
    def total(self) -> int:
        return sum(self.totals.values())


def look_up(
    task: Task, vault: Vault, number: int, query: Query, today: date, *, at_a_glance: bool, opens: bool = False
) -> Seen:
    """Stops before its first read when a newer look has been asked for.

    `opens`: the list is shown for the first time, so with the saved filter that is for that.
    """
    task.check()
    saved, there = views.views(vault, hidden=True), sets.all_sets(vault)
    first = next((one for one in saved if one.opens), None) if opens else None
    if first is not None:
        query, at_a_glance = first.query, False
    seen = _look_up(vault, number, query, today, at_a_glance=at_a_glance)
    return replace(seen, views=saved, sets=there, opened=first is not None)


def _look_up(vault: Vault, number: int, query: Query, today: date, *, at_a_glance: bool) -> Seen:
    counts = log.counts_by_status(vault, today)
    totals = {group: sum(n for status, n in counts.items() if status.group is group) for group in Group}
    if not at_a_glance:
        first = rows_of(vault, query, 0, PAGE, today)
        matching = len(first) if len(first) < PAGE else log.count(vault, query, today)
        return Seen(number, query, today, totals, matching, first, None)
    groups = {
        group: rows_of(vault, Query(group=group, sort=query.sort), 0, AT_A_GLANCE, today) if totals[group] else ()
        for group in Group
    }
    return Seen(number, query, today, totals, sum(totals.values()), (), groups)


def rows_of(vault: Vault, query: Query, offset: int, limit: int, today: date) -> tuple[RowLook, ...]:
    """Rows in words. On a lane's thread: the first date put into words takes a tenth of a second."""
    return tuple(look(row, today) for row in log.page(vault, query, offset, limit, today))
