"""The one file that calls the encrypted SQLite library, so that another library would be a change to one file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import apsw

from footprint.vault import disk
from footprint.vault.errors import (
    DatabaseDamaged,
    DatabaseMissing,
    DiskFull,
    InUse,
    Locked,
    PartsTooOld,
    ReadOnlyPlace,
    VaultError,
)

Value = None | int | float | str | bytes
Row = dict[str, Value]

_PAGE = 4096  # bytes; no file with anything in it is smaller
_PATIENCE = 5000  # milliseconds to wait for another thread's transaction
_STEPS_BETWEEN_LOOKS = 20_000  # of the library's own machine: some milliseconds


@dataclass(frozen=True)
class RowChange:
    """One row before and after; `before` is None for a new row, `after` for a purged one.

    Its `repr` shows neither: a row may hold a key, and everything else in it is the person's own.
    """

    table: str
    key: Row = field(repr=False)
    before: Row | None = field(repr=False)
    after: Row | None = field(repr=False)


# `vault-design` 2: older SQLite can corrupt a file with two connections, 3.52.0 was withdrawn; older ciphers leave
# temporary files in clear.
SQLITE_FLOOR = (3, 51, 3)
SQLITE_WITHDRAWN = frozenset({(3, 52, 0)})
CIPHERS_FLOOR = (2, 6, 1)
_LIBRARY: Any = apsw  # its type stubs do not know the ciphers

# Set after the key, in this order (`fullfsync` acts on macOS only).
SETTINGS: tuple[tuple[str, Any], ...] = (
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
SETTINGS_FOR_A_LOOK = (("synchronous", "off"), *(one for one in SETTINGS if one[0] != "synchronous"))


class Connection:
    """One thread's open connection. Rows come back as plain tuples."""

    def __init__(self, raw: apsw.Connection) -> None:
        self._raw = raw

    def execute(self, sql: str, values: Sequence[Value] | dict[str, Value] = ()) -> Iterator[tuple[Any, ...]]:
        """Run one statement; iterate over the answer's rows (already run when it has none)."""
        with _problems():
            cursor = self._raw.execute(sql, values)
        return _rows(cursor)

    def run_many(self, sql: str, rows: Sequence[Sequence[Value]]) -> None:
        with _problems():
            self._raw.executemany(sql, rows)

    def row(self, sql: str, values: Sequence[Value] | dict[str, Value] = ()) -> tuple[Any, ...] | None:
        """The first row, or None."""
        return next(self.execute(sql, values), None)

    def value(self, sql: str, values: Sequence[Value] | dict[str, Value] = ()) -> Any:
        """The first column of the first row, or None."""
        first = self.row(sql, values)
        return None if first is None else first[0]

    @property
    def path(self) -> Path:
        """The file this connection is open on."""
        return Path(self._raw.db_filename("main"))

    @property
    def in_transaction(self) -> bool:
        """Whether one has begun and not ended; never one on a connection that was closed meanwhile."""
        try:
            return bool(self._raw.in_transaction)
        except apsw.ConnectionClosedError:
            return False

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
        if not tables:
            yield list  # rows in bulk are not looked at one by one
            return
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
        values: Sequence[Any] = known  # a key is never `no_change`
        key = {names[i]: values[i] for i in sorted(change.pk_columns)}
        return RowChange(change.name, key, _named(names, change.old), _named(names, change.new))

    def copy_into(self, path: Path, page_key: bytes) -> None:
        """Write the whole content to a new encrypted file under `page_key`, with a salt of its own."""
        _check_key(page_key)
        disk.empty_file(path)
        where = path.as_posix()
        start = "file://" if where.startswith("//") else "file:"  # a share, whose server is no authority of the address
        uri = f"{start}{quote(where)}?cipher=chacha20&key=x'{page_key.hex()}'"
        try:
            self.execute("VACUUM INTO ?", (uri,))
        except VaultError as problem:
            problem.__cause__ = problem.__context__ = None  # the library's own text holds the key
            raise
        with disk.disk_problems():
            disk.sync_file(path)

    def size(self) -> int:
        """Bytes the content takes on disk."""
        return int(self.value("PRAGMA page_count")) * int(self.value("PRAGMA page_size"))

    def settle(self) -> bool:
        """Bring the write-ahead log into the file and empty it; False when somebody was reading, so that it stays.

        A read that an error cut off counts: what it was reading with may be held until the error is dealt with.
        """
        self._raw.set_busy_timeout(0)
        try:
            return not self.value("PRAGMA wal_checkpoint(truncate)")
        except apsw.LockedError:
            return False
        finally:
            self._raw.set_busy_timeout(_PATIENCE)

    def compact(self) -> None:
        """Write the whole file anew, without a page that is not in use."""
        self.execute("VACUUM")

    def sound(self) -> bool:
        """Read everything and say whether it all fits together; seconds on a big file."""
        try:
            return [answer for (answer,) in self.execute("PRAGMA integrity_check(1)")] == ["ok"]
        except DatabaseDamaged:
            return False

    @contextmanager
    def minding(self, stop: Callable[[], bool]) -> Iterator[None]:
        """While the block lasts `stop` is asked now and then; a yes ends what runs on this connection with `Locked`."""
        self._raw.set_progress_handler(stop, _STEPS_BETWEEN_LOOKS)
        try:
            yield
        finally:
            self._raw.set_progress_handler(None)

    def interrupt(self) -> None:
        """Make what runs on this connection stop with `Locked`; may be called from another thread."""
        self._raw.interrupt()

    def close(self) -> None:
        """Close it; one that another thread cannot be got out of is left to that thread, and goes with it."""
        with suppress(apsw.ThreadingViolationError), _problems():
            self._raw.close()


def _rows(cursor: apsw.Cursor) -> Iterator[tuple[Any, ...]]:
    with _problems():
        yield from cursor


@contextmanager
def _problems() -> Iterator[None]:
    """Say the library's errors in the vault's words; what is a mistake of ours passes as it is."""
    try:
        yield
    except apsw.Error as problem:
        known = _in_words(problem)
        if known is None:
            raise
        raise known from problem


def _in_words(problem: apsw.Error) -> VaultError | None:
    if isinstance(problem, apsw.FullError):
        return DiskFull()
    if isinstance(problem, apsw.CorruptError | apsw.NotADBError):
        return DatabaseDamaged()
    if isinstance(problem, apsw.InterruptError | apsw.ConnectionClosedError | apsw.CursorClosedError):
        return Locked()
    if isinstance(problem, apsw.BusyError):
        return InUse()  # our own writers take turns: this is another program on the file
    if isinstance(problem, apsw.ReadOnlyError | apsw.CantOpenError):
        return ReadOnlyPlace()
    if isinstance(problem, apsw.IOError):
        # A file-size limit and a full disk on some systems arrive as a failed write; a failed read is damage.
        code: Any = problem
        wrote = code.extendedresult in _WRITING
        return DiskFull() if wrote else DatabaseDamaged()
    return None


_WRITING = frozenset(
    {apsw.SQLITE_IOERR_WRITE, apsw.SQLITE_IOERR_FSYNC, apsw.SQLITE_IOERR_TRUNCATE, apsw.SQLITE_IOERR_SHMSIZE}
)


def _check_key(page_key: bytes) -> None:
    if len(page_key) != 32:
        raise ValueError("a page key is 32 bytes")  # any other length is silently taken as a passphrase


def check_versions(sqlite: str | None = None, ciphers: str | None = None) -> None:
    """Raise `PartsTooOld` below the floor of safe versions; the two texts are the library's own when not given."""
    found = _numbers(sqlite or apsw.sqlite_lib_version())
    if found < SQLITE_FLOOR or found in SQLITE_WITHDRAWN or _numbers(ciphers or _LIBRARY.mc_version) < CIPHERS_FLOOR:
        raise PartsTooOld


def _numbers(text: str) -> tuple[int, ...]:
    """The version at the end of `text` ("SQLite3 Multiple Ciphers 2.6.1")."""
    found = re.search(r"(\d+)\.(\d+)\.(\d+)\s*$", text)
    return tuple(int(number) for number in found.groups()) if found else ()


def is_encrypted(path: Path) -> bool:
    """Whether the file on disk really is: no plain header, and it opens neither without a key nor with another."""
    with path.open("rb") as file:
        if file.read(16) == b"SQLite format 3\0":
            return False
    return not any(_opens(path, key) for key in (None, bytes(32)))


def _opens(path: Path, page_key: bytes | None) -> bool:
    raw = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        if page_key is not None:
            raw.pragma("cipher", "chacha20")
            raw.pragma("key", f"x'{page_key.hex()}'")
        raw.execute("select count(*) from sqlite_schema").get  # noqa: B018 the attribute is the read
    except apsw.NotADBError:
        return False
    finally:
        raw.close()
    return True


def _named(names: list[str], row: Sequence[Any] | None) -> Row | None:
    if row is None:
        return None
    pairs = zip(names, row, strict=True)
    return {name: value for name, value in pairs if value is not apsw.no_change}


def open_store(
    path: Path, page_key: bytes, *, create: bool = False, lasting: bool = True, vfs: str | None = None
) -> Connection:
    """Open the encrypted file with its raw 32-byte key; never makes a file unless `create`.

    Where nothing outlives this process (not `lasting`) no write waits for the disk.

    Raises `DatabaseMissing`, `DatabaseDamaged` (also for another key: which of the two it is, the slots have told
    before), `ReadOnlyPlace`, `DiskFull`.
    """
    _check_key(page_key)
    if create:
        disk.empty_file(path)
    elif not path.exists():
        raise DatabaseMissing
    elif path.stat().st_size < _PAGE:
        raise DatabaseDamaged  # the library takes an emptied file, or one of 1 byte, for a new one and would fill it
    with _problems():
        name = str(path.absolute())  # a whole path is never taken for an address, such as `file:here`
        raw = apsw.Connection(name, flags=apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI, vfs=vfs)
        try:
            _unlock(raw, page_key, lasting)
        except BaseException:
            raw.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)  # a file that did not open is left as it was found
            raw.close()
            raise
    return Connection(raw)


def _unlock(raw: apsw.Connection, page_key: bytes, lasting: bool) -> None:
    raw.set_busy_timeout(_PATIENCE)
    raw.pragma("cipher", "chacha20")
    raw.pragma("key", f"x'{page_key.hex()}'")
    raw.execute("select count(*) from sqlite_schema").get  # noqa: B018 the first real read proves the key
    for name, value in SETTINGS if lasting else SETTINGS_FOR_A_LOOK:
        raw.pragma(name, value)
