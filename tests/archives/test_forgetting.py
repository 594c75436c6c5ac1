"""Forgetting an account: no row, no word and no key of it is left, and the same copy can come again."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint import log
from footprint.archives.connections.choosing import choose
from footprint.archives.connections.listing import people
from footprint.archives.connections.records import Choice
from footprint.archives.deciding import decide
from footprint.archives.index import finding
from footprint.archives.index.filters import Decided, Find
from footprint.archives.index.forgetting import forget_account
from footprint.archives.index.forgotten import store
from footprint.archives.records import Connection, Flag, Held, HeldKind, Media, Relation
from footprint.errors import NotFound
from footprint.log import Query
from footprint.tasks import Stopped, Task
from footprint.vault import Vault
from tests.archives.copies import Copy, bring, post

WORD = "quillonberry"
STAY = {"vault_commit", "vault_fact", "archive_find_data", "archive_find_config", "archive_find_idx"}


def full_copy(path: Path) -> Copy:
    flag = Flag("alcohol", "words", WORD, 0, 12)
    flagged = [
        (post(n, f"{WORD} {n}", thread=f"t{n // 2}", media=(Media(f"{WORD}.jpg", "image/jpeg"),))[0], (flag,))
        for n in range(900)
    ]
    friends = [Connection("x", Relation.FRIEND, "sam", "1", WORD)]
    return Copy(path, flagged, friends, [Held("x", HeldKind.LOGIN, "sam", WORD)])


def left(vault: Vault) -> dict[str, int]:
    with vault.reading() as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        counts = {name: int(db.value(f"SELECT count(*) FROM {name}")) for name in tables if name != "archive_find"}
    return {name: number for name, number in counts.items() if number and name not in STAY and name[:8] == "archive_"}


def index(vault: Vault) -> bytes:
    """Every byte of the word index."""
    with vault.reading() as db:
        return b"".join(bytes(row[0]) for row in db.execute("SELECT block FROM archive_find_data"))


def test_nothing_is_left_of_a_forgotten_account(vault: Vault, tmp_path: Path) -> None:
    copy = full_copy(tmp_path / "a")
    bring(vault, copy)
    row = finding.page(vault, Find(), 0, 1)[0]
    decide(vault, [row.id], Decided.DELETE)
    choose(vault, [one.key for one in people(vault)], Choice.TRUST)
    assert len(left(vault)) > 12 and b"quillon" in index(vault)  # the control: the tables were full
    assert forget_account(vault, row.account) == 900
    assert left(vault) == {}
    assert log.count(vault, Query(), vault.now().date()) == 1
    assert finding.count(vault, Find()).number == 0 and not finding.page(vault, Find(text=WORD))
    with pytest.raises(NotFound):
        forget_account(vault, row.account)
    assert b"quillon" not in index(vault)
    again = bring(vault, copy)
    assert (again.again, again.course.new) == (False, 900)
    assert finding.count(vault, Find(decided=Decided.NOTHING)).number == 900


def test_another_account_stays_whole(vault: Vault, tmp_path: Path) -> None:
    bring(vault, full_copy(tmp_path / "a"))
    other = Copy(tmp_path / "b", [post(n, f"{WORD} stays {n}", account="lee") for n in range(2_000, 2_300)])
    bring(vault, other)
    mine = finding.page(vault, Find(text="stays"), 0, 1)[0].account
    theirs = next(one.account for one in finding.page(vault, Find(), 0, 2_000) if one.account != mine)
    assert forget_account(vault, theirs) == 900
    assert finding.count(vault, Find()).number == finding.count(vault, Find(text=WORD)).number == 300
    assert bring(vault, other).course.same == 300


def test_stopped_it_can_be_gone_on_with(vault: Vault, tmp_path: Path) -> None:
    bring(vault, full_copy(tmp_path / "a"))
    account = finding.page(vault, Find(), 0, 1)[0].account
    task = Task(lambda done, _total, _note: task.stop())
    with pytest.raises(Stopped):
        forget_account(vault, account, task)
    assert 0 < finding.count(vault, Find()).number < 900
    forget_account(vault, account)
    assert left(vault) == {}


def test_words_that_are_only_noted_as_gone_are_taken_out_by_the_next_import(vault: Vault, tmp_path: Path) -> None:
    def stop_at_the_words(_done: int, total: int, _note: str) -> None:
        if not total:
            task.stop()

    bring(vault, full_copy(tmp_path / "a"))
    account = finding.page(vault, Find(), 0, 1)[0].account
    task = Task(stop_at_the_words)
    with pytest.raises(Stopped):
        forget_account(vault, account, task)
    assert not store.is_careful(vault.connection)
    bring(vault, Copy(tmp_path / "b", [post(n, "a new one") for n in range(900)]))
    assert store.is_careful(vault.connection) and b"quillon" not in index(vault)
