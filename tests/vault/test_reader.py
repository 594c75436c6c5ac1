"""The reader in `docs/`: a stranger reads every vault there is with it, without the app."""

from __future__ import annotations

import ast
import os
from pathlib import Path
from typing import Any

from docs import reader
from tests.torture.row23_reader import SCRIPT, run_script
from tests.torture.rows import try_row


def test_it_reads_every_row_of_every_fixture() -> None:
    assert try_row("23", 1).passed


def test_it_reads_what_is_only_in_the_log_and_a_backup() -> None:
    assert try_row("23 log", 1).passed


def test_a_flipped_bit_makes_it_fail() -> None:
    found = try_row("23 flip", 80)
    assert found.bad == 0 and found.control


def test_it_imports_nothing_but_the_standard_library_and_cryptography() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    names = {one.name for node in ast.walk(tree) if isinstance(node, ast.Import) for one in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    others = {name for name in names if name.split(".")[0] in ("footprint", "apsw", "msgspec", "tests", "ui")}
    assert not others and any(name.startswith("cryptography") for name in names)


def test_wrong_secrets_and_files_are_said_in_words(kept: Any, tmp_path: Path) -> None:
    for number, (source, secret) in enumerate(
        ((kept.folder, "not this one"), (tmp_path, "x"), (SCRIPT, "x"), (tmp_path / "missing", "x"))
    ):
        said = run_script(source, secret, tmp_path / f"{number}.db")
        assert said.returncode == 1 and said.stderr.count("\n") == 1 and "Traceback" not in said.stderr
        assert not (tmp_path / f"{number}.db").exists()


def test_it_writes_over_nothing_and_for_nobody_else(kept: Any, tmp_path: Path) -> None:
    (tmp_path / "there.db").write_bytes(b"mine")
    assert run_script(kept.folder, kept.phrase, tmp_path / "there.db").returncode == 1
    assert (tmp_path / "there.db").read_bytes() == b"mine"
    before = {path.name: path.read_bytes() for path in kept.folder.iterdir()}
    assert run_script(kept.folder, kept.phrase, tmp_path / "new.db").returncode == 0
    assert {path.name: path.read_bytes() for path in kept.folder.iterdir()} == before
    if os.name == "posix":
        assert (tmp_path / "new.db").stat().st_mode & 0o777 == 0o600


def test_the_code_is_read_in_any_spelling(kept: Any) -> None:
    written = kept.code.written
    for spelling in (written, written.lower(), written.replace("-", " "), written.replace("-", "")):
        assert reader.code_letters(spelling) == kept.code.characters
    assert reader.code_letters("lamp river stone orchard") == ""
