"""Unlocking: each thing that can be wrong has its own answer, and no answer changes a byte."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import pytest

from footprint import vault as v
from footprint.vault import connection, opening, schema, slotfile, slots, state
from footprint.vault.backing import DATABASE


def everything(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != "app.lock"}


def page_key(kept: Any) -> bytes:
    (found, *_spare) = slotfile.candidates(kept.folder)
    return slots.enter(found, kept.code).key.page_key()


def test_the_passphrase_opens_it(kept: Any) -> None:
    found = v.unlock(kept.folder, kept.phrase)
    assert (found.way, found.older) == (v.Way.PASSPHRASE, None)
    assert found.vault.kept
    assert v.fact(found.vault, "test.greeting") == "good morning"
    found.vault.close()


def test_the_recovery_code_opens_it(kept: Any) -> None:
    found = v.unlock(kept.folder, v.read_code(kept.code.written.lower()))
    assert found.way is v.Way.CODE
    assert v.fact(found.vault, "test.greeting") == "good morning"
    found.vault.close()


def test_a_wrong_passphrase_takes_a_second_every_time_and_changes_nothing(kept: Any, waiting: Any) -> None:
    before = everything(kept.folder)
    for _try in range(3):
        with pytest.raises(v.WrongSecret, match="does not match"):
            v.unlock(kept.folder, kept.phrase + "x", patience=waiting.patience())
    with pytest.raises(v.WrongCode, match="belongs to other notes"):
        v.unlock(kept.folder, v.new_code(), patience=waiting.patience())
    assert waiting.waited == [1.0] * 4
    assert everything(kept.folder) == before


def test_a_slow_derivation_counts_towards_the_second(kept: Any) -> None:
    ticks, waited = iter([10.0, 10.7]), list[float]()
    with pytest.raises(v.WrongSecret):
        v.unlock(kept.folder, "no", patience=v.Patience(timer=lambda: next(ticks), sleep=waited.append))
    assert waited == [pytest.approx(0.3)]


def test_an_empty_or_missing_folder_is_no_vault(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(v.NoVault):
            v.unlock(folder, "words")
    assert not (tmp_path / "missing").exists()
    assert not (tmp_path / DATABASE).exists()


@pytest.mark.parametrize(
    ("gone", "problem", "found"),
    [
        ((slotfile.KEYS, slotfile.SPARE), v.KeysMissing, v.Found.KEYS_MISSING),
        ((DATABASE,), v.DatabaseMissing, v.Found.DATABASE_MISSING),
    ],
)
def test_a_missing_part_is_named(kept: Any, gone: tuple[str, ...], problem: type[Exception], found: v.Found) -> None:
    for name in gone:
        (kept.folder / name).unlink()
    before = everything(kept.folder)
    with pytest.raises(problem):
        v.unlock(kept.folder, kept.code)
    assert v.look(kept.folder).found is found
    assert isinstance(v.look(kept.folder).problem, problem)
    assert everything(kept.folder) == before


def test_damaged_keys_are_damage_and_one_good_copy_is_enough(kept: Any) -> None:
    good = (kept.folder / slotfile.KEYS).read_bytes()
    (kept.folder / slotfile.KEYS).write_bytes(good[:-3])
    v.unlock(kept.folder, kept.code).vault.close()
    assert (kept.folder / slotfile.KEYS).read_bytes() == good, "the spare renews the file"
    for name in (slotfile.KEYS, slotfile.SPARE):
        (kept.folder / name).write_bytes(good[:50])
    with pytest.raises(v.KeysDamaged):
        v.unlock(kept.folder, kept.code)
    assert v.look(kept.folder).found is v.Found.KEYS_DAMAGED


@pytest.mark.parametrize("how", ["page 1", "zeroed", "cut", "plain", "swapped key"])
def test_a_damaged_file_is_told_apart_from_a_wrong_passphrase(kept: Any, how: str) -> None:
    path = kept.folder / DATABASE
    data = bytearray(path.read_bytes())
    if how == "page 1":
        data[100] ^= 1
    elif how == "zeroed":
        data[:] = bytes(len(data))
    elif how == "cut":
        del data[3000:]
    elif how == "plain":
        path.unlink()
        with closing(apsw.Connection(str(path))) as plain:
            plain.execute("create table t(a)")
        data = bytearray(path.read_bytes())
    else:
        path.unlink()
        connection.open_store(path, bytes(32), create=True).close()
        data = bytearray(random.randbytes(len(data)))
    path.write_bytes(data)
    before = everything(kept.folder)
    with pytest.raises(v.DatabaseDamaged) as caught:
        v.unlock(kept.folder, kept.code)
    assert caught.value.backups == ()
    assert everything(kept.folder) == before


def test_damage_offers_the_newest_backups_that_are_still_there(kept: Any, tmp_path: Path, clock: Any) -> None:
    opened = v.unlock(kept.folder, kept.code, clock=clock).vault
    for name in ("first", "second", "third"):
        v.backup(opened, tmp_path / f"{name}.footprint")
        clock.advance(days=1)
    opened.close()
    (tmp_path / "third.footprint").unlink()
    (kept.folder / DATABASE).write_bytes(b"\0" * 8192)
    with pytest.raises(v.DatabaseDamaged) as caught:
        v.unlock(kept.folder, kept.code)
    assert [one.path.name for one in caught.value.backups] == ["second.footprint", "first.footprint"]
    names = b"".join(everything(kept.folder).values())
    assert b"second.footprint" not in names


def test_a_newer_file_is_refused_and_left_alone(kept: Any) -> None:
    with closing(connection.open_store(kept.folder / DATABASE, page_key(kept))) as db:
        db.execute(f"PRAGMA user_version = {schema.newest() + 1}")
    before = everything(kept.folder)
    with pytest.raises(v.DatabaseTooNew, match="newer version"):
        v.unlock(kept.folder, kept.code)
    assert everything(kept.folder) == before


def test_an_upgrade_makes_a_copy_first(kept: Any, clock: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    more = tmp_path / "more.sql"
    more.write_text("CREATE TABLE later_idea (id TEXT PRIMARY KEY NOT NULL) STRICT;", encoding="utf-8")
    known = schema.migrations()
    monkeypatch.setattr(schema, "migrations", lambda: [*known, (known[-1][0] + 1, more)])
    opened = v.unlock(kept.folder, kept.code, clock=clock)
    with opened.vault.reading() as db:
        assert db.value("SELECT count(*) FROM later_idea") == 0
    opened.vault.close()
    (copy,) = v.look(kept.folder).backups
    assert copy.automatic
    monkeypatch.undo()
    with pytest.raises(v.DatabaseTooNew):
        v.unlock(kept.folder, kept.code)
    old = v.restore(copy.path, kept.code, kept.folder, clock=clock)
    assert v.fact(old.vault, "test.greeting") == "good morning"
    old.vault.close()


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(
    kept: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.sql"
    bad.write_text("CREATE TABLE half_done (a INTEGER) STRICT; INSERT INTO missing VALUES (1);", encoding="utf-8")
    known = schema.migrations()
    monkeypatch.setattr(schema, "migrations", lambda: [*known, (known[-1][0] + 1, bad)])
    with pytest.raises(apsw.SQLError):
        v.unlock(kept.folder, kept.code)
    monkeypatch.undo()
    opened = v.unlock(kept.folder, kept.code).vault
    with opened.reading() as db:
        assert db.row("SELECT 1 FROM sqlite_schema WHERE name = 'half_done'") is None
    opened.close()


def test_an_older_copy_put_back_is_noticed_with_both_dates(kept: Any, clock: Any, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    v.unlock(kept.folder, kept.code, clock=clock).vault.close()
    shutil.copy(kept.folder / DATABASE, old)
    clock.advance(days=3)
    newer = v.unlock(kept.folder, kept.code, clock=clock).vault
    v.set_fact(newer, "test.later", "yes")
    newer.close()
    shutil.copy(old, kept.folder / DATABASE)
    for _time in range(2):
        found = v.unlock(kept.folder, kept.code, clock=clock)
        assert found.older is not None
        assert found.older.newest.startswith("2026-11-19")
        assert found.older.this_copy < found.older.newest
        found.vault.close()
    accepted = v.unlock(kept.folder, kept.code, clock=clock)
    v.accept_older_copy(accepted.vault)
    accepted.vault.close()
    assert v.unlock(kept.folder, kept.code, clock=clock).older is None


@pytest.mark.slow
def test_a_damaged_log_is_noticed_every_time(kept: Any, tmp_path: Path) -> None:
    chosen = random.Random(3)
    for number in range(20):
        folder = tmp_path / f"copy-{number}"
        shutil.copytree(kept.folder, folder)
        running = v.unlock(folder, kept.code).vault
        for count in range(6):
            v.set_fact(running, f"test.{count}", "saved")
        crashed = tmp_path / f"crashed-{number}"
        shutil.copytree(folder, crashed)  # as a crash leaves it: with its log
        running.close()
        log = crashed / f"{DATABASE}-wal"
        data = bytearray(log.read_bytes())
        data[chosen.randrange(32, len(data))] ^= 1 << chosen.randrange(8)
        log.write_bytes(data)
        (crashed / f"{DATABASE}-shm").unlink()
        again = v.unlock(crashed, kept.code)
        assert again.older is not None, "commits are gone and nobody said so"
        again.vault.close()


@pytest.mark.parametrize("content", [b"", b"{}", b"x" * 300, None])
def test_a_missing_or_torn_state_file_keeps_nobody_out(kept: Any, content: bytes | None) -> None:
    if content is None:
        (kept.folder / state.STATE).unlink()
    else:
        (kept.folder / state.STATE).write_bytes(content)
    found = v.unlock(kept.folder, kept.code)
    assert found.older is None
    found.vault.close()


def test_a_state_file_with_another_number_does_not_pass(kept: Any) -> None:
    text = (kept.folder / state.STATE).read_bytes()
    (kept.folder / state.STATE).write_bytes(text.replace(b'"number":', b'"number":9', 1)[:256])
    assert v.unlock(kept.folder, kept.code).older is None


HOLDER = """
import sys
from pathlib import Path
from footprint import vault as v
claim = v.hold(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.readline()
"""


def test_a_second_instance_is_told_so_and_a_killed_one_lets_go(kept: Any) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(kept.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(v.InUse):
            v.unlock(kept.folder, kept.code)
        assert v.look(kept.folder).found is v.Found.IN_USE
        other.kill()
    v.unlock(kept.folder, kept.code).vault.close()


def test_unlocking_twice_in_one_window_is_one_claim(kept: Any) -> None:
    outer = v.hold(kept.folder)
    v.unlock(kept.folder, kept.code).vault.close()
    assert v.look(kept.folder).found is v.Found.VAULT
    outer.release()


def test_a_look_says_what_ways_there_are(kept: Any) -> None:
    found = v.look(kept.folder)
    assert (found.found, found.problem) == (v.Found.VAULT, None)
    assert set(found.ways) == {v.Way.PASSPHRASE, v.Way.CODE}
    assert len(found.vault) == 9


@pytest.mark.parametrize(
    ("sqlite", "ciphers", "passes"),
    [
        ("3.51.3", "SQLite3 Multiple Ciphers 2.6.1", True),
        ("3.51.2", "SQLite3 Multiple Ciphers 2.6.1", False),
        ("3.52.0", "SQLite3 Multiple Ciphers 2.6.1", False),
        ("3.53.0", "SQLite3 Multiple Ciphers 2.6.0", False),
        ("3.53.0", "SQLite3 Multiple Ciphers 2.10.0", True),
        ("3.53.0", "", True),
        ("3.53.0", "none", False),
    ],
)
def test_parts_below_the_floor_are_refused(sqlite: str, ciphers: str, passes: bool) -> None:
    if passes:
        connection.check_versions(sqlite, ciphers)
    else:
        with pytest.raises(v.PartsTooOld):
            connection.check_versions(sqlite, ciphers)


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_the_store_takes_no_key_of_another_length(tmp_path: Path, length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        connection.open_store(tmp_path / "x.db", bytes(length), create=True)
    assert not (tmp_path / "x.db").exists()


def test_a_file_without_a_key_is_seen_not_to_be_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    with closing(apsw.Connection(str(path))) as plain:
        plain.execute("create table t(a)")
    assert not connection.is_encrypted(path)
    secret = tmp_path / "secret.db"
    with closing(connection.open_store(secret, bytes([7]) * 32, create=True)) as db:
        db.execute("create table t(a)")
        db.settle()
    assert connection.is_encrypted(secret)


def test_patience_is_one_second_when_nothing_else_is_said() -> None:
    assert opening.Patience().seconds == 1.0


def test_a_slot_file_named_for_the_clock(kept: Any, clock: Callable[[], Any]) -> None:
    assert v.unlock(kept.folder, kept.code, clock=clock).vault.now() == clock()
