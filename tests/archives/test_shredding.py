"""Copies are deleted only when asked for, folders never, and what cannot be reached is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint.archives import shredding
from footprint.tasks import Stopped, Task
from tests.archives.hostile import folder_of, read_here, zip_of


def test_reading_leaves_the_files_and_shredding_takes_them(tmp_path: Path) -> None:
    one, two, folder = zip_of(tmp_path / "1.zip"), zip_of(tmp_path / "2.zip"), folder_of(tmp_path / "export")
    before = [path.read_bytes() for path in (one, two)]
    read_here([one, two, folder])
    assert [path.read_bytes() for path in (one, two)] == before
    told: list[tuple[int, int, str]] = []
    done = shredding.shred([one, two, folder, tmp_path / "none.zip"], Task(lambda *each: told.append(each)))
    assert [bool(each.problem) for each in done.files] == [False, False, True, True]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["export"]
    assert (folder / "data/tweets.js").exists()
    assert done.left == shredding.what_stays([one]) and done.left
    assert told


def test_a_link_is_not_followed_and_stopping_keeps_the_rest(tmp_path: Path) -> None:
    real = zip_of(tmp_path / "1.zip")
    link = tmp_path / "link.zip"
    link.symlink_to(real)
    assert shredding.shred([link]).files[0].problem
    assert real.exists()
    task = Task()
    task.stop()
    with pytest.raises(Stopped):
        shredding.shred([real], task)
    assert real.exists()
