"""Many who write to the ledger at once: each gets what it kept, and the disk is waited for together."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait

import pytest

from footprint.vault import Vault
from footprint.web.books import Books


def test_each_gets_its_own_answer(vault: Vault) -> None:
    books = Books(vault)
    with ThreadPoolExecutor(16) as pool:
        asked = {n: pool.submit(books.keep, lambda write, n=n: (n, write.now)) for n in range(200)}
        assert all(future.result()[0] == n for n, future in asked.items())


def test_those_who_wait_share_one_transaction(vault: Vault) -> None:
    books = Books(vault)
    inside, go_on = threading.Event(), threading.Event()

    def slow(_write: object) -> int:
        inside.set()
        go_on.wait(10)
        return 0

    with ThreadPoolExecutor(8) as pool:
        first = pool.submit(books.keep, slow)
        assert inside.wait(10)
        others = [pool.submit(books.keep, lambda write: id(write)) for _n in range(5)]
        while len(books.line) < 5:
            time.sleep(0.01)
        go_on.set()
        wait((first, *others))
        assert len({one.result() for one in others}) == 1


def test_what_cannot_be_kept_is_said_to_all_and_the_next_goes_on(vault: Vault) -> None:
    books = Books(vault)

    def broken(_write: object) -> None:
        raise ValueError("the disk is full")

    with pytest.raises(ValueError, match="full"):
        books.keep(broken)
    assert books.keep(lambda _write: 7) == 7
