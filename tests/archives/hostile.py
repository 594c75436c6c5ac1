"""Archives that somebody built to do harm, and ones that came to harm, each made around a good export."""

from __future__ import annotations

import io
import json
import os
import struct
import tarfile
import threading
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from footprint.archives.contract import Reader
from footprint.archives.opening.apart import child, frames
from footprint.archives.opening.apart.frames import Frame, Job, Parcel
from footprint.archives.opening.batches import Checkpoint, FlagsOf, Options
from footprint.archives.records import Entry, Trouble, Why

ACCOUNT = 'window.YTD.account.part0 = [{"account": {"username": "annexample", "accountId": "12"}}]'
POSTS = 3


def post(number: int, text: str = "Words of mine") -> dict[str, Any]:
    told = {"id": str(10**18 + number), "id_str": str(10**18 + number), "full_text": f"{text} {number}",
            "created_at": "Sat Aug 12 16:10:37 +0000 2023"}  # fmt: skip
    return {"tweet": told}


def posts(count: int = POSTS, start: int = 0) -> str:
    return "window.YTD.tweets.part0 = " + json.dumps([post(start + number) for number in range(count)])


def good() -> dict[str, bytes]:
    """A small export of X."""
    return {"data/account.js": ACCOUNT.encode(), "data/tweets.js": posts().encode()}


def zip_of(
    path: Path, more: Sequence[tuple[str | zipfile.ZipInfo, bytes]] = (), files: dict[str, bytes] | None = None
) -> Path:  # fmt: skip
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in {**(good() if files is None else files)}.items():
            packed.writestr(name, data)
        for told, data in more:
            packed.writestr(told, data)
    return path


def tar_of(
    path: Path, more: Sequence[tuple[tarfile.TarInfo, bytes]] = (), mode: str = "w:gz", first: bool = False
) -> Path:  # fmt: skip
    """`first` puts the account after the posts, as tar files do that were made in no order."""
    files = list(good().items())
    with tarfile.open(path, mode) as packed:  # type: ignore[call-overload]  # the mode is a plain text here
        for name, data in reversed(files) if first else files:
            about = tarfile.TarInfo(name)
            about.size = len(data)
            packed.addfile(about, io.BytesIO(data))
        for about, data in more:
            about.size = len(data) if about.isreg() else about.size
            packed.addfile(about, io.BytesIO(data))
    return path


def named(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    about = tarfile.TarInfo(name)
    about.type, about.linkname = kind, link
    return about


def folder_of(path: Path) -> Path:
    for name, data in good().items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(data)
    return path


def local(name: bytes, data: bytes, length: int, crc: int, method: int = 8, flags: int = 0) -> bytes:
    return (
        struct.pack("<4s2B4H3I2H", b"PK\3\4", 20, 0, flags, method, 0, 0, crc, len(data), length, len(name), 0)
        + name
        + data
    )


def central(
    name: bytes, packed: int, length: int, crc: int, offset: int, method: int = 8, flags: int = 0, extra: bytes = b""
) -> bytes:  # fmt: skip
    header = struct.pack(
        "<4s4B4H3I5H2I", b"PK\1\2", 20, 3, 20, 0, flags, method, 0, 0, crc, packed, length, len(name), len(extra),
        0, 0, 0, 0o100644 << 16, offset,
    )  # fmt: skip
    return header + name + extra


def end(count: int, size: int, offset: int) -> bytes:
    return struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, min(count, 0xFFFF), min(count, 0xFFFF), size, offset, 0)


def end64(count: int, size: int, offset: int, at: int) -> bytes:
    return (
        struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, offset)
        + struct.pack("<4sIQI", b"PK\6\7", 0, at, 1)
        + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    )


def deflated(data: bytes) -> bytes:
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    return engine.compress(data) + engine.flush()


def by_hand(path: Path, members: Sequence[tuple[bytes, bytes, int]], good_too: bool = True) -> Path:
    """A zip of (name, packed bytes, length it claims), after the members of a good export."""
    body, listed = b"", b""
    count = 0
    wanted = [(name.encode(), deflated(data), len(data)) for name, data in good().items()] if good_too else []
    for name, data, length in [*wanted, *members]:
        crc = zlib.crc32(zlib.decompress(data, -15)) if length < 1 << 22 else 0
        listed += central(name, len(data), length, crc, len(body))
        body += local(name, data, length, crc)
        count += 1
    path.write_bytes(body + listed + end(count, len(listed), len(body)))
    return path


def overlapping(path: Path, copies: int = 30) -> Path:
    """After a good export, many members that all end in the same packed bytes (David Fifield's construction)."""
    kernel = deflated(b"0" * (1 << 20))
    body, listed, count = b"", b"", 0
    for name, data in good().items():
        packed = deflated(data)
        listed += central(name.encode(), len(packed), len(data), zlib.crc32(data), len(body))
        body += local(name.encode(), packed, len(data), zlib.crc32(data))
        count += 1
    at = len(body)
    body += local(b"data/kernel.js", kernel, 1 << 20, zlib.crc32(b"0" * (1 << 20)))
    for number in range(copies):
        listed += central(f"data/tweets-part{number + 1}.js".encode(), len(kernel), 1 << 20, 0, at)
        count += 1
    path.write_bytes(body + listed + end(count, len(listed), len(body)))
    return path


def many(path: Path, count: int) -> Path:
    """A good export, then `count` members of no bytes, written as fast as the disk takes them."""
    with path.open("wb") as file:
        listed = b""
        for name, data in good().items():
            packed = deflated(data)
            listed += central(name.encode(), len(packed), len(data), zlib.crc32(data), file.tell())
            file.write(local(name.encode(), packed, len(data), zlib.crc32(data)))
        at = file.tell()
        for first in range(0, count, 10_000):
            names = [b"data/x%07d.js" % number for number in range(first, min(count, first + 10_000))]
            file.write(b"".join(local(name, b"", 0, 0, 0) for name in names))
        start = file.tell()
        file.write(listed)
        each = len(local(b"data/x0000000.js", b"", 0, 0, 0))
        for first in range(0, count, 10_000):
            numbers = range(first, min(count, first + 10_000))
            file.write(b"".join(central(b"data/x%07d.js" % n, 0, 0, 0, at + n * each, 0) for n in numbers))
        stop = file.tell()
        file.write(end64(count + len(good()), stop - start, start, stop))
    return path


class Outcome:
    """Everything one reading gave."""

    def __init__(self, parcels: Sequence[Parcel]) -> None:
        self.entries: list[Entry] = [entry for parcel in parcels for entry, _flags in parcel.entries]
        self.flags = [flags for parcel in parcels for _entry, flags in parcel.entries]
        self.tallies = [tally for parcel in parcels for tally in parcel.tallies]
        self.troubles: list[Trouble] = [trouble for tally in self.tallies for trouble in tally.troubles]
        self.parcels = parcels

    @property
    def words(self) -> list[str]:
        return [entry.text for entry in self.entries]

    def whys(self) -> dict[Why, int]:
        found: dict[Why, int] = {}
        for trouble in self.troubles:
            found[trouble.why] = found.get(trouble.why, 0) + trouble.count
        return found


def read_here(
    paths: Path | Sequence[Path], options: Options | None = None, *, start: Checkpoint | None = None,
    readers: Sequence[Reader] | None = None, flags_of: FlagsOf | None = None,
) -> Outcome:  # fmt: skip
    """The same reading without a second process, which is most of its time."""
    several = [paths] if isinstance(paths, Path) else paths
    job = Job("read", tuple(map(os.fsencode, several)), options or Options(), start)
    return Outcome(
        [
            msgspec.msgpack.decode(data, type=Parcel)
            for kind, data in frames_of(lambda out: child.Worker(job, out, readers).run(flags_of))
            if kind is Frame.PARCEL
        ]
    )


def frames_of(work: Callable[[int], None]) -> list[tuple[Frame, bytes]]:
    read, write = os.pipe()
    found: list[tuple[Frame, bytes]] = []

    def listen() -> None:
        with os.fdopen(read, "rb") as pipe:
            while (told := frames.receive(pipe)) is not None:
                found.append(told)

    listening = threading.Thread(target=listen)
    listening.start()
    try:
        work(write)
    finally:
        os.close(write)
        listening.join()
    return found


def everything_under(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Names with size, time and kind, to see afterwards that nothing was written, moved or touched."""
    return {
        str(path.relative_to(folder)): (path.lstat().st_size, path.lstat().st_mtime_ns, path.lstat().st_mode)
        for path in sorted(folder.rglob("*"))
    }
