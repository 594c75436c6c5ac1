"""Copies from the command line: made, listed, looked into, put back, and the whole moved to another folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from footprint import paths
from footprint import vault as vaults
from tests.cli.driver import PHRASE, App


def test_automatic_copies_are_made_listed_and_turned_off(app: App, folder: Path) -> None:
    assert "none yet" in app.ok("backups", "list")
    made = app.data("backups", "now")
    listed = app.data("backups", "list")
    assert listed["automatic"]["on"] and listed["automatic"]["trouble"] == ""
    assert [one["path"] for one in listed["automatic"]["copies"]] == [made["path"]]
    assert "Made by the app" in app.ok("backups", "list")
    assert app.data("backups", "off", "--delete") == {"on": False, "deleted": 1}
    said = app.ok("backups", "list")
    assert "turned off" in said and not Path(made["path"]).exists()
    assert app.data("backups", "on") == {"on": True, "deleted": 0}


def test_what_is_in_a_copy_is_said_before_it_is_restored(app: App, tmp_path: Path, folder: Path) -> None:
    app.ok("log", "add", "An old photo")
    app.ok("backup", str(tmp_path / "b.footprint"))
    app.ok("log", "add", "A newer one")
    shown = app.data("backups", "show", str(tmp_path / "b.footprint"))
    assert (shown["items"], shown["accounts"], shown["copies"]) == (1, 0, 0)
    assert "1 thing to remove, 0 accounts" in app.ok("backups", "show", str(tmp_path / "b.footprint"))
    said = app("restore", str(tmp_path / "b.footprint"))
    assert said.code == 0 and "1 thing to remove" in said.err and "Newest change" in said.err
    (aside,) = app.data("backups", "list")["set_aside"]
    assert app.data("backups", "show", aside["path"])["items"] == 2
    app.ok("backups", "put-back", aside["name"])
    assert len(app.data("log", "list")) == 2 or app.data("backups", "list")
    (other,) = app.data("backups", "list")["set_aside"]
    app.ok("backups", "delete", other["name"])
    assert app.data("backups", "list")["set_aside"] == []
    assert app("backups", "delete", other["name"]).code == 2


def test_a_second_version_is_listed_and_looked_into(app: App, folder: Path) -> None:
    app.ok("log", "add", "An old photo")
    second = folder / "vault (conflicted copy 2026-11-16).db"
    shutil.copy(folder / "vault.db", second)
    app.ok("log", "add", "A newer one")
    assert app.data("backups", "list")["second_versions"] == [str(second)]
    assert app.data("backups", "show", str(second))["items"] == 1


def test_a_wrong_passphrase_and_a_file_that_is_none(app: App, tmp_path: Path, phrase: Path) -> None:
    app.ok("backup", str(tmp_path / "b.footprint"))
    (tmp_path / "other").write_bytes(b"something else")
    assert app("backups", "show", str(tmp_path / "other")).code == 2
    phrase.write_text("not the right one at all", encoding="utf-8")
    assert app("backups", "show", str(tmp_path / "b.footprint")).code == 3


def test_everything_moves_and_is_found_again(
    app: App, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "usual_vault_folder", lambda: folder)
    app.ok("log", "add", "An old photo")
    app.ok("backups", "off")
    said = app.data("move", str(tmp_path / "safe"))
    assert said == {"folder": str(tmp_path / "safe"), "old_folder_empty": True}
    assert paths.default_vault_folder() == tmp_path / "safe"
    assert (tmp_path / "safe" / "settings.json").is_file()
    assert vaults.look(folder).found is vaults.Found.NOTHING
    vaults.unlock(tmp_path / "safe", PHRASE).vault.close()


def test_nothing_moves_into_itself(app: App, folder: Path) -> None:
    assert app("move", str(folder / "inside")).code == 2
    assert app("log", "list").code == 0
