"""Vaults full of words that stand nowhere else, put straight into every column of text the schema has."""

from __future__ import annotations

from collections.abc import Iterator

from footprint.ids import new_id
from footprint.vault import Vault
from footprint.vault.connection import Connection

# What a summary reads of the vault, and all it reads. A test counts what is asked of the database.
READ = {"check_answer": {"network", "check_id", "answered_at"}, "stranger_look": {"network", "finished_at"}}
_BOOKS = {"id", "changed_at", "deleted_at"}
_TIMES = {"answered_at", "finished_at"}
_DAY = "2026-11-02T09:30:00.000000Z"


def columns_of_text(db: Connection) -> list[tuple[str, str]]:
    """Every column of a record that can hold text, ids of other records apart."""
    return [
        (table, row[1])
        for table in sorted(db.record_tables())
        for row in db.execute("SELECT * FROM pragma_table_info(?)", (table,))
        if row[2] == "TEXT" and row[1] not in _BOOKS | set(_parents(db, table))
    ]


def plant(vault: Vault, words: Iterator[str], rows: int = 1) -> int:
    """New rows in every table of records, with a word of its own in every column of text. Gives how many words.

    Only the times a summary reads are times: all else the app would call nonsense, and a summary must not care.
    """
    planted = 0
    with vault.writing(undo=False) as write:
        db = write.db
        db.execute("PRAGMA defer_foreign_keys = ON")
        tables = sorted(db.record_tables())
        ids = {(table, row): new_id() for table in tables for row in range(rows)}
        for (table, row), key in ids.items():
            parents = _parents(db, table)
            values: dict[str, object] = {}
            for _at, name, kind, *_rest in db.execute("SELECT * FROM pragma_table_info(?)", (table,)):
                if name in parents:
                    values[name] = ids[parents[name], row]
                elif name in _BOOKS:
                    values[name] = {"id": key, "changed_at": write.now, "deleted_at": None}[name]
                elif kind == "TEXT" and not (name in _TIMES and name in READ.get(table, ())):
                    values[name], planted = next(words), planted + 1
                else:
                    values[name] = {"TEXT": _DAY, "BLOB": b""}.get(kind, 1)
            if table == "person_profile":
                values["id"] = "me"
            holes, names = ", ".join("?" * len(values)), ", ".join(f'"{one}"' for one in values)
            db.execute(f'INSERT OR REPLACE INTO "{table}" ({names}) VALUES ({holes})', tuple(values.values()))
    return planted


def change_all(vault: Vault, words: Iterator[str]) -> int:
    """Another word in every text of every record but in the five columns a summary reads. Gives how many."""
    changed = 0
    with vault.writing(undo=False) as write:
        for table, name in columns_of_text(write.db):
            if name in READ.get(table, ()):
                continue
            for (key,) in list(write.db.execute(f'SELECT rowid FROM "{table}" WHERE "{name}" IS NOT NULL')):
                write.db.execute(f'UPDATE "{table}" SET "{name}" = ? WHERE rowid = ?', (next(words), key))
                changed += 1
    return changed


def empty(vault: Vault) -> None:
    with vault.writing(undo=False) as write:
        write.db.execute("PRAGMA defer_foreign_keys = ON")
        for table in write.db.record_tables():
            write.db.execute(f'DELETE FROM "{table}"')


def _parents(db: Connection, table: str) -> dict[str, str]:
    """Columns that must hold the id of another record, by name."""
    return {row[3]: row[2] for row in db.execute("SELECT * FROM pragma_foreign_key_list(?)", (table,))}
