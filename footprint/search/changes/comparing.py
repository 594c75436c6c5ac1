"""Two moments side by side. What failed, was left out or was never asked before is no change, and is said apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from footprint.search.changes import store
from footprint.search.changes.arranging import arrange, find, usual
from footprint.search.changes.history import State, Window, present, states, with_results
from footprint.search.changes.records import Change, Comparison, Evidence, Kind, Looked, Moment, Reworded, Seen, Shown
from footprint.search.changes.rereading import shown_between
from footprint.search.changes.wording import differs, title_differs
from footprint.search.hosts import is_on
from footprint.search.reading import readings
from footprint.search.triage import hidden_sites
from footprint.vault import Connection, Vault

_ORDER = {kind: at for at, kind in enumerate(Kind)}


@dataclass(frozen=True)
class _Both:
    """Everything a comparison is worked out from."""

    db: Connection
    window: Window
    orders: dict[str, int]  # of runs, by their id
    looks: dict[str, Looked]
    before: State
    now: State
    there: dict[str, list[Seen]]
    here: dict[str, list[Seen]]
    since: int


@dataclass
class _Found:
    kind: Kind | None = None
    evidence: tuple[Evidence, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    shown: Shown | None = None


def compare(vault: Vault, since: str = "", until: str = "") -> Comparison | None:
    """What changed after the moment `since` up to `until`, by the ids of moments or runs.

    Without `until` up to now; without `since` from before the last search. None where there is only one moment, or
    none, and nothing was named. `NotFound` for an id that is not known.
    """
    return look_back(vault, since, until)[1]


def look_back(
    vault: Vault, since: str = "", until: str = "", *, lenient: bool = False
) -> tuple[tuple[Moment, ...], Comparison | None]:
    """All moments to choose from, oldest first, and two of them compared as `compare` does.

    `lenient`: an id that is not known (any more) counts as not named.
    """
    hidden = hidden_sites(vault)
    with vault.reading() as db:
        runs = store.runs(db)
        looks = store.looks(db, runs)
        read = store.read_at(db)
        every = arrange(runs, looks, [at for _finding, at in read])
        ids = {one.id for one in every}
        since, until = (one if one in ids or not lenient else "" for one in (since, until))
        end = find(every, until) if until else (every[-1] if every else None)
        start = find(every, since) if since else usual([one for one in every if end and one.at <= end.at])
        if start is None or end is None:
            return every, None
        start, end = sorted((start, end), key=lambda one: one.at)
        both = _both(db, runs, looks, start.order, end.order)
        found = _appeared(both) | _was_there(both)
        for finding_id, reworded in _reworded(both).items():
            found.setdefault(finding_id, _Found()).reworded = reworded
        again = {one for one, at in read if start.ends <= at < end.ends}
        for finding_id, shown in shown_between(readings(vault, again), start, end).items():
            found.setdefault(finding_id, _Found()).shown = shown
        pages = store.pages(db, list(found))
    return every, _put_together(both, start, end, found, pages, hidden)


def _both(db: Connection, runs: Sequence[store.RunRow], looks: Sequence[Looked], since: int, until: int) -> _Both:
    before, now = states(looks, since, until)
    returned = store.seen_in(db, with_results(before, now))
    return _Both(
        db,
        Window(looks, since, until),
        {one.id: one.order for one in runs},
        {one.id: one for one in looks},
        before,
        now,
        present(before, returned),
        present(now, returned),
        since,
    )


# -- pages that were there before ------------------------------------------------------------------


def _was_there(both: _Both) -> dict[str, _Found]:
    found: dict[str, _Found] = {}
    if not both.window.looks:
        return found  # nobody looked in between, so nothing was left out
    for finding_id, seen in both.there.items():
        if not any(one.look.order > both.since for one in both.here.get(finding_id, ())):
            found[finding_id] = _not_seen_again(both.window, seen)
    return found


def _not_seen_again(window: Window, seen: Sequence[Seen]) -> _Found:
    """Gone only where every question that had returned it was asked again, and answered in full."""
    evidence = tuple(Evidence(one.look, window.whole.get(one.look.question), one.rank) for one in seen)
    open_ = [one for one in evidence if one.now is None]
    if not open_:
        cut = any(one.now is not None and one.now.more for one in evidence)
        return _Found(Kind.BEYOND if cut else Kind.GONE, evidence)
    tried = [Evidence(one.before, window.tried.get(_question(one)), one.rank) for one in open_]
    if any(one.now is not None for one in tried):
        return _Found(Kind.COULD_NOT, tuple(one for one in tried if one.now is not None))
    return _Found(Kind.NOT_ASKED, tuple(open_))


def _question(one: Evidence) -> tuple[str, str]:
    assert one.before is not None
    return one.before.question


# -- pages that were not ---------------------------------------------------------------------------


def _appeared(both: _Both) -> dict[str, _Found]:
    """New, back again, or only met by a question that was not asked before."""
    fresh = [one for one in both.here if one not in both.there]
    if not fresh:
        return {}
    orders = {one: both.orders.get(run, -1) for one, run in store.first_runs(both.db, fresh).items()}
    unknown = [one for one in fresh if orders.get(one, -1) < 0]  # the run they were first met in was taken back
    met_before = {one for one in fresh if 0 <= orders.get(one, -1) <= both.since}
    seen = _sightings(both, store.every_sighting(both.db, [*met_before, *unknown]))
    met_before |= {one for one in unknown if any(look.order <= both.since for look in seen.get(one, ()))}
    seen |= _sightings(both, store.seen_first_in(both.db, [one for one in fresh if one not in seen]))
    return {one: _appearance(both, one, seen.get(one, ()), met_before=one in met_before) for one in fresh}


def _sightings(both: _Both, rows: Iterable[tuple[str, str]]) -> dict[str, list[Looked]]:
    found: dict[str, list[Looked]] = {}
    for finding_id, look_id in rows:
        look = both.looks.get(look_id)
        if look is not None:
            found.setdefault(finding_id, []).append(look)
    return found


def _appearance(both: _Both, finding_id: str, seen: Sequence[Looked], *, met_before: bool) -> _Found:
    """By the first run since then that saw it: an old question that sees it for the first time is what counts."""
    since = [one for one in seen if one.order > both.since]
    first = min((one.order for one in since), default=0)
    at_first = [one for one in since if one.order == first]
    ranks = {one.look.id: one.rank for one in both.here[finding_id]}
    telling = [one for one in at_first if one.outcome.searched and both.window.answered_before(one) is not None]
    if telling:
        kind = Kind.BACK if met_before else Kind.NEW
        return _Found(
            kind, tuple(Evidence(both.window.answered_before(one), one, ranks.get(one.id, 0)) for one in telling)
        )
    shown = at_first or [one.look for one in both.here[finding_id]]
    return _Found(Kind.FIRST, tuple(Evidence(None, one, ranks.get(one.id, 0)) for one in shown))


# -- pages that read differently -------------------------------------------------------------------


def _reworded(both: _Both) -> dict[str, tuple[Reworded, ...]]:
    """What the same question said of a page before and says now."""
    said: dict[tuple[str, str, str], list[tuple[Looked, store.WordingRow]]] = {}
    for row in store.wordings(both.db, [one.id for one in both.window.looks if one.outcome.searched]):
        look = both.looks.get(row.look_id)
        if look is not None:
            said.setdefault((row.finding_id, *look.question), []).append((look, row))
    last = both.window.looks[-1].order if both.window.looks else both.since
    found: dict[str, list[Reworded]] = {}
    for (finding_id, *_question), rows in said.items():
        before = [row for look, row in rows if look.order <= both.since]
        after = [(look, row) for look, row in rows if both.since < look.order <= last]
        if before and after:
            found.setdefault(finding_id, []).extend(_compared(before[-1], *after[-1]))
    return {one: tuple(changed) for one, changed in found.items() if changed}


def _compared(was: store.WordingRow, look: Looked, now: store.WordingRow) -> list[Reworded]:
    changed = []
    if title_differs(was.title, now.title):
        changed.append(Reworded(look, was.title, now.title))
    if differs(was.snippet, now.snippet):
        changed.append(Reworded(look, was.snippet, now.snippet))
    return changed


# -- all of it -------------------------------------------------------------------------------------


def _put_together(
    both: _Both,
    since: Moment,
    until: Moment,
    found: dict[str, _Found],
    pages: dict[str, store.PageRow],
    hidden: Sequence[str],
) -> Comparison:
    changes = []
    for finding_id, one in found.items():
        page = pages.get(finding_id)
        kind = _kind(one)
        if page is None or kind is None or (page.verdict is None and any(is_on(page.host, site) for site in hidden)):
            continue
        changes.append(
            Change(
                finding_id, kind, page.title, page.address, page.host, page.verdict,
                one.evidence, one.reworded, one.shown,
            )
        )  # fmt: skip
    changes.sort(key=lambda one: (_ORDER[one.kind], one.host, one.title, one.address))
    asked, before = set(both.window.whole), {one for one, known in both.before.items() if known.whole is not None}
    touched = asked | set(both.window.tried)
    return Comparison(
        since,
        until,
        tuple(changes),
        compared=len(asked & before),
        first=len(asked - before),
        failed=tuple(one for one in both.window.tried.values() if not one.outcome.searched),
        not_asked=sum(1 for one in both.before if one[1] and one not in touched) if both.window.looks else 0,
        same=sum(1 for one in both.there if one not in found or _kind(found[one]) is None),
    )


def _kind(one: _Found) -> Kind | None:
    """That it reads differently counts where it is known to be there, or the page itself was read again."""
    if one.kind in (None, Kind.NOT_ASKED, Kind.COULD_NOT) and (one.shown or (one.reworded and one.kind is None)):
        return Kind.CHANGED
    return one.kind
