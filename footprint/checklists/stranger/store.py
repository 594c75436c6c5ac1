"""The only SQL of looks as a stranger: the looks, and a mark for each thing looked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from footprint import dates
from footprint.checklists.format import Sign
from footprint.checklists.stranger.records import Look, Mark, Seen
from footprint.ids import new_id
from footprint.vault.connection import Connection

_LOOK = "id, network, account_id, looked_at, finished_at"


def looks(db: Connection, network: str | None = None) -> list[Look]:
    """Newest first."""
    rows = list(
        db.execute(
            f"SELECT {_LOOK} FROM stranger_look WHERE deleted_at IS NULL AND (?1 IS NULL OR network = ?1) "
            "ORDER BY coalesce(finished_at, looked_at) DESC, rowid DESC",
            (network,),
        )
    )
    marks = _marks(db, [row[0] for row in rows])
    return [_look(row, marks.get(row[0], {})) for row in rows]


def days_looked(db: Connection) -> dict[str, str]:
    """When each network was looked at last, from finished looks; what was seen there is not read."""
    sql = "SELECT network, max(finished_at) FROM stranger_look WHERE deleted_at IS NULL AND finished_at > '' GROUP BY 1"
    return {row[0]: row[1] for row in db.execute(sql)}


def look(db: Connection, look_id: str) -> Look | None:
    row = db.row(f"SELECT {_LOOK} FROM stranger_look WHERE id = ? AND deleted_at IS NULL", (look_id,))
    return None if row is None else _look(row, _marks(db, [look_id]).get(look_id, {}))


def put_look(db: Connection, one: Look, now: str) -> None:
    """Also brings back one whose first tick was undone."""
    db.execute(
        f"INSERT INTO stranger_look ({_LOOK}, changed_at) VALUES (?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET "
        "looked_at = excluded.looked_at, finished_at = excluded.finished_at, changed_at = excluded.changed_at, "
        "deleted_at = NULL",
        (
            one.id,
            one.network,
            one.account_id,
            dates.to_text(one.looked_at),
            dates.to_text(one.finished_at) if one.finished_at else None,
            now,
        ),
    )


def put_mark(db: Connection, look_id: str, sign: Sign, mark: Mark, now: str) -> None:
    db.execute(
        "INSERT INTO stranger_mark (id, look_id, sign, seen, note, item_id, changed_at) VALUES (?,?,?,?,?,?,?) "
        "ON CONFLICT (look_id, sign) DO UPDATE SET seen = excluded.seen, note = excluded.note, "
        "item_id = excluded.item_id, changed_at = excluded.changed_at, deleted_at = NULL",
        (new_id(), look_id, sign.value, mark.seen.value, mark.note, mark.item_id, now),
    )


def remove(db: Connection, look_id: str, now: str) -> None:
    for sql in (
        "UPDATE stranger_mark SET deleted_at = ?1, changed_at = ?1 WHERE look_id = ?2 AND deleted_at IS NULL",
        "UPDATE stranger_look SET deleted_at = ?1, changed_at = ?1 WHERE id = ?2",
    ):
        db.execute(sql, (now, look_id))


def _marks(db: Connection, look_ids: Iterable[str]) -> dict[str, dict[Sign, Mark]]:
    ids = list(look_ids)
    holes = ", ".join("?" for _id in ids)
    rows = db.execute(
        "SELECT look_id, sign, seen, note, item_id FROM stranger_mark "
        f"WHERE deleted_at IS NULL AND look_id IN ({holes})",
        ids,
    )
    found: dict[str, dict[Sign, Mark]] = {}
    for look_id, sign, seen, note, item_id in rows:
        found.setdefault(look_id, {})[Sign(sign)] = Mark(Seen(seen), note, item_id)
    return {look_id: {sign: marks[sign] for sign in Sign if sign in marks} for look_id, marks in found.items()}


def _look(row: tuple[Any, ...], marks: dict[Sign, Mark]) -> Look:
    look_id, network, account_id, looked_at, finished_at = row
    ended = dates.from_text(finished_at) if finished_at else None
    return Look(look_id, network, account_id, dates.from_text(looked_at), ended, marks)
