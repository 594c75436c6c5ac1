"""The only SQL of looking again: the looks, and the runs of several together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from footprint import dates
from footprint.log.recheck.records import Look, Page, Reason, Seen, Verdict
from footprint.search.reading.sign import Sign
from footprint.vault.connection import Connection

_LOOK = (
    "id, item_id, at, verdict, reason, by_hand, first, trouble, status, url, hops, title, canonical, robots, length, "
    "words, named, digest, shape, signs, refresh, note"
)


def add_look(db: Connection, one: Look, now: str) -> None:
    seen, page = one.seen, one.seen.page
    db.execute(
        f"INSERT INTO recheck_look ({_LOOK}, changed_at) VALUES ({', '.join('?' * 22)}, ?)",
        (
            one.id, one.item_id, dates.to_text(one.at), one.verdict.value, one.reason.value, int(one.by_hand),
            int(one.first), seen.trouble.value if seen.trouble else "", seen.status, seen.url,
            json.dumps(list(seen.hops), ensure_ascii=False), page.title, page.canonical, page.robots, page.length,
            page.words, int(page.named), page.digest, page.shape, " ".join(sorted(s.name for s in page.signs)),
            page.refresh, one.note, now,
        ),
    )  # fmt: skip


def looks(db: Connection, item_ids: Iterable[str]) -> dict[str, list[Look]]:
    """Oldest first, by item."""
    rows = db.execute(
        f"SELECT {_LOOK} FROM recheck_look WHERE deleted_at IS NULL "
        "AND item_id IN (SELECT value FROM json_each(?)) ORDER BY at, rowid",
        (json.dumps(list(item_ids)),),
    )
    found: dict[str, list[Look]] = {}
    for row in rows:
        found.setdefault(row[1], []).append(_look(row))
    return found


def moved_at(db: Connection, item_ids: Iterable[str]) -> dict[str, str]:
    """When the person last changed the address of an item, for those that were changed."""
    rows = db.execute(
        "SELECT item_id, max(at) FROM log_event WHERE kind = 'changed' AND ' ' || about || ' ' LIKE '% address %' "
        "AND deleted_at IS NULL AND item_id IN (SELECT value FROM json_each(?)) GROUP BY item_id",
        (json.dumps(list(item_ids)),),
    )
    return {row[0]: row[1] for row in rows}


def looks_there(db: Connection, item_ids: Iterable[str]) -> dict[str, list[Look]]:
    """The looks at the address that an item has now: what was seen at another says nothing of this one."""
    wanted = list(item_ids)
    moved = moved_at(db, wanted)
    return {
        item_id: [one for one in seen if dates.to_text(one.at) > moved.get(item_id, "")]
        for item_id, seen in looks(db, wanted).items()
    }


def items_with_looks(db: Connection) -> tuple[str, ...]:
    rows = db.execute("SELECT DISTINCT item_id FROM recheck_look WHERE deleted_at IS NULL")
    return tuple(row[0] for row in rows)


def addressed(db: Connection) -> tuple[str, ...]:
    """The items that have an address and are to go or gone: neither deleted nor kept, the first due first."""
    rows = db.execute(
        "SELECT id FROM log_item WHERE deleted_at IS NULL AND address <> '' AND state <> 'kept' "
        "ORDER BY coalesce(due, '9999-12-31'), num DESC"
    )
    return tuple(row[0] for row in rows)


def gone_since(db: Connection, item_id: str) -> str | None:
    """When the item was last moved to gone."""
    found = db.value(
        "SELECT max(at) FROM log_event WHERE item_id = ? AND became = 'gone' AND was <> 'gone' AND deleted_at IS NULL",
        (item_id,),
    )
    return None if found is None else str(found)


def asked_on(db: Connection, item_ids: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """(sent on, answer due) of each time somebody was asked, by item."""
    rows = db.execute(
        "SELECT item_id, sent_on, due FROM log_request WHERE deleted_at IS NULL "
        "AND item_id IN (SELECT value FROM json_each(?)) ORDER BY sent_on",
        (json.dumps(list(item_ids)),),
    )
    found: dict[str, list[tuple[str, str]]] = {}
    for item_id, sent_on, due in rows:
        found.setdefault(item_id, []).append((sent_on, due))
    return found


def add_run(db: Connection, run_id: str, items: Sequence[str], now: str) -> None:
    db.execute(
        "INSERT INTO recheck_run (id, started_at, ended_at, items, changed_at) VALUES (?, ?, NULL, ?, ?)",
        (run_id, now, json.dumps(list(items)), now),
    )


def end_run(db: Connection, run_id: str, now: str) -> None:
    db.execute("UPDATE recheck_run SET ended_at = ?, changed_at = ? WHERE id = ?", (now, now, run_id))


def end_all_runs(db: Connection, now: str) -> None:
    db.execute("UPDATE recheck_run SET ended_at = ?, changed_at = ? WHERE ended_at IS NULL", (now, now))


def open_run(db: Connection) -> tuple[str, str, tuple[str, ...]] | None:
    """(id, when begun, items) of the newest run that has not ended."""
    row = db.row(
        "SELECT id, started_at, items FROM recheck_run WHERE ended_at IS NULL AND deleted_at IS NULL "
        "ORDER BY started_at DESC, rowid DESC LIMIT 1"
    )
    return None if row is None else (row[0], row[1], tuple(json.loads(row[2])))


def _look(row: tuple[Any, ...]) -> Look:
    (id_, item_id, at, verdict, reason, by_hand, first, trouble, status, url, hops, title, canonical, robots, length,
     words, named, digest, shape, signs, refresh, note) = row  # fmt: skip
    page = Page(
        title, canonical, robots, length, words, bool(named), digest, shape,
        frozenset(Sign[one] for one in signs.split()), refresh,
    )  # fmt: skip
    seen = Seen(status, url, tuple(json.loads(hops)), Reason(trouble) if trouble else None, page)
    return Look(
        id_, item_id, dates.from_text(at), Verdict(verdict), Reason(reason), bool(by_hand), bool(first), seen, note
    )
