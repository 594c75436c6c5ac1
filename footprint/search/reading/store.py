"""The only SQL of reading found pages."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from footprint import dates
from footprint.search.reading.records import Exposed, Facet, Reading, Why
from footprint.search.records import Outcome
from footprint.vault.connection import Connection

_COLUMNS = (
    "id, finding_id, read_at, outcome, why, by_hand, final_address, canonical, title, picture, author, published, "
    "modified, robots, professional, exposed, text_hash"
)
_AT_ONCE = 500
_FACETS = frozenset(one.value for one in Facet)


def add(db: Connection, one: Reading, now: str) -> None:
    marks = ",".join("?" * 18)
    db.execute(
        f"INSERT INTO search_reading (changed_at, {_COLUMNS}) VALUES ({marks})",
        (
            *(now, one.id, one.finding_id, dates.to_text(one.read_at), one.outcome.value),
            *("" if one.why is None else one.why.value, int(one.by_hand), one.final_address, one.canonical, one.title),
            *(one.picture, one.author, one.published, one.modified, one.robots, int(one.professional)),
            *(json.dumps([[x.facet.value, x.words] for x in one.exposed], ensure_ascii=False), one.text_hash),
        ),
    )


def readings(db: Connection, finding_ids: Iterable[str] | None) -> tuple[Reading, ...]:
    """Of these findings, or of all; oldest first."""
    if finding_ids is None:
        rows = list(db.execute(f"SELECT {_COLUMNS} FROM search_reading WHERE {_LIVE} {_ORDER}"))
        return tuple(map(_reading, rows))
    wanted, found = list(dict.fromkeys(finding_ids)), []
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        marks = ",".join("?" * len(part))
        asked = f"SELECT {_COLUMNS} FROM search_reading WHERE {_LIVE} AND finding_id IN ({marks}) {_ORDER}"
        found += [_reading(row) for row in db.execute(asked, tuple(part))]
    return tuple(sorted(found, key=lambda one: one.read_at))


def professional(db: Connection, good: Iterable[Outcome]) -> frozenset[str]:
    """The findings whose latest good reading found a page on which the person is listed for their work."""
    outcomes = [one.value for one in good]
    marks = ",".join("?" * len(outcomes))
    rows = db.execute(
        f"SELECT finding_id, professional FROM search_reading WHERE {_LIVE} AND outcome IN ({marks}) {_ORDER}",
        tuple(outcomes),
    )
    latest = {finding_id: bool(on) for finding_id, on in rows}
    return frozenset(finding_id for finding_id, on in latest.items() if on)


_LIVE = "deleted_at IS NULL"
_ORDER = "ORDER BY read_at, rowid"


def alike(db: Connection, one: Reading) -> int:
    """How many other findings had the same words when they were read."""
    asked = (
        "SELECT count(DISTINCT finding_id) FROM search_reading"
        " WHERE deleted_at IS NULL AND text_hash = ? AND finding_id <> ?"
    )
    row = db.row(asked, (one.text_hash, one.finding_id))
    return 0 if row is None else int(row[0])


def _reading(row: tuple[Any, ...]) -> Reading:
    reading_id, finding_id, read_at, outcome, why, by_hand = row[:6]
    final_address, canonical, title, picture, author, published, modified, robots = row[6:14]
    professional, exposed, text_hash = row[14:]
    return Reading(
        *(reading_id, finding_id, dates.from_text(read_at), Outcome(outcome), Why(why) if why else None, bool(by_hand)),
        *(final_address, canonical, title, picture, author, published, modified, robots),
        *(bool(professional), _exposed(exposed), text_hash),
    )


def _exposed(text: str) -> tuple[Exposed, ...]:
    return tuple(Exposed(Facet(facet), words) for facet, words in json.loads(text) if facet in _FACETS)
