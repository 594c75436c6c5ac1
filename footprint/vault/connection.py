"""The one file that calls the encrypted SQLite library, so that another library would be a change to one file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from footprint.vault.errors import DatabaseDamaged, DatabaseMissing, DiskFull

Value = None | int | float | str | bytes
Row = dict[str, Value]


@dataclass(frozen=True)
class RowChange:
    """One row before and after; `before` is None for a new row, `after` for a purged one."""

    table: str
    key: Row
    before: Row | None
    after: Row | None

SQLITE_FLOOR = (3, 51, 3)
CIPHERS_FLOOR = (2, 6, 1)

# Set after the key, in this order (`fullfsync` acts on macOS only).
_AFTER_KEY: tuple[tuple[str, Any], ...] = (
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("temp_store", "memory"),
    ("secure_delete", 1),
    ("mmap_size", 0),
    ("cache_size", -65536),
    ("journal_size_limit", 67108864),
    ("foreign_keys", 1),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("fullfsync", 1),
    ("checkpoint_fullfsync", 1),
)


class Connection:
    """One thread's open connection. Rows come back as plain tuples."""

    def __init__(self, raw: apsw.Connection) -> None:
        self._raw = raw

    def execute(self, sql: str, values: Sequence[Value] | dict[str, Value] = ()) -> Iterator[tuple[Any, ...]]:
        """Run one statement; iterate over the answer's rows (already run when it has none)."""
        try:
            return iter(self._raw.execute(sql, values))
        except apsw.FullError as problem:
            raise DiskFull from problem
        except apsw.CorruptError as problem:
            raise DatabaseDamaged from problem

    def run_many(self, sql: str, rows: Sequence[Sequence[Value]]) -> None:
        try:
            self._raw.executemany(sql, rows)
        except apsw.FullError as problem:
            raise DiskFull from problem

    def row(self, sql: str, values: Sequence[Value] | dict[str, Value] = ()) -> tuple[Any, ...] | None:
        """The first row, or None."""
        return next(self.execute(sql, values), None)

    def value(self, sql: str, values: Sequence[Value] | dict[str, Value] = ()) -> Any:
        """The first column of the first row, or None."""
        first = self.row(sql, values)
        return None if first is None else first[0]

    @property
    def in_transaction(self) -> bool:
        return bool(self._raw.in_transaction)

    def record_tables(self) -> frozenset[str]:
        """Tables whose rows are records (they can be tombstoned): those whose changes can be undone."""
        found = self.execute(
            "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'deleted_at' "
            "WHERE m.type = 'table'"
        )
        return frozenset(name for (name,) in found)

    @contextmanager
    def watching(self, tables: frozenset[str]) -> Iterator[Callable[[], list[RowChange]]]:
        """Notice every row of `tables` that changes inside; the value given is called at the end to list them."""
        session = apsw.Session(self._raw, "main")
        session.table_filter(lambda name: name in tables)
        try:
            yield lambda: [self._row_change(one) for one in apsw.Changeset.iter(session.changeset())]
        finally:
            session.close()

    def _row_change(self, change: apsw.TableChange) -> RowChange:
        names = [name for (name,) in self.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (change.name,))]
        known = change.old if change.old is not None else change.new
        assert known is not None
        key = {names[i]: known[i] for i in sorted(change.pk_columns)}
        return RowChange(change.name, key, _named(names, change.old), _named(names, change.new))

    def close(self) -> None:
        self._raw.close()


def _named(names: list[str], row: tuple[Any, ...] | None) -> Row | None:
    if row is None:
        return None
    return {name: value for name, value in zip(names, row, strict=True) if value is not apsw.no_change}


def open_store(path: Path, page_key: bytes, *, create: bool = False, vfs: str | None = None) -> Connection:
    """Open the encrypted file with its raw 32-byte key; never makes a file unless `create`."""
    if len(page_key) != 32:
        raise ValueError("a page key is 32 bytes")
    if create:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    elif not path.exists():
        raise DatabaseMissing
    raw = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE, vfs=vfs)
    try:
        raw.set_busy_timeout(5000)
        raw.pragma("cipher", "chacha20")
        raw.pragma("key", f"x'{page_key.hex()}'")
        raw.execute("select count(*) from sqlite_schema").get  # the first real read proves the key
        for name, value in _AFTER_KEY:
            raw.pragma(name, value)
    except apsw.NotADBError as problem:
        raw.close()
        raise DatabaseDamaged from problem
    except BaseException:
        raw.close()
        raise
    return Connection(raw)
