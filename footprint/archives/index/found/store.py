"""Reading the index of archives: its SQL. Only the narrow table is walked; words are read for what a page shows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from footprint.vault import Connection
from footprint.vault.connection import Value

DECIDED = "SELECT 1 FROM archive_decision d WHERE d.entry = e.id AND d.deleted_at IS NULL"
"""Whether anything was decided about `e`, for a condition."""


@dataclass(frozen=True)
class Where:
    """Conditions on `archive_entry e` with their values."""

    sql: str = "1"
    values: tuple[Value, ...] = ()


def months(
    db: Connection,
    accounts: Sequence[int] | None,
    kinds: Sequence[int] | None,
    audiences: Sequence[int] | None,
    masks: tuple[int, int],
    between: tuple[int, int],
    lens: int | None,
) -> list[tuple[int, int]]:
    """(month, how many) newest first, of what these allow; None allows all.

    `masks` are the marks that must be there and those that must not. With a lens the number is the most there can be.
    """  # fmt: skip
    parts, values = ["month BETWEEN ? AND ?"], list[Value](between)
    for column, allowed in (("account", accounts), ("kind", kinds), ("audience", audiences)):
        if allowed is not None:
            parts.append(f"{column} IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(list(allowed)))
    if masks != (0, 0):
        parts.append("marks & ? = ? AND marks & ? = 0")
        values += [masks[0], masks[0], masks[1]]
    sql = f"SELECT month, sum(n) AS many FROM archive_month WHERE {' AND '.join(parts)} GROUP BY month HAVING many > 0"
    if lens is not None:
        sql = (
            f"SELECT m.month, min(m.many, l.n) FROM ({sql}) m JOIN archive_lens_month l "
            "ON l.month = m.month AND l.lens = ? WHERE l.n > 0"
        )
        values.append(lens)
    return [(row[0], row[1]) for row in db.execute(f"{sql} ORDER BY 1 DESC", tuple(values))]


def ids(db: Connection, where: Where, span: tuple[int, int], limit: int, offset: int) -> list[int]:
    """Newest first, of a range of ids (first, one after the last)."""
    rows = db.execute(
        f"SELECT e.id FROM archive_entry e WHERE e.id >= ? AND e.id < ? AND {where.sql} "
        "ORDER BY e.id DESC LIMIT ? OFFSET ?",
        (*span, *where.values, limit, offset),
    )
    return [row[0] for row in rows]


def count(db: Connection, where: Where, span: tuple[int, int], most: int) -> int:
    sql = f"SELECT 1 FROM archive_entry e WHERE e.id >= ? AND e.id < ? AND {where.sql} LIMIT ?"
    return int(db.value(f"SELECT count(*) FROM ({sql})", (*span, *where.values, most)))


def _found(where: Where) -> str:
    """From the word index; the narrow table is asked only where there is something to ask."""
    if where.sql == "1":
        return "archive_find f WHERE archive_find MATCH ? AND f.rowid >= ? AND f.rowid < ?"
    return (
        "archive_find f CROSS JOIN archive_entry e ON e.id = f.rowid "
        f"WHERE archive_find MATCH ? AND f.rowid >= ? AND f.rowid < ? AND {where.sql}"
    )


def found_ids(
    db: Connection, words: str, where: Where, span: tuple[int, int], limit: int, offset: int
) -> list[int]:  # fmt: skip
    """The same among those with these words (as FTS5 takes them)."""
    rows = db.execute(
        f"SELECT f.rowid FROM {_found(where)} ORDER BY f.rowid DESC LIMIT ? OFFSET ?",
        (words, *span, *where.values, limit, offset),
    )
    return [row[0] for row in rows]


def found_count(db: Connection, words: str, where: Where, span: tuple[int, int], most: int) -> int:
    sql = f"SELECT 1 FROM {_found(where)} LIMIT ?"
    return int(db.value(f"SELECT count(*) FROM ({sql})", (words, *span, *where.values, most)))


def all_ids(db: Connection, words: str, where: Where, span: tuple[int, int]) -> list[int]:
    """Every id that fits, oldest first, for a timeline of words. One text for all is three times as quick as rows."""
    if words:
        found = db.value(f"SELECT json_group_array(f.rowid) FROM {_found(where)}", (words, *span, *where.values))
    else:
        sql = f"SELECT e.id FROM archive_entry e WHERE e.id >= ? AND e.id < ? AND {where.sql} ORDER BY e.id"
        found = db.value(f"SELECT json_group_array(id) FROM ({sql})", (*span, *where.values))
    return sorted(msgspec.json.decode(found, type=list[int]))


def whole(db: Connection, wanted: Iterable[int]) -> Iterator[tuple[Any, ...]]:
    """(id, network, account, kind, audience, state, marks, text, title, whose, place, at, link, native id, thread, lat,
    lon, lenses, key, gone, thread number, account number), in the order given."""
    return db.execute(
        "SELECT e.id, a.network, a.account, e.kind, e.audience, e.state, e.marks, w.text, w.title, w.whose, w.place, "
        "w.at, w.link, w.native_id, w.thread, w.lat, w.lon, e.lenses, e.key, e.gone, e.thread, e.account "
        "FROM json_each(?) j CROSS JOIN archive_entry e ON e.id = j.value CROSS JOIN archive_words w ON w.id = e.id "
        "JOIN archive_account a ON a.num = e.account ORDER BY j.key",
        (json.dumps(list(wanted)),),
    )


def media_of(db: Connection, wanted: Iterable[int]) -> Iterator[tuple[Any, ...]]:
    """(entry, path, mime, words, lat, lon)."""
    return db.execute(
        "SELECT m.entry, m.path, m.mime, m.words, m.lat, m.lon FROM json_each(?) j "
        "CROSS JOIN archive_media m ON m.entry = j.value ORDER BY m.entry, m.n",
        (json.dumps(list(wanted)),),
    )


def flags_of(db: Connection, wanted: Iterable[int]) -> Iterator[tuple[Any, ...]]:
    """(entry, lens, rule, words, start, end)."""
    return db.execute(
        "SELECT f.entry, l.lens, r.rule, f.words, f.start, f.stop FROM json_each(?) j "
        "CROSS JOIN archive_flag f ON f.entry = j.value JOIN archive_rule r ON r.num = f.rule "
        "JOIN archive_lens l ON l.num = r.lens ORDER BY f.entry, f.n",
        (json.dumps(list(wanted)),),
    )


def decisions_of(db: Connection, wanted: Iterable[int]) -> dict[int, tuple[str, str, str]]:
    """Id to (decision, when, thing in the list)."""
    rows = db.execute(
        "SELECT d.entry, d.decision, d.decided_at, d.listed_as FROM json_each(?) j CROSS JOIN archive_decision d "
        "ON d.entry = j.value WHERE d.deleted_at IS NULL",
        (json.dumps(list(wanted)),),
    )
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def thread_ids(db: Connection, thread: int, most: int) -> list[int]:
    """Oldest first. What was just imported and is not in order yet is found as well."""
    rows = db.execute(
        "SELECT entry FROM archive_thread WHERE thread = ?1 UNION SELECT entry FROM archive_new WHERE thread = ?1 "
        "ORDER BY 1 LIMIT ?2",
        (thread, most),
    )
    return [row[0] for row in rows]


def accounts(db: Connection) -> list[tuple[int, str, str]]:
    sql = "SELECT num, network, account FROM archive_account ORDER BY network, account"
    return [(row[0], row[1], row[2]) for row in db.execute(sql)]


def by_kind(db: Connection) -> list[tuple[int, int, int]]:
    """(account, kind, how many)."""
    rows = db.execute("SELECT account, kind, sum(n) FROM archive_month GROUP BY account, kind HAVING sum(n) > 0")
    return [(row[0], row[1], row[2]) for row in rows]


def by_lens(db: Connection) -> list[tuple[str, int]]:
    rows = db.execute(
        "SELECT l.lens, sum(m.n) FROM archive_lens_month m JOIN archive_lens l ON l.num = m.lens GROUP BY l.num "
        "HAVING sum(m.n) > 0 ORDER BY 2 DESC"
    )
    return [(row[0], row[1]) for row in rows]


def by_decision(db: Connection) -> list[tuple[str, int]]:
    rows = db.execute("SELECT decision, count(*) FROM archive_decision WHERE deleted_at IS NULL GROUP BY decision")
    return [(row[0], row[1]) for row in rows]


def decided_ids(db: Connection, decision: str) -> list[int]:
    """Newest first; "" for whatever was decided."""
    rows = db.execute(
        "SELECT entry FROM archive_decision WHERE (?1 = '' OR decision = ?1) AND deleted_at IS NULL "
        "ORDER BY entry DESC",
        (decision,),
    )
    return [row[0] for row in rows]


def people(db: Connection, account: int | None) -> Iterator[tuple[Any, ...]]:
    """(num, network, account, relation, native id, name, handle, link, since, words, gone): longest known first."""
    return db.execute(
        "SELECT c.num, a.network, a.account, c.relation, c.native_id, c.name, c.handle, c.link, c.since, c.words, "
        "c.gone FROM archive_connection c JOIN archive_account a ON a.num = c.account "
        "WHERE ?1 IS NULL OR c.account = ?1 ORDER BY c.since IS NULL, c.since, c.name, c.num",
        (account,),
    )


def held(db: Connection) -> list[tuple[str, str, int, int]]:
    """(network, account, kind, how many)."""
    rows = db.execute(
        "SELECT a.network, a.account, h.kind, sum(h.n) FROM archive_held h JOIN archive_account a ON a.num = h.account "
        "GROUP BY 1, 2, 3 ORDER BY 1, 2, 4 DESC"
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def after(db: Connection, entry_id: int, limit: int) -> list[int]:
    """Ids from the oldest on, for work that goes through all of them."""
    return [
        row[0] for row in db.execute("SELECT id FROM archive_entry WHERE id > ? ORDER BY id LIMIT ?", (entry_id, limit))
    ]


def only(db: Connection, wanted: Sequence[int], where: Where) -> list[int]:
    """Those of `wanted` that are there and fit, in the order given."""
    rows = db.execute(
        "SELECT e.id FROM json_each(?) j CROSS JOIN archive_entry e ON e.id = j.value "
        f"WHERE {where.sql} ORDER BY j.key",
        (json.dumps(list(wanted)), *where.values),
    )
    return [row[0] for row in rows]
