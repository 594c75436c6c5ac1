"""Taking out all that belongs to one account: the SQL, in the caller's transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from footprint.vault import Connection

_IN = "IN (SELECT value FROM json_each(?))"


def network_of(db: Connection, account: int) -> str | None:
    found: str | None = db.value("SELECT network FROM archive_account WHERE num = ?", (account,))
    return found


def tallies(db: Connection) -> list[tuple[int, bytes]]:
    return [(row[0], bytes(row[1])) for row in db.execute("SELECT num, tally FROM archive_import")]


def drop_import(db: Connection, number: int) -> None:
    db.execute("DELETE FROM archive_part WHERE import = ?", (number,))
    db.execute("DELETE FROM archive_import WHERE num = ?", (number,))


def count(db: Connection, account: int) -> int:
    return int(db.value("SELECT coalesce(sum(n), 0) FROM archive_month WHERE account = ?", (account,)))


def drop_people_and_held(db: Connection, account: int) -> None:
    db.execute("DELETE FROM archive_connection WHERE account = ?", (account,))
    db.execute("DELETE FROM archive_held WHERE account = ?", (account,))


def some_of(db: Connection, account: int, below: int, most: int) -> list[int]:
    """Those with ids below, newest first: the word index is then emptied from one end."""
    sql = "SELECT id FROM archive_entry WHERE account = ? AND id < ? ORDER BY id DESC LIMIT ?"
    rows = db.execute(sql, (account, below, most))
    return [row[0] for row in rows]


def drop_decisions_and_keys(db: Connection, ids: Sequence[int]) -> None:
    wanted = json.dumps(list(ids))
    keys = f"SELECT key FROM archive_entry WHERE id {_IN}"
    db.execute(f"DELETE FROM archive_decision WHERE key IN ({keys})", (wanted,))
    db.execute(f"DELETE FROM archive_key WHERE key IN ({keys})", (wanted,))


def drop_account(db: Connection, account: int) -> None:
    """The account itself, and lenses and rules that nothing is left of."""
    db.execute("DELETE FROM archive_month WHERE account = ? OR n <= 0", (account,))
    db.execute("DELETE FROM archive_lens_month WHERE n <= 0")
    db.execute("DELETE FROM archive_account WHERE num = ?", (account,))
    if not db.value("SELECT EXISTS (SELECT 1 FROM archive_entry)"):
        db.execute("DELETE FROM archive_rule")
        db.execute("DELETE FROM archive_lens")


def set_careful(db: Connection, careful: bool) -> None:
    """Whether each word is taken out of the index at once (slow), or noted as gone until pieces are merged."""
    db.execute("INSERT INTO archive_find (archive_find, rank) VALUES ('secure-delete', ?)", (int(careful),))


def is_careful(db: Connection) -> bool:
    return bool(db.value("SELECT v FROM archive_find_config WHERE k = 'secure-delete'"))


def merge_some(db: Connection, pages: int, *, first: bool) -> bool:
    """Merge about so many pages of the word index; False when all is one piece, without a word that was taken out.

    `first` begins a merge of all pieces into one.
    """
    before = int(db.value("SELECT total_changes()"))
    db.execute("INSERT INTO archive_find (archive_find, rank) VALUES ('merge', ?)", (-pages if first else pages,))
    return int(db.value("SELECT total_changes()")) - before >= 2  # the command itself counts as one


def was_anything_said(db: Connection) -> bool:
    """About anybody in the list of people."""
    return bool(db.value("SELECT EXISTS (SELECT 1 FROM archive_person_word)"))


def drop_words_about(db: Connection, people: Iterable[int]) -> None:
    db.run_many("DELETE FROM archive_person_word WHERE person = ?", [(one,) for one in people])
