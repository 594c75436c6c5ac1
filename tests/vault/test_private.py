"""Nobody else can read the files, and nothing that was kept stands anywhere in clear."""

from __future__ import annotations

import os
import subprocess
import sys
import traceback
from pathlib import Path

import pytest

from footprint import vault as v
from footprint.vault import disk
from tests.torture.rows import try_row

MARKER = "Wilhelmina-Okonkwo-marker"
posix_only = pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")


@pytest.mark.slow
def test_no_word_of_any_room_is_anywhere_on_disk() -> None:
    """While it runs, after a crash, after commands, after closing. In plain SQLite it is found: the control."""
    found = try_row("9", 1)
    assert found.bad == 0 and (found.control or 0) > 0


@posix_only
def test_a_trap_in_a_shared_temporary_folder_is_left_alone(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "letter").write_text("dear")
    (tmp_path / "footprint-look-trap").symlink_to(precious)
    v.throw_away(temporary=tmp_path).close()
    assert (precious / "letter").read_text() == "dear"


HARDENED = """
import os, resource, sys
from footprint.vault import harden
harden()
open(sys.argv[1], "w").close()
print(resource.getrlimit(resource.RLIMIT_CORE), oct(os.stat(sys.argv[1]).st_mode & 0o777))
"""


@posix_only
def test_a_hardened_process_writes_no_core_and_no_open_files(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", HARDENED, str(tmp_path / "file")], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "(0, 0) 0o600"


def test_a_copy_that_fails_says_nothing_of_the_key(
    vault: v.Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "empty_file", lambda _path: None)
    key = os.urandom(32)
    with pytest.raises(v.ReadOnlyPlace) as caught, vault.using() as db:
        db.copy_into(tmp_path / "missing" / "copy.db", key)
    assert key.hex() not in "".join(traceback.format_exception(caught.value))
    assert caught.value.__context__ is None


def test_an_undo_does_not_show_what_it_holds(vault: v.Vault) -> None:
    assert MARKER not in repr(v.set_fact(vault, "test.key", MARKER))
