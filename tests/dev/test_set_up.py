"""The set-up script: everything once, nothing twice, a screen that turns up later, and plain words when it fails."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


class Commands:
    """Writes down what would be run, and answers as told; making the virtual environment makes its folder."""

    def __init__(self, folder: Path) -> None:
        self.ran: list[str] = []
        self.fails: Callable[[str], bool] = lambda _line: False
        self._folder = folder

    def __call__(self, *command: object, quiet: bool = False) -> int:
        line = " ".join(str(part) for part in command)
        self.ran.append(line)
        if " -m venv " in line and not self.fails(line):
            (self._folder / ".venv" / "bin").mkdir(parents=True)
            (self._folder / ".venv" / "bin" / "python").touch()
        return int(self.fails(line))

    def about(self, word: str) -> list[str]:
        return [line for line in self.ran if word in line]


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev_under_test", ROOT / "dev.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "set-up-for")
    monkeypatch.setattr(module, "call", Commands(tmp_path))
    monkeypatch.setattr(module, "missing_packages", lambda: ["libegl1"])
    monkeypatch.setattr(module, "has_display", lambda: False)
    monkeypatch.setattr(module, "_rights", lambda: ())
    monkeypatch.setattr(module.shutil, "which", lambda name: f"/usr/bin/{name}")
    return module


def test_the_first_call_sets_up_everything_and_the_second_nothing(dev: ModuleType) -> None:
    dev.set_up()
    assert dev.call.about("apt-get install") and dev.call.about("-m venv") and dev.call.about("--require-hashes")
    before = len(dev.call.ran)
    dev.set_up()
    assert len(dev.call.ran) == before


def test_a_screen_that_turns_up_later_gets_its_libraries_and_nothing_else(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.set_up()
    before = len(dev.call.ran)
    monkeypatch.setattr(dev, "has_display", lambda: True)
    dev.set_up()
    new = dev.call.ran[before:]
    assert any("apt-get install" in line for line in new) and not any("pip" in line for line in new)
    before = len(dev.call.ran)
    dev.set_up()
    assert len(dev.call.ran) == before


def test_other_requirements_are_installed_anew(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.set_up()
    lock = tmp_path / "requirements.lock"
    lock.write_text("click==9 --hash=sha256:0\n")
    monkeypatch.setattr(dev, "LOCK", lock)
    before = len(dev.call.ran)
    dev.set_up()
    assert any(str(lock) in line for line in dev.call.ran[before:])


def test_without_the_rights_the_exact_command_is_printed(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "_rights", lambda: None)
    dev.set_up()
    assert "sudo apt-get install -y --no-install-recommends libegl1" in capsys.readouterr().out
    assert not dev.call.about("apt-get")


@pytest.mark.parametrize(
    ("what", "words"), [(" -m venv ", "python3-venv"), ("--require-hashes", "Check the internet connection")]
)
def test_what_goes_wrong_is_said_and_tried_again_next_time(dev: ModuleType, what: str, words: str) -> None:
    dev.call.fails = lambda line: what in line
    with pytest.raises(SystemExit, match=words):
        dev.set_up()
    dev.call.fails = lambda line: False
    dev.set_up()
    assert dev.STAMP.exists()


def test_an_older_python_is_told_so(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 0))
    with pytest.raises(SystemExit, match=r"3\.11 or newer"):
        dev.set_up()


def test_without_a_display_run_says_so_in_one_line_and_runs_the_demo(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.run() == 0
    said = capsys.readouterr().out.strip().splitlines()
    assert len(said) == 1 and "no display" in said[0]
    assert dev.call.about("ui.start demo --out demo-report")


def test_every_command_of_the_list_is_a_target_of_make(dev: ModuleType) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(f"\n{name}:" in makefile for name in dev.COMMANDS)


def test_what_some_tests_need_is_installed_before_them_where_it_is_missing(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.sys, "platform", "linux")
    dev.test()
    assert not dev.call.about("apt-get"), "all there"
    monkeypatch.setattr(dev.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    dev.test()
    assert any("install -y --no-install-recommends gnome-keyring dbus" in line for line in dev.call.about("apt-get"))
    assert "pytest" in dev.call.ran[-1]


def test_without_the_rights_the_tests_run_without_it(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.setattr(dev.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(dev, "_rights", lambda: None)
    dev.test()
    assert [line for line in dev.call.ran if "pytest" in line] == dev.call.ran
