"""Ways in from the command line: listed, changed, removed, the keyring, and a new key for everything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from footprint import vault as vaults
from footprint.vault import systemkeyring
from tests.cli.driver import PHRASE, ROOT, App
from tests.vault.stores import Store

NEW = "window candle harbour violin"


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    """A password store of this computer that works."""
    made = Store()
    monkeypatch.setattr(systemkeyring, "_backend", lambda: made)
    return made


@pytest.fixture
def no_store(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_here() -> None:
        raise vaults.KeyringUnavailable(vaults.Situation.NO_STORE)

    monkeypatch.setattr(systemkeyring, "_backend", none_here)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    file = tmp_path / "new.txt"
    file.write_text(NEW + "\n", encoding="utf-8")
    return file


def test_the_passphrase_is_changed_and_the_ways_are_listed(app: App, phrase: Path, new: Path) -> None:
    assert "old one" in app.ok("passphrase", "--new-passphrase-file", str(new))
    assert app("ways", "list").code == 3
    phrase.write_text(NEW, encoding="utf-8")
    said = app.ok("ways", "list")
    assert "Passphrase" in said and "Recovery code" in said and "This computer" not in said


def test_both_passphrases_may_come_from_standard_input(app: App, folder: Path) -> None:
    said = app(
        "passphrase", "--new-passphrase-file", "-", options=("--passphrase-file", "-"), stdin=f"{PHRASE}\n{NEW}\n"
    )
    assert said.code == 0, said.err
    vaults.unlock(folder, NEW).vault.close()


def test_after_the_recovery_code_no_old_passphrase_is_needed(app: App, folder: Path, phrase: Path, new: Path) -> None:
    code = app.data("recovery")["recovery_code"]
    phrase.write_text(code, encoding="utf-8")
    app.ok("passphrase", "--new-passphrase-file", str(new))
    vaults.unlock(folder, NEW).vault.close()


def test_with_nobody_to_ask_the_option_is_named(app: App) -> None:
    said = app("passphrase")
    assert said.code == 2 and "--new-passphrase-file" in said.err


def test_a_second_code_is_removed_and_the_last_one_stays(app: App) -> None:
    app.ok("recovery", "--keep-old")
    codes = [one for one in app.data("ways", "list") if one["way"] == "code"]
    app.ok("ways", "remove", codes[0]["id"][:8])
    (left,) = [one for one in app.data("ways", "list") if one["way"] == "code"]
    said = app("ways", "remove", left["id"])
    assert said.code == 2 and "need a passphrase and a recovery sheet" in said.err


def test_the_keyring_opens_the_vault_where_no_file_is_named(app: App, store: Store, folder: Path) -> None:
    assert app.data("keyring") == {"on": False, "since": None}
    assert "IT department" in app.ok("keyring", "on")
    said = app("status", options=("--passphrase-file", ""))
    assert said.code == 0 and not said.err
    store.entries.clear()
    said = app("status", options=("--passphrase-file", ""))
    assert said.code == 2 and "may have been reset" in said.err and "nobody to ask" in said.err
    assert app.data("keyring", "off") == {"on": False, "since": None}
    said = app("status", options=("--passphrase-file", ""))
    assert said.code == 2 and "reset" not in said.err


def test_a_store_that_is_not_there_is_told_and_nothing_changes(app: App, no_store: None) -> None:
    said = app("keyring", "on")
    assert said.code == 2 and "no password store" in said.err and "Nothing was changed" in said.err
    assert len(app.data("ways", "list")) == 2


def test_a_vault_is_made_with_the_keyring_or_says_why_not(
    app: App, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = app("init", "--keyring", options=("--vault", str(tmp_path / "second")), json=True)
    assert made.data["keyring"] is True and len(store.entries) == 1

    def broken() -> None:
        raise RuntimeError

    monkeypatch.setattr(systemkeyring, "_backend", broken)
    made = app("init", "--keyring", options=("--vault", str(tmp_path / "third")), json=True)
    assert made.code == 0 and made.data["keyring"] is False and "did not work" in made.err


def test_a_passphrase_that_was_seen_opens_nothing_any_more(
    app: App, folder: Path, phrase: Path, new: Path, tmp_path: Path, store: Store
) -> None:
    app.ok("keyring", "on")
    app.ok("backup", str(tmp_path / "mine.footprint"))
    said = app("rotate", "--new-passphrase-file", str(new), json=True)
    assert said.code == 0, said.err
    assert "Changing over" in said.err and said.data["keyring_lost"] is None
    assert [Path(one["path"]).name for one in said.data["copies"]] == ["mine.footprint"]
    assert app("status").code == 3
    phrase.write_text(said.data["recovery_code"], encoding="utf-8")
    assert app("status").code == 0
    phrase.write_text(NEW, encoding="utf-8")
    assert "mine.footprint" in app.ok("ways", "copies", "--delete"), "yours is named and not deleted"
    assert (tmp_path / "mine.footprint").exists()


def test_the_passphrase_that_was_seen_is_refused_as_the_new_one(app: App, phrase: Path) -> None:
    said = app("rotate", "--new-passphrase-file", str(phrase))
    assert said.code == 2 and "Choose another" in said.err


def test_another_process_sees_the_new_passphrase(app: App, folder: Path, new: Path) -> None:
    app.ok("rotate", "--new-passphrase-file", str(new), "--delete-copies")
    done = subprocess.run(
        [sys.executable, "-m", "footprint", "--vault", str(folder), "--passphrase-file", str(new), "status"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
