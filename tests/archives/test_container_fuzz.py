"""Whatever is done to the bytes of a container, it is read or told as broken; it never raises and never writes."""

from __future__ import annotations

import io
import os
import tarfile
import zipfile
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint.archives.opening.broken import BrokenMember
from footprint.archives.opening.containers import guards
from footprint.archives.opening.opened import Opened
from tests.archives.hostile import zip_of

CONTENT = st.binary(max_size=400) | st.integers(1, 3000).map(lambda size: b"0" * size)
FILES = st.dictionaries(st.from_regex(r"[a-z]{1,6}(/[a-z]{1,6}){0,2}\.js", fullmatch=True), CONTENT, max_size=6)
SAME = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return made.getvalue()


def tarred(files: dict[str, bytes], mode: str) -> bytes:
    made = io.BytesIO()
    with cast(Any, tarfile.open)(fileobj=made, mode=mode) as packed:
        for name, data in files.items():
            about = tarfile.TarInfo(name)
            about.size = len(data)
            packed.addfile(about, io.BytesIO(data))
    return made.getvalue()


def read(path: Path) -> dict[str, bytes | BrokenMember]:
    """Every member with its bytes, or what broke it."""
    found: dict[str, bytes | BrokenMember] = {}
    with Opened([path]) as opened:
        for part in opened.parts:
            for row, _path, _head in part.scan(64, lambda _path: True):
                try:
                    with part.open(row) as stream:
                        found[part.path(row)] = stream.read(-1)
                except BrokenMember as problem:
                    found[part.path(row)] = problem
            assert all(why.label for why in part.left.counts)
    return found


@SAME
@given(files=FILES, method=st.sampled_from([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2]))
def test_a_zip_gives_what_was_put_in(files: dict[str, bytes], method: int, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(files, method))
    assert read(tmp_path / "a.zip") == files


@SAME
@given(files=FILES.filter(bool), mode=st.sampled_from(["w", "w:gz", "w:bz2", "w:xz"]))
def test_a_tar_gives_what_was_put_in(files: dict[str, bytes], mode: str, tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(tarred(files, mode))
    assert read(tmp_path / "a.tar") == files


@settings(SAME, max_examples=120)
@given(files=FILES.filter(bool), data=st.data())
def test_what_is_cut_or_changed_never_raises(files: dict[str, bytes], data: st.DataObject, tmp_path: Path) -> None:
    kind = data.draw(st.sampled_from(["zip", "w", "w:gz", "w:xz"]))
    whole = bytearray(zipped(files) if kind == "zip" else tarred(files, kind))
    for _change in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 6))] = data.draw(st.binary(max_size=6))
        whole = whole or bytearray(b"x")
    path = tmp_path / "a.zip"
    path.write_bytes(whole[: data.draw(st.integers(1, len(whole)))])
    found = read(path)
    assert sum(len(each) for each in found.values() if isinstance(each, bytes)) < 10_000_000
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.zip"] or path.parent == tmp_path


@settings(SAME, max_examples=100)
@given(st.text(max_size=40) | st.text("./\\:C ~\0a", max_size=14))
def test_labels_never_lead_out(name: str) -> None:
    label = guards.label(name)
    if label is not None:
        steps = label.split("/")
        assert ".." not in steps and "" not in steps and "." not in steps
        assert not label.startswith("/") and "\0" not in label and label.isprintable()
        assert not Path(label).is_absolute()
        assert os.path.normpath(os.path.join("/x", label)).startswith("/x/")  # noqa: PTH118  # what others might do


def test_a_packed_tar_can_be_read_in_any_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from footprint.archives.opening.containers import unpacked

    monkeypatch.setattr(unpacked, "_APART", 30_000)
    monkeypatch.setattr(unpacked, "_MOST_STATES", 6)
    files = {f"{n}.js": os.urandom(9_000) + b"same" * 900 for n in range(24)}
    for mode in ("w:gz", "w:xz"):
        (tmp_path / "a.tar").write_bytes(tarred(files, mode))
        with Opened([tmp_path / "a.tar"]) as opened:
            (part,) = opened.parts
            rows = [row for row, _path, _head in part.scan(10, lambda _path: True)]
            for row in [*reversed(rows), *rows[::7], *rows[3:9]]:
                with part.open(row) as stream:
                    assert stream.read(-1) == files[part.path(row)]
            one, two = part.open(rows[3]), part.open(rows[20])
            halves = [one.read(5_000), two.read(5_000), one.read(-1), two.read(-1)]
            assert [halves[0] + halves[2], halves[1] + halves[3]] == [files["3.js"], files["20.js"]]


def test_several_streams_after_each_other_in_one_gzip_are_one(tmp_path: Path) -> None:
    import gzip

    plain = tarred({"a.js": b"x" * 5000, "b.js": b"y" * 5000}, "w")
    (tmp_path / "a.tgz").write_bytes(gzip.compress(plain[:3000]) + gzip.compress(plain[3000:]))
    assert read(tmp_path / "a.tgz") == {"a.js": b"x" * 5000, "b.js": b"y" * 5000}


def test_a_zip_in_its_own_words_is_not_opened_by_the_library(tmp_path: Path) -> None:
    """The same directory as the library reads, name by name and size by size."""
    path = zip_of(tmp_path / "a.zip", [(f"more/{n}.txt", b"z" * n) for n in range(1, 300)])
    with zipfile.ZipFile(path) as library, Opened([path]) as opened:
        (part,) = opened.parts
        ours = [(part.path(row), part.length(row), part.cost(row), part.sum(row)) for row in range(part.rows)]
        assert ours == [(one.filename, one.file_size, one.compress_size, one.CRC) for one in library.infolist()]
