"""Look first, keep later: the throw-away vault leaves nothing, and keeping takes everything along."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from footprint import vault as v
from footprint.vault import connection, disk, incoming, making, passphrase, slotfile
from footprint.vault.backing import DATABASE


@pytest.fixture
def looking(tmp_path: Path, clock: Any) -> Any:
    (tmp_path / "temporary").mkdir()
    vault = v.throw_away(clock=clock, temporary=tmp_path / "temporary")
    yield vault
    vault.close()


def rows(vault: v.Vault) -> dict[str, list[tuple[Any, ...]]]:
    with vault.reading() as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: list(db.execute(f'SELECT * FROM "{name}"')) for name in names}


def test_only_what_is_kept_waits_for_the_disk(looking: v.Vault, opened: v.Vault) -> None:
    """0 leaves writing to the system, 2 waits for it: a power cut costs nothing of what was kept."""
    for vault, waits in ((looking, 0), (opened, 2)):
        with vault.reading() as db:
            assert (db.value("PRAGMA synchronous"), db.value("PRAGMA journal_mode")) == (waits, "wal")


def test_a_throw_away_vault_leaves_nothing(tmp_path: Path, looking: v.Vault) -> None:
    v.set_fact(looking, "test.greeting", "hello")
    assert not looking.kept
    looking.close()
    assert list((tmp_path / "temporary").iterdir()) == []
    with pytest.raises(v.Locked):
        v.fact(looking, "test.greeting")


CRASHED = """
import os, sys
from pathlib import Path
from footprint import vault as v
vault = v.throw_away(temporary=Path(sys.argv[1]))
v.set_fact(vault, "test.greeting", "hello")
os._exit(9)
"""


def test_what_a_crash_left_is_cleared_away_at_the_next_start(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", CRASHED, str(tmp_path)], check=False)
    (left,) = tmp_path.iterdir()
    assert b"hello" not in (left / f"{DATABASE}-wal").read_bytes()
    running = v.throw_away(temporary=tmp_path)
    assert not left.exists()
    other = v.throw_away(temporary=tmp_path)
    assert v.fact(running, "test.greeting") == "", "one that is open stays"
    running.close()
    other.close()
    assert list(tmp_path.iterdir()) == []


def test_keep_takes_everything_along_and_the_same_vault_goes_on(
    tmp_path: Path, looking: v.Vault, strength: v.Strength
) -> None:
    for number in range(200):
        v.set_fact(looking, f"test.{number}", f"value {number}")
    before = rows(looking)
    done = v.set_fact(looking, "test.last", "yes")
    made = v.keep(looking, tmp_path / "kept", "lamp river stone orchard", strength=strength)
    assert made.vault is looking
    assert looking.kept
    assert list((tmp_path / "temporary").iterdir()) == []
    after = rows(looking)
    assert {name: len(found) for name, found in after.items() if name != "vault_fact"} == {
        name: len(found) for name, found in before.items() if name != "vault_fact"
    }
    assert set(before["vault_fact"]) < set(after["vault_fact"])
    looking.undo(done.undo)
    assert v.fact(looking, "test.last") == ""
    v.set_fact(looking, "test.after", "keeps going")
    looking.close()
    again = v.unlock(tmp_path / "kept", made.sheet.code).vault
    assert v.fact(again, "test.7") == "value 7"
    assert v.fact(again, "test.after") == "keeps going"
    again.close()


def test_keep_waits_for_other_threads_and_they_go_on(tmp_path: Path, looking: v.Vault, strength: v.Strength) -> None:
    stop, problems, saved = threading.Event(), list[v.VaultError](), list[int]()

    def work(first: int) -> None:
        number = first
        try:
            while not stop.is_set():
                v.set_fact(looking, f"test.{number}", "saved")
                saved.append(number)
                number += 1
        except v.VaultError as problem:
            problems.append(problem)

    threads = [threading.Thread(target=work, args=(start,)) for start in (0, 1_000_000)]
    for one in threads:
        one.start()
    v.keep(looking, tmp_path / "kept", "lamp river stone orchard", strength=strength)
    at_keeping = len(saved)
    while len(saved) < at_keeping + 10 and not problems:
        stop.wait(0.01)
    stop.set()
    for one in threads:
        one.join()
    assert not problems
    assert all(v.fact(looking, f"test.{number}") == "saved" for number in saved)


def test_two_ways_in_exist_from_the_start(tmp_path: Path, strength: v.Strength) -> None:
    made = v.create(tmp_path / "new", "lamp river stone orchard", strength=strength)
    assert set(v.ways_in(made.vault)) == {v.Way.PASSPHRASE, v.Way.CODE}
    assert made.sheet.vault == v.look(tmp_path / "new").vault
    made.vault.close()
    v.unlock(tmp_path / "new", made.sheet.code).vault.close()
    v.unlock(tmp_path / "new", "lamp river stone orchard").vault.close()


def test_a_code_shown_before_is_the_code_of_the_vault(tmp_path: Path, strength: v.Strength) -> None:
    code = v.new_code()
    made = v.create(tmp_path / "new", "lamp river stone orchard", code=code, strength=strength)
    made.vault.close()
    assert made.sheet.code == code
    v.unlock(tmp_path / "new", code).vault.close()


def test_a_weak_passphrase_makes_nothing(tmp_path: Path, looking: v.Vault) -> None:
    for phrase in ("short", "aaaaaaaaaaaaaaa"):
        with pytest.raises(v.WeakPassphrase) as caught:
            v.keep(looking, tmp_path / "new", phrase)
        assert str(caught.value) == passphrase.judge(phrase).sentence
    assert not (tmp_path / "new").exists()
    assert not looking.kept


def test_a_vault_that_is_there_is_never_written_over(kept: Any, looking: v.Vault, strength: v.Strength) -> None:
    before = {path.name: path.read_bytes() for path in kept.folder.iterdir()}
    for make in (
        lambda: v.create(kept.folder, "lamp river stone orchard", strength=strength),
        lambda: v.keep(looking, kept.folder, "lamp river stone orchard", strength=strength),
    ):
        with pytest.raises(v.VaultThere):
            make()
    assert {path.name: path.read_bytes() for path in kept.folder.iterdir()} == before
    for name in (slotfile.KEYS, slotfile.SPARE, "vault.state"):
        (kept.folder / name).unlink()
    with pytest.raises(v.VaultThere):
        v.create(kept.folder, "lamp river stone orchard", strength=strength)


def test_a_kept_vault_is_not_kept_again(opened: v.Vault, tmp_path: Path) -> None:
    with pytest.raises(v.VaultThere):
        v.keep(opened, tmp_path / "again", "lamp river stone orchard")


def test_when_keeping_fails_the_throw_away_vault_goes_on(
    tmp_path: Path, looking: v.Vault, strength: v.Strength, monkeypatch: pytest.MonkeyPatch
) -> None:
    v.set_fact(looking, "test.greeting", "hello")

    def full(folder: Path, aside: str) -> None:
        raise v.DiskFull

    monkeypatch.setattr(incoming, "take_over", full)
    with pytest.raises(v.DiskFull):
        v.keep(looking, tmp_path / "new", "lamp river stone orchard", strength=strength)
    monkeypatch.undo()
    assert v.look(tmp_path / "new").found is v.Found.NOTHING
    v.set_fact(looking, "test.more", "still works")
    v.keep(looking, tmp_path / "new", "lamp river stone orchard", strength=strength)
    assert v.fact(looking, "test.greeting") == "hello"


@pytest.mark.parametrize("step", ["ready", "half set aside", "moved", "half moved in", "not ready"])
def test_a_take_over_that_was_cut_off_is_finished_at_the_next_look(kept: Any, tmp_path: Path, step: str) -> None:
    place = kept.folder / incoming.INCOMING
    place.mkdir()
    old = (kept.folder / DATABASE).read_bytes()
    for name in (DATABASE, slotfile.KEYS, slotfile.SPARE):
        shutil.copy(kept.folder / name, place / name)
    aside = kept.folder / incoming.ASIDE / "then"
    if step == "half set aside":
        aside.mkdir(parents=True)
        (kept.folder / slotfile.KEYS).replace(aside / slotfile.KEYS)
    if "move" in step:
        aside.mkdir(parents=True)
        for name in incoming.FILES:
            if (kept.folder / name).exists():
                (kept.folder / name).replace(aside / name)
    if step == "half moved in":
        (place / slotfile.KEYS).replace(kept.folder / slotfile.KEYS)
    if step != "not ready":
        (place / ("moved" if "move" in step else "ready")).write_text("then")
    assert v.look(kept.folder).found is v.Found.VAULT
    assert not place.exists()
    assert (kept.folder / DATABASE).read_bytes() == old
    assert aside.exists() == (step != "not ready")
    if step != "not ready":
        assert {path.name for path in aside.iterdir()} >= {DATABASE, slotfile.KEYS, slotfile.SPARE}
    v.unlock(kept.folder, kept.code).vault.close()


def test_a_take_over_that_stumbles_is_carried_through_later(kept: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    real, moves = disk.move, 0

    def stumble(part: Path, path: Path) -> None:
        nonlocal moves
        moves += 1
        if moves == 3:
            raise PermissionError("held by a scanner")
        real(part, path)

    old = (kept.folder / DATABASE).read_bytes()
    with pytest.raises(v.ReadOnlyPlace), incoming.incoming(kept.folder) as place:
        for name in (DATABASE, slotfile.KEYS, slotfile.SPARE):
            shutil.copy(kept.folder / name, place / name)
        slotfile.candidates(place)
        (place / "ready").write_text("then")
        monkeypatch.setattr(disk, "move", stumble)
        incoming.finish(kept.folder)
    monkeypatch.undo()
    assert v.look(kept.folder).found is v.Found.VAULT
    assert (kept.folder / DATABASE).read_bytes() == old
    assert (kept.folder / incoming.ASIDE / "then" / DATABASE).read_bytes() == old
    v.unlock(kept.folder, kept.code).vault.close()


def test_names_for_what_is_set_aside_never_meet(kept: Any, tmp_path: Path) -> None:
    for _time in range(3):
        with incoming.incoming(kept.folder) as place:
            for name in (DATABASE, slotfile.KEYS):
                shutil.copy(kept.folder / name, place / name)
            incoming.take_over(kept.folder, making.aside_name("2026-11-16T14:30:00.000000Z"))
    names = sorted(path.name for path in (kept.folder / incoming.ASIDE).iterdir())
    assert names == ["2026-11-16-143000", "2026-11-16-143000-2", "2026-11-16-143000-3"]


def test_a_copy_under_another_key_shares_nothing_with_the_first(tmp_path: Path) -> None:
    first, second, key = tmp_path / "first.db", tmp_path / "second with blanks % and 'quotes'.db", os.urandom(32)
    with closing(connection.open_store(first, bytes(32), create=True)) as db:
        db.execute("create table t(a)")
        db.execute("insert into t values ('hello')")
        db.copy_into(second, key)
    with closing(connection.open_store(second, key)) as copy:
        assert copy.value("select a from t") == "hello"
    with pytest.raises(v.DatabaseDamaged):
        connection.open_store(second, bytes(32))
    assert first.read_bytes()[:16] != second.read_bytes()[:16]


def test_the_sheet_is_asked_for_after_a_month_and_then_every_year(opened: v.Vault, clock: Any) -> None:
    assert v.sheet_due(opened, date(2026, 11, 16)), "never typed back"
    v.new_recovery_code(opened)
    assert v.sheet_due(opened, date(2026, 11, 16))
    v.sheet_written(opened)
    assert v.is_sheet_written(opened)
    assert not v.sheet_due(opened, date(2026, 12, 15))
    assert v.sheet_due(opened, date(2026, 12, 16))
    clock.advance(days=30)
    v.sheet_confirmed(opened)
    assert not v.sheet_due(opened, date(2027, 12, 15))
    assert v.sheet_due(opened, date(2027, 12, 16))
    v.new_recovery_code(opened)
    assert not v.is_sheet_written(opened), "a new code needs a new sheet"


def test_a_throw_away_vault_has_no_sheet(looking: v.Vault) -> None:
    assert not v.sheet_due(looking, date(2030, 1, 1))
