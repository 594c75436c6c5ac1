"""A passphrase that was seen: a new key for everything, the old ways open nothing, stopping leaves all as it was."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from keyring.errors import KeyringLocked

from footprint import vault as v
from footprint.tasks import Stopped, Task
from footprint.vault import disk, incoming, rotation, slotfile, slots, state
from footprint.vault.backing import DATABASE
from tests.vault.stores import Raising, Store

NEW = "window candle harbour violin"


def opens(folder: Path, secret: Any) -> bool:
    try:
        v.unlock(folder, secret, patience=v.Patience(seconds=0)).vault.close()
    except (v.WrongSecret, v.KeyringUnavailable):
        return False
    return True


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a folder of a vault that is closed, without the claim on it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "app.lock"
    }


def fill(vault: v.Vault, rows: int) -> None:
    with vault.writing(undo=False) as write:
        write.db.run_many(
            "INSERT INTO vault_fact VALUES (?, ?, ?, NULL)",
            [(f"test.{number}", "words " * 50, write.now) for number in range(rows)],
        )


@pytest.fixture
def rotate(kept: Any, strength: v.Strength) -> Any:
    """`v.rotate` with the passphrase of now and a quick derivation."""

    def do(vault: v.Vault, **options: Any) -> v.Rotated:
        return v.rotate(vault, kept.phrase, NEW, **{"strength": strength, "store": Store().keyring(), **options})

    return do


def test_the_new_ways_open_everything_and_the_old_ones_nothing(kept: Any, opened: v.Vault, rotate: Any) -> None:
    before, name = files(kept.folder)[DATABASE], v.vault_name(opened)
    key = opened.backing.key.secret()
    made = rotate(opened)
    assert v.fact(opened, "test.greeting") == "good morning", "the vault stays open"
    v.set_fact(opened, "test.after", "yes")
    assert opened.backing.key.secret() != key
    opened.close()
    assert opens(kept.folder, NEW) and opens(kept.folder, made.sheet.code)
    assert not opens(kept.folder, kept.phrase) and not opens(kept.folder, kept.code)
    again = v.unlock(kept.folder, NEW)
    assert again.older is None
    assert v.fact(again.vault, "test.after") == "yes" and v.vault_name(again.vault) == name == made.sheet.vault
    again.vault.close()
    assert sorted(files(kept.folder)) == ["vault.db", "vault.keys", "vault.keys.bak", "vault.state"]
    assert files(kept.folder)[DATABASE][:16] != before[:16]


def test_the_old_key_opens_no_page_of_the_new_file(kept: Any, opened: v.Vault, rotate: Any) -> None:
    from footprint.vault.connection import open_store

    page_key = opened.backing.key.page_key()
    rotate(opened)
    opened.close()
    with pytest.raises(v.DatabaseDamaged):
        open_store(kept.folder / DATABASE, page_key)


def test_the_passphrase_of_now_is_needed_and_may_not_be_the_new_one(
    kept: Any, opened: v.Vault, waiting: Any, strength: v.Strength
) -> None:
    before = files(kept.folder)
    with pytest.raises(v.WrongSecret):
        v.rotate(opened, "something else here", NEW, patience=waiting.patience(), strength=strength)
    with pytest.raises(v.WeakPassphrase):
        v.rotate(opened, kept.phrase, "short")
    with pytest.raises(v.WeakPassphrase, match="seen"):
        v.rotate(opened, kept.phrase, kept.phrase, strength=strength)
    assert files(kept.folder) == before and waiting.waited == [1.0]
    opened.close()
    by_phrase = v.unlock(kept.folder, kept.phrase).vault
    with pytest.raises(v.WrongSecret):
        v.rotate(by_phrase, "", NEW, patience=waiting.patience(), strength=strength)
    by_phrase.close()


def test_opened_with_the_code_the_passphrase_need_not_be_known(
    kept: Any, opened: v.Vault, strength: v.Strength
) -> None:
    v.rotate(opened, "", NEW, strength=strength)
    opened.close()
    assert opens(kept.folder, NEW)


def test_a_keyring_that_was_a_way_in_is_one_again(kept: Any, opened: v.Vault, rotate: Any) -> None:
    store = Store()
    v.turn_on_keyring(opened, store=store.keyring())
    seen = v.keyring_secret(kept.folder, store=store.keyring())
    made = rotate(opened, store=store.keyring())
    assert made.keyring is None and len(store.entries) == 1
    opened.close()
    assert opens(kept.folder, v.keyring_secret(kept.folder, store=store.keyring()))
    assert not opens(kept.folder, seen)


def test_a_keyring_that_fails_is_said_and_keeps_nothing_from_happening(kept: Any, opened: v.Vault, rotate: Any) -> None:
    v.turn_on_keyring(opened, store=Store().keyring())
    made = rotate(opened, store=Raising(lambda: KeyringLocked("x")).keyring())
    assert made.keyring is not None and made.keyring.situation is v.Situation.CLOSED
    assert v.ways_in(opened) == (v.Way.PASSPHRASE, v.Way.CODE)
    opened.close()
    assert opens(kept.folder, NEW)


def test_one_that_was_never_asked_for_is_not_made(opened: v.Vault, rotate: Any) -> None:
    store = Store()
    rotate(opened, store=store.keyring())
    assert store.entries == {} and v.ways_in(opened) == (v.Way.PASSPHRASE, v.Way.CODE)


def test_how_far_it_is_only_grows_and_is_said_in_words(opened: v.Vault, rotate: Any) -> None:
    fill(opened, 20_000)
    heard: list[tuple[int, int, str]] = []
    rotate(opened, task=Task(lambda *step: heard.append(step)))
    shares = [done for done, _total, _note in heard]
    assert shares == sorted(shares) and {total for _done, total, _note in heard} == {100}
    assert {note for _done, _total, note in heard} == {
        "Making a new key",
        "Writing everything anew",
        "Reading it back",
        "Changing over",
    }


@pytest.mark.parametrize("share", [0, 2, 50, 95])
def test_stopping_leaves_everything_as_it_was(kept: Any, opened: v.Vault, rotate: Any, share: int) -> None:
    fill(opened, 5_000)
    store, slots_before = Store(), (kept.folder / slotfile.KEYS).read_bytes()
    v.turn_on_keyring(opened, store=store.keyring())
    entries, slots_before = dict(store.entries), (kept.folder / slotfile.KEYS).read_bytes()

    def stop(done: int, _total: int, _note: str) -> None:
        if done >= share:
            task.stop()

    task = Task(stop)
    with pytest.raises(Stopped):
        rotate(opened, task=task, store=store.keyring())
        task.check()
    if share < 95:
        assert (kept.folder / slotfile.KEYS).read_bytes() == slots_before and store.entries == entries
        v.set_fact(opened, "test.after", "yes")
        opened.close()
        assert opens(kept.folder, kept.phrase) and not opens(kept.folder, NEW)
    else:  # too late to stop: it is done, and says so by being done
        opened.close()
        assert opens(kept.folder, NEW)
    assert not (kept.folder / incoming.INCOMING).exists()


def test_what_is_written_meanwhile_is_not_lost(kept: Any, opened: v.Vault, rotate: Any) -> None:
    fill(opened, 3_000)
    written: list[int] = []
    going = threading.Event()

    def write() -> None:
        for number in range(10_000):
            v.set_fact(opened, f"meanwhile.{number}", "yes")
            written.append(number)
            if going.is_set():
                return

    thread = threading.Thread(target=write)
    thread.start()
    rotate(opened)
    going.set()
    thread.join(20)
    opened.close()
    again = v.unlock(kept.folder, NEW)
    assert again.older is None and len(written) > 1
    assert all(v.fact(again.vault, f"meanwhile.{number}") == "yes" for number in written)
    again.vault.close()


def test_a_disk_without_room_changes_nothing(
    kept: Any, opened: v.Vault, rotate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation.shutil, "disk_usage", lambda _path: type("Usage", (), {"free": 1000})())
    with pytest.raises(v.DiskFull):
        rotate(opened)
    monkeypatch.undo()
    v.set_fact(opened, "test.after", "yes")
    opened.close()
    assert opens(kept.folder, kept.phrase)


def test_a_change_over_that_breaks_off_is_carried_through_at_the_next_unlock(
    kept: Any, opened: v.Vault, rotate: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The disk refuses one rename after another; nothing is lost, and the vault is never open on half of it."""
    real, code = disk.move, v.new_code()
    opened.close()
    whole = tmp_path / "whole"
    shutil.copytree(kept.folder, whole)
    for allowed in (0, 1, 3, 5, 9):
        shutil.rmtree(kept.folder)
        shutil.copytree(whole, kept.folder)
        vault, count = v.unlock(kept.folder, kept.code).vault, 0

        def refusing(part: Path, path: Path, limit: int = allowed) -> None:
            nonlocal count
            if incoming.begun(kept.folder) or part.name.startswith("ready"):
                count += 1
                if count > limit:
                    raise PermissionError(13, "held")
            real(part, path)

        with monkeypatch.context() as patch:
            patch.setattr(disk, "move", refusing)
            try:
                rotate(vault, code=code)
            except v.ReadOnlyPlace:
                assert vault.closed is (allowed > 0)
        vault.close()
        assert v.look(kept.folder).found is v.Found.VAULT
        assert opens(kept.folder, code) is not opens(kept.folder, kept.code)
        again = v.unlock(kept.folder, code if allowed else kept.code).vault
        assert v.fact(again, "test.greeting") == "good morning"
        again.close()
        assert not (kept.folder / incoming.ASIDE).exists()


@pytest.mark.slow
def test_a_vault_that_is_locked_in_the_middle_of_it_is_left_as_it_was(
    kept: Any, opened: v.Vault, rotate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever locks does not wait for long; from then on the folder may be another's, and nothing is moved in it."""
    real = rotation._begin

    def locked_meanwhile(*values: Any) -> Any:
        newest = real(*values)
        locking = threading.Thread(target=opened.close)
        locking.start()
        locking.join()
        return newest

    monkeypatch.setattr(rotation, "_begin", locked_meanwhile)
    with pytest.raises(v.Locked):
        rotate(opened)
    assert opens(kept.folder, kept.code) and not opens(kept.folder, NEW)
    assert not (kept.folder / incoming.INCOMING).exists()


def test_copies_that_open_with_the_old_passphrase_are_named_and_ours_deleted(
    kept: Any, opened: v.Vault, rotate: Any, tmp_path: Path
) -> None:
    mine = tmp_path / "stick" / "mine.footprint"
    mine.parent.mkdir()
    v.backup(opened, mine)
    aside = kept.folder / incoming.ASIDE / "2026-11-10-120000"
    aside.mkdir(parents=True)
    for name in (slotfile.KEYS, DATABASE):
        shutil.copy(kept.folder / name, aside / name)
    automatic = kept.folder / "backups" / "before-version-9-2026-11-12.footprint"
    automatic.parent.mkdir()
    shutil.copy(mine, automatic)
    assert v.old_copies(opened) == ()
    rotate(opened)
    found = v.old_copies(opened)
    assert [(one.path, one.ours) for one in found] == [(mine, False), (automatic, True), (aside, True)]
    assert v.delete_old_copies(opened) == 2
    assert [one.path for one in v.old_copies(opened)] == [mine]
    assert not automatic.exists() and not aside.exists()
    v.backup(opened, mine)
    assert v.old_copies(opened) == ()
    assert v.last_backup(opened) is not None


def test_a_new_passphrase_alone_makes_the_copies_of_before_old_ones(
    kept: Any, opened: v.Vault, strength: v.Strength, tmp_path: Path
) -> None:
    v.backup(opened, tmp_path / "mine.footprint")
    v.change_passphrase(opened, kept.phrase, NEW, strength=strength)
    assert [one.path.name for one in v.old_copies(opened)] == ["mine.footprint"]


def test_a_backup_of_before_still_opens_with_the_passphrase_of_then(
    kept: Any, opened: v.Vault, rotate: Any, tmp_path: Path
) -> None:
    v.backup(opened, tmp_path / "mine.footprint")
    rotate(opened)
    opened.close()
    back = v.restore(tmp_path / "mine.footprint", kept.phrase, kept.folder).vault
    assert v.fact(back, "test.greeting") == "good morning"
    back.close()


def test_the_state_and_the_slots_are_those_of_the_new_key(kept: Any, opened: v.Vault, rotate: Any) -> None:
    rotate(opened)
    key = opened.backing.key
    assert state.read(kept.folder, key) is not None
    assert slots.own(slotfile.candidates(kept.folder), key)
    assert v.sheet_due(opened, v.list_ways(opened)[0].day), "the new sheet has to be written"
