"""Undo for every room: rows go back as they were, new ones become tombstones, and nothing later is lost."""

from __future__ import annotations

from typing import Any

import pytest

from footprint.vault import CannotUndo, Vault, fact, set_fact


def raw(vault: Vault, name: str) -> tuple[Any, ...] | None:
    with vault.reading() as db:
        return db.row("SELECT value, changed_at, deleted_at FROM vault_fact WHERE name = ?", (name,))


def test_a_new_row_becomes_a_tombstone(vault: Vault, clock: Any) -> None:
    done = set_fact(vault, "test.a", "one")
    clock.advance(minutes=1)
    vault.undo(done.undo)
    row = raw(vault, "test.a")
    assert row is not None
    assert row[0] == "one"
    assert row[1] == row[2] == "2026-11-16T14:31:00.000000Z"
    assert fact(vault, "test.a") == ""


def test_a_changed_row_gets_its_old_values_and_a_new_time(vault: Vault, clock: Any) -> None:
    set_fact(vault, "test.a", "one")
    clock.advance(minutes=1)
    done = set_fact(vault, "test.a", "two")
    assert done.value == "one"
    clock.advance(minutes=1)
    vault.undo(done.undo)
    assert raw(vault, "test.a") == ("one", "2026-11-16T14:32:00.000000Z", None)


def test_undo_can_be_undone_again_and_again(vault: Vault) -> None:
    set_fact(vault, "test.a", "one")
    undo = set_fact(vault, "test.a", "two").undo
    for expected in ("one", "two", "one", "two"):
        undo = vault.undo(undo)
        assert fact(vault, "test.a") == expected


def test_a_tombstone_comes_back(vault: Vault) -> None:
    set_fact(vault, "test.a", "one")
    done = set_fact(vault, "test.a", "")
    assert fact(vault, "test.a") == ""
    vault.undo(done.undo)
    assert fact(vault, "test.a") == "one"


def test_a_purged_row_comes_back(vault: Vault) -> None:
    set_fact(vault, "test.a", "one")
    with vault.writing() as write:
        write.db.execute("DELETE FROM vault_fact WHERE name = 'test.a'")
    vault.undo(write.undo)
    assert fact(vault, "test.a") == "one"


def test_what_was_changed_since_is_not_lost(vault: Vault) -> None:
    set_fact(vault, "test.a", "one")
    done = set_fact(vault, "test.a", "two")
    set_fact(vault, "test.a", "three")
    with pytest.raises(CannotUndo, match="changed again"):
        vault.undo(done.undo)
    assert fact(vault, "test.a") == "three"


def test_one_row_that_cannot_go_back_keeps_all_of_them(vault: Vault) -> None:
    with vault.writing() as write:
        for name in ("test.a", "test.b"):
            write.db.execute("INSERT INTO vault_fact VALUES (?, 'one', ?, NULL)", (name, write.now))
    set_fact(vault, "test.b", "two")
    with pytest.raises(CannotUndo):
        vault.undo(write.undo)
    assert (fact(vault, "test.a"), fact(vault, "test.b")) == ("one", "two")


def test_many_rows_are_one_undo(vault: Vault) -> None:
    with vault.writing() as write:
        for number in range(500):
            write.db.execute("INSERT INTO vault_fact VALUES (?, 'x', ?, NULL)", (f"test.{number}", write.now))
    vault.undo(write.undo)
    with vault.reading() as db:
        assert db.value("SELECT count(*) FROM vault_fact WHERE deleted_at IS NULL") == 0


def test_a_bulk_change_keeps_no_undo(vault: Vault) -> None:
    with vault.writing(undo=False) as write:
        write.db.execute("INSERT INTO vault_fact VALUES ('test.a', 'x', ?, NULL)", (write.now,))
    assert not write.undo
    assert fact(vault, "test.a") == "x"


def test_what_fails_leaves_nothing_and_no_undo(vault: Vault) -> None:
    with pytest.raises(RuntimeError, match="halfway"), vault.writing() as write:
        write.db.execute("INSERT INTO vault_fact VALUES ('test.a', 'x', ?, NULL)", (write.now,))
        raise RuntimeError("halfway")
    assert not write.undo
    assert fact(vault, "test.a") == ""


def test_setting_the_same_again_undoes_to_the_same(vault: Vault) -> None:
    set_fact(vault, "test.a", "one")
    vault.undo(set_fact(vault, "test.a", "one").undo)
    assert fact(vault, "test.a") == "one"


def test_every_commit_is_counted(vault: Vault) -> None:
    def number() -> int:
        with vault.reading() as db:
            return int(db.value("SELECT number FROM vault_commit"))

    before = number()
    done = set_fact(vault, "test.a", "one")
    vault.undo(done.undo)
    assert number() == before + 2
