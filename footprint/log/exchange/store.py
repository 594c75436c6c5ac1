"""The only SQL of bundles. Names of tables and columns are ours: from `tables.py`, or of today's own schema."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from footprint.log.exchange.tables import VIEWS, Table
from footprint.vault.connection import Connection

Row = dict[str, Any]
_CHUNK = 400


def columns(db: Connection, table: Table) -> tuple[str, ...]:
    """Of our own vault, or of one that was found to be made as ours (`made_alike`)."""
    return tuple(name for (name,) in db.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table.name,)))


def made_alike(here: Connection, there: Connection) -> bool:
    """Whether `there` has the tables, columns and triggers of today's schema, and nothing else."""
    sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name"
    return list(here.execute(sql)) == list(there.execute(sql))


def count(db: Connection, tables: Sequence[Table]) -> int:
    return sum(int(db.value(f"SELECT count(*) FROM {one.name}")) for one in tables)


def rows(db: Connection, table: Table) -> Iterator[Row]:
    """Every row, tombstones among them, in the order they were kept."""
    names = columns(db, table)
    for row in db.execute(f"SELECT {', '.join(names)} FROM {table.name} ORDER BY rowid"):
        yield dict(zip(names, row, strict=True))


def rows_of(db: Connection, table: Table, items: Sequence[str]) -> Iterator[Row]:
    """What is there of these items and was not deleted."""
    names = columns(db, table)
    for some in _chunks(items):
        holes = ", ".join("?" * len(some))
        found = db.execute(
            f"SELECT {', '.join(names)} FROM {table.name} WHERE deleted_at IS NULL AND {table.of} IN ({holes})", some
        )
        yield from (dict(zip(names, row, strict=True)) for row in found)


def groups_of(db: Connection, table: Table, items: Sequence[str]) -> Iterator[Row]:
    """The groups these items are in."""
    names, seen = columns(db, table), set[str]()
    for some in _chunks(items):
        holes = ", ".join("?" * len(some))
        found = db.execute(
            f"SELECT {', '.join(names)} FROM log_set WHERE deleted_at IS NULL AND id IN "
            f"(SELECT set_id FROM log_set_item WHERE deleted_at IS NULL AND item_id IN ({holes}))",
            some,
        )
        for row in (dict(zip(names, values, strict=True)) for values in found):
            if row["id"] not in seen:
                seen.add(row["id"])
                yield row


def same(db: Connection, table: Table, row: Row) -> Row | None:
    """The row here that stands for the same thing. A filter the app came with is one thing whatever its id."""
    key = ("made",) if table is VIEWS and row["made"] else table.key
    names = columns(db, table)
    where = " AND ".join(f"{name} = ?" for name in key)
    found = db.row(
        f"SELECT {', '.join(names)} FROM {table.name} WHERE {where} ORDER BY changed_at DESC, id LIMIT 1",
        tuple(row[name] for name in key),
    )
    return None if found is None else dict(zip(names, found, strict=True))


def insert(db: Connection, table: Table, row: Row) -> None:
    """A row that was not here, with a place of its own in the order of this vault."""
    row = dict(row)
    if "num" in table.local:
        row["num"] = int(db.value(f"SELECT coalesce(max(num), 0) + 1 FROM {table.name}"))
    if "opens" in table.local:
        row["opens"] = 0
    if "answers" in table.local:
        row["answers"] = ""
    db.execute(f"INSERT INTO {table.name} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))


def update(db: Connection, table: Table, row: Row) -> None:
    """Put `row` in the place of the one with its id."""
    sets = ", ".join(f"{name} = ?" for name in row)
    db.execute(f"UPDATE {table.name} SET {sets} WHERE id = ?", (*row.values(), row["id"]))


def item_ids(db: Connection) -> list[str]:
    return [row[0] for row in db.execute("SELECT id FROM log_item ORDER BY num")]


def present(db: Connection) -> list[str]:
    """Of every item that was not deleted."""
    return [row[0] for row in db.execute("SELECT id FROM log_item WHERE deleted_at IS NULL ORDER BY num")]


def is_emptied(db: Connection, item_id: str) -> bool:
    """Whether the item was deleted for good: nothing of it is kept but that it was deleted."""
    return bool(
        db.value("SELECT count(*) FROM log_item WHERE id = ? AND deleted_at IS NOT NULL AND title = ''", (item_id,))
    )


def empty(db: Connection, table: Table) -> None:
    """What hangs on items deleted for good loses its words here too, and is deleted with them."""
    blank = "".join(f"{name} = '', " for name in table.words)
    full = "".join(f" OR t.{name} <> ''" for name in table.words)
    db.execute(
        f"UPDATE {table.name} AS t SET {blank} deleted_at = coalesce(t.deleted_at, i.changed_at), "
        "changed_at = max(t.changed_at, i.changed_at) FROM log_item i WHERE i.id = t.item_id "
        f"AND i.deleted_at IS NOT NULL AND i.title = '' AND (t.deleted_at IS NULL{full})"
    )


def settle_groups(db: Connection) -> None:
    """Of an item's places in groups the one changed last stands, even where that says it left a group."""
    db.execute(
        "UPDATE log_set_item AS m SET deleted_at = changed_at WHERE deleted_at IS NULL AND EXISTS ("
        "SELECT 1 FROM log_set_item o WHERE o.item_id = m.item_id AND o.id <> m.id "
        "AND (o.changed_at, o.deleted_at IS NULL, o.id) > (m.changed_at, 1, m.id))"
    )


def copy_ids(db: Connection) -> list[str]:
    """Of every copy whose bytes are there."""
    return [row[0] for row in db.execute("SELECT evidence_id FROM log_evidence_bytes ORDER BY rowid")]


def copy_ids_of(db: Connection, items: Sequence[str]) -> list[str]:
    found: list[str] = []
    for some in _chunks(items):
        holes = ", ".join("?" * len(some))
        rows = db.execute(
            "SELECT b.evidence_id FROM log_evidence_bytes b JOIN log_evidence e ON e.id = b.evidence_id "
            f"WHERE e.deleted_at IS NULL AND e.item_id IN ({holes})",
            some,
        )
        found += [row[0] for row in rows]
    return found


def copy(db: Connection, evidence_id: str) -> tuple[bytes, bytes]:
    """The file and its small copy."""
    row = db.row("SELECT bytes, thumbnail FROM log_evidence_bytes WHERE evidence_id = ?", (evidence_id,))
    assert row is not None  # asked for by an id that was just read in the same transaction
    return row[0], row[1]


def lacks_copy(db: Connection, evidence_id: str) -> bool:
    """Whether the copy is known of here, its words were not emptied, and its bytes are missing."""
    return bool(
        db.value(
            "SELECT count(*) FROM log_evidence e WHERE e.id = ? AND e.sha256 <> '' "
            "AND NOT EXISTS (SELECT 1 FROM log_evidence_bytes b WHERE b.evidence_id = e.id)",
            (evidence_id,),
        )
    )


def put_copy(db: Connection, evidence_id: str, content: bytes, thumbnail: bytes) -> None:
    db.execute("INSERT INTO log_evidence_bytes VALUES (?, ?, ?)", (evidence_id, content, thumbnail))


def numbers(db: Connection) -> tuple[int, int, int, int, int, str]:
    """(items, deleted items, messages, copies, bytes of copies, when the first item was found)."""
    row = db.row(
        "SELECT (SELECT count(*) FROM log_item WHERE deleted_at IS NULL), "
        "(SELECT count(*) FROM log_item WHERE deleted_at IS NOT NULL), "
        "(SELECT count(*) FROM log_request WHERE deleted_at IS NULL), "
        "(SELECT count(*) FROM log_evidence WHERE deleted_at IS NULL), "
        "(SELECT coalesce(sum(size), 0) FROM log_evidence WHERE deleted_at IS NULL), "
        "(SELECT coalesce(min(found_at), '') FROM log_item WHERE deleted_at IS NULL)"
    )
    assert row is not None
    return row[0], row[1], row[2], row[3], row[4], row[5]


def _chunks(ids: Sequence[str]) -> Iterator[tuple[str, ...]]:
    wanted = tuple(dict.fromkeys(ids))
    for start in range(0, len(wanted), _CHUNK):
        yield wanted[start : start + _CHUNK]
