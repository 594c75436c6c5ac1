"""After a wipe nothing the app ever made is there, and what it cannot reach is said."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked

from footprint import checklists, logs, paths, settings, traces, web
from footprint import vault as v
from footprint.vault import place
from tests.vault.stores import Credential, Store

PHRASE = "lamp river stone orchard"
STRENGTH = v.Strength(memory=64 * 1024, passes=3, lanes=4)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own, temporary folder and all."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    yield tmp_path


def used(folder: Path, elsewhere: Path) -> traces.Elsewhere:
    """A vault in `folder` with all that may come to lie beside it."""
    vault = v.create(folder, PHRASE, strength=STRENGTH).vault
    v.backup(vault, elsewhere)
    web.note_made(vault, "A report of your list", ("my list.pdf",))
    known = traces.what_is_known(vault)
    vault.close()
    settings.SettingsFile(folder).change(seen_welcome=True)
    logs.Log(folder).note(logs.Event.STARTED)
    (folder / checklists.STEPS_FILE).write_bytes(b"steps")
    (folder / "packs").mkdir()
    (folder / "packs" / f"{'a' * 32}.footprint-pack").write_bytes(b"pack")
    (folder / "due.json").write_text("{}")
    (folder / "vault (1).keys").write_bytes((folder / "vault.keys").read_bytes())
    (folder / "backups").mkdir()
    (folder / "backups" / "before-version-3-2026-11-16.footprint").write_bytes(elsewhere.read_bytes())
    (folder / "set-aside" / "2026-11-16-143000").mkdir(parents=True)
    (folder / "set-aside" / "2026-11-16-143000" / "vault.db").write_bytes(b"old")
    left = v.throw_away().backing
    assert isinstance(left, v.throwaway.ThrowAway)
    left._claim.release()  # as after a crash
    return known


def names(home: Path) -> set[str]:
    return {str(path.relative_to(home)) for path in home.rglob("*")}


def test_nothing_is_left_of_it(home: Path) -> None:
    folder, before = paths.usual_vault_folder(), names(home)
    known = used(folder, home / "backup.footprint")
    wiped = traces.wipe(folder, known)
    assert names(home) - before <= {"backup.footprint", "data"}
    gone = {one.name: one.count for one in wiped.removed}
    assert gone["vault"] >= 5 and set(gone) == {
        "vault", "second", "settings", "due", "steps", "packs", "logs", "temporary", "folder",
    }  # fmt: skip
    assert not traces.anything(folder) and traces.wipe(folder).removed == ()


def test_it_says_what_it_cannot_reach(home: Path) -> None:
    folder = paths.usual_vault_folder()
    left = traces.wipe(folder, used(folder, home / "backup.footprint")).left
    assert str(home / "backup.footprint") in {one.where for one in left}
    said = " ".join(one.words for one in left)
    assert "my list.pdf" in said and "paper" in said and "memory" in said
    assert "could not look up" in " ".join(one.do for one in traces.wipe(folder).left)


def test_what_is_not_the_apps_own_stays(home: Path) -> None:
    folder = home / "notes"
    used(folder, home / "backup.footprint")
    (folder / "shopping.txt").write_text("milk")
    wiped = traces.wipe(folder)
    assert [path.name for path in folder.iterdir() if path.name != place.LOCK] == ["shopping.txt"]
    assert any("shopping.txt" in one.words for one in wiped.left)


def test_the_note_of_the_folder_goes_only_when_it_leads_there(home: Path) -> None:
    paths.remember_folder(home / "mine")
    used(home / "other", home / "backup.footprint")
    traces.wipe(home / "other")
    assert paths.default_vault_folder() == home / "mine"
    used(home / "mine", home / "backup.footprint")
    traces.wipe(home / "mine")
    assert paths.default_vault_folder() == paths.usual_vault_folder() and not (home / "data" / "Footprint").exists()


@pytest.mark.skipif(os.name != "posix", reason="a folder that takes nothing")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for root")
def test_what_sticks_is_said_and_keeps_nothing_else(home: Path) -> None:
    folder = home / "notes"
    used(folder, home / "backup.footprint")
    (folder / "logs").chmod(0o500)
    try:
        wiped = traces.wipe(folder)
    finally:
        (folder / "logs").chmod(0o700)
    assert [one.where.endswith("footprint.log") for one in wiped.left if one.stuck] == [True]
    assert not (folder / "settings.json").exists()


def test_a_vault_that_is_open_elsewhere_loses_nothing(home: Path) -> None:
    """Another process is played by a claim of its own kind."""
    folder = home / "notes"
    used(folder, home / "backup.footprint")
    before = names(home)
    other = place.hold(folder, first=True)
    try:
        with pytest.raises(v.InUse):
            traces.wipe(folder)
    finally:
        other.release()
    assert names(home) == before


def test_one_that_was_cut_off_goes_on(home: Path) -> None:
    """The notes are gone, the rest is not: a second one finds it."""
    folder = home / "notes"
    used(folder, home / "backup.footprint")
    v.wipe(folder)
    assert traces.anything(folder)
    assert "settings" in {one.name for one in traces.wipe(folder).removed}
    assert not folder.exists()


def test_entries_in_the_password_store_go_first(home: Path) -> None:
    folder, store = home / "notes", Store()
    vault = v.create(folder, PHRASE, strength=STRENGTH).vault
    v.turn_on_keyring(vault, store=store.keyring())
    vault.close()
    assert len(store.entries) == 1
    wiped = traces.wipe(folder, kinds=traces.all_kinds(store.keyring()))
    assert store.entries == {} and wiped.removed[0].name == "keyring" and not folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="a folder that takes nothing")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for root")
@pytest.mark.parametrize("where", [".", "set-aside/2026-11-16-143000", "backups"])
def test_a_folder_that_takes_no_deletions_loses_nothing(home: Path, where: str) -> None:
    """Not the slots, not what the password store holds: the notes still open in every way."""
    folder, store = home / "notes", Store()
    used(folder, home / "backup.footprint")
    vault = v.unlock(folder, PHRASE).vault
    v.turn_on_keyring(vault, store=store.keyring())
    vault.close()
    (folder / "set-aside" / "2026-11-16-143000" / "vault.keys").write_bytes((folder / "vault.keys").read_bytes())
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    (folder / where).chmod(0o500)
    try:
        with pytest.raises(v.ReadOnlyPlace):
            traces.wipe(folder, kinds=traces.all_kinds(store.keyring()))
    finally:
        (folder / where).chmod(0o700)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert len(store.entries) == 1


@pytest.mark.skipif(os.name != "posix", reason="a link needs no rights here")
def test_what_a_link_leads_to_is_not_touched(home: Path) -> None:
    folder = home / "notes"
    used(folder, home / "backup.footprint")
    kept_elsewhere = (home / "backup.footprint").read_bytes()
    (folder / "backups" / "automatic-2026-11-15.footprint").symlink_to(home / "backup.footprint")
    (home / "other").mkdir()
    (home / "other" / "vault.keys").write_bytes(b"the slots of other notes")
    (folder / "set-aside" / "2026-11-15-120000").symlink_to(home / "other", target_is_directory=True)
    traces.wipe(folder)
    assert (home / "backup.footprint").read_bytes() == kept_elsewhere
    assert (home / "other" / "vault.keys").read_bytes() == b"the slots of other notes"
    assert not folder.exists()


class Closed(Store):
    """One that stays locked."""

    def get_credential(self, service: str, username: str | None) -> Credential | None:
        raise KeyringLocked


def test_a_password_store_that_does_not_answer_is_told_and_keeps_nothing(home: Path) -> None:
    folder, store = home / "notes", Store()
    vault = v.create(folder, PHRASE, strength=STRENGTH).vault
    v.turn_on_keyring(vault, store=store.keyring())
    vault.close()
    wiped = traces.wipe(folder, kinds=traces.all_kinds(Closed().keyring()))
    assert "password store" in wiped.left[0].words and not (folder / "vault.db").exists()
