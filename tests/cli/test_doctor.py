"""The doctor, the lint and opening the app."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from footprint import paths, qt_libraries
from footprint.vault import systemkeyring
from footprint.workbench import Workbench
from tests.cli.driver import App, process
from tests.vault.stores import Store


def states(app: App, code: int) -> dict[str, str]:
    said = app("doctor", json=True)
    assert said.code == code, said.out
    return {one["name"]: one["state"] for one in said.data["lines"]}


@pytest.fixture(autouse=True)
def everything_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """What this machine has of Qt's libraries is not what is tried here."""
    monkeypatch.setattr(qt_libraries.ctypes.util, "find_library", lambda name: f"lib{name}.so")


def test_a_sound_computer_and_vault(app: App, tmp_path: Path) -> None:
    before = states(app, 0)
    assert before["Vault"] == "ok" and before["Last backup"] == "note"
    app.ok("backup", str(tmp_path / "notes.backup"))
    assert states(app, 0)["Last backup"] == "ok"
    (tmp_path / "notes.backup").unlink()
    assert states(app, 0)["Last backup"] == "note"


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_a_folder_others_can_read_is_a_problem_with_its_command(app: App) -> None:
    app.folder.chmod(0o755)
    said = app("doctor")
    assert said.code == 1
    assert f"chmod -R go-rwx {shlex.quote(str(app.folder))}" in said.out


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_a_file_that_goes_while_it_is_looked_at_is_no_problem(app: App) -> None:
    (app.folder / "vault.db-gone").symlink_to("nowhere")
    assert states(app, 0)["Who can read it"] == "ok"


def test_a_damaged_vault_is_a_problem(app: App) -> None:
    database = app.folder / "vault.db"
    whole = database.read_bytes()
    database.write_bytes(whole[:8192] + bytes(len(whole) - 8192))
    assert states(app, 1)["Vault"] == "problem"


def test_a_password_store_is_looked_at_only_where_it_is_a_way_in(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store()
    monkeypatch.setattr(systemkeyring, "_backend", lambda: store)
    assert "Password store" not in states(app, 0)
    app.ok("keyring", "on")
    assert states(app, 0)["Password store"] == "ok"
    store.entries.clear()
    assert states(app, 0)["Password store"] == "note"


def test_a_missing_library_is_named_by_the_exact_command(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(
        qt_libraries.ctypes.util, "find_library", lambda name: None if name in ("EGL", "xcb-cursor") else name
    )
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    said = app("doctor")
    assert said.code == 1 and "apt-get install -y --no-install-recommends libegl1\n" in said.out
    monkeypatch.setenv("DISPLAY", ":0")
    assert "libegl1 libxcb-cursor0\n" in app("doctor").out


def test_without_a_vault_the_computer_is_looked_at_all_the_same(app: App, tmp_path: Path) -> None:
    said = app("doctor", options=("--vault", str(tmp_path / "none")), json=True)
    assert said.code == 0
    assert not (tmp_path / "none").exists()


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
@pytest.mark.parametrize("arguments", [("doctor",), ("status",), ("wipe", "--yes")])
def test_a_folder_of_somebody_else_is_left_as_it_is(app: App, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """A mistyped `--vault` must not close, say, a shared folder to everybody else."""
    other = tmp_path / "shared"
    other.mkdir()
    other.chmod(0o777)
    app(*arguments, options=("--vault", str(other)))
    assert other.stat().st_mode & 0o777 == 0o777
    assert list(other.iterdir()) == []


def test_a_mistake_in_a_checklist_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    """In a process of its own, and without any vault."""
    for file in paths.shipped("checklists").glob("*.toml"):
        shutil.copy(file, tmp_path)
    sound = process(sys.executable, "-m", "footprint", "checklists", "lint", str(tmp_path))
    assert (sound.code, sound.err) == (0, "")
    wrong = tmp_path / "whatsapp.toml"
    wrong.write_text(wrong.read_text(encoding="utf-8").replace('risk = "', 'risk = "un', 1), encoding="utf-8")
    said = process(sys.executable, "-m", "footprint", "--json", "checklists", "lint", str(tmp_path))
    assert said.code == 1
    (problem,) = said.data["problems"]
    assert problem["file"] == "whatsapp.toml" and problem["place"] == "checks[0].risk"
    lines = process(sys.executable, "-m", "footprint", "checklists", "lint", str(tmp_path)).out.splitlines()
    assert len(lines) == 1 and lines[0].startswith("whatsapp.toml: checks[0].risk: ")


def test_an_empty_folder_is_not_sound(app: App, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert app("checklists", "lint", str(tmp_path / "empty")).code == 1
    assert app("checklists", "lint", str(tmp_path / "none")).code == 2


class Windows:
    """Windows that only remember what they were asked to open."""

    def __init__(self) -> None:
        self.opened: list[tuple[Path, bool]] = []

    def can_open(self) -> bool:
        return True

    def open(self, folder: Path, *, offline: bool = False, minimised: bool = False) -> int:
        self.opened.append((folder, offline))
        return 7

    def take_pictures(self, bench: Workbench, out: Path, say: Callable[[str], None]) -> list[Path]:
        return []


def test_the_app_is_opened_where_there_is_a_display(app: App) -> None:
    windows = app.windows = Windows()
    assert app("open").code == 7
    assert app(options=("--offline",)).code == 7
    assert windows.opened == [(app.folder, False), (app.folder, True)]
