"""Reading members that are tables: rows to records, with what breaks them off told at the end."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from footprint.archives.contract import Member
from footprint.archives.parsing.records import UNREADABLE
from footprint.archives.parsing.streams import Kept
from footprint.archives.parsing.tables import Row, rows
from footprint.archives.records import Record, Trouble, Why


def member_rows(member: Member, is_header: Callable[[Sequence[str]], bool] | None = None) -> Iterator[Row]:
    """`tables.rows` of a member; what broke the member off is raised behind the last row."""
    with contextlib.closing(Kept(member.open())) as stream:
        yield from rows(stream, is_header)
        stream.settle()


def each_row(found: Iterable[Row], make: Callable[[Row], Iterable[Record]]) -> Iterator[Record]:
    """The records that `make` finds in each row. Unreadable rows are counted in one trouble at the end."""
    broken = 0
    for row in found:
        try:
            yield from make(row)
        except UNREADABLE:
            broken += 1
    if broken:
        yield Trouble(Why.BROKEN_ENTRY, broken)


def counted_rows(found: Iterable[Row], why: Why) -> Iterator[Trouble]:
    """One trouble for all rows: what is left out on purpose."""
    total = sum(1 for _ in found)
    if total:
        yield Trouble(why, total)
