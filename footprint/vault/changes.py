"""Undo for every room at once: the rows a transaction touched, kept as they were, and put back on request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.vault.connection import Connection, RowChange

T = TypeVar("T")


class CannotUndo(FootprintError):
    """The rows have been changed again since; putting the old ones back would lose that."""

    def __init__(self) -> None:
        super().__init__(_("This cannot be undone any more, because it was changed again since."))


@dataclass(frozen=True)
class Undo:
    """What `Vault.undo` takes to put back what one transaction did."""

    rows: tuple[RowChange, ...]

    def __bool__(self) -> bool:
        return bool(self.rows)

    def then(self, later: Undo) -> Undo:
        """One undo for two transactions that belong together, of which `later` came second."""
        return Undo((*self.rows, *later.rows))


@dataclass(frozen=True)
class Done(Generic[T]):
    """What a changing function gives back: its result, and how to take it back."""

    value: T
    undo: Undo


def put_back(db: Connection, undo: Undo, now: str) -> None:
    """Reverse `undo` inside the caller's transaction.

    A new row becomes a tombstone rather than vanishing, and every restored row carries the present
    `changed_at`, so that a later merge with another copy of the vault sees the undo as the newest word.
    """
    for change in reversed(undo.rows):
        _put_back_row(db, change, now)


def _put_back_row(db: Connection, change: RowChange, now: str) -> None:
    where = " AND ".join(f"{name} IS ?" for name in change.key)
    keys = tuple(change.key.values())
    if change.after is not None:
        now_there = {**change.key, **{name: v for name, v in change.after.items() if name != "changed_at"}}
        match = " AND ".join(f"{name} IS ?" for name in now_there)
        if not db.value(f"SELECT count(*) FROM {change.table} WHERE {match}", tuple(now_there.values())):
            raise CannotUndo
    if change.before is None:
        db.execute(f"UPDATE {change.table} SET deleted_at = ?, changed_at = ? WHERE {where}", (now, now, *keys))
        return
    row: dict[str, Any] = {**change.before, "changed_at": now}
    if change.after is None:
        names = ", ".join(row)
        holes = ", ".join("?" for _name in row)
        db.execute(f"INSERT INTO {change.table} ({names}) VALUES ({holes})", tuple(row.values()))
        return
    sets = ", ".join(f"{name} = ?" for name in row)
    db.execute(f"UPDATE {change.table} SET {sets} WHERE {where}", (*row.values(), *keys))
