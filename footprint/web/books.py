"""The ledger's writes, several in one transaction: where many hosts are asked at once, the disk is waited for once.

Nothing changes for whoever writes: when `keep` comes back, what it was to keep is on the disk.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from footprint.vault.vault import Vault, Writing

T = TypeVar("T")


class Books:
    """Whoever comes while somebody is at the disk waits in line; the next to go takes the whole line along."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._lock = threading.Lock()
        self.line: list[tuple[Callable[[Writing], Any], Future[Any]]] = []
        self._at_the_disk = threading.Lock()

    def keep(self, work: Callable[[Writing], T]) -> T:
        """What `work` gives, once it is on the disk. A vault that cannot be written raises for all who wait."""
        mine: Future[T] = Future()
        with self._lock:
            self.line.append((work, mine))
        with self._at_the_disk:
            if not mine.done():  # nobody took it along
                self._write()
        return mine.result()

    def _write(self) -> None:
        with self._lock:
            taken, self.line = self.line, []
        kept: list[Callable[[], None]] = []
        try:
            with self._vault.writing() as write:
                for work, waiting in taken:
                    kept.append(_settled(work, waiting, write))
        except BaseException as problem:
            for _work, waiting in taken:
                waiting.set_exception(problem)
            raise
        for settle in kept:
            settle()


def _settled(work: Callable[[Writing], T], waiting: Future[T], write: Writing) -> Callable[[], None]:
    """Does `work`; its result is handed over by what this gives back, after the transaction is on the disk."""
    result = work(write)
    return lambda: waiting.set_result(result)
