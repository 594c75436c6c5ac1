"""From a file on the disk, through the other process, into the vault, to the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint.archives.index.importing import import_archive
from footprint.archives.opening.batches import Options
from footprint.archives.opening.reading import look, read_apart
from footprint.archives.records import Why
from footprint.archives.report import Fate, not_exported, report_of
from footprint.tasks import Stopped, Task
from footprint.vault import Vault
from tests.archives.hostile import everything_under, good, posts, zip_of


def test_an_export_with_trouble_in_it_is_brought_in_and_told(vault: Vault, tmp_path: Path) -> None:
    files = {**good(), "data/tweets.js": posts(2500).encode(), "data/like.js": b"window.YTD.like.part0 = [{]"}
    folder = tmp_path / "downloads"
    folder.mkdir()
    path = zip_of(folder / "twitter.zip", [("data/tweets_media/1.jpg", b"x"), ("odd.thing", b"?")], files)
    before = everything_under(folder)
    told = look([path])
    done = import_archive(vault, [path], Options(), read=read_apart)
    report = report_of(done.course, not_exported(network.name for network in told.networks))
    assert (report.found, report.new, report.same) == (2500, 2500, 0)
    fates = {row.member: row.fate for row in report.rows}
    assert fates["data/tweets.js"] is Fate.READ
    assert fates["data/like.js"] is Fate.UNREADABLE
    assert {reason.why for reason in report.skipped} == {Why.MEDIA, Why.UNKNOWN_FILE}
    assert report.not_exported["x"]
    assert everything_under(folder) == before
    assert import_archive(vault, [path], Options(), read=read_apart).again


def test_an_import_that_is_stopped_goes_on_where_it_was(vault: Vault, tmp_path: Path) -> None:
    path = zip_of(tmp_path / "twitter.zip", files={**good(), "data/tweets.js": posts(9000).encode()})
    told: list[int] = []

    def count(_done: int, _total: int, _words: str) -> None:
        told.append(1)
        if len(told) == 4:
            task.stop()

    task = Task(count)
    with pytest.raises(Stopped):
        import_archive(vault, [path], Options(), task, read=read_apart)
    done = import_archive(vault, [path], Options(), read=read_apart)
    assert done.course.new + done.course.same == 9000
    assert sum(line.entries for line in done.course.lines) == 9000
