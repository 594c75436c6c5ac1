"""No room: refused with a sentence, everything saved before is there, and it goes on when there is room again."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from footprint import vault as v
from footprint.vault import backupfile, connection, disk, schema
from tests.torture.disks import open_on, troubled
from tests.torture.rows import try_row


@pytest.mark.slow
def test_a_full_disk_loses_nothing_and_it_goes_on() -> None:
    found = try_row("3", 6)
    assert found.bad == 0 and (found.control or 0) > 0


def test_a_limit_to_the_size_of_files_is_no_room_too() -> None:
    found = try_row("3 limit", 3)
    assert found.skipped or (found.bad == 0 and (found.control or 0) > 0)


def test_a_full_disk_refuses_in_words_and_can_still_be_read(tmp_path: Path) -> None:
    trouble, path, key = troubled(), tmp_path / "vault.db", bytes([3]) * 32
    first = connection.open_store(path, key, create=True)
    schema.migrate(first)
    first.close()
    vault = v.Vault(lambda: open_on(path, key))
    v.set_fact(vault, "test.saved", "before")
    trouble.left = 0
    with pytest.raises(v.DiskFull) as caught:
        v.set_fact(vault, "test.lost", "x" * 6000)
    assert "no room left" in str(caught.value) and "Make room, then try again." in str(caught.value)
    assert v.fact(vault, "test.saved") == "before"
    trouble.left = None
    v.set_fact(vault, "test.more", "goes on")
    vault.close()


def test_a_backup_without_room_is_refused_before_it_begins(
    opened: v.Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = backupfile.shutil.disk_usage(tmp_path)
    monkeypatch.setattr(backupfile.shutil, "disk_usage", lambda _folder: usage._replace(free=100_000))
    with pytest.raises(v.DiskFull):
        v.backup(opened, tmp_path / "b.footprint")
    assert list(tmp_path.glob("*.footprint*")) == []
    assert v.last_backup(opened) is None


def test_on_a_full_disk_everything_can_be_deleted(kept: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path) -> int:
        raise OSError(errno.ENOSPC, "no")

    monkeypatch.setattr(disk, "new_file", full)
    v.wipe(kept.folder)
    assert v.look(kept.folder).found is v.Found.NOTHING


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EFBIG])
def test_what_the_system_calls_no_room_is_no_room(code: int) -> None:
    with pytest.raises(v.DiskFull), disk.disk_problems():
        raise OSError(code, "no")


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_what_the_system_does_not_allow_is_a_place_nothing_can_be_saved(code: int) -> None:
    with pytest.raises(v.ReadOnlyPlace), disk.disk_problems():
        raise OSError(code, "no")


def test_a_place_that_takes_no_folder_says_so(tmp_path: Path, strength: v.Strength) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(v.ReadOnlyPlace):
        v.create(tmp_path / "file" / "vault", "lamp river stone orchard", strength=strength)
