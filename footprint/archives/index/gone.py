"""What earlier copies held and the newest has no more: marked with care, because a copy can leave things out.

A copy speaks only of the kinds of entries it has, and of the time from its first to its last entry of a kind. Before
and after that time a copy may have been cut to a range of days, or be older than the one before: there an entry counts
as gone only if all that is missing there are entries the person wanted to go. The same holds for a kind of which the
copy has none at all.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from footprint.archives.index.course import Course
from footprint.archives.index.decisions import store
from footprint.archives.index.numbers import UNDATED
from footprint.archives.records import Why
from footprint.vault import Vault

# After these a file may have held more than was read.
_UNSURE = frozenset(
    {Why.BROKEN_FILE, Why.BROKEN_ENTRY, Why.ENCRYPTED, Why.TOO_LARGE, Why.TOO_MANY, Why.OVERLAPS, Why.CHANGED,
     Why.TOO_DEEP, Why.METHOD, Why.UNSAFE_NAME, Why.SPECIAL}
)  # fmt: skip
_TOGETHER = 10_000


def mark_gone(vault: Vault, number: int, course: Course) -> int:
    """Mark what import `number` did not meet any more; gives how many entries."""
    unsure = {line.network for line in course.lines if any(one.why in _UNSURE for one in line.troubles)}
    if "" in unsure:  # a part that could not be opened may have held anything
        return 0
    marked = 0
    with vault.reading() as db:
        spans = [one for one in store.spans(db, number, UNDATED) if one.network not in unsure]
    for span in spans:
        with vault.reading() as db:
            missing = store.missing(db, span, number)
            wanted = store.wanted_gone(db)
        inside = _gone_of(missing, wanted, span)
        for at in range(0, len(inside), _TOGETHER):
            with vault.writing(undo=False) as write:
                store.set_gone(write.db, inside[at : at + _TOGETHER], number)
        marked += len(inside)
    return marked


def _gone_of(missing: Sequence[int], wanted: Collection[int], span: store.Span) -> list[int]:
    """Those of `missing` that are gone, oldest first."""
    if span.first < 0:
        return list(missing) if all(one in wanted for one in missing) else []
    undated = [one for one in missing if one < UNDATED]
    before = [one for one in missing if UNDATED <= one < span.first]
    inside = [one for one in missing if max(span.first, UNDATED) <= one <= span.last]
    after = [one for one in missing if one > span.last >= UNDATED]
    sure = [some if all(one in wanted for one in some) else [] for some in (before, after)]
    return [*undated, *sure[0], *inside, *sure[1]]
