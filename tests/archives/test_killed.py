"""An import that is killed in the middle: nothing that was on disk is lost, nothing stands there twice, it goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from footprint.archives.index import finding
from footprint.archives.index.filters import Find
from footprint.vault import Vault, schema
from footprint.vault.connection import open_store
from tests.archives.copies import Copy, bring, post
from tests.cli.driver import ROOT

MANY = 12_000
_CHILD = """
import sys
from pathlib import Path
from footprint.vault import Vault
from footprint.vault.connection import open_store
from tests.archives.copies import bring
from tests.archives.test_killed import copy_at

class Told:
    folder = None
    def committed(self, number, now):
        with vault.reading() as db:
            print(db.value("SELECT count(*) FROM archive_entry"), flush=True)
    def settled(self): pass
    def closed(self): pass

folder, key = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
vault = Vault(lambda: open_store(folder / "vault.db", key), backing=Told())
bring(vault, copy_at(folder))
"""


def copy_at(folder: Path) -> Copy:
    return Copy(folder / "copy.zip", [post(n, f"harbour {n}", thread=str(n // 3)) for n in range(MANY)], size=900)


def import_until(folder: Path, key: bytes, commits: int) -> int:
    """Kill the import after so many commits with entries; gives how many entries it had said were on disk."""
    command = [sys.executable, "-c", _CHILD, str(folder), key.hex()]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    said = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        for line in child.stdout:
            said = int(line)
            commits -= said > 0
            if commits == 0:
                child.kill()
                break
    return said


@pytest.mark.slow
def test_killed_again_and_again_it_loses_and_doubles_nothing(tmp_path: Path) -> None:
    key = os.urandom(32)
    first = open_store(tmp_path / "vault.db", key, create=True)
    schema.migrate(first)
    first.close()
    said = 0
    for commits in (1, 2, 1):
        now = import_until(tmp_path, key, commits)
        assert now >= said
        said = now
        vault = Vault(lambda: open_store(tmp_path / "vault.db", key))
        with vault.reading() as db:
            there = int(db.value("SELECT count(*) FROM archive_entry"))
            assert db.sound() and there >= said
            assert there == int(db.value("SELECT count(*) FROM archive_words"))
        assert finding.count(vault, Find()).number == there
        assert sum(n for _month, n in finding.by_month(vault, Find(text="harbour"))) == there
        vault.close()
    assert 0 < said < MANY
    vault = Vault(lambda: open_store(tmp_path / "vault.db", key))
    done = bring(vault, copy_at(tmp_path))
    assert (done.again, done.course.items) == (False, MANY)
    assert finding.count(vault, Find()).number == MANY
    with vault.reading() as db:
        assert int(db.value("SELECT count(*) FROM archive_key")) == MANY
        assert int(db.value("SELECT count(*) FROM archive_thread")) == MANY
        assert not db.value("SELECT count(*) FROM archive_new")
    vault.close()
