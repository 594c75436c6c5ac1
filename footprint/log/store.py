"""Items, their history, requests and evidence in the vault: the only SQL of this room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from footprint import dates
from footprint.ids import new_id
from footprint.log.filters import conditions
from footprint.log.origins import Origin
from footprint.log.records import Action, EventKind, Evidence, EvidenceKind, Item, Kind, Query, Row, Severity, Sort
from footprint.log.relations import Relation
from footprint.log.states import State, status_of
from footprint.log.words import match
from footprint.vault.connection import Connection, Value

_ITEM = (
    "id, title, address, host, place, network, kind, origin, action, contact, notes, severity, state, due, found_at, "
    "finding_id, check_id, account_id, changed_at, relation"
)
_EVIDENCE = "id, item_id, kind, sha256, taken_at, size, name, width, height, address, says_where, shows, made_from"
_CHUNK = 500

_ROW = "id, title, host, place, network, kind, origin, action, severity, state, due, found_at"
# Word for word the expressions of the indexes in the migration: only then is each sort one walk along its index.
_DUE = "coalesce(due, '9999-12-31')"
_SORTS = {
    Sort.DUE: ("log_item_by_due", f"{_DUE}, num DESC"),
    Sort.NEWEST: ("log_item_by_found", "found_at DESC, num DESC"),
    Sort.TITLE: ("log_item_by_title", "title_key, num DESC"),
    Sort.SEVERITY: (
        "log_item_by_severity",
        f"CASE severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, {_DUE}, num DESC",
    ),
}


@dataclass(frozen=True)
class Standing:
    """What a move needs to know of an item."""

    id: str
    title: str
    state: State
    origin: Origin
    due: date | None


@dataclass(frozen=True)
class EventRow:
    """An event as it is kept; `events.py` puts it into words."""

    item_id: str
    kind: EventKind
    was: State
    became: State
    about: str = ""
    note: str = ""
    due: date | None = None


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def add(db: Connection, one: Item, title_key: str) -> None:
    db.execute(
        f"INSERT INTO log_item ({_ITEM}, title_key, num) VALUES ({', '.join('?' * 20)}, ?, "
        "(SELECT coalesce(max(num), 0) + 1 FROM log_item))",
        (
            one.id, one.title, one.address, one.host, one.place, one.network, one.kind.value, one.origin.value,
            one.action.value, one.contact, one.notes, one.severity.value, one.state.value, _text(one.due),
            dates.to_text(one.found_at), one.finding_id, one.check, one.account_id, dates.to_text(one.changed_at),
            one.relation or "", title_key,
        ),
    )  # fmt: skip


def update(db: Connection, one: Item, title_key: str) -> None:
    """Everything the person may change about an item."""
    db.execute(
        "UPDATE log_item SET title = ?, title_key = ?, address = ?, host = ?, place = ?, network = ?, kind = ?, "
        "origin = ?, action = ?, contact = ?, notes = ?, severity = ?, due = ?, found_at = ?, finding_id = ?, "
        "check_id = ?, account_id = ?, changed_at = ?, relation = ? WHERE id = ?",
        (
            one.title, title_key, one.address, one.host, one.place, one.network, one.kind.value, one.origin.value,
            one.action.value, one.contact, one.notes, one.severity.value, _text(one.due),
            dates.to_text(one.found_at), one.finding_id, one.check, one.account_id, dates.to_text(one.changed_at),
            one.relation or "", one.id,
        ),
    )  # fmt: skip


def item(db: Connection, item_id: str) -> Item | None:
    row = db.row(f"SELECT {_ITEM} FROM log_item WHERE id = ? AND deleted_at IS NULL", (item_id,))
    return None if row is None else _item(row)


def items(db: Connection, ids: Sequence[str]) -> Iterator[Item]:
    """Those of `ids` that are there, in the order given."""
    for some in _chunks(ids):
        holes = ", ".join("?" * len(some))
        rows = db.execute(f"SELECT {_ITEM} FROM log_item WHERE deleted_at IS NULL AND id IN ({holes})", some)
        found = {row[0]: row for row in rows}
        yield from (_item(found[one]) for one in some if one in found)


def items_where(db: Connection, column: str, value: str) -> list[Item]:
    """The items of one finding or one check (`finding_id`, `check_id`), newest first.

    Where such an item was put into another, that other stands for it.
    """
    if column not in ("finding_id", "check_id"):
        raise ValueError(column)
    rows = db.execute(
        f"WITH RECURSIVE here (id) AS (SELECT id FROM log_item WHERE {column} = ? AND {column} <> '' UNION "
        "SELECT m.keep_id FROM log_merged m JOIN here ON m.item_id = here.id WHERE m.deleted_at IS NULL) "
        f"SELECT {_ITEM} FROM log_item WHERE id IN (SELECT id FROM here) AND deleted_at IS NULL ORDER BY num DESC",
        (value,),
    )
    return [_item(row) for row in rows]


def gone_findings(db: Connection) -> list[tuple[str, datetime]]:
    """(finding, since when) of the items that are gone."""
    rows = db.execute(
        "SELECT i.finding_id, coalesce((SELECT max(e.at) FROM log_event e WHERE e.item_id = i.id AND e.became = i.state"
        " AND e.was <> e.became AND e.deleted_at IS NULL), i.changed_at) FROM log_item i"
        " WHERE i.finding_id <> '' AND i.state = ? AND i.deleted_at IS NULL",
        (State.GONE,),
    )
    return [(finding_id, dates.from_text(at)) for finding_id, at in rows]


def page(db: Connection, query: Query, offset: int, limit: int, today: date) -> list[Row]:
    """One page. Only its own rows are read: which ones, the index alone says."""
    inner, values = _listed("num", query, today, offset, limit)
    order = _SORTS[query.sort][1]
    rows = db.execute(f"SELECT {_ROW} FROM log_item WHERE num IN ({inner}) ORDER BY {order}", values)
    return [_row(row, today) for row in rows]


def listed_ids(db: Connection, query: Query, today: date) -> list[str]:
    sql, values = _listed("id", query, today, 0, -1)
    return [row[0] for row in db.execute(sql, values)]


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


def due(db: Connection, today: date, limit: int) -> list[Row]:
    rows = db.execute(
        f"SELECT {_ROW} FROM log_item INDEXED BY log_item_by_due "
        f"WHERE deleted_at IS NULL AND {_DUE} <= ? ORDER BY {_DUE}, num DESC LIMIT ?",
        (today.isoformat(), limit),
    )
    return [_row(row, today) for row in rows]


def due_days(db: Connection) -> list[tuple[date, int]]:
    """Every day on which items come up, with how many."""
    rows = db.execute(
        "SELECT due, count(*) FROM log_item WHERE deleted_at IS NULL AND due IS NOT NULL GROUP BY due ORDER BY due"
    )
    return [(date.fromisoformat(day), number) for day, number in rows]


def next_due(db: Connection, today: date) -> date | None:
    row = db.execute(
        "SELECT due FROM log_item INDEXED BY log_item_by_due "
        f"WHERE deleted_at IS NULL AND {_DUE} > ? ORDER BY {_DUE} LIMIT 1",
        (today.isoformat(),),
    )
    return next((date.fromisoformat(due) for (due,) in row if due), None)


def _listed(column: str, query: Query, today: date, offset: int, limit: int) -> tuple[str, tuple[Value, ...]]:
    where, values = _where(query, today)
    index, order = _SORTS[query.sort]
    sql = f"SELECT {column} FROM log_item INDEXED BY {index} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
    return sql, (*values, limit, max(0, offset))


def _where(query: Query, today: date) -> tuple[str, tuple[Value, ...]]:
    parts = [("deleted_at IS NULL", ()), *conditions(query, today)]
    words = match(query.text)
    if words:
        parts.append(("num IN (SELECT rowid FROM log_words WHERE log_words MATCH ?)", (words,)))
    return " AND ".join(text for text, _values in parts), tuple(one for _text, values in parts for one in values)


def standings(db: Connection, ids: Iterable[str], *, deleted: bool = False) -> list[Standing]:
    """Those of `ids` that are there (or, with `deleted`, that are deleted and not yet emptied), in the order given."""
    found: dict[str, Standing] = {}
    wanted = list(dict.fromkeys(ids))
    where = "deleted_at IS NOT NULL AND title <> ''" if deleted else "deleted_at IS NULL"
    for some in _chunks(wanted):
        holes = ", ".join("?" * len(some))
        rows = db.execute(f"SELECT id, title, state, origin, due FROM log_item WHERE {where} AND id IN ({holes})", some)
        found.update((row[0], Standing(row[0], row[1], State(row[2]), Origin(row[3]), day(row[4]))) for row in rows)
    return [found[one] for one in wanted if one in found]


def origins_behind(db: Connection, item_id: str) -> set[Origin]:
    """Who put it there, and who put there what it was put into since, whether that is in the list or deleted."""
    rows = db.execute(
        "WITH RECURSIVE here (id) AS (SELECT ? UNION "
        "SELECT m.keep_id FROM log_merged m JOIN here ON m.item_id = here.id WHERE m.deleted_at IS NULL) "
        "SELECT origin FROM log_item WHERE id IN (SELECT id FROM here) AND (deleted_at IS NULL OR title <> '')",
        (item_id,),
    )
    return {Origin(row[0]) for row in rows}


def set_states(db: Connection, moves: Iterable[tuple[str, State, date | None]], now: str) -> None:
    db.run_many(
        "UPDATE log_item SET state = ?, due = ?, changed_at = ? WHERE id = ?",
        [(state.value, _text(due), now, item_id) for item_id, state, due in moves],
    )


def set_field(db: Connection, ids: Iterable[str], column: str, value: str | None, now: str) -> None:
    """One field of many items (`action`, `severity`, `origin`, `network`, `due`)."""
    if column not in ("action", "severity", "origin", "network", "due"):
        raise ValueError(column)
    db.run_many(f"UPDATE log_item SET {column} = ?, changed_at = ? WHERE id = ?", [(value, now, one) for one in ids])


def set_deleted(db: Connection, ids: Iterable[str], deleted_at: str | None, now: str) -> None:
    db.run_many(
        "UPDATE log_item SET deleted_at = ?, changed_at = ? WHERE id = ?", [(deleted_at, now, one) for one in ids]
    )


def deleted_since(db: Connection, since: str) -> list[tuple[str, str, str]]:
    """(id, title, when), last deleted first. An item undone at its birth was never deleted by the person."""
    rows = db.execute(
        "SELECT i.id, i.title, i.deleted_at FROM log_item i WHERE i.deleted_at IS NOT NULL AND i.deleted_at >= ? "
        "AND i.title <> '' AND EXISTS (SELECT 1 FROM log_event e WHERE e.item_id = i.id AND e.kind = 'deleted' "
        "AND e.deleted_at IS NULL) ORDER BY i.deleted_at DESC, i.num DESC",
        (since,),
    )
    return [(row[0], row[1], row[2]) for row in rows]


def deleted_before(db: Connection, before: str) -> list[str]:
    """What was put into another item that is still kept stays, so that it can be taken out again."""
    rows = db.execute(
        "SELECT id FROM log_item WHERE deleted_at IS NOT NULL AND deleted_at < ? AND title <> '' "
        "AND id NOT IN (SELECT item_id FROM log_merged WHERE deleted_at IS NULL)",
        (before,),
    )
    return [row[0] for row in rows]


def empty_out(db: Connection, ids: Sequence[str], now: str) -> None:
    """Leave nothing of deleted items but the fact that they were deleted (a merge needs that)."""
    for some in _chunks(ids):
        holes = ", ".join("?" * len(some))
        db.execute(
            "UPDATE log_item SET title = '', title_key = '', address = '', host = '', place = '', network = '', "
            "contact = '', notes = '', finding_id = '', check_id = '', account_id = '', changed_at = ? "
            f"WHERE id IN ({holes})",
            (now, *some),
        )
        db.execute(
            f"UPDATE log_event SET note = '', about = '', deleted_at = ?, changed_at = ? WHERE item_id IN ({holes})",
            (now, now, *some),
        )
        db.execute(
            f"UPDATE log_request SET text = '', deleted_at = ?, changed_at = ? WHERE item_id IN ({holes})",
            (now, now, *some),
        )
        db.execute(
            "DELETE FROM log_evidence_bytes WHERE evidence_id IN "
            f"(SELECT id FROM log_evidence WHERE item_id IN ({holes}))",
            some,
        )
        db.execute(
            "UPDATE log_evidence SET sha256 = '', name = '', address = '', deleted_at = ?, changed_at = ? "
            f"WHERE item_id IN ({holes})",
            (now, now, *some),
        )


def empty_evidence(db: Connection, before: str, now: str) -> None:
    """Drop the bytes of evidence deleted before that instant."""
    old = "SELECT id FROM log_evidence WHERE deleted_at IS NOT NULL AND deleted_at < ?"
    db.execute(f"DELETE FROM log_evidence_bytes WHERE evidence_id IN ({old})", (before,))
    db.execute(
        "UPDATE log_evidence SET sha256 = '', name = '', address = '', changed_at = ? "
        "WHERE deleted_at IS NOT NULL AND deleted_at < ? AND sha256 <> ''",
        (now, before),
    )


def add_events(db: Connection, rows: Iterable[EventRow], now: str) -> None:
    db.run_many(
        "INSERT INTO log_event (id, item_id, at, kind, was, became, about, note, due, changed_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (new_id(), one.item_id, now, one.kind.value, one.was.value, one.became.value, one.about, one.note,
             _text(one.due), now)
            for one in rows
        ],
    )  # fmt: skip


def events(db: Connection, item_id: str) -> list[tuple[str, EventRow]]:
    """(when, what), oldest first."""
    rows = db.execute(
        "SELECT at, item_id, kind, was, became, about, note, due FROM log_event "
        "WHERE item_id = ? AND deleted_at IS NULL ORDER BY at, rowid",
        (item_id,),
    )
    return [
        (row[0], EventRow(row[1], EventKind(row[2]), State(row[3]), State(row[4]), row[5], row[6], day(row[7])))
        for row in rows
    ]


def add_request(
    db: Connection, request_id: str, item_id: str, texts: tuple[str, str, str, str], days: tuple[date, date], now: str
) -> None:
    """`texts`: letter, tone, how, text. `days`: sent on, answer due."""
    db.execute(
        "INSERT INTO log_request (id, item_id, letter, tone, how, text, sent_on, due, changed_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (request_id, item_id, *texts, *(one.isoformat() for one in days), now),
    )


def requests(db: Connection, item_id: str) -> list[tuple[Any, ...]]:
    return list(
        db.execute(
            "SELECT id, item_id, letter, tone, how, text, sent_on, due FROM log_request "
            "WHERE item_id = ? AND deleted_at IS NULL ORDER BY sent_on, rowid",
            (item_id,),
        )
    )


def add_evidence(db: Connection, one: Evidence, content: bytes, thumbnail: bytes) -> None:
    now = dates.to_text(one.taken_at)
    db.execute(
        f"INSERT INTO log_evidence ({_EVIDENCE}, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            one.id, one.item_id, one.kind.value, one.sha256, now, one.bytes, one.name, one.width, one.height,
            one.address, int(one.says_where), one.shows, one.made_from, now,
        ),
    )  # fmt: skip
    db.execute("INSERT INTO log_evidence_bytes VALUES (?, ?, ?)", (one.id, content, thumbnail))


def evidence_count(db: Connection) -> int:
    return int(db.value("SELECT count(*) FROM log_evidence WHERE deleted_at IS NULL"))


def evidence(db: Connection, item_id: str) -> list[Evidence]:
    rows = db.execute(
        f"SELECT {_EVIDENCE} FROM log_evidence WHERE item_id = ? AND deleted_at IS NULL ORDER BY taken_at, rowid",
        (item_id,),
    )
    return [_evidence(row) for row in rows]


def one_evidence(db: Connection, evidence_id: str) -> Evidence | None:
    row = db.row(f"SELECT {_EVIDENCE} FROM log_evidence WHERE id = ? AND deleted_at IS NULL", (evidence_id,))
    return None if row is None else _evidence(row)


def content(db: Connection, evidence_id: str) -> bytes | None:
    found: bytes | None = db.value("SELECT bytes FROM log_evidence_bytes WHERE evidence_id = ?", (evidence_id,))
    return found


def start_of(db: Connection, evidence_id: str) -> bytes:
    """The first few bytes, which say what the file is."""
    found: bytes | None = db.value(
        "SELECT substr(bytes, 1, 64) FROM log_evidence_bytes WHERE evidence_id = ?", (evidence_id,)
    )
    return found or b""


def thumbnail(db: Connection, evidence_id: str) -> bytes | None:
    found: bytes | None = db.value("SELECT thumbnail FROM log_evidence_bytes WHERE evidence_id = ?", (evidence_id,))
    return found


def delete_evidence(db: Connection, evidence_id: str, now: str) -> None:
    db.execute("UPDATE log_evidence SET deleted_at = ?, changed_at = ? WHERE id = ?", (now, now, evidence_id))


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]


def _item(row: tuple[Any, ...]) -> Item:
    id_, title, address, host, place, network, kind, origin, action, contact, notes, severity, state, *rest = row
    due_day, found_at, finding_id, check, account_id, changed_at, relation = rest
    return Item(
        id_, title, address, host, place, network, Kind(kind), Origin(origin), Action(action), contact, notes,
        Severity(severity), State(state), day(due_day), dates.from_text(found_at), finding_id, check, account_id,
        dates.from_text(changed_at), Relation(relation) if relation else None,
    )  # fmt: skip


def _row(row: tuple[Any, ...], today: date) -> Row:
    id_, title, host, place, network, kind, origin, action, severity, state, due_text, found_at = row
    stands, due_day = State(state), day(due_text)
    return Row(
        id_, title, host, place, network, Kind(kind), Origin(origin), Action(action), Severity(severity), stands,
        due_day, dates.from_text(found_at), status_of(stands, due_day, today),
    )  # fmt: skip


def _evidence(row: tuple[Any, ...]) -> Evidence:
    id_, item_id, kind, sha256, taken_at, size, name, width, height, address, says_where, *more = row
    return Evidence(
        id_, item_id, EvidenceKind(kind), sha256, dates.from_text(taken_at), size, name, width, height, address,
        bool(says_where), *more,
    )  # fmt: skip
