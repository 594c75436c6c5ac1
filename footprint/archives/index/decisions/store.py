"""What the person decided about entries, and which of them a copy did not meet any more: the SQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from footprint.vault import Connection


@dataclass(frozen=True)
class Span:
    """The entries of one kind of one account that an import met; both ends are 0 where none has a time.

    They are -1 for a kind of which it met none although it met others of the account.
    """

    network: str
    account: int
    kind: int
    first: int
    last: int


def spans(db: Connection, number: int, undated: int) -> list[Span]:
    """Only of accounts with entries from before."""
    rows = db.execute(
        "SELECT a.network, e.account, e.kind, coalesce(min(iif(e.id >= ?1, e.id, NULL)), 0), "
        "coalesce(max(iif(e.id >= ?1, e.id, NULL)), 0) FROM archive_entry e "
        "JOIN archive_account a ON a.num = e.account "
        "WHERE e.seen = ?2 AND EXISTS (SELECT 1 FROM archive_import WHERE num < ?2) GROUP BY e.account, e.kind",
        (undated, number),
    )
    found = [Span(*row) for row in rows]
    met = {(one.account, one.kind) for one in found}
    networks = {one.account: one.network for one in found}
    kinds = db.execute("SELECT DISTINCT account, kind FROM archive_month WHERE n > 0")
    none = [(account, kind) for account, kind in kinds if account in networks and (account, kind) not in met]
    return found + [Span(networks[account], account, kind, -1, -1) for account, kind in none]


def missing(db: Connection, span: Span, number: int) -> list[int]:
    """Ids of its sort that an earlier import met and this one did not, and that were live then."""
    rows = db.execute(
        "SELECT id FROM archive_entry WHERE account = ? AND kind = ? AND seen < ? AND gone = 0 AND state < 2 "
        "ORDER BY id",
        (span.account, span.kind, number),
    )
    return [row[0] for row in rows]


def wanted_gone(db: Connection) -> set[int]:
    """What the person decided to delete."""
    rows = db.execute("SELECT entry FROM archive_decision WHERE decision = 'delete' AND deleted_at IS NULL")
    return {row[0] for row in rows}


def set_gone(db: Connection, ids: Iterable[int], number: int) -> None:
    db.run_many("UPDATE archive_entry SET gone = ? WHERE id = ?", [(number, one) for one in ids])


def to_confirm(db: Connection, number: int) -> list[str]:
    """Things in the list whose entries were wanted gone and that this import did not meet any more."""
    rows = db.execute(
        "SELECT DISTINCT d.listed_as FROM archive_decision d JOIN archive_entry e ON e.id = d.entry "
        "WHERE d.decision = 'delete' AND d.deleted_at IS NULL AND d.listed_as <> '' AND e.gone = ?",
        (number,),
    )
    return [row[0] for row in rows]


def decisions(db: Connection, entries: Sequence[int]) -> dict[int, tuple[str, str, str]]:
    """Entry to (record, decision, thing in the list), of those decided on."""
    holes = ", ".join("?" * len(entries))
    rows = db.execute(
        f"SELECT entry, id, decision, listed_as FROM archive_decision WHERE deleted_at IS NULL AND entry IN ({holes})",
        entries,
    )
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def add_decision(db: Connection, record: tuple[str, int, int, str, str], now: str) -> None:
    """(id, key, entry, decision, thing in the list)."""
    record_id, key, entry, decision, listed_as = record
    db.execute(
        "INSERT INTO archive_decision (id, changed_at, key, entry, decision, decided_at, listed_as) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (record_id, now, key, entry, decision, now, listed_as),
    )


def change_decision(db: Connection, record_id: str, decision: str, listed_as: str, now: str) -> None:
    db.execute(
        "UPDATE archive_decision SET decision = ?, listed_as = ?, decided_at = ?, changed_at = ? WHERE id = ?",
        (decision, listed_as, now, now, record_id),
    )


def drop_decisions(db: Connection, record_ids: Iterable[str], now: str) -> None:
    db.run_many(
        "UPDATE archive_decision SET deleted_at = ?, changed_at = ? WHERE id = ?",
        [(now, now, one) for one in record_ids],
    )


def listed(db: Connection, decisions: Sequence[str]) -> list[tuple[int, str]]:
    """(entry, thing in the list) of what was decided so and is not seen gone, first decided first."""
    holes = ", ".join("?" * len(decisions))
    rows = db.execute(
        "SELECT d.entry, d.listed_as FROM archive_decision d JOIN archive_entry e ON e.id = d.entry "
        f"WHERE d.deleted_at IS NULL AND d.listed_as <> '' AND e.gone = 0 AND d.decision IN ({holes}) "
        "ORDER BY d.decided_at, d.entry",
        tuple(decisions),
    )
    return [(row[0], row[1]) for row in rows]


def keys_of(db: Connection, entries: Sequence[int]) -> dict[int, int]:
    holes = ", ".join("?" * len(entries))
    return dict(db.execute(f"SELECT id, key FROM archive_entry WHERE id IN ({holes})", entries))
