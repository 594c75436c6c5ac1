"""The list's SQL, kept by `store.py`'s rule: it reads only the columns a page shows, through one index a sort."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from footprint import dates
from footprint.log.origins import Origin
from footprint.log.records import Action, Kind, Query, Row, Severity, Sort
from footprint.log.states import State, Status, status_of
from footprint.log.words import match
from footprint.vault import Connection

_ROW = "i.id, i.title, i.host, i.place, i.network, i.kind, i.origin, i.action, i.severity, i.state, i.due, i.found_at"

# Word for word the expressions of the indexes in the migration: only then are they used.
_DUE = "coalesce(due, '9999-12-31')"
_ORDER = {
    Sort.DUE: f"{_DUE}, num DESC",
    Sort.NEWEST: "found_at DESC, num DESC",
    Sort.TITLE: "title_key, num DESC",
    Sort.SEVERITY: f"CASE severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, {_DUE}, num DESC",
}
_INDEX = {
    Sort.DUE: "log_item_by_due",
    Sort.NEWEST: "log_item_by_found",
    Sort.TITLE: "log_item_by_title",
    Sort.SEVERITY: "log_item_by_severity",
}
_STATES = {
    Status.NOT_STARTED: (State.FOUND, State.DECIDED),
    Status.WAITING: (State.ASKED, State.WAITING),
    Status.FOLLOW_UP: (State.ASKED, State.WAITING),
    Status.DONE: (State.GONE,),
    Status.SAID_NO: (State.REFUSED,),
    Status.KEPT: (State.KEPT,),
    Status.CAME_BACK: (State.CAME_BACK,),
}


def page(db: Connection, query: Query, offset: int, limit: int, today: date) -> Iterator[Row]:
    inner, values = _select("num", query, today, offset, limit)
    order = _ORDER[query.sort]
    rows = db.execute(f"SELECT {_ROW} FROM log_item i WHERE i.num IN ({inner}) ORDER BY {order}", values)
    return (_row(row, today) for row in rows)


def ids(db: Connection, query: Query, today: date) -> list[str]:
    inner, values = _select("id", query, today, 0, -1)
    return [row[0] for row in db.execute(inner, values)]


def count(db: Connection, query: Query, today: date) -> int:
    where, values = _where(query, today)
    return int(db.value(f"SELECT count(*) FROM log_item INDEXED BY log_item_by_due WHERE {where}", values))


def counts(db: Connection, today: date) -> list[tuple[State, date | None, int]]:
    """(state, a day that stands for all such due days, how many)."""
    rows = db.execute(
        "SELECT state, due IS NOT NULL AND due < ?, count(*) FROM log_item INDEXED BY log_item_by_state "
        "WHERE deleted_at IS NULL GROUP BY 1, 2",
        (today.isoformat(),),
    )
    past = today - timedelta(days=1)
    return [(State(state), past if late else None, number) for state, late, number in rows]


def due(db: Connection, today: date) -> list[Row]:
    rows = db.execute(
        f"SELECT {_ROW} FROM log_item i INDEXED BY log_item_by_due "
        f"WHERE deleted_at IS NULL AND {_DUE} <= ? ORDER BY {_DUE}, num DESC",
        (today.isoformat(),),
    )
    return [_row(row, today) for row in rows]


def _select(column: str, query: Query, today: date, offset: int, limit: int) -> tuple[str, tuple[Any, ...]]:
    where, values = _where(query, today)
    sql = (
        f"SELECT {column} FROM log_item INDEXED BY {_INDEX[query.sort]} WHERE {where} "
        f"ORDER BY {_ORDER[query.sort]} LIMIT ? OFFSET ?"
    )
    return sql, (*values, limit, max(0, offset))


def _where(query: Query, today: date) -> tuple[str, tuple[Any, ...]]:
    parts: list[tuple[str, tuple[Any, ...]]] = [("deleted_at IS NULL", ())]
    if query.group is not None:
        parts.append(_any_of([one for one in Status if one.group is query.group], today))
    if query.status is not None:
        parts.append(_any_of([query.status], today))
    if query.kinds:
        parts.append(_in("kind", query.kinds))
    if query.origins:
        parts.append(_in("origin", query.origins))
    if query.network:
        parts.append(("network = ?", (query.network,)))
    if query.due_before is not None:
        parts.append(("due < ?", (query.due_before.isoformat(),)))
    words = match(query.text)
    if words:
        parts.append(("num IN (SELECT rowid FROM log_words WHERE log_words MATCH ?)", (words,)))
    return " AND ".join(text for text, _values in parts), tuple(one for _text, values in parts for one in values)


def _any_of(statuses: list[Status], today: date) -> tuple[str, tuple[Any, ...]]:
    each = [_one_status(status, today) for status in statuses]
    return f"({' OR '.join(text for text, _values in each)})", tuple(one for _text, values in each for one in values)


def _one_status(status: Status, today: date) -> tuple[str, tuple[Any, ...]]:
    text, values = _in("state", _STATES[status])
    if status is Status.FOLLOW_UP:
        return f"({text} AND due < ?)", (*values, today.isoformat())
    if status is Status.WAITING:
        return f"({text} AND (due IS NULL OR due >= ?))", (*values, today.isoformat())
    return text, values


def _in(column: str, values: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]]:
    return f"{column} IN ({', '.join('?' * len(values))})", tuple(one.value for one in values)


def _row(row: tuple[Any, ...], today: date) -> Row:
    state = State(row[9])
    due_day = None if row[10] is None else date.fromisoformat(row[10])
    return Row(
        id=row[0],
        title=row[1],
        host=row[2],
        place=row[3],
        network=row[4],
        kind=Kind(row[5]),
        origin=Origin(row[6]),
        action=Action(row[7]),
        severity=Severity(row[8]),
        state=state,
        due=due_day,
        found_at=dates.from_text(row[11]),
        status=status_of(state, due_day, today),
    )
