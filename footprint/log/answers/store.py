"""The only SQL of answers to “Who put it there?”."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from footprint.ids import new_id
from footprint.log.answers.register import Answer, read_over, write_over
from footprint.log.origins import Origin
from footprint.log.relations import Relation
from footprint.vault.connection import Connection

_IN = "IN (SELECT value FROM json_each(?))"


def answers(db: Connection, ids: Sequence[str]) -> dict[str, list[Answer]]:
    """Every answer about each of these items, taken back or not, but for emptied ones."""
    found: dict[str, list[Answer]] = {one: [] for one in ids}
    rows = db.execute(
        "SELECT id, item_id, origin, relation, over, changed_at, deleted_at IS NOT NULL FROM log_origin "
        f"WHERE item_id {_IN} AND origin <> ''",
        (json.dumps(list(found)),),
    )
    for id_, item_id, origin, relation, over, at, gone in rows:
        who = Relation(relation) if relation else None
        found[item_id].append(Answer(id_, item_id, Origin(origin), who, read_over(over), at, bool(gone)))
    return found


def answered_items(db: Connection) -> list[str]:
    """Every item there is an answer about, deleted ones too."""
    return [row[0] for row in db.execute("SELECT DISTINCT item_id FROM log_origin")]


def add(db: Connection, item_id: str, origin: Origin, relation: Relation | None, over: Iterable[str], now: str) -> None:
    """Leave an answer."""
    db.execute(
        "INSERT INTO log_origin (id, item_id, origin, relation, over, changed_at) VALUES (?, ?, ?, ?, ?, ?)",
        (new_id(), item_id, origin.value, relation or "", write_over(over), now),
    )


def put_together(db: Connection) -> list[tuple[str, str]]:
    """(what was put into another item here, that item), as they were put together."""
    rows = db.execute("SELECT item_id, keep_id FROM log_merged WHERE deleted_at IS NULL ORDER BY rowid")
    return [(row[0], row[1]) for row in rows]


def carry(db: Connection, keep: str, one: Answer) -> None:
    """The answer as one about `keep`, under an id that says whence; one that was carried stays as it is."""
    db.execute(
        "INSERT INTO log_origin (id, item_id, origin, relation, over, changed_at) VALUES (?, ?, ?, ?, '[]', ?) "
        "ON CONFLICT (id) DO UPDATE SET deleted_at = NULL WHERE deleted_at IS NOT NULL AND origin <> ''",
        (f"from:{one.id}:{keep}", keep, one.origin.value, one.relation or "", one.at),
    )


def add_first(db: Connection, ids: Sequence[str]) -> None:
    """For items of these about which there is no answer at all: what they say, as migration 25 does it."""
    db.execute(
        "INSERT INTO log_origin (id, item_id, origin, relation, over, changed_at) SELECT "
        "'first:' || id || ':' || origin || ':' || relation, id, origin, relation, '[]', changed_at FROM log_item i "
        f"WHERE id {_IN} AND title <> '' AND NOT EXISTS (SELECT 1 FROM log_origin o WHERE o.item_id = i.id)",
        (json.dumps(list(ids)),),
    )


def shown(db: Connection, ids: Sequence[str]) -> Iterator[tuple[str, str, str, str]]:
    """(item, origin, relation, ids of the answers that count), as the items have it; emptied ones apart."""
    yield from db.execute(
        f"SELECT id, origin, relation, answers FROM log_item WHERE id {_IN} AND title <> ''", (json.dumps(list(ids)),)
    )


def show(db: Connection, item_id: str, origin: Origin, relation: Relation | None, counting: str) -> None:
    """Put it where the list is read. When the item was changed is not touched: its other fields were not."""
    db.execute(
        "UPDATE log_item SET origin = ?, relation = ?, answers = ? WHERE id = ?",
        (origin.value, relation or "", counting, item_id),
    )


def empty_out(db: Connection, ids: Sequence[str], now: str) -> None:
    """What was deleted for good leaves no answer here."""
    db.execute(
        "UPDATE log_origin SET origin = '', relation = '', over = '', changed_at = ?, "
        f"deleted_at = coalesce(deleted_at, ?) WHERE item_id {_IN}",
        (now, now, json.dumps(list(ids))),
    )
