"""The only SQL of probes: their runs, and what every site said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from footprint import dates
from footprint.ids import new_id
from footprint.search.probes.records import Answer, Reason, Result, Run
from footprint.vault.connection import Connection

_RUN = "id, started_at, ended_at, stopped"
_RESULT = "site, site_name, handle, address, answer, reason, declared, sure"


def add_run(db: Connection, now: str) -> str:
    run_id = new_id()
    db.execute("INSERT INTO probe_run (id, changed_at, started_at) VALUES (?,?,?)", (run_id, now, now))
    return run_id


def end_run(db: Connection, run_id: str, stopped: bool, now: str) -> None:
    db.execute(
        "UPDATE probe_run SET ended_at = ?1, changed_at = ?1, stopped = ?2 WHERE id = ?3", (now, int(stopped), run_id)
    )


def add_results(db: Connection, run_id: str, position: int, results: Iterable[Result], now: str) -> None:
    for one in results:
        db.execute(
            f"INSERT INTO probe_result (id, changed_at, run_id, position, {_RESULT}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                *(new_id(), now, run_id, position, one.site, one.site_name, one.handle, one.address),
                *(one.answer.value, one.reason.value, int(one.declared), int(one.sure)),
            ),
        )


def run(db: Connection, run_id: str) -> Run | None:
    row = db.row(f"SELECT {_RUN} FROM probe_run WHERE id = ? AND deleted_at IS NULL", (run_id,))
    return None if row is None else _run(db, row)


def runs(db: Connection, limit: int) -> tuple[Run, ...]:
    """Newest first."""
    rows = list(
        db.execute(
            f"SELECT {_RUN} FROM probe_run WHERE deleted_at IS NULL ORDER BY started_at DESC, rowid DESC LIMIT ?",
            (limit,),
        )
    )
    return tuple(_run(db, row) for row in rows)


def _run(db: Connection, row: tuple[Any, ...]) -> Run:
    run_id, started_at, ended_at, stopped = row
    results = db.execute(
        f"SELECT {_RESULT} FROM probe_result WHERE run_id = ? AND deleted_at IS NULL ORDER BY position, rowid",
        (run_id,),
    )
    return Run(
        run_id,
        dates.from_text(started_at),
        dates.from_text(ended_at) if ended_at else None,
        bool(stopped),
        tuple(_result(one) for one in results),
    )


def _result(row: tuple[Any, ...]) -> Result:
    site, name, handle, address, answer, reason, declared, sure = row
    return Result(site, name, handle, address, Answer(answer), Reason(reason), bool(declared), bool(sure))
