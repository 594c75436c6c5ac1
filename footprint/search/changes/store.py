"""The only SQL of what changed: runs and looks in their order, who saw what, and what was said of it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from footprint import dates
from footprint.ids import new_id
from footprint.search.changes.records import Looked
from footprint.search.records import Outcome, Verdict
from footprint.vault import Connection

_IN = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run in its place: `order` counts from 0 in the order they began."""

    id: str
    order: int
    at: datetime
    by_hand: bool


@dataclass(frozen=True, slots=True)
class PageRow:
    """A found page in few words."""

    title: str
    address: str
    host: str
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class WordingRow:
    """What one look said of a page, where it was something else than before."""

    finding_id: str
    look_id: str
    title: str
    snippet: str


def runs(db: Connection) -> tuple[RunRow, ...]:
    rows = db.execute(
        "SELECT id, started_at, by_hand FROM search_run WHERE deleted_at IS NULL ORDER BY started_at, rowid"
    )
    return tuple(RunRow(one, at, dates.from_text(text), bool(hand)) for at, (one, text, hand) in enumerate(rows))


def looks(db: Connection, of: Iterable[RunRow]) -> list[Looked]:
    """Every look of these runs, in the order they were made."""
    known = {one.id: one for one in of}
    made: list[tuple[int, int, Looked]] = []
    rows = db.execute(
        "SELECT id, run_id, position, provider, words, outcome, note, results, more FROM search_look"
        " WHERE deleted_at IS NULL ORDER BY rowid"
    )
    for look_id, run_id, position, provider, words, outcome, note, results, more in rows:
        run = known.get(run_id)
        if run is not None:
            end = _OUTCOMES[outcome]
            whole = outcome == Outcome.EMPTY and words != "" if run.by_hand else outcome in _SEARCHED
            look = Looked(
                look_id, run.order, run.at, provider, words, end, note, results, bool(more), run.by_hand,
                (provider, words), whole,
            )  # fmt: skip
            made.append((run.order, position, look))
    made.sort(key=_place)
    return [look for _order, _position, look in made]


_OUTCOMES = {one.value: one for one in Outcome}
_SEARCHED = frozenset(one.value for one in Outcome if one.searched)


def _place(one: tuple[int, int, Looked]) -> tuple[int, int]:
    return one[0], one[1]


def seen_in(db: Connection, look_ids: Collection[str]) -> dict[str, dict[str, int]]:
    """What these looks returned: rank by finding, by look."""
    found: dict[str, dict[str, int]] = {}
    rows = db.execute(
        f"SELECT look_id, finding_id, rank FROM search_sighting WHERE look_id {_IN} AND deleted_at IS NULL",
        (json.dumps(list(look_ids)),),
    )
    for look_id, finding_id, rank in rows:
        ranks = found.setdefault(look_id, {})
        ranks[finding_id] = min(rank, ranks.get(finding_id, rank))
    return found


def first_runs(db: Connection, finding_ids: Collection[str]) -> dict[str, str]:
    """The run each finding was first met in."""
    rows = db.execute(f"SELECT id, first_run FROM search_finding WHERE id {_IN}", (json.dumps(list(finding_ids)),))
    return dict(rows)


def seen_first_in(db: Connection, finding_ids: Collection[str]) -> list[tuple[str, str]]:
    """(finding, look) of the run each was first met in."""
    rows = db.execute(
        "SELECT s.finding_id, s.look_id FROM search_finding f JOIN search_sighting s"
        f" ON s.finding_id = f.id AND s.run_id = f.first_run WHERE f.id {_IN} AND s.deleted_at IS NULL",
        (json.dumps(list(finding_ids)),),
    )
    return list(rows)


def every_sighting(db: Connection, finding_ids: Collection[str]) -> list[tuple[str, str]]:
    """(finding, look) for all that was ever seen of them."""
    rows = db.execute(
        f"SELECT finding_id, look_id FROM search_sighting WHERE finding_id {_IN} AND deleted_at IS NULL",
        (json.dumps(list(finding_ids)),),
    )
    return list(rows)


def pages(db: Connection, finding_ids: Collection[str]) -> dict[str, PageRow]:
    rows = db.execute(
        f"SELECT id, title, address, host, verdict FROM search_finding WHERE id {_IN} AND deleted_at IS NULL",
        (json.dumps(list(finding_ids)),),
    )
    return {
        one: PageRow(title, address, host, Verdict(said) if said else None) for one, title, address, host, said in rows
    }


def read_at(db: Connection) -> list[tuple[str, datetime]]:
    """(finding, when) of every reading, those that failed too; oldest first."""
    rows = db.execute("SELECT finding_id, read_at FROM search_reading WHERE deleted_at IS NULL ORDER BY read_at, rowid")
    return [(finding_id, dates.from_text(at)) for finding_id, at in rows]


# -- what was said of a page -----------------------------------------------------------------------


def wordings(db: Connection, look_ids: Collection[str]) -> list[WordingRow]:
    """All that was ever said of the pages of which one of these looks said something new; oldest first."""
    rows = db.execute(
        "SELECT finding_id, look_id, title, snippet FROM search_wording WHERE deleted_at IS NULL AND finding_id IN"
        f" (SELECT finding_id FROM search_wording WHERE look_id {_IN} AND deleted_at IS NULL) AND finding_id IN"
        " (SELECT finding_id FROM search_wording GROUP BY finding_id HAVING count(*) > 1) ORDER BY rowid",
        (json.dumps(list(look_ids)),),
    )
    return [WordingRow(*row) for row in rows]


def last_wordings(
    db: Connection, provider: str, words: str, finding_ids: Collection[str]
) -> dict[str, tuple[str, str]]:
    """What the same question said last of each of these pages: title and snippet."""
    rows = db.execute(
        "SELECT w.finding_id, w.title, w.snippet FROM search_wording w JOIN search_look l ON l.id = w.look_id"
        f" WHERE w.finding_id {_IN} AND l.provider = ? AND l.words = ? AND w.deleted_at IS NULL"
        " AND l.deleted_at IS NULL ORDER BY w.rowid",
        (json.dumps(list(finding_ids)), provider, words),
    )
    return {finding_id: (title, snippet) for finding_id, title, snippet in rows}


def add_wording(db: Connection, said: WordingRow, now: str) -> None:
    db.execute(
        "INSERT INTO search_wording (id, changed_at, finding_id, look_id, title, snippet) VALUES (?, ?, ?, ?, ?, ?)",
        (new_id(), now, said.finding_id, said.look_id, said.title, said.snippet),
    )


def set_more(db: Connection, look_id: str, more: bool, now: str) -> None:
    db.execute("UPDATE search_look SET more = ?, changed_at = ? WHERE id = ?", (int(more), now, look_id))
