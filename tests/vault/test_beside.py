"""Looking into copies, notes set aside, second versions beside the vault."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from footprint import vault as v
from footprint.vault import place
from tests.vault.stores import Store


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "app.lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_a_backup_is_looked_into_before_it_replaces_anything(opened: v.Vault, kept: Any, tmp_path: Path) -> None:
    made = v.backup(opened, tmp_path / "b.footprint")
    before, look = files(kept.folder), tmp_path / "look"
    look.mkdir()
    inside = v.look_inside(made.path, kept.code, temporary=look)
    assert v.fact(inside.vault, "test.greeting") == "good morning"
    assert inside.newest is not None and inside.newest.year == 2026
    with pytest.raises(v.OnlyToLook):
        v.set_fact(inside.vault, "test.greeting", "changed")
    inside.vault.close()
    assert files(kept.folder) == before and not list(look.iterdir())


def test_what_is_no_copy_is_refused(kept: Any, tmp_path: Path, waiting: Any, opened: v.Vault) -> None:
    made = v.backup(opened, tmp_path / "b.footprint")
    (tmp_path / "other.footprint").write_bytes(b"not a backup")
    for path in (tmp_path / "other.footprint", tmp_path, tmp_path / "missing", kept.folder / "vault.state"):
        with pytest.raises(v.NotABackup):
            v.look_inside(path, kept.code, temporary=tmp_path)
    with pytest.raises(v.WrongSecret):
        v.look_inside(made.path, "something else", temporary=tmp_path, patience=waiting.patience())
    assert waiting.waited == [1.0] and not list(tmp_path.glob("footprint-look-*"))


def test_a_second_version_opens_beside_and_stays_as_it_is(opened: v.Vault, kept: Any, tmp_path: Path) -> None:
    second = kept.folder / "vault (conflicted copy 2026-11-16).db"
    opened.settle()
    shutil.copy(kept.folder / "vault.db", second)
    v.set_fact(opened, "test.greeting", "good evening")
    assert v.second_versions(kept.folder) == (second,)
    before = second.read_bytes()
    inside = v.look_inside(second, kept.code, temporary=tmp_path)
    assert v.fact(inside.vault, "test.greeting") == "good morning"
    assert v.fact(opened, "test.greeting") == "good evening"
    inside.vault.close()
    assert second.read_bytes() == before and not list(kept.folder.glob("*copy*-wal"))


def test_its_own_slots_come_first(kept: Any, template: Any, tmp_path: Path, strength: Any) -> None:
    other = tmp_path / "other"
    code = v.new_code()
    made = v.create(other, "another four invented words", code=code, strength=strength).vault
    v.set_fact(made, "test.greeting", "from elsewhere")
    made.close()
    for ending in ("db", "keys"):
        shutil.copy(other / f"vault.{ending}", kept.folder / f"vault-LAPTOP.{ending}")
    inside = v.look_inside(kept.folder / "vault-LAPTOP.db", code, temporary=tmp_path)
    assert v.fact(inside.vault, "test.greeting") == "from elsewhere"
    inside.vault.close()


def test_what_was_set_aside_is_listed_looked_into_put_back_and_deleted(
    opened: v.Vault, kept: Any, tmp_path: Path, clock: Any
) -> None:
    made = v.backup(opened, tmp_path / "b.footprint")
    v.set_fact(opened, "test.greeting", "good evening")
    opened.close()
    v.restore(made.path, kept.code, kept.folder, clock=clock).vault.close()
    (aside,) = v.set_asides(kept.folder)
    assert aside.at is not None and aside.at.isoformat() == "2026-11-16T14:30:00+00:00" and aside.bytes > 0
    inside = v.look_inside(aside.path, kept.code, temporary=tmp_path)
    assert v.fact(inside.vault, "test.greeting") == "good evening"
    inside.vault.close()
    clock.advance(days=1)
    v.put_back(kept.folder, aside.name, clock=clock)
    again = v.unlock(kept.folder, kept.code, clock=clock)
    assert v.fact(again.vault, "test.greeting") == "good evening" and again.older is None
    again.vault.close()
    (other,) = v.set_asides(kept.folder)
    assert other.name != aside.name
    v.delete_aside(kept.folder, other.name)
    assert v.set_asides(kept.folder) == ()
    for do in (v.put_back, v.delete_aside):
        with pytest.raises(v.NotABackup):
            do(kept.folder, "../kept")


@pytest.mark.parametrize(
    ("name", "second"),
    [
        ("vault (1).db", True),
        ("vault (conflicted copy 2026-11-16 101500).db", True),
        ("vault (Sam's conflicted copy 2026-11-16).keys", True),
        ("vault-LAPTOP-7F3A.db", True),
        ("vault.sync-conflict-20261116-101500-ABCDEFG.db", True),
        ("Copy of vault.db", True),
        ("vault 2.db", True),
        ("vault_conflict-20261116.state", True),
        ("vault.db", False),
        ("vault.db-wal", False),
        ("vault.keys.bak", False),
        ("vault.keys.4711.tmp", False),
        ("vault.backups", False),
        ("vaulting.db", False),
        ("settings (1).json", False),
    ],
)
def test_names_services_give_to_second_versions(tmp_path: Path, name: str, second: bool) -> None:
    (tmp_path / name).touch()
    assert place.conflicts(tmp_path) == ((name,) if second else ())


@pytest.mark.parametrize("mark", [".dropbox", ".nextcloudsync.log", ".stfolder", ".owncloudsync.log"])
def test_a_folder_a_service_has_marked_is_noticed_whatever_its_name(tmp_path: Path, mark: str) -> None:
    deep = tmp_path / "Files" / "notes"
    deep.mkdir(parents=True)
    assert place.synced_by(deep) is None
    (tmp_path / "Files" / mark).touch()
    assert place.synced_by(deep) is not None


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("Nextcloud/x", "Nextcloud"),
        ("OneDrive - Example Council/x", "OneDrive"),
        ("Library/CloudStorage/GoogleDrive-sam@mail.example/x", "Google Drive"),
        ("Library/CloudStorage/Dropbox/x", "Dropbox"),
        ("Dropboxes/x", None),
    ],
)
def test_folders_of_services_are_known_by_name(tmp_path: Path, path: str, service: str | None) -> None:
    assert place.synced_by(tmp_path / path) == service


def test_with_notes_set_aside_goes_what_the_password_store_holds_for_them_alone(
    opened: v.Vault, kept: Any, clock: Any
) -> None:
    """Of two that were set aside the older one is opened by it as well: its entry goes with the last of them."""
    store = Store()
    v.turn_on_keyring(opened, store=store.keyring())
    made = v.backup(opened, kept.folder.parent / "b.footprint")
    opened.close()
    for _time in range(2):
        v.restore(made.path, kept.code, kept.folder, clock=clock).vault.close()
    restored = v.unlock(kept.folder, kept.code).vault
    v.remove_way(
        restored, next(one.id for one in v.list_ways(restored) if one.way is v.Way.KEYRING), store=Store().keyring()
    )
    restored.close()
    first, second = v.set_asides(kept.folder)
    v.delete_aside(kept.folder, first.name, store=store.keyring())
    assert len(store.entries) == 1
    v.delete_aside(kept.folder, second.name, store=store.keyring())
    assert store.entries == {}
