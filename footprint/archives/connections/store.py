"""The SQL of people in copies: who stands in them, what was said about each, and how to leave somebody out for good."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from footprint.archives.connections.records import Choice
from footprint.ids import new_id
from footprint.vault import Connection


def rows(db: Connection) -> Iterator[tuple[Any, ...]]:
    """(num, network, relation, native id, name, handle, link, since, words, gone): longest known first."""
    return db.execute(
        "SELECT c.num, a.network, c.relation, c.native_id, c.name, c.handle, c.link, c.since, c.words, c.gone "
        "FROM archive_connection c JOIN archive_account a ON a.num = c.account "
        "ORDER BY c.since IS NULL, c.since, c.name, c.num"
    )


def pages(db: Connection) -> dict[str, tuple[int, int | None]]:
    """Name of a page or a person -> (how many entries stand there, the newest of them in seconds since 1970)."""
    found = db.execute("SELECT whose, count(*), max(at) FROM archive_words WHERE whose <> '' GROUP BY whose")
    return {whose: (count, at) for whose, count, at in found}


def choices(db: Connection) -> dict[int, tuple[Choice, date | None]]:
    found = db.execute("SELECT person, choice, done_on FROM archive_person_word WHERE deleted_at IS NULL")
    return {person: (Choice(choice), date.fromisoformat(done) if done else None) for person, choice, done in found}


def choose(db: Connection, people: Iterable[int], choice: Choice | None, now: str) -> None:
    """Say it about each; None takes it back."""
    for person in people:
        if choice is None:
            db.execute(
                "UPDATE archive_person_word SET deleted_at = ?1, changed_at = ?1 "
                "WHERE person = ?2 AND deleted_at IS NULL",
                (now, person),
            )
        else:
            db.execute(
                "INSERT INTO archive_person_word (id, person, choice, decided_at, changed_at) "
                "VALUES (?1, ?2, ?3, ?4, ?4) ON CONFLICT (person) DO UPDATE SET choice = excluded.choice, "
                "decided_at = excluded.decided_at, done_on = NULL, deleted_at = NULL, changed_at = excluded.changed_at",
                (new_id(), person, choice, now),
            )


def set_done(db: Connection, person: int, day: date | None, now: str) -> None:
    db.execute(
        "UPDATE archive_person_word SET done_on = ?, changed_at = ? WHERE person = ? AND deleted_at IS NULL",
        (day.isoformat() if day is not None else None, now, person),
    )


def leave_out(db: Connection, person: int, nums: Sequence[int]) -> tuple[int, ...]:
    """Somebody goes with everything about them; what stays is a keyed hash, so that no copy brings them back.

    Gives the keys of the rows, under which older copies of the vault have them too.
    """
    wanted = json.dumps(list(nums))
    gone = db.execute(
        "DELETE FROM archive_connection WHERE num IN (SELECT value FROM json_each(?)) RETURNING key", (wanted,)
    )
    keys = tuple(key for (key,) in gone)
    db.execute("DELETE FROM archive_person_word WHERE person = ?", (person,))
    db.execute("INSERT OR IGNORE INTO archive_left_out (key) VALUES (?)", (person,))
    return keys


def forget(db: Connection) -> tuple[int, ...]:
    """Everybody goes, with what was said about them; nobody is left out for good. Gives the keys of the rows."""
    keys = tuple(key for (key,) in db.execute("DELETE FROM archive_connection RETURNING key"))
    db.execute("DELETE FROM archive_person_word")
    return keys
