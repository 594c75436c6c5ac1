"""Moving everything to another folder: nothing that is there already is touched; one that was cut off can be redone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footprint import vault as v
from footprint.vault import place
from tests.torture import kept as made
from tests.torture.kept import Kept


@pytest.fixture
def notes(kept: Kept) -> Kept:
    vault = kept.open().vault
    v.copy_now(vault)
    vault.close()
    (kept.folder / "settings.json").write_text("{}")
    return kept


def files(folder: Path) -> dict[str, bytes]:
    there = (path for path in folder.rglob("*") if path.is_file() and path.name != "app.lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in there}


def move(notes: Kept, target: Path, point: Callable[[Path], bool] = lambda _to: True) -> bool:
    return v.move_folder(notes.folder, target, point, others=("settings.json",))


def test_everything_moves_to_a_safe_place(opened: v.Vault, kept: Any, tmp_path: Path) -> None:
    v.copy_now(opened)
    opened.close()
    (kept.folder / "settings.json").write_text("{}")
    (kept.folder / "holiday.jpg").write_text("not ours")
    before = files(kept.folder)
    target, pointed = tmp_path / "safe" / "notes", list[Path]()
    assert v.move_folder(kept.folder, target, lambda to: not pointed.append(to), others=("settings.json",))
    assert pointed == [target]
    del before["holiday.jpg"]
    assert files(target) == before
    assert list(files(kept.folder)) == ["holiday.jpg"]
    again = v.unlock(target, kept.code)
    assert v.fact(again.vault, "test.greeting") == "good morning" and again.older is None
    again.vault.close()


def test_a_move_that_cannot_be_noted_leaves_all_as_it_was(kept: Any, tmp_path: Path) -> None:
    before, target = files(kept.folder), tmp_path / "safe"
    with pytest.raises(v.ReadOnlyPlace):
        v.move_folder(kept.folder, target, lambda _to: False)
    assert files(kept.folder) == before and files(target) == {}


def test_a_move_never_writes_over_other_notes(kept: Any, tmp_path: Path, strength: Any) -> None:
    other = tmp_path / "other"
    v.create(other, "another four invented words", strength=strength).vault.close()
    before = files(other)
    for target in (other, kept.folder, kept.folder / "inside", tmp_path):
        with pytest.raises(v.VaultThere):
            v.move_folder(kept.folder, target, lambda _to: True)
    assert files(other) == before and v.look(kept.folder).found is v.Found.VAULT


def test_the_same_notes_that_have_lived_on_there_stay(notes: Kept, tmp_path: Path) -> None:
    """A backup that was put back in another folder has the same id, and may be the newer one."""
    opened = notes.open().vault
    backup = v.backup(opened, tmp_path / "b.footprint").path
    opened.close()
    other = v.restore(backup, notes.code, tmp_path / "stick").vault
    v.set_fact(other, "test.greeting", "newer than the others")
    other.close()
    before = files(tmp_path / "stick"), files(notes.folder)
    with pytest.raises(v.VaultThere):
        move(notes, tmp_path / "stick")
    assert (files(tmp_path / "stick"), files(notes.folder)) == before


@pytest.mark.parametrize("name", ["settings.json", "backups/automatic-2026-11-16.footprint", "vault.db"])
def test_a_file_of_the_person_is_never_replaced(notes: Kept, tmp_path: Path, name: str) -> None:
    there = tmp_path / "new" / name
    there.parent.mkdir(parents=True)
    there.write_bytes(b"mine")
    if name.startswith("backups"):
        next((notes.folder / "backups").glob("auto*")).with_name(there.name).write_bytes(b"of the app")
    before = files(notes.folder)
    with pytest.raises(v.VaultThere):
        move(notes, tmp_path / "new")
    assert files(tmp_path / "new") == {name: b"mine"} and files(notes.folder) == before


@pytest.mark.parametrize(
    "missing", [(), ("vault.keys", "vault.keys.bak"), ("vault.keys", "vault.keys.bak", "vault.db")]
)
def test_one_that_was_cut_off_can_be_done_again(notes: Kept, tmp_path: Path, missing: tuple[str, ...]) -> None:
    """What a kill leaves is played by a picture of the new folder, taken just before the pointing."""
    before = files(notes.folder)

    def cut_off(target: Path) -> bool:
        shutil.copytree(target, tmp_path / "half", ignore=shutil.ignore_patterns(*missing))
        return False

    with pytest.raises(v.ReadOnlyPlace):
        move(notes, tmp_path / "new", cut_off)
    assert files(tmp_path / "new") == {} and files(notes.folder) == before
    assert move(notes, tmp_path / "half")
    assert files(tmp_path / "half") == before


def test_what_other_notes_left_half_moved_stays(notes: Kept, tmp_path: Path) -> None:
    others = made.make(tmp_path / "others")

    def cut_off(target: Path) -> bool:
        shutil.copytree(target, tmp_path / "half")
        return False

    with pytest.raises(v.ReadOnlyPlace):
        v.move_folder(others.folder, tmp_path / "new", cut_off)
    before = files(tmp_path / "half")
    with pytest.raises(v.VaultThere):
        move(notes, tmp_path / "half")
    assert files(tmp_path / "half") == before


def test_in_the_apps_own_folder_old_settings_give_way_and_notes_do_not(notes: Kept, tmp_path: Path) -> None:
    """They are there from a first look, before the person chose another folder."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "settings.json").write_text("older")
    before = files(notes.folder)

    def to_own() -> bool:
        return v.move_folder(notes.folder, tmp_path / "own", lambda _to: True, others=("settings.json",), apps_own=True)

    (tmp_path / "own" / "vault.keys").write_text("of other notes")
    with pytest.raises(v.VaultThere):
        to_own()
    assert files(tmp_path / "own") == {"settings.json": b"older", "vault.keys": b"of other notes"}
    (tmp_path / "own" / "vault.keys").unlink()
    assert to_own() and files(tmp_path / "own") == before


def test_where_others_use_the_new_folder_the_old_one_is_let_go(notes: Kept, tmp_path: Path) -> None:
    there = place.hold(tmp_path / "new", first=True)
    try:
        with pytest.raises(v.InUse):
            move(notes, tmp_path / "new")
    finally:
        there.release()
    place.hold(notes.folder, first=True).release()
