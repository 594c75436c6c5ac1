"""What the list shows, read in one go off the main thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from footprint import log
from footprint.log import Group, Query, Row
from footprint.tasks import Task
from footprint.vault import Vault
from ui.log.groups import AT_A_GLANCE


@dataclass(frozen=True)
class Seen:
    """The counts of everything, the number that match, and the first few of each group where those are shown."""

    number: int  # of the look, so that an older answer is not shown over a newer one
    query: Query
    today: date
    totals: Mapping[Group, int]
    matching: int
    groups: Mapping[Group, tuple[Row, ...]] | None

    @property
    def total(self) -> int:
        return sum(self.totals.values())


def look_up(task: Task, vault: Vault, number: int, query: Query, today: date, *, at_a_glance: bool) -> Seen:
    """Stops before its first read when a newer look has been asked for."""
    task.check()
    counts = log.counts_by_status(vault, today)
    totals = {group: sum(n for status, n in counts.items() if status.group is group) for group in Group}
    if not at_a_glance:
        return Seen(number, query, today, totals, log.count(vault, query, today), None)
    groups = {
        group: log.page(vault, Query(group=group, sort=query.sort), 0, AT_A_GLANCE, today) if totals[group] else ()
        for group in Group
    }
    return Seen(number, query, today, totals, sum(totals.values()), groups)
