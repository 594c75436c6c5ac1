"""What changed after years of looking: 10,000 results, 500 runs, 2,000 readings, against reading what was seen once."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks import full_search
from benchmarks.measure import Ratio, in_turn, timed
from footprint import ids
from footprint.search import Outcome, changes
from footprint.search.reading import Exposed, Facet, Reading
from footprint.search.reading import store as reading_store
from footprint.vault import Vault, schema
from footprint.vault.connection import Connection, open_store

ROUNDS = 5
ALL = "reading 120,000 sightings once"
READ, DAYS = 500, 4  # findings that were read, and on how many days each
_FACETS = tuple(Facet)


def run() -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as scratch:
        vault = _vault(Path(scratch))
        try:
            yield from _figures(vault)
        finally:
            vault.close()


def _figures(vault: Vault) -> Iterator[Ratio]:
    every = changes.moments(vault)
    asked: tuple[tuple[str, Callable[[], object], float | None], ...] = (
        ("the times to choose from", lambda: changes.moments(vault), None),
        ("since the last search", lambda: changes.compare(vault), 1.0),
        ("since half of all searches ago", lambda: changes.compare(vault, every[len(every) // 2].id), 2.0),
        ("over all of the time", lambda: changes.compare(vault, every[0].id), 2.5),
        ("what pages show, day by day", lambda: changes.exposure(vault), None),
    )
    for name, work, bar in asked:
        ours, theirs = in_turn(lambda work=work: timed(work), lambda: timed(lambda: _sightings(vault)), ROUNDS)
        yield Ratio(name, ours, ALL, theirs, bar=bar)


def _sightings(vault: Vault) -> int:
    """The least that anybody who compares by reading everything has to do."""
    with vault.reading() as db:
        return len(list(db.execute("SELECT finding_id, look_id, rank FROM search_sighting WHERE deleted_at IS NULL")))


def _vault(folder: Path) -> Vault:
    path, key = folder / "vault.db", os.urandom(32)
    first = open_store(path, key, create=True)
    schema.migrate(first)
    first.close()
    vault = Vault(lambda: open_store(path, key))
    full_search.fill(vault)
    with vault.writing(undo=False) as write:
        _add_wordings(write.db, write.now)
        _add_readings(write.db, write.instant - timedelta(days=400), write.now)
    return vault


def _add_wordings(db: Connection, now: str) -> None:
    """What each finding was called when it was first seen, and one in ten otherwise at the end."""
    db.execute(
        "INSERT INTO search_wording (id, changed_at, finding_id, look_id, title, snippet)"
        " SELECT lower(hex(randomblob(16))), ?, f.id, min(s.look_id), f.title, f.snippet FROM search_finding f"
        " JOIN search_sighting s ON s.finding_id = f.id AND s.run_id = f.first_run GROUP BY f.id",
        (now,),
    )
    db.execute(
        "INSERT INTO search_wording (id, changed_at, finding_id, look_id, title, snippet)"
        " SELECT lower(hex(randomblob(16))), ?, s.finding_id, max(s.look_id), 'Another name', 'and other words'"
        " FROM search_sighting s GROUP BY s.finding_id HAVING abs(random() % 10) = 0",
        (now,),
    )


def _add_readings(db: Connection, start: datetime, now: str) -> None:
    found = [one for (one,) in db.execute("SELECT id FROM search_finding WHERE verdict <> '' LIMIT ?", (READ,))]
    for at, finding_id in enumerate(found):
        for turn in range(DAYS):
            day = start + timedelta(days=90 * turn + at % 10)
            shown = tuple(Exposed(_FACETS[(at + turn + each) % len(_FACETS)], "words") for each in range(3))
            one = Reading(ids.new_id(), finding_id, day, Outcome.RESULTS, exposed=shown, text_hash="x")
            reading_store.add(db, one, now)
