"""Nobody else can read the files, and nothing that was kept stands anywhere in clear."""

from __future__ import annotations

import os
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import pytest

from footprint import vault as v
from footprint.vault import disk

MARKER = "Wilhelmina-Okonkwo-marker"
posix_only = pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")


def files(*roots: Path) -> Iterator[Path]:
    for root in roots:
        yield from (path for path in root.rglob("*") if path.is_file())


def hits(*roots: Path) -> list[str]:
    wanted = [MARKER.encode(), MARKER.encode("utf-16-le"), MARKER.encode("utf-16-be"), MARKER.lower().encode()]
    return [str(path) for path in files(*roots) if any(one in path.read_bytes() for one in wanted)]


def write_markers(vault: v.Vault) -> None:
    """Rows, a full-text index, big sorts and a temporary table, all of the marker."""
    with vault.writing(undo=False) as write:
        db = write.db
        db.execute("CREATE VIRTUAL TABLE test_words USING fts5(words, prefix='2 3')")
        for number in range(300):
            words = f"{MARKER} {number} " * 20
            db.execute("INSERT INTO vault_fact VALUES (?, ?, ?, NULL)", (f"test.{number}", words, write.now))
            db.execute("INSERT INTO test_words VALUES (?)", (words,))
        db.execute("CREATE TEMP TABLE test_scratch AS SELECT value FROM vault_fact ORDER BY value || name DESC")
    with vault.reading() as db:
        assert db.value("SELECT count(*) FROM test_words WHERE test_words MATCH 'Okonkwo'") == 300
        assert len(list(db.execute("SELECT value FROM vault_fact ORDER BY random() || value"))) >= 300


@pytest.mark.slow
def test_the_marker_is_nowhere_while_open_nor_after(
    tmp_path: Path, kept: Any, strength: v.Strength, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary, target = tmp_path / "temporary", tmp_path / "new"
    temporary.mkdir()
    monkeypatch.setenv("SQLITE_TMPDIR", str(temporary))
    looking = v.throw_away(temporary=temporary)
    write_markers(looking)
    roots = (temporary, target, kept.folder)
    assert hits(*roots) == []
    made = v.keep(looking, target, "lamp river stone orchard", strength=strength)
    v.set_fact(looking, "test.more", MARKER)
    v.backup(looking, target / "b.footprint")
    assert hits(*roots) == [], "while open"
    looking.close()
    assert hits(*roots) == [], "after closing"
    again = v.unlock(target, made.sheet.code).vault
    assert MARKER in v.fact(again, "test.7")
    again.close()


def test_the_hunt_finds_a_plain_file(tmp_path: Path) -> None:
    """The control: the same search sees it where nothing is encrypted."""
    with closing(apsw.Connection(str(tmp_path / "plain.db"))) as plain:
        plain.execute("create table t(a)")
        plain.execute("insert into t values (?)", (MARKER,))
    assert hits(tmp_path) == [str(tmp_path / "plain.db")]


@posix_only
def test_every_file_is_its_owners_alone(kept: Any, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        opened = v.unlock(kept.folder, kept.code).vault
        v.set_fact(opened, "test.a", "one")
        v.new_recovery_code(opened)
        v.backup(opened, tmp_path / "b.footprint")
        v.backup(opened, kept.folder / "b.footprint")
        modes = {path.name: path.stat().st_mode & 0o777 for path in files(kept.folder)}
        assert set(modes) >= {"vault.db", "vault.db-wal", "vault.db-shm", "vault.keys", "vault.keys.bak", "vault.state"}
        assert set(modes.values()) == {0o600}
        assert (tmp_path / "b.footprint").stat().st_mode & 0o777 == 0o600
        opened.close()
    finally:
        os.umask(before)


@posix_only
def test_folders_are_their_owners_alone(kept: Any, tmp_path: Path, strength: v.Strength) -> None:
    before = os.umask(0o022)
    try:
        loose = tmp_path / "loose"
        loose.mkdir(mode=0o755)
        made = v.create(loose, "lamp river stone orchard", strength=strength)
        backup = v.backup(made.vault, tmp_path / "b.footprint")
        made.vault.close()
        v.restore(backup.path, made.sheet.code, loose).vault.close()
        looking = v.throw_away(temporary=tmp_path)
        found = [loose, *(path for path in loose.rglob("*") if path.is_dir()), *tmp_path.glob("footprint-look-*")]
        assert len(found) >= 4
        assert {path.stat().st_mode & 0o777 for path in found} == {0o700}
        looking.close()
    finally:
        os.umask(before)


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
