"""10,000 results and 500 searches: every look at them against reading the same rows with plain SQLite, in one run."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw

from benchmarks import full_search
from benchmarks.measure import Ratio, in_turn, timed
from benchmarks.vaults import open_vault
from footprint import search
from footprint.search import Finding, Verdict
from footprint.search.matching.judging import forget_matches
from footprint.vault import Vault
from footprint.vault.connection import SETTINGS

ROUNDS = 9
PLAIN = "the same rows in plain SQLite"
_TABLES = ("search_finding", "search_run", "search_look", "search_sighting")
_FINDING = (
    "SELECT id, address, canonical, host, title, snippet, named, first_seen, last_seen, new_in, verdict, glad"
    " FROM search_finding WHERE deleted_at IS NULL"
)
_COUNT = "SELECT verdict, count(*) FROM search_finding WHERE deleted_at IS NULL GROUP BY verdict"
_LOOKS = "SELECT * FROM search_look WHERE run_id IN (SELECT id FROM search_run ORDER BY started_at DESC LIMIT {})"
_SIGHTINGS = "SELECT provider, words, rank, seen_at FROM search_sighting WHERE finding_id = ?"


def run() -> Iterator[Ratio | str]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with closing(open_vault(folder)) as vault:
            full_search.fill(vault)
            with closing(_plain(vault, folder / "plain.db")) as plain:
                yield from _looks(vault, plain)


def _looks(vault: Vault, plain: apsw.Connection) -> Iterator[Ratio | str]:
    def read(sql: str, *values: Any) -> Callable[[], float]:
        return lambda: timed(lambda: list(plain.execute(sql, values)))

    def ratio(name: str, ours: Callable[[], object], theirs: Callable[[], float]) -> Ratio:
        return Ratio(name, *_around(in_turn(lambda: timed(ours), theirs, ROUNDS)))

    yield f"{full_search.FINDINGS:,} results, {full_search.RUNS} searches, {full_search.JUDGED:,} verdicts."
    first: list[Finding] = list(search.findings(vault))

    def anew() -> None:
        forget_matches(vault)
        search.findings(vault)

    yield ratio("results judged for the first time", anew, read(_FINDING))
    yield ratio("results read again, judged and in order", lambda: search.findings(vault), read(_FINDING))
    places = iter(range(0, len(first), 7))

    def after_a_verdict() -> float:
        said = Verdict.NOT_ME if next(places) % 2 else Verdict.FINE
        search.verdict(vault, first[next(places)].id, said)
        return timed(lambda: search.findings(vault, left=True))

    yield Ratio("the same after one more verdict", *_around(in_turn(after_a_verdict, read(_FINDING), ROUNDS)))
    yield ratio("how far sorting has come", lambda: search.counts(vault), read(_COUNT))
    yield ratio("one result with its reasons", lambda: search.finding(vault, first[0].id), read(_FINDING + " LIMIT 1"))
    yield ratio("who showed it", lambda: search.sightings(vault, first[0].id), read(_SIGHTINGS, first[0].id))
    yield ratio("the last search", lambda: search.last_run(vault), read(_LOOKS.format(1)))
    yield ratio("the last 50 searches", lambda: search.runs(vault), read(_LOOKS.format(50)))
    yield ratio("all searches", lambda: search.runs(vault, full_search.RUNS), read(_LOOKS.format(full_search.RUNS)))


def _around(pair: tuple[float, float]) -> tuple[float, str, float]:
    return pair[0], PLAIN, pair[1]


def _plain(vault: Vault, path: Path) -> apsw.Connection:
    """The tables of searches with the same rows and indexes, not encrypted."""
    raw = apsw.Connection(str(path))
    for pragma, value in SETTINGS:
        raw.pragma(pragma, value)
    wanted = json.dumps(_TABLES)
    made = "SELECT sql FROM sqlite_schema WHERE tbl_name IN (SELECT value FROM json_each(?)) AND sql IS NOT NULL"
    with vault.reading() as db, raw:
        for (sql,) in list(db.execute(made + " ORDER BY type DESC", (wanted,))):
            raw.execute(sql)
        for table in _TABLES:
            rows = list(db.execute(f"SELECT * FROM {table}"))
            raw.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)
    return raw
