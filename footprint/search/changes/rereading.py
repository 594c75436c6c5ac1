"""What the pages themselves show, then and now: only readings that worked are compared."""

from __future__ import annotations

from collections.abc import Iterable

from footprint.search.changes.records import Moment, Shown
from footprint.search.reading import Facet, Reading


def shown_between(read: Iterable[Reading], since: Moment, until: Moment) -> dict[str, Shown]:
    """By finding, where the last good readings at the two moments show something else. `read` is oldest first."""
    before: dict[str, Reading] = {}
    now: dict[str, Reading] = {}
    for one in read:
        if not one.good:
            continue
        if one.read_at < since.ends:
            before[one.finding_id] = one
        elif one.read_at < until.ends:
            now[one.finding_id] = one
    pairs = ((one, before[one], now[one]) for one in now if one in before)
    return {one: shown for one, was, after in pairs if (shown := _shown(was, after)) is not None}


def _shown(was: Reading, now: Reading) -> Shown | None:
    before, after = _by_facet(was), _by_facet(now)
    more = tuple(one for one in Facet if one in after and one not in before)
    less = tuple(one for one in Facet if one in before and one not in after)
    other = tuple(one for one in Facet if one in before and one in after and not before[one] & after[one])
    return Shown(was.read_at, now.read_at, more, less, other) if more or less or other else None


def _by_facet(one: Reading) -> dict[Facet, set[str]]:
    """What it shows of each kind, without regard to capitals and blanks."""
    found: dict[Facet, set[str]] = {}
    for each in one.exposed:
        found.setdefault(each.facet, set()).add(" ".join(each.words.casefold().split()))
    return found
