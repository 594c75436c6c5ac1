"""The command line as it really runs: a process for each command, with exit codes and one line for each problem."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from footprint import vault as vaults
from tests.cli.driver import PHRASE, ROOT, command, process


def test_a_vault_is_made_filled_and_read_back(tmp_path: Path, phrase: Path) -> None:
    start = command(tmp_path / "new", phrase)
    made = process(*start, "--json", "init")
    assert made.code == 0
    assert set(json.loads(made.out)) == {"folder", "vault", "day", "recovery_code", "keyring"}
    assert process(*start, "person", "add", "name", "Ada Example").code == 0
    assert "Ada Example" in process(*start, "person", "show").out
    code = json.loads(made.out)["recovery_code"]
    by_code = process(*command(tmp_path / "new", Path("-")), "person", "show", stdin=code + "\n")
    assert by_code.code == 0 and "Ada Example" in by_code.out


def test_a_wrong_passphrase_exits_3_with_one_line(folder: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("not the passphrase at all", encoding="utf-8")
    said = process(*command(folder, wrong), "status")
    assert said.code == 3
    assert said.out == ""
    assert said.err.count("\n") == 1 and "passphrase" in said.err


def test_a_vault_that_is_open_elsewhere_exits_3(folder: Path, phrase: Path) -> None:
    opened = vaults.unlock(folder, PHRASE)
    try:
        for arguments in (["status"], ["wipe", "--yes"], ["init"], ["doctor"]):
            said = process(*command(folder, phrase), *arguments)
            assert said.code == (1 if arguments == ["doctor"] else 3), arguments
    finally:
        opened.vault.close()
    assert process(*command(folder, phrase), "status").code == 0


def test_no_vault_exits_3_and_makes_no_folder(tmp_path: Path, phrase: Path) -> None:
    said = process(*command(tmp_path / "none", phrase), "status")
    assert said.code == 3
    assert "footprint init" in said.err and said.err.count("\n") == 1
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["checklists", "show"], ["log", "move"], ["search", "run", "--only", "x"], ["--nonsense"]],
)
def test_wrong_use_exits_2_with_one_line(arguments: list[str], tmp_path: Path) -> None:
    said = process(sys.executable, "-m", "footprint", "--vault", str(tmp_path / "none"), *arguments)
    assert said.code == 2
    assert said.err.count("\n") == 1 and "Traceback" not in said.err


def test_nobody_to_ask_is_wrong_use(folder: Path) -> None:
    said = process(sys.executable, "-m", "footprint", "--vault", str(folder), "status")
    assert said.code == 2 and "--passphrase-file" in said.err


def test_help_lists_every_command() -> None:
    said = process(sys.executable, "-m", "footprint", "--help")
    assert said.code == 0
    for name in ("init", "status", "person", "account", "checklists", "search", "log", "ledger", "backup", "doctor"):
        assert f"\n  {name} " in said.out


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    """`footprint checklists links | head -1`: quiet, whatever is left unsaid."""
    running = subprocess.Popen(
        [sys.executable, "-m", "footprint", "--json", "checklists", "coverage"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert running.stdout is not None and running.stderr is not None
    running.stdout.close()
    error = running.stderr.read()
    running.stderr.close()
    assert running.wait(60) == 0
    assert error == b""


def test_without_a_display_open_says_so_and_prints_the_status(folder: Path, phrase: Path) -> None:
    for arguments in ([], ["open"]):
        said = process(*command(folder, phrase), *arguments)
        assert said.code == 0
        assert said.err.count("\n") == 1
        assert "status" in said.err and "No search yet" in said.out


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX sends them")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_demo_that_is_stopped_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(
        [sys.executable, "-m", "footprint", "demo"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
    )
    assert running.stderr is not None
    while "Asking" not in running.stderr.readline():
        time.sleep(0)
    running.send_signal(number)
    _out, error = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "Stopped. The invented notes are gone." in error
    assert "Traceback" not in error
    assert list(tmp_path.iterdir()) == []
