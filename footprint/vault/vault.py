"""An open vault: one connection per thread, reading at any time, writing one transaction at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from footprint import dates
from footprint.vault import changes
from footprint.vault.changes import Done, Undo
from footprint.vault.connection import Connection
from footprint.vault.errors import Locked

T = TypeVar("T")


class Writing:
    """One transaction in progress: `db` to work with, `now` as the instant all its rows carry."""

    def __init__(self, db: Connection, now: datetime) -> None:
        self.db = db
        self.instant = now
        self.now = dates.to_text(now)
        self.undo = Undo(())

    def done(self, value: T) -> Done[T]:
        """The result with its inverse; call it after the `with` block has ended (that is, committed)."""
        return Done(value, self.undo)


class Vault:
    """Safe to share between threads: each gets its own connection. Closed for good by `close`."""

    def __init__(self, connect: Callable[[], Connection], *, clock: Callable[[], datetime] = dates.utc_now) -> None:
        self._connect = connect
        self._clock = clock
        self._mine = threading.local()
        self._all: list[Connection] = []
        self._lock = threading.Lock()
        self._write_lock = threading.RLock()
        self._closed = False
        self._records: frozenset[str] | None = None

    def now(self) -> datetime:
        """The present instant, UTC; tests hand in a clock of their own."""
        return self._clock()

    @property
    def connection(self) -> Connection:
        """This thread's connection."""
        if self._closed:
            raise Locked
        found: Connection | None = getattr(self._mine, "connection", None)
        if found is None:
            with self._lock:
                if self._closed:
                    raise Locked
                found = self._connect()
                self._all.append(found)
            self._mine.connection = found
        return found

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One unchanging view of the vault for as long as the block lasts; may stand inside `writing`."""
        db = self.connection
        if getattr(self._mine, "depth", 0):
            yield db
            return
        db.execute("BEGIN")
        self._mine.depth = 1
        try:
            yield db
        finally:
            self._mine.depth = 0
            db.execute("ROLLBACK")

    @contextmanager
    def writing(self, *, undo: bool = True) -> Iterator[Writing]:
        """One durable transaction: when the block ends it is on disk, or nothing of it is.

        `undo=False` for imports in bulk, whose rows need no inverse.
        """
        db = self.connection
        if getattr(self._mine, "depth", 0):
            raise RuntimeError("a transaction is already open on this thread")
        if self._records is None:
            self._records = db.record_tables()
        with self._write_lock:
            write = Writing(db, self.now())
            db.execute("BEGIN IMMEDIATE")
            self._mine.depth = 1
            try:
                with db.watching(self._records if undo else frozenset()) as touched:
                    yield write
                    write.undo = Undo(tuple(touched()))
                db.execute("UPDATE vault_commit SET number = number + 1")
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
            finally:
                self._mine.depth = 0

    def undo(self, undo: Undo) -> Undo:
        """Put back what a transaction did; gives the inverse of that, for redo."""
        with self.writing() as write:
            changes.put_back(write.db, undo, write.now)
        return write.undo

    def close(self) -> None:
        """Close every connection; any later use raises `Locked`."""
        with self._lock:
            self._closed = True
            for one in self._all:
                one.close()
            self._all.clear()
