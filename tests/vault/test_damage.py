"""No byte of the file can change without notice; every page a few times, where `make torture` takes longer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from footprint import vault as v
from footprint.vault import backupfile
from footprint.vault.backing import DATABASE
from tests.torture.rows import try_row


@pytest.mark.slow
def test_no_flipped_bit_ever_reads_as_other_content() -> None:
    """In plain SQLite some do: the control."""
    found = try_row("4", 1)
    assert found.runs > 300 and found.bad == 0 and (found.control or 0) > 0


def test_pages_moved_about_are_refused() -> None:
    assert try_row("4 pages", 25).passed


@pytest.mark.slow
def test_what_is_missing_of_the_newest_is_said() -> None:
    """A damaged end of the log, an older copy put back; without the number of commits nobody would say so."""
    assert try_row("5", 12).passed and try_row("5 copy", 12).passed


@pytest.mark.parametrize("length", [0, 1, 2, 511, 4095, 5000])
def test_a_file_cut_short_is_damage_and_not_a_new_vault(kept: Any, length: int) -> None:
    short = (kept.folder / DATABASE).read_bytes()[:length]
    (kept.folder / DATABASE).write_bytes(short)
    with pytest.raises(v.DatabaseDamaged):
        v.unlock(kept.folder, kept.code)
    assert (kept.folder / DATABASE).read_bytes() == short


@pytest.mark.parametrize("length", [0, 1])
def test_a_backup_without_its_vault_is_no_backup(kept: Any, tmp_path: Path, length: int) -> None:
    opened = v.unlock(kept.folder, kept.code).vault
    made = v.backup(opened, tmp_path / "b.footprint")
    opened.close()
    start = backupfile.open_container(made.path).start
    made.path.write_bytes(made.path.read_bytes()[: start + length])
    with pytest.raises(v.NotABackup):
        v.restore(made.path, kept.code, tmp_path / "new")
    assert v.look(tmp_path / "new").found is v.Found.NOTHING
