"""A zip that is more, or other, than a pack is refused before a line of it is read, and nothing is written anywhere."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from footprint.packs import NotAPack, PackError
from footprint.packs.zipped import LARGEST_CONTENT, LARGEST_FILE, MOST_FILES, zipped
from tests.packs import example

Bytes = Callable[[], bytes]


def _zip(*entries: tuple[str, bytes], how: int = zipfile.ZIP_STORED, comment: bytes = b"") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as archive:
        archive.comment = comment
        for name, content in entries:
            info = zipfile.ZipInfo("x")
            info.filename = name
            info.compress_type = how
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # that a name is there twice is the point
                archive.writestr(info, content)
    return made.getvalue()


def _with(name: str, content: bytes = b"format = 1\n") -> Bytes:
    """The example with one more entry of this name."""
    return lambda: _zip(*((file, text.encode()) for file, text in example.texts().items()), (name, content))


def _linked() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        info = zipfile.ZipInfo("guidance.toml")
        info.create_system = 3
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    return made.getvalue()


def _flagged(bit: int) -> bytes:
    """The first entry says that it is locked, or that its size comes later."""
    data = bytearray(example.made())
    central = data.index(b"PK\x01\x02")
    for at in (6, central + 8):
        struct.pack_into("<H", data, at, struct.unpack_from("<H", data, at)[0] | bit)
    return bytes(data)


def _method(number: int) -> bytes:
    data = bytearray(example.made())
    for at in (8, data.index(b"PK\x01\x02") + 10):
        struct.pack_into("<H", data, at, number)
    return bytes(data)


def _declares(size: int, *, packed: bool = True) -> bytes:
    """A list of files that says the first one is this large."""
    data = bytearray(example.made())
    central = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, central + 24, size)
    if not packed:
        struct.pack_into("<I", data, 22, size)
    return bytes(data)


def _overlapping() -> bytes:
    """Two entries of the list that lie in one place."""
    data = bytearray(_zip(("pack.toml", b"format = 1"), ("guidance.toml", b"format = 1")))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    struct.pack_into("<I", data, second + 42, 0)
    return bytes(data)


def _two_names() -> bytes:
    data = example.made()
    at = data.index(b"cadences.toml")
    return data[:at] + b"contacts.toml" + data[at + 13 :]


def _hidden() -> bytes:
    """Something between the last file and the list of files, with every place mended."""
    data = example.made()
    central = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    tail = bytearray(data[end:])
    struct.pack_into("<I", tail, 16, central + 7)
    return data[:central] + b"#!/bin/" + data[central:end] + bytes(tail)


def _bomb() -> bytes:
    return _zip(("pack.toml", b" " * LARGEST_CONTENT), how=zipfile.ZIP_DEFLATED)


CASES: dict[str, tuple[Bytes, str]] = {
    "nothing at all": (lambda: b"", "is not a zip file"),
    "some bytes": (lambda: b"MZ\x90\x00" * 100, "is not a zip file"),
    "a text": (lambda: b"format = 1\n", "is not a zip file"),
    "an empty zip": (lambda: _zip(), "empty zip"),
    "cut in the middle": (lambda: example.made()[:5000], "is not a zip file"),
    "a program before the zip": (lambda: b"#!/bin/sh\nrm -rf /\n" + example.made(), "something hidden before it"),
    "something between the files and their list": (_hidden, "something hidden between"),
    "something behind the zip": (lambda: _zip(("pack.toml", b""), comment=b"run me"), "something behind the last file"),
    "too large a file": (lambda: b"PK" + b"\0" * LARGEST_FILE, "larger than a pack can be"),
    "too much text": (lambda: _zip(("pack.toml", b" " * (LARGEST_CONTENT + 1))), "unpacks to"),
    "2 GB declared": (lambda: _declares(2_000_000_000), "unpacks to 2000"),
    "4 GB declared": (lambda: _declares(0xFFFFFFFE, packed=False), "unpacks to"),
    "a size that lies": (lambda: _declares(50_000), "is of another size"),
    "a bomb": (_bomb, "grows too much"),
    "too many files": (
        lambda: _zip(*((f"checks/n{at}.toml", b"") for at in range(MOST_FILES + 1))),
        f"{MOST_FILES} is the most",
    ),
    "two files in one place": (_overlapping, "lies over another file"),
    "a file with two names": (_two_names, "two names"),
    "a file that is there twice": (_with("guidance.toml"), "is in the pack twice"),
    "the same name in large letters": (_with("Guidance.toml"), "no file a pack can hold"),
    "a path outside": (_with("../evil.toml"), "leads outside the pack"),
    "a path outside, further in": (_with("checks/../../evil.toml"), "leads outside the pack"),
    "a path from the root": (_with("/etc/passwd"), "leads outside the pack"),
    "a path of a drive": (_with("C:\\evil.toml"), "leads outside the pack"),
    "a path of a server": (_with("\\\\server\\evil.toml"), "leads outside the pack"),
    "a path with backslashes": (_with("checks\\facebook.toml"), "must be written with /"),
    "a stream behind a name": (_with("pack.toml:evil"), "no TOML file"),
    "a device for a name": (_with("checks/con .toml"), "no file a pack can hold"),
    "a folder in a folder": (_with("checks/more/facebook.toml"), "no file a pack can hold"),
    "a program": (_with("setup.exe", b"MZ"), "nothing that could run"),
    "a script": (_with("checks/facebook.py", b"import os"), "nothing that could run"),
    "a page": (_with("index.html", b"<script>"), "nothing that could run"),
    "a picture": (_with("logo.svg", b"<svg>"), "nothing that could run"),
    "a hidden file": (_with(".toml"), "no file a pack can hold"),
    "what a Mac adds": (_with("__MACOSX/._pack.toml"), "no file a pack can hold"),
    "a pack in a pack": (_with("inner.footprint-pack", b"PK"), "one level only"),
    "a zip in a pack": (_with("inner.zip", b"PK"), "one level only"),
    "an empty folder": (_with("checks/"), "is an empty folder"),
    "a name in letters that look alike": (_with("pасk.toml"), "no file a pack can hold"),
    "a link to another file": (_linked, "is a link to another file"),
    "a file locked with a password": (lambda: _flagged(0x1), "locked with a password"),
    "a size that comes later": (lambda: _flagged(0x8), "does not say its size first"),
    "another way of packing": (lambda: _method(12), "is packed in a way"),
    "an unknown way of packing": (lambda: _method(99), "is packed in a way"),
    "a text that is not UTF-8": (lambda: _zip(("pack.toml", b"name = '\xff\xfe'")), "not plain UTF-8"),
    "a text with NUL": (lambda: _zip(("pack.toml", b"name = 'a\0b'")), "NUL"),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_refused_in_a_sentence(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make, says = CASES[name]
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotAPack) as raised:
        example.read(make())
    assert says in str(raised.value)
    assert raised.value.problems[0].file
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_2_gb_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "big.footprint-pack"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)  # holes: it takes no room
    with pytest.raises(NotAPack, match="larger than a pack can be"):
        example.read_path(path)


@pytest.mark.parametrize("name", ["none.footprint-pack", "folder", "a\0b"])
def test_a_file_that_cannot_be_read_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(NotAPack, match="could not be read"):
        example.read_path(tmp_path / name)


def test_a_packed_zip_of_the_same_texts_reads_the_same(tmp_path: Path) -> None:
    """Whoever packs it again with another tool changes no word, so the signature still fits."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(example.made())) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in reversed(old.infolist()):
            new.writestr(entry.filename, old.read(entry))
    assert example.read(made.getvalue()).manifest == example.read(example.made()).manifest


def test_the_same_texts_make_the_same_bytes() -> None:
    one = example.texts()
    other = dict(reversed(list(one.items())))
    assert zipped(one) == zipped(other)
    assert example.made(one) == example.made(other)


@pytest.mark.parametrize("at", range(0, 20_000, 701))
def test_no_byte_can_be_changed_unseen(at: int) -> None:
    """Each byte of what is read is signed: changed, the pack is refused, or says exactly the same."""
    data = bytearray(example.made())
    if at >= len(data):
        return
    data[at] ^= 0x01
    try:
        found = example.read(bytes(data))
    except PackError:
        return
    whole = example.read(example.made())
    assert (found.manifest, found.guidance, found.contacts) == (whole.manifest, whole.guidance, whole.contacts)
