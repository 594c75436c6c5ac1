"""One vault between many threads: views that hold still, writers in turn, and an end that waits only a moment."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footprint import vault as v
from footprint.vault import vault as vault_module
from footprint.vault.backing import DATABASE


def in_thread(work: Callable[[], Any]) -> tuple[threading.Thread, list[Any]]:
    said = list[Any]()

    def run() -> None:
        try:
            said.append(work())
        except v.VaultError as problem:
            said.append(type(problem))

    thread = threading.Thread(target=run)
    thread.start()
    return thread, said


def test_a_view_does_not_change_while_others_write(vault: v.Vault) -> None:
    v.set_fact(vault, "test.a", "one")
    with vault.reading() as db:
        before = db.value("SELECT value FROM vault_fact WHERE name = 'test.a'")
        thread, _said = in_thread(lambda: v.set_fact(vault, "test.a", "two"))
        thread.join()
        assert db.value("SELECT value FROM vault_fact WHERE name = 'test.a'") == before == "one"
    assert v.fact(vault, "test.a") == "two"


def test_writers_take_turns_and_all_arrive(vault: v.Vault) -> None:
    def add(thread: int) -> None:
        for number in range(30):
            v.set_fact(vault, f"test.{thread}.{number}", "x")

    threads = [in_thread(lambda one=one: add(one))[0] for one in range(4)]
    for one in threads:
        one.join()
    with vault.reading() as db:
        assert db.value("SELECT count(*) FROM vault_fact") == 120
        assert db.value("SELECT number FROM vault_commit") == 120


def test_reading_inside_writing_sees_what_is_being_written(vault: v.Vault) -> None:
    with vault.writing() as write:
        write.db.execute("INSERT INTO vault_fact VALUES ('test.a', 'x', ?, NULL)", (write.now,))
        assert v.fact(vault, "test.a") == "x"


def test_one_transaction_at_a_time_on_a_thread(vault: v.Vault) -> None:
    with vault.writing(), pytest.raises(RuntimeError, match="already open"), vault.writing():
        pass
    with vault.reading(), pytest.raises(RuntimeError, match="transaction is open"), vault.alone():
        pass
    v.set_fact(vault, "test.a", "still works")


def test_closing_waits_for_a_transaction_to_end(kept: Any) -> None:
    opened = v.unlock(kept.folder, kept.code).vault
    begun, go_on = threading.Event(), threading.Event()

    def write() -> str:
        with opened.writing() as write:
            begun.set()
            go_on.wait()
            write.db.execute("INSERT INTO vault_fact VALUES ('test.a', 'saved', ?, NULL)", (write.now,))
        return "saved"

    writer, said = in_thread(write)
    begun.wait()
    closer, _closed = in_thread(opened.close)
    while not opened.closed:
        pass
    go_on.set()
    writer.join()
    closer.join()
    assert said == ["saved"]
    again = v.unlock(kept.folder, kept.code).vault
    assert v.fact(again, "test.a") == "saved"
    again.close()


def test_closing_waits_for_whoever_is_alone(kept: Any) -> None:
    opened = v.unlock(kept.folder, kept.code).vault
    begun, go_on = threading.Event(), threading.Event()

    def be_alone() -> int:
        with opened.alone() as db:
            begun.set()
            go_on.wait()
            return int(db.value("SELECT 7"))

    someone, said = in_thread(be_alone)
    begun.wait()
    closer, _closed = in_thread(opened.close)
    while not opened.closed:
        pass
    go_on.set()
    someone.join()
    closer.join()
    assert said == [7]


def test_closing_stops_what_runs_too_long(kept: Any) -> None:
    opened = v.unlock(kept.folder, kept.code).vault
    begun = threading.Event()

    def for_ever() -> None:
        with opened.reading() as db:
            begun.set()
            db.value("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")

    reader, said = in_thread(for_ever)
    begun.wait()
    opened.close()
    reader.join()
    assert said == [v.Locked]


def test_after_closing_nothing_is_open_and_everything_says_locked(kept: Any) -> None:
    opened = v.unlock(kept.folder, kept.code).vault
    done = v.set_fact(opened, "test.a", "x")
    opened.close()
    opened.close()
    assert not (kept.folder / f"{DATABASE}-wal").exists()
    assert not (kept.folder / f"{DATABASE}-shm").exists()
    for use in (
        lambda: v.fact(opened, "test.a"),
        lambda: v.set_fact(opened, "test.a", "y"),
        lambda: opened.undo(done.undo),
        opened.settle,
        lambda: v.new_recovery_code(opened),
        lambda: opened.connection,
    ):
        with pytest.raises(v.Locked):
            use()


def test_settling_empties_the_log_and_never_waits_for_a_reader(kept: Any) -> None:
    opened = v.unlock(kept.folder, kept.code).vault
    log = kept.folder / f"{DATABASE}-wal"
    v.set_fact(opened, "test.a", "x" * 5000)
    assert log.stat().st_size > 0
    opened.settle()
    assert log.stat().st_size == 0
    begun, go_on = threading.Event(), threading.Event()

    def read() -> None:
        with opened.reading() as db:
            db.value("SELECT count(*) FROM vault_fact")
            begun.set()
            go_on.wait()

    reader, _said = in_thread(read)
    begun.wait()
    v.set_fact(opened, "test.b", "x" * 5000)
    opened.settle()
    go_on.set()
    reader.join()
    opened.settle()
    assert log.stat().st_size == 0
    opened.close()


def test_facts_are_kept_by_name(vault: v.Vault) -> None:
    assert v.fact(vault, "test.none") == ""
    assert v.set_fact(vault, "test.a", "one").value == ""
    assert v.set_fact(vault, "test.a", "").value == "one"
    assert v.fact(vault, "test.a") == ""


def test_a_vault_made_by_hand_is_not_kept(vault: v.Vault, tmp_path: Path) -> None:
    assert not vault.kept
    with pytest.raises(v.NotKept):
        v.backup(vault, tmp_path / "b.footprint")


@pytest.mark.parametrize("way", ["reading", "writing"])
def test_closing_over_somebody_who_waits_for_something_else_says_locked(
    kept: Any, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault_module, "_WAIT_FOR_BUSY", 0.01)
    opened = v.unlock(kept.folder, kept.code).vault
    begun, go_on = threading.Event(), threading.Event()

    def work() -> str:
        with getattr(opened, way)() as found:
            begun.set()
            go_on.wait()
            db = found.db if way == "writing" else found
            db.execute("SELECT 1")
        return "went on"

    worker, said = in_thread(work)
    begun.wait()
    opened.close()
    go_on.set()
    worker.join()
    assert said == [v.Locked]


@pytest.mark.parametrize("way", ["reading", "writing"])
def test_closing_does_not_fail_where_one_thread_cannot_be_stopped(
    kept: Any, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault_module, "_WAIT_FOR_BUSY", 0.01)
    opened = v.unlock(kept.folder, kept.code).vault
    begun, go_on = threading.Event(), threading.Event()

    def stuck() -> str:
        begun.set()
        go_on.wait()
        return "x"

    def work() -> None:
        with getattr(opened, way)() as found:
            db = found.db if way == "writing" else found
            db._raw.create_scalar_function("stuck", stuck, 0)
            word = db.value("SELECT stuck()")
            if way == "writing":
                db.execute("INSERT INTO vault_fact VALUES ('test.late', ?, '', NULL)", (word,))

    worker, said = in_thread(work)
    begun.wait()
    opened.close()
    go_on.set()
    worker.join()
    assert said in ([None], [v.Locked]) if way == "reading" else said == [v.Locked]
    again = v.unlock(kept.folder, kept.code).vault
    assert v.fact(again, "test.late") == "", "nothing is written once the folder was let go"
    again.close()


def test_a_read_that_an_error_cut_off_does_not_keep_the_vault_from_closing(vault: v.Vault) -> None:
    for number in range(3):
        v.set_fact(vault, f"test.{number}", "x")

    def cut_off() -> None:
        with vault.reading() as db:
            for (name,) in db.execute("SELECT name FROM vault_fact"):
                raise ValueError(name)

    with pytest.raises(ValueError, match=r"test\.") as problem:
        cut_off()
    vault.close()  # while the error, and so the cursor, is still held
    assert problem.tb is not None


def test_the_connections_of_threads_that_ended_are_closed(vault: v.Vault) -> None:
    """A search asks from many threads; each connection left open would keep the pages it has read."""
    for number in range(12):
        in_thread(lambda number=number: v.set_fact(vault, f"test.{number}", "x"))[0].join()
    assert len(vault._all) <= 2
    assert v.fact(vault, "test.11") == "x"
