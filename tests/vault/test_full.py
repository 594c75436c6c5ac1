"""No room: refused with a sentence, everything saved before is there, and it goes on when there is room again."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path
from typing import Any

import apsw
import pytest

from footprint import vault as v
from footprint.vault import backupfile, connection, disk, schema

BASE = "win32" if sys.platform == "win32" else "unix"  # below the cipher layer, which is the default


class Room:
    """How many bytes the disk still takes; None for as many as wanted."""

    def __init__(self) -> None:
        self.left: int | None = None


class FullDisk(apsw.VFS):
    """A real file system under which a test can take the room away."""

    def __init__(self, room: Room) -> None:
        self.room = room
        super().__init__("full-disk", BASE)

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        return FullFile(self.room, name, flags)


class FullFile(apsw.VFSFile):
    def __init__(self, room: Room, name: Any, flags: list[int]) -> None:
        self.room = room
        super().__init__(BASE, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        if self.room.left is not None:
            if self.room.left < len(data):
                raise apsw.FullError("database or disk is full")
            self.room.left -= len(data)
        super().xWrite(data, offset)


@pytest.fixture(scope="module")
def the_disk() -> FullDisk:
    """One for all: the cipher layer keeps pointing at a VFS it has seen, so it is never taken down."""
    return FullDisk(Room())


@pytest.fixture
def room(the_disk: FullDisk) -> Room:
    the_disk.room.left = None
    return the_disk.room


def open_on(path: Path) -> v.Connection:
    return connection.open_store(path, bytes([3]) * 32, vfs="multipleciphers-full-disk")


def test_a_full_disk_refuses_in_words_and_loses_nothing(tmp_path: Path, room: Room) -> None:
    path = tmp_path / "vault.db"
    first = connection.open_store(path, bytes([3]) * 32, create=True)
    schema.migrate(first)
    first.close()
    vault = v.Vault(lambda: open_on(path))
    saved, refused = list[int](), 0
    for number in range(60):
        room.left = None if number % 3 else number * 400
        try:
            v.set_fact(vault, f"test.{number}", "x" * 6000)
            saved.append(number)
        except v.DiskFull as problem:
            refused += 1
            assert "no room left" in str(problem)
            assert all(v.fact(vault, f"test.{one}") for one in saved), "still readable while full"
    assert refused >= 3
    vault.close()
    room.left = None
    again = v.Vault(lambda: open_on(path))
    for number in range(60):
        assert bool(v.fact(again, f"test.{number}")) == (number in saved)
    with again.reading() as db:
        assert db.sound()
    again.close()


LIMITED = """
import resource, sys
from pathlib import Path
from footprint import vault as v
vault = v.unlock(Path(sys.argv[1]), v.RecoveryCode(sys.argv[2])).vault
v.set_fact(vault, "test.first", "saved")
size = (Path(sys.argv[1]) / "vault.db-wal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100_000, size + 100_000))
saved = 0
try:
    for number in range(1000):
        v.set_fact(vault, f"test.{number}", "x" * 6000)
        saved += 1
except v.DiskFull as problem:
    print(saved, problem)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file-size limits are POSIX")
def test_a_file_size_limit_is_no_room_too(kept: Any) -> None:
    said = subprocess.run(
        [sys.executable, "-c", LIMITED, str(kept.folder), kept.code.characters],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    saved = int(said.split()[0])
    assert saved > 0
    assert "Make room, then try again." in said
    opened = v.unlock(kept.folder, kept.code)
    assert opened.older is None
    assert all(v.fact(opened.vault, f"test.{number}") for number in range(saved))
    assert v.fact(opened.vault, f"test.{saved}") == ""
    v.set_fact(opened.vault, "test.more", "goes on")
    opened.vault.close()


def test_a_backup_without_room_is_refused_before_it_begins(
    opened: v.Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = backupfile.shutil.disk_usage(tmp_path)
    monkeypatch.setattr(backupfile.shutil, "disk_usage", lambda _folder: usage._replace(free=100_000))
    with pytest.raises(v.DiskFull):
        v.backup(opened, tmp_path / "b.footprint")
    assert list(tmp_path.glob("*.footprint*")) == []
    assert v.last_backup(opened) is None


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
