"""A backup opens anywhere with what was right when it was made, and a restore never writes over anything."""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint import vault as v
from footprint.vault import backupfile, incoming
from footprint.vault.backing import DATABASE


def everything(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != "app.lock"}


def test_a_backup_is_restored_with_the_code_alone(opened: v.Vault, kept: Any, tmp_path: Path) -> None:
    made = v.backup(opened, tmp_path / v.backup_name(opened.now().date()))
    assert made.path.name == "Footprint backup 2026-11-16.footprint"
    assert made.path.stat().st_size == made.bytes
    assert v.last_backup(opened) == v.Backup(made.path, made.day)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [made.path.name]
    other = v.restore(made.path, kept.code, tmp_path / "elsewhere")
    assert (other.way, other.older) == (v.Way.CODE, None)
    assert v.fact(other.vault, "test.greeting") == "good morning"
    other.vault.close()


def test_backups_are_listed_while_they_are_there(opened: v.Vault, tmp_path: Path, clock: Any) -> None:
    for name in ("first", "second"):
        v.backup(opened, tmp_path / f"{name}.footprint")
        clock.advance(days=1)
    assert [one.path.name for one in v.backups_made(opened)] == ["second.footprint", "first.footprint"]
    (tmp_path / "second.footprint").unlink()
    assert [one.path.name for one in v.backups_made(opened)] == ["first.footprint"]


def test_what_a_backup_cut_off_left_is_cleared_by_the_next(opened: v.Vault, tmp_path: Path) -> None:
    for kind in ("copy", "whole"):
        (tmp_path / f".b.footprint.{kind}.tmp").write_bytes(b"half")
    v.backup(opened, tmp_path / "b.footprint")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["b.footprint"]


def test_there_was_no_backup_yet(opened: v.Vault) -> None:
    assert v.last_backup(opened) is None


def test_a_restore_sets_the_present_vault_aside(opened: v.Vault, kept: Any, tmp_path: Path, clock: Any) -> None:
    made = v.backup(opened, tmp_path / "b.footprint")
    v.set_fact(opened, "test.greeting", "good evening")
    opened.close()
    present = (kept.folder / DATABASE).read_bytes()
    back = v.restore(made.path, kept.phrase, kept.folder, clock=clock)
    assert back.older is None
    assert v.fact(back.vault, "test.greeting") == "good morning"
    back.vault.close()
    (aside,) = (kept.folder / incoming.ASIDE).iterdir()
    assert (aside / DATABASE).read_bytes() == present
    again = v.unlock(aside, kept.code, clock=clock).vault
    assert v.fact(again, "test.greeting") == "good evening"
    again.close()
    assert v.unlock(kept.folder, kept.code).older is None


def test_a_wrong_secret_or_file_changes_nothing(opened: v.Vault, kept: Any, tmp_path: Path, waiting: Any) -> None:
    made = v.backup(opened, tmp_path / "b.footprint")
    opened.close()
    before = everything(kept.folder)
    with pytest.raises(v.WrongSecret):
        v.restore(made.path, "something else", kept.folder, patience=waiting.patience())
    for content in (b"", b"Footprint backup 1\n", b"PK\3\4" * 50, made.path.read_bytes()[:600], bytes(9000)):
        (tmp_path / "other").write_bytes(content)
        with pytest.raises(v.NotABackup):
            v.restore(tmp_path / "other", kept.code, kept.folder)
    for path in (tmp_path / "missing", tmp_path):
        with pytest.raises(v.NotABackup):
            v.restore(path, kept.code, kept.folder)
    assert waiting.waited == [1.0]
    assert everything(kept.folder) == before
    assert not (kept.folder / incoming.INCOMING).exists()


@pytest.mark.slow
def test_a_damaged_backup_is_refused(opened: v.Vault, kept: Any, tmp_path: Path) -> None:
    data = v.backup(opened, tmp_path / "b.footprint").path.read_bytes()
    opened.close()
    before, chosen = everything(kept.folder), random.Random(4)
    for _flip in range(40):
        flipped = bytearray(data)
        flipped[chosen.randrange(2000, len(data))] ^= 1 << chosen.randrange(8)
        (tmp_path / "b.footprint").write_bytes(flipped)
        with pytest.raises(v.NotABackup):
            v.restore(tmp_path / "b.footprint", kept.code, kept.folder)
    (tmp_path / "b.footprint").write_bytes(data[:-4096])
    with pytest.raises(v.NotABackup):
        v.restore(tmp_path / "b.footprint", kept.code, kept.folder)
    assert everything(kept.folder) == before


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.booleans())
def test_any_file_is_a_backup_or_is_not(tmp_path_factory: Any, data: bytes, begins: bool) -> None:
    path = tmp_path_factory.getbasetemp() / "any.footprint"
    path.write_bytes(b"Footprint backup 1\n" + data if begins else data)
    with pytest.raises(v.NotABackup):
        backupfile.open_container(path)


def test_a_newer_backup_is_refused(opened: v.Vault, kept: Any, tmp_path: Path) -> None:
    with opened.using() as db:
        db.execute("PRAGMA user_version = 999")
    made = v.backup(opened, tmp_path / "b.footprint")
    with pytest.raises(v.DatabaseTooNew):
        v.restore(made.path, kept.code, tmp_path / "elsewhere")
    assert v.look(tmp_path / "elsewhere").found is v.Found.NOTHING


def test_a_backup_in_the_place_of_an_older_one(opened: v.Vault, kept: Any, tmp_path: Path) -> None:
    target = tmp_path / "b.footprint"
    target.write_bytes(b"older")
    v.backup(opened, target)
    assert backupfile.open_container(target).slots.ways == (v.Way.PASSPHRASE, v.Way.CODE)
    with pytest.raises(v.ReadOnlyPlace):
        v.backup(opened, tmp_path / "no such folder" / "b.footprint")
    assert v.last_backup(opened) is not None


def test_old_backups_open_with_the_passphrase_of_their_time(
    opened: v.Vault, kept: Any, tmp_path: Path, strength: v.Strength
) -> None:
    made = v.backup(opened, tmp_path / "b.footprint")
    v.set_passphrase(opened, "window candle harbour violin", strength=strength)
    opened.close()
    v.restore(made.path, kept.phrase, kept.folder).vault.close()


def test_starting_again_sets_the_locked_vault_aside(kept: Any, clock: Any, strength: v.Strength) -> None:
    before = (kept.folder / DATABASE).read_bytes()
    v.set_aside(kept.folder, clock=clock)
    assert v.look(kept.folder).found is v.Found.NOTHING
    made = v.create(kept.folder, "window candle harbour violin", strength=strength, clock=clock)
    made.vault.close()
    aside = kept.folder / incoming.ASIDE / "2026-11-16-143000"
    assert (aside / DATABASE).read_bytes() == before
    found = v.unlock(aside, kept.code).vault
    assert v.fact(found, "test.greeting") == "good morning"
    found.close()


def test_wiping_leaves_nothing_of_the_vault(opened: v.Vault, kept: Any, tmp_path: Path, clock: Any) -> None:
    made = v.backup(opened, tmp_path / "b.footprint")
    opened.close()
    v.restore(made.path, kept.code, kept.folder, clock=clock).vault.close()
    (kept.folder / "settings.json").write_text("{}")
    v.wipe(kept.folder)
    assert sorted(path.name for path in kept.folder.iterdir()) in (["app.lock", "settings.json"], ["settings.json"])
    assert v.look(kept.folder).found is v.Found.NOTHING
    assert made.path.exists(), "a backup elsewhere is the person's own"


def test_a_share_of_the_network_can_take_a_backup(opened: v.Vault, tmp_path: Path) -> None:
    """Such a path begins with two slashes, on Windows written `\\\\server\\share`."""
    target = Path(f"/{tmp_path}") / "b 100% #1?.footprint"
    assert str(target).startswith("//") or sys.platform == "win32"
    assert v.backup(opened, target).bytes == target.stat().st_size


def test_wiping_keeps_to_its_own_vault(kept: Any, tmp_path: Path, clock: Any) -> None:
    inside = kept.folder / "another"
    shutil.copytree(kept.folder, inside)
    half = kept.folder / "vault.keys.4711.tmp"
    half.write_bytes((kept.folder / "vault.keys").read_bytes())
    v.wipe(kept.folder)
    assert not half.exists(), "half-written keys are keys"
    other = v.unlock(inside, kept.code, clock=clock).vault
    assert v.fact(other, "test.greeting") == "good morning"
    other.close()


def test_a_copy_with_an_impossible_day_is_no_copy_of_ours(kept: Any) -> None:
    (kept.folder / "backups").mkdir()
    (kept.folder / "backups" / "before-version-2-2026-99-99.footprint").write_bytes(b"x")
    assert v.look(kept.folder).backups == ()


@pytest.mark.parametrize("name", ["vault.db", "Vault.DB", "vault.keys", "vault.keys.bak", "vault.state"])
def test_a_backup_never_takes_the_place_of_a_vault(opened: v.Vault, kept: Any, tmp_path: Path, name: str) -> None:
    other = kept.copy(tmp_path / "other")

    def files(folder: Path) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith(("-shm", "-wal"))}

    for folder in (kept.folder, other.folder):
        before = files(folder)
        with pytest.raises(v.VaultThere):
            v.backup(opened, folder / name)
        assert files(folder) == before
    assert v.last_backup(opened) is None
