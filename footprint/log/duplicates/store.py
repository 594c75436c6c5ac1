"""The only SQL of duplicates: what is compared, and what belongs to an item handed to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from footprint.vault.connection import Connection

_OWNED = ("log_event", "log_request", "log_evidence", "log_rung", "log_reply")
_POINTING = ("incident",)


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
