"""An open vault: one connection per thread, reading at any time, writing one transaction at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from footprint import dates
from footprint.vault import changes
from footprint.vault.changes import Done, Undo
from footprint.vault.connection import Connection
from footprint.vault.errors import Locked, OnlyToLook, VaultError

T = TypeVar("T")

_WAIT_FOR_BUSY = 1.0  # seconds that `close` gives running transactions before it stops them


class Backing(Protocol):
    """What stands behind an open vault: its folder and keys. A vault made by hand (in tests) has none."""

    @property
    def folder(self) -> Path | None:
        """Where it is kept; None for a throw-away vault."""

    def committed(self, number: int, now: str) -> None:
        """Transaction `number` is on disk."""

    def settled(self) -> None:
        """The write-ahead log is empty."""

    def closed(self) -> None:
        """Every connection is closed; keys are to be dropped and the folder let go."""


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

    def __init__(
        self,
        connect: Callable[[], Connection],
        *,
        clock: Callable[[], datetime] = dates.utc_now,
        backing: Backing | None = None,
    ) -> None:
        self._connect = connect
        self._clock = clock
        self._backing = backing
        self._mine = threading.local()
        self._all: list[Connection] = []
        self._whose: dict[Connection, threading.Thread] = {}
        self._state = threading.Condition()  # guards the five below
        self._busy = 0
        self._alone: int | None = None
        self._closed = False
        self._generation = 0
        self._records: frozenset[str] | None = None
        self._write_lock = threading.RLock()
        self.copying = threading.RLock()  # held by whatever makes, renews or deletes the app's own copies
        self.only_to_look = False  # a copy that is looked into: `writing` raises `OnlyToLook`

    def now(self) -> datetime:
        """The present instant, UTC; tests hand in a clock of their own."""
        return self._clock()

    @property
    def backing(self) -> Backing | None:
        return self._backing

    @property
    def kept(self) -> bool:
        """False while everything is in a throw-away vault that goes with the app."""
        return self._backing is not None and self._backing.folder is not None

    @property
    def closed(self) -> bool:
        return self._closed

    @property
    def connection(self) -> Connection:
        """This thread's connection."""
        with self._state:
            if self._closed:
                raise Locked
            found: Connection | None = getattr(self._mine, "connection", None)
            if found is None or self._mine.generation != self._generation:
                self._close_left()
                found = self._connect()
                self._all.append(found)
                self._whose[found] = threading.current_thread()
                self._mine.connection, self._mine.generation = found, self._generation
            return found

    @contextmanager
    def using(self) -> Iterator[Connection]:
        """This thread's connection outside a transaction; nobody closes it while the block lasts."""
        me = threading.get_ident()
        with self._state:
            self._state.wait_for(lambda: self._closed or self._alone in (None, me))
            if self._closed:
                raise Locked
            self._busy += 1
        try:
            yield self.connection
        finally:
            with self._state:
                self._busy -= 1
                self._state.notify_all()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One unchanging view of the vault for as long as the block lasts; may stand inside `writing`."""
        if getattr(self._mine, "depth", 0):
            yield self._mine.connection
            return
        with self.using() as db:
            db.execute("BEGIN")
            self._mine.depth = 1
            try:
                yield db
            finally:
                self._mine.depth = 0
                if db.in_transaction:
                    db.execute("ROLLBACK")

    @contextmanager
    def writing(self, *, undo: bool = True) -> Iterator[Writing]:
        """One durable transaction: when the block ends it is on disk, or nothing of it is.

        `undo=False` for imports in bulk, whose rows need no inverse.
        """
        if getattr(self._mine, "depth", 0):
            raise RuntimeError("a transaction is already open on this thread")
        if self.only_to_look:
            raise OnlyToLook
        with self.using() as db, self._write_lock:
            write = Writing(db, self.now())
            watched = self._watched(db) if undo else frozenset()
            db.execute("BEGIN IMMEDIATE")
            self._mine.depth = 1
            try:
                with db.watching(watched) as touched:
                    yield write
                    write.undo = Undo(tuple(touched()))
                number = _count(db, write.now)
                if self._mine.generation != self._generation:
                    raise Locked  # nobody waits for it any more, and the folder may be another's by now
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
            finally:
                self._mine.depth = 0
            if self._backing is not None:
                self._backing.committed(number, write.now)

    def _watched(self, db: Connection) -> frozenset[str]:
        if self._records is None:
            self._records = db.record_tables()
        return self._records

    def undo(self, undo: Undo) -> Undo:
        """Put back what a transaction did; gives the inverse of that, for redo. Raises `CannotUndo`."""
        with self.writing() as write:
            changes.put_back(write.db, undo, write.now)
        return write.undo

    def settle(self) -> None:
        """Empty the write-ahead log into the file. Call it after 30 s without a change; `close` does it too."""
        with self.using() as db, self._write_lock:
            if db.settle() and self._backing is not None:
                self._backing.settled()

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """Nobody else reads or writes while the block lasts; others wait. Not from inside a transaction."""
        if getattr(self._mine, "depth", 0):
            raise RuntimeError("a transaction is open on this thread")
        with self._state:
            self._state.wait_for(lambda: self._closed or self._alone is None)
            if self._closed:
                raise Locked
            self._alone = threading.get_ident()  # first of all, or a steady stream of work would never let it in
        try:
            with self._state:
                self._state.wait_for(lambda: self._closed or not self._busy)
            with self.using() as db:  # counted as busy, so that `close` waits for it too
                yield db
        finally:
            with self._state:
                self._alone = None
                self._state.notify_all()

    def move(
        self, connect: Callable[[], Connection], backing: Backing, between: Callable[[], None] = lambda: None
    ) -> None:
        """Go on over another file with the same content; only inside `alone`.

        `between` puts that file in place, while nothing is open; when it fails, the vault is over its old file as
        before.
        """
        with self._state:
            if self._alone != threading.get_ident():
                raise RuntimeError("a vault moves only while nobody else uses it")
            if self._closed:
                raise Locked  # the folder may be another's by now
            self._close_all()
            self._generation += 1
            between()
            self._connect, self._backing = connect, backing

    def close(self) -> None:
        """Empty the log, close every connection, drop the keys; any later use raises `Locked`.

        What is still running gets a second to end its transaction, then it is stopped with `Locked`.
        """
        with self._state:
            if self._closed:
                return
            self._closed = True
            self._state.notify_all()
            alone = self._alone == threading.get_ident()  # then there is nobody to wait for
            if not alone and not self._state.wait_for(lambda: not self._busy, _WAIT_FOR_BUSY):
                for one in self._all:
                    one.interrupt()
                self._state.wait_for(lambda: not self._busy, _WAIT_FOR_BUSY)
            self._generation += 1
            try:
                self._settle_last()
                self._close_all()
            finally:
                if self._backing is not None:
                    self._backing.closed()

    def _settle_last(self) -> None:
        """A log that cannot be emptied now is read back at the next opening; nothing in it is lost."""
        if not self._all or self._busy:
            return
        with suppress(VaultError):
            if self._all[0].settle() and self._backing is not None:
                self._backing.settled()

    def _close_left(self) -> None:
        """Close connections of threads that have ended: each holds some megabytes of pages it has read."""
        for one in [one for one in self._all if not self._whose[one].is_alive()]:
            self._all.remove(one)
            del self._whose[one]
            one.close()

    def _close_all(self) -> None:
        for one in self._all:
            one.close()
        self._all.clear()
        self._whose.clear()


def _count(db: Connection, now: str) -> int:
    """Raise the number of commits; gives the new one."""
    return int(db.value("UPDATE vault_commit SET number = number + 1, at = ? RETURNING number", (now,)))
