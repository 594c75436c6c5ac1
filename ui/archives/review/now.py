"""What the review reads of the index: what there is to filter by, and what matches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from footprint.archives.index.contents import Contents, contents
from footprint.archives.index.filters import Find
from footprint.archives.index.finding import Count, Row, by_month, count, page
from footprint.dates import local_day
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.workbench import Workbench
from ui.archives.review import words
from ui.kit.row_paint import RowLook

FIRST = 100


@dataclass(frozen=True)
class Around:
    """Everything there is, in numbers, and what networks are called."""

    contents: Contents
    names: dict[str, str]
    years: tuple[int, ...]
    undated: bool
    today: date


@dataclass(frozen=True)
class Seen:
    """What matches a question: how many, how many in each month, and the first of them."""

    find: Find
    count: Count
    months: tuple[tuple[int, int], ...]
    first: tuple[Row, ...]


def read_around(_task: Task, bench: Workbench) -> Around:
    found = contents(bench.vault)
    months = by_month(bench.vault, Find())
    return Around(
        found,
        {one: bench.checklists.network_or_any(one).name for one in found.networks},
        tuple(sorted({month // 12 for month, _n in months if month > 0}, reverse=True)),
        any(month <= 0 and n for month, n in months),
        local_day(bench.vault.now()),
    )


def read_seen(task: Task, vault: Vault, find: Find) -> Seen:
    first = page(vault, find, 0, FIRST)
    task.check()
    found = count(vault, find)
    task.check()
    return Seen(find, found, by_month(vault, find), first)


def looks(rows: Sequence[Row], around: Around) -> list[RowLook]:
    return [words.look(one, around.names.get(one.entry.network, one.entry.network), around.today) for one in rows]


def fetch(vault: Vault, find: Find, around: Around, offset: int, limit: int) -> list[RowLook]:
    return looks(page(vault, find, offset, limit), around)
