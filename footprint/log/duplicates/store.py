"""The only SQL of duplicates: what is compared, and what belongs to an item handed to another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager

from footprint.ids import new_id
from footprint.vault.connection import Connection, RowChange

_OWNED = ("log_event", "log_request", "log_evidence", "log_rung", "log_reply")
_POINTING = ("incident",)
_CHANGED = ("log_item", *_OWNED, *_POINTING, "log_ladder_fact", "log_set_item", "recheck_look", "log_origin")
_SAID = ("origin", "relation", "answers")  # what was answered is taken back by an answer (`parting.py`)


def addresses(db: Connection) -> list[tuple[str, str]]:
    """(item, address) of all that have one, oldest first."""
    rows = db.execute("SELECT id, address FROM log_item WHERE deleted_at IS NULL AND address <> '' ORDER BY num")
    return [(row[0], row[1]) for row in rows]


def pictures(db: Connection) -> Iterator[tuple[str, str, bytes]]:
    """(item, SHA-256, small copy) of every picture kept of an item that is there, oldest item first."""
    rows = db.execute(
        "SELECT e.item_id, e.sha256, b.thumbnail FROM log_evidence e "
        "JOIN log_item i ON i.id = e.item_id AND i.deleted_at IS NULL "
        "JOIN log_evidence_bytes b ON b.evidence_id = e.id "
        "WHERE e.deleted_at IS NULL AND e.kind = 'picture' AND e.shows = '' ORDER BY i.num, e.taken_at, e.rowid"
    )
    for row in rows:
        yield row[0], row[1], row[2]


def hand_over(db: Connection, keep: str, others: Sequence[str], now: str) -> None:
    """History, messages, copies, rungs and answers of `others`, and what points to them, become those of `keep`."""
    for other in others:
        for table in (*_OWNED, *_POINTING):
            db.execute(
                f"UPDATE {table} SET item_id = ?, changed_at = ? WHERE item_id = ? AND deleted_at IS NULL",
                (keep, now, other),
            )


def hand_over_looks(db: Connection, keep: str, other: str, now: str) -> None:
    """The looks at a page: only for one that is the same page."""
    db.execute(
        "UPDATE recheck_look SET item_id = ?, changed_at = ? WHERE item_id = ? AND deleted_at IS NULL",
        (keep, now, other),
    )


def hand_over_place(db: Connection, keep: str, other: str, now: str) -> None:
    """The group it stands in, where the one that is kept stands in none."""
    db.execute(
        "UPDATE log_set_item SET item_id = ?, changed_at = ? WHERE item_id = ? AND deleted_at IS NULL AND NOT EXISTS "
        "(SELECT 1 FROM log_set_item k WHERE k.item_id = ? AND k.deleted_at IS NULL)",
        (keep, now, other, keep),
    )


def watching(db: Connection) -> AbstractContextManager[Callable[[], list[RowChange]]]:
    """Notice every row that a merge changes."""
    return db.watching(frozenset(_CHANGED))


def add_merge(db: Connection, merge_id: str, keep: str, others: Sequence[str], changes: str, now: str) -> None:
    db.execute(
        "INSERT INTO log_merge (id, keep_id, changes, changed_at) VALUES (?, ?, ?, ?)", (merge_id, keep, changes, now)
    )
    db.run_many(
        "INSERT INTO log_merged (id, merge_id, keep_id, item_id, changed_at) VALUES (?, ?, ?, ?, ?)",
        [(new_id(), merge_id, keep, other, now) for other in others],
    )


def last_merge(db: Connection, keep: str) -> tuple[str, str] | None:
    """(id, what it changed) of the newest merge into `keep` that was not taken apart."""
    row = db.row(
        "SELECT id, changes FROM log_merge WHERE keep_id = ? AND deleted_at IS NULL ORDER BY rowid DESC LIMIT 1",
        (keep,),
    )
    return None if row is None else (row[0], row[1])


def merged_items(db: Connection, merge_id: str) -> list[str]:
    rows = db.execute(
        "SELECT item_id FROM log_merged WHERE merge_id = ? AND deleted_at IS NULL ORDER BY rowid", (merge_id,)
    )
    return [row[0] for row in rows]


def titles(db: Connection, ids: Sequence[str]) -> list[str]:
    """Of items whether they are deleted or not."""
    found = (db.value("SELECT title FROM log_item WHERE id = ?", (one,)) for one in ids)
    return [str(one) for one in found if one]


def end_merge(db: Connection, merge_id: str, now: str) -> None:
    for table, column in (("log_merged", "merge_id"), ("log_merge", "id")):
        db.execute(f"UPDATE {table} SET deleted_at = ?, changed_at = ? WHERE {column} = ?", (now, now, merge_id))


def take_back(db: Connection, change: RowChange, now: str) -> None:
    """Put the values before the merge back, each only where it still is what the merge made of it."""
    if change.table not in _CHANGED:
        raise ValueError(change.table)
    row_id = change.key["id"]
    if change.before is None:
        if change.table not in ("log_event", "log_origin"):  # that it was put together stays in the history
            db.execute(f"UPDATE {change.table} SET deleted_at = ?, changed_at = ? WHERE id = ?", (now, now, row_id))
        return
    for name, value in (change.after or {}).items():
        if name in change.before and name not in ("changed_at", *_SAID):
            db.execute(
                f"UPDATE {change.table} SET {name} = ?, changed_at = ? WHERE id = ? AND {name} IS ?",
                (change.before[name], now, row_id, value),
            )
