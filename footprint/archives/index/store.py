"""Writing the index of archives: the SQL of what is imported, changed, taken out and forgotten.

All of it runs inside the caller's transaction. Rows are given in the order of their ids: the word index then writes
each transaction in one go.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from footprint.vault import Connection

EntryRow = tuple[int, int, int, int, int, int, int, int, int, int, int, int]
"""id, key, content, account, kind, audience, state, marks, lenses, thread, seen, gone."""
WordsRow = tuple[int, str, str, str, str, int | None, str, str, str, float | None, float | None]
"""id, text, title, whose, place, at, link, native id, thread, lat, lon."""
MediaRow = tuple[int, int, str, str, str, float | None, float | None]
FlagRow = tuple[int, int, int, int, int, str]
MonthKey = tuple[int, int, int, int, int]
"""month, account, kind, audience, marks."""

_SAID = ("name", "handle", "link", "words")


@dataclass
class Rows:
    """What one transaction adds, ready for the tables."""

    entries: list[EntryRow]
    words: list[WordsRow]
    media: list[MediaRow]
    flags: list[FlagRow]


# -- entries ---------------------------------------------------------------------------------------


def add(db: Connection, rows: Rows) -> None:
    """Put in entries whose ids are free; `rows` is sorted by id."""
    db.run_many("INSERT INTO archive_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows.entries)
    db.run_many("INSERT INTO archive_words VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows.words)
    db.run_many(
        "INSERT INTO archive_find (rowid, text, title, whose, place) VALUES (?, ?, ?, ?, ?)",
        [row[:5] for row in rows.words if row[1] or row[2] or row[3] or row[4]],
    )
    if rows.media:
        db.run_many("INSERT INTO archive_media VALUES (?, ?, ?, ?, ?, ?, ?)", rows.media)
    add_flags(db, rows.flags)


def add_flags(db: Connection, rows: Sequence[FlagRow]) -> None:
    if rows:
        db.run_many("INSERT INTO archive_flag VALUES (?, ?, ?, ?, ?, ?)", rows)


def replace_flags(
    db: Connection, ids: Sequence[int], rows: Sequence[FlagRow], marks: Sequence[tuple[int, int]]
) -> None:
    """Other flags for these entries; `marks` are (bits of lenses, id). The counts are the caller's business."""
    db.run_many("DELETE FROM archive_flag WHERE entry = ?", [(one,) for one in ids])
    add_flags(db, rows)
    db.run_many("UPDATE archive_entry SET lenses = ? WHERE id = ?", marks)


def count_months(db: Connection, counts: Iterable[tuple[MonthKey, int]]) -> None:
    """Add these numbers to what is counted; a number may be negative."""
    db.run_many(
        "INSERT INTO archive_month VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (month, account, kind, audience, marks) DO UPDATE SET n = n + excluded.n",
        [(*key, n) for key, n in counts if n],
    )


def count_lenses(db: Connection, counts: Iterable[tuple[tuple[int, int], int]]) -> None:
    """The same for (lens, month)."""
    db.run_many(
        "INSERT INTO archive_lens_month VALUES (?, ?, ?) ON CONFLICT (lens, month) DO UPDATE SET n = n + excluded.n",
        [(*key, n) for key, n in counts if n],
    )


def is_anything_between(db: Connection, first: int, last: int) -> bool:
    return bool(db.value("SELECT EXISTS (SELECT 1 FROM archive_entry WHERE id BETWEEN ? AND ?)", (first, last)))


def taken_in(db: Connection, firsts: Iterable[int], places: int) -> set[int]:
    """Ids in use among the `places` that begin at each of `firsts`."""
    rows = db.execute(
        "SELECT e.id FROM json_each(?) j CROSS JOIN archive_entry e ON e.id BETWEEN j.value AND j.value + ? - 1",
        (json.dumps(list(firsts)), places),
    )
    return {row[0] for row in rows}


def taken_between(db: Connection, first: int, last: int) -> set[int]:
    return {row[0] for row in db.execute("SELECT id FROM archive_entry WHERE id BETWEEN ? AND ?", (first, last))}


def lowest_id(db: Connection, below: int) -> int:
    """The lowest id in use, `below` where there is none under it."""
    found = db.value("SELECT min(id) FROM archive_entry")
    return below if found is None else min(int(found), below)


def found_keys(db: Connection, keys: Iterable[int]) -> dict[int, int]:
    """Key to id for those that are in order already (`archive_key`)."""
    rows = db.execute(
        "SELECT k.key, k.entry FROM json_each(?) j CROSS JOIN archive_key k ON k.key = j.value",
        (json.dumps(list(keys)),),
    )
    return {row[0]: row[1] for row in rows}


def heads(db: Connection, ids: Iterable[int]) -> dict[int, tuple[int, int, int]]:
    """Id to (check sum, import that met it last, import that missed it)."""
    rows = db.execute(
        "SELECT e.id, e.content, e.seen, e.gone FROM json_each(?) j CROSS JOIN archive_entry e ON e.id = j.value",
        (json.dumps(list(ids)),),
    )
    return {row[0]: row[1:] for row in rows}


def set_seen(db: Connection, ids: Iterable[int], number: int) -> None:
    db.run_many("UPDATE archive_entry SET seen = ?, gone = 0 WHERE id = ?", [(number, one) for one in ids])


def set_content(db: Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """The check sum of what stands there in another copy as well, as (check sum, id)."""
    db.run_many("UPDATE archive_entry SET content = ? WHERE id = ?", list(pairs))


def take_out(db: Connection, ids: Sequence[int]) -> None:
    """Take entries out with their words, media and flags; keys, counts and decisions are the caller's business."""
    wanted = json.dumps(sorted(ids))
    db.execute(
        "INSERT INTO archive_find (archive_find, rowid, text, title, whose, place) "
        "SELECT 'delete', w.id, w.text, w.title, w.whose, w.place FROM json_each(?) j "
        "CROSS JOIN archive_words w ON w.id = j.value "
        "WHERE w.text <> '' OR w.title <> '' OR w.whose <> '' OR w.place <> ''",
        (wanted,),
    )
    for table, column in (("entry", "id"), ("words", "id"), ("media", "entry"), ("flag", "entry")):
        db.execute(f"DELETE FROM archive_{table} WHERE {column} IN (SELECT value FROM json_each(?))", (wanted,))


def counted(db: Connection, ids: Sequence[int]) -> list[tuple[int, int, int, int, int, int]]:
    """(id, account, kind, audience, marks, lenses) of entries, for taking them out of the counts."""
    rows = db.execute(
        "SELECT e.id, e.account, e.kind, e.audience, e.marks, e.lenses FROM json_each(?) j "
        "CROSS JOIN archive_entry e ON e.id = j.value",
        (json.dumps(list(ids)),),
    )
    return [(row[0], row[1], row[2], row[3], row[4], row[5]) for row in rows]


# -- what is found again in later copies --------------------------------------------------------------


def note_new(db: Connection, rows: Sequence[tuple[int, int, int]]) -> None:
    """(key, entry, thread) of entries that were added."""
    db.run_many("INSERT INTO archive_new (key, entry, thread) VALUES (?, ?, ?)", rows)


def new_ones(db: Connection) -> list[tuple[int, int, int]]:
    """(key, entry, thread) of what is not in order yet, oldest first."""
    rows = db.execute("SELECT key, entry, thread FROM archive_new ORDER BY n")
    return [(row[0], row[1], row[2]) for row in rows]


def put_keys(db: Connection, rows: Sequence[tuple[int, int]]) -> None:
    """(key, entry), sorted; a key that is there leads to the new row."""
    db.run_many("INSERT OR REPLACE INTO archive_key VALUES (?, ?)", rows)


def put_threads(db: Connection, rows: Sequence[tuple[int, int]]) -> None:
    """(thread, entry), sorted."""
    db.run_many("INSERT OR IGNORE INTO archive_thread VALUES (?, ?)", rows)


def drop_threads(db: Connection, rows: Iterable[tuple[int, int]]) -> None:
    db.run_many("DELETE FROM archive_thread WHERE thread = ? AND entry = ?", list(rows))


def thread_of(db: Connection, ids: Sequence[int]) -> list[tuple[int, int]]:
    """(thread, entry) of those in a thread."""
    rows = db.execute(
        "SELECT e.thread, e.id FROM json_each(?) j CROSS JOIN archive_entry e ON e.id = j.value WHERE e.thread <> 0",
        (json.dumps(list(ids)),),
    )
    return [(row[0], row[1]) for row in rows]


def drop_new(db: Connection) -> None:
    db.execute("DELETE FROM archive_new")


# -- accounts, lenses, imports ------------------------------------------------------------------------


def accounts(db: Connection) -> dict[tuple[str, str], int]:
    return {(row[1], row[2]): row[0] for row in db.execute("SELECT num, network, account FROM archive_account")}


def add_account(db: Connection, network: str, account: str) -> int:
    sql = "INSERT INTO archive_account (network, account) VALUES (?, ?) RETURNING num"
    return int(db.value(sql, (network, account)))


def lenses(db: Connection) -> dict[str, int]:
    return {row[1]: row[0] for row in db.execute("SELECT num, lens FROM archive_lens")}


def add_lens(db: Connection, lens: str) -> int:
    """Numbers run from 0: each is a bit."""
    sql = "INSERT INTO archive_lens SELECT coalesce(max(num) + 1, 0), ? FROM archive_lens RETURNING num"
    return int(db.value(sql, (lens,)))


def rules(db: Connection) -> dict[tuple[int, str], int]:
    return {(row[1], row[2]): row[0] for row in db.execute("SELECT num, lens, rule FROM archive_rule")}


def add_rule(db: Connection, lens: int, rule: str) -> int:
    return int(db.value("INSERT INTO archive_rule (lens, rule) VALUES (?, ?) RETURNING num", (lens, rule)))


def find_import(db: Connection, print_: bytes) -> tuple[int, str, str | None, bytes, bytes] | None:
    """(number, started, ended, checkpoint, tally) of the newest reading of that copy."""
    row = db.row(
        "SELECT num, started_at, ended_at, checkpoint, tally FROM archive_import WHERE print = ? ORDER BY num DESC",
        (print_,),
    )
    return None if row is None else (row[0], row[1], row[2], bytes(row[3]), bytes(row[4]))


def add_import(db: Connection, print_: bytes, parts: Sequence[tuple[str, int]], now: str) -> int:
    number = int(
        db.value(
            "INSERT INTO archive_import (print, started_at, checkpoint, tally) VALUES (?, ?, x'', x'') RETURNING num",
            (print_, now),
        )
    )
    set_parts(db, number, parts)
    return number


def set_parts(db: Connection, number: int, parts: Sequence[tuple[str, int]]) -> None:
    """Where the files of a copy lie now, as (path, size)."""
    db.execute("DELETE FROM archive_part WHERE import = ?", (number,))
    rows = [(number, n, path, size) for n, (path, size) in enumerate(parts)]
    db.run_many("INSERT INTO archive_part VALUES (?, ?, ?, ?)", rows)


def note_import(db: Connection, number: int, checkpoint: bytes, tally: bytes, newest: int | None) -> None:
    db.execute(
        "UPDATE archive_import SET checkpoint = ?, tally = ?, newest = ? WHERE num = ?",
        (checkpoint, tally, newest, number),
    )


def end_import(db: Connection, number: int, tally: bytes, now: str) -> None:
    db.execute("UPDATE archive_import SET ended_at = ?, tally = ? WHERE num = ?", (now, tally, number))


def imports(db: Connection) -> Iterator[tuple[Any, ...]]:
    """(number, started, ended, newest, tally, paths as JSON), newest first."""
    return db.execute(
        "SELECT i.num, i.started_at, i.ended_at, i.newest, i.tally, (SELECT json_group_array(p.path) "
        "FROM archive_part p WHERE p.import = i.num) FROM archive_import i ORDER BY i.num DESC"
    )


# -- people and what else is held ---------------------------------------------------------------------


def left_out(db: Connection, keys: Iterable[int]) -> set[int]:
    sql = "SELECT l.key FROM json_each(?) j CROSS JOIN archive_left_out l ON l.key = j.value"
    return {row[0] for row in db.execute(sql, (json.dumps(list(keys)),))}


def add_connections(db: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    """(key, account, relation, native id, name, handle, link, since, words, seen). What is left empty stays."""
    kept = ", ".join(f"{one} = iif(excluded.{one} = '', {one}, excluded.{one})" for one in _SAID)
    db.run_many(
        "INSERT INTO archive_connection "
        "(key, account, relation, native_id, name, handle, link, since, words, seen, gone) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (key) DO UPDATE SET seen = excluded.seen, gone = 0, "
        f"{kept}, since = coalesce(excluded.since, since)",
        rows,
    )


def add_held(db: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    """(key, account, kind, words, at, n, seen). Within one import numbers add up; the next one starts anew."""
    db.run_many(
        "INSERT INTO archive_held (key, account, kind, words, at, n, seen) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (key) DO UPDATE SET n = iif(seen = excluded.seen, n, 0) + excluded.n, seen = excluded.seen",
        rows,
    )


# -- decisions follow their entry ---------------------------------------------------------------------


def decisions_move(db: Connection, pairs: Iterable[tuple[int, int]], now: str) -> None:
    """(new id, key): an entry that stands in another place keeps what was decided about it."""
    db.run_many(
        "UPDATE archive_decision SET entry = ?, changed_at = ? WHERE key = ?", [(one, now, key) for one, key in pairs]
    )
