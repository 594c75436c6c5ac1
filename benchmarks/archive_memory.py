"""How much memory reading takes, of both processes together, and how long the first look does.

Archives are generated: a zip of 50 GB of which nearly all is films (a hole in a sparse file, as they are not read), one
JSON of 2 GB in a zip, a packed tar, and a zip of 5 million members. `python -m benchmarks archive_memory` makes
them whole, which takes ten minutes; `make bench` a twentieth of each.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Ratio

MOST = 400.0  # MB, for both processes together
_ACCOUNT = b'window.YTD.account.part0 = [{"account": {"username": "annexample", "accountId": "12"}}]'
_WORDS = [
    "a",
    "quiet",
    "morning",
    "with",
    "tea",
    "and",
    "the",
    "long",
    "way",
    "round",
    "by",
    "the",
    "river",
    "before",
    "the",
    "rain",
    "came",
    "back",
    "again",
    "today",
]


def post(number: int) -> str:
    """One post of X as exported; texts of 3 to 40 words, of some 1,000 bytes with everything around them."""
    text = " ".join(_WORDS[(number * 7 + step * step) % len(_WORDS)] for step in range(3 + number % 38))
    told = {
        "id_str": str(10**18 + number * 7919), "full_text": f"{text} {number}", "lang": "en", "favorite_count": "3",
        "created_at": f"Sat Aug 12 {number % 24:02}:{number % 60:02}:{number * 7 % 60:02} +0000 20{10 + number % 14}",
        "source": '<a href="https://app.example" rel="nofollow">App</a>', "retweeted": False, "truncated": False,
        "entities": {"hashtags": [], "symbols": [], "user_mentions": [{"name": "Ben Example", "screen_name": "ben",
                     "indices": ["0", "4"], "id_str": str(number * 31), "id": str(number * 31)}], "urls": []},
        "display_text_range": ["0", str(len(text))], "favorited": False, "retweet_count": "0",
    }  # fmt: skip
    return json.dumps({"tweet": told})


def posts(size: int) -> Iterator[bytes]:
    """The file of posts, about `size` bytes of it."""
    yield b"window.YTD.tweets.part0 = ["
    made = number = 0
    while made < size:
        piece = ",\n".join(post(each) for each in range(number, number + 500)).encode()
        yield (b",\n" if number else b"") + piece
        made, number = made + len(piece), number + 500
    yield b"]"


def one_json(path: Path, size: int) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("data/account.js", _ACCOUNT)
        with packed.open("data/tweets.js", "w", force_zip64=True) as member:
            for piece in posts(size):
                member.write(piece)


def films(path: Path, size: int) -> None:
    """Nearly all of it members that are not read, in a file with holes."""
    from tests.archives.hostile import central, deflated, end64, local

    each = min(size, 3 << 30)
    listed, count = b"", 0
    with path.open("wb") as file:
        for number in range(max(1, size // each)):
            name = b"data/tweets_media/%d.mp4" % number
            listed += central(name, each, each, 0, 0xFFFFFFFF, 0, extra=_wide(file.tell()))
            file.write(local(name, b"", each, 0, 0))
            file.seek(each, os.SEEK_CUR)
            count += 1
        for name, data in ((b"data/account.js", _ACCOUNT), (b"data/tweets.js", b"".join(posts(20 << 20)))):
            packed = deflated(data)
            listed += central(name, len(packed), len(data), zlib.crc32(data), 0xFFFFFFFF, extra=_wide(file.tell()))
            file.write(local(name, packed, len(data), zlib.crc32(data)))
            count += 1
        start = file.tell()
        file.write(listed + end64(count, len(listed), start, start + len(listed)))


def _wide(offset: int) -> bytes:
    """The field for a place beyond 4 GB."""
    return b"\1\0\x08\0" + offset.to_bytes(8, "little")


def packed_tar(path: Path, size: int) -> None:
    """Half pictures, half posts, and the account last."""
    with tarfile.open(path, "w:gz", compresslevel=1) as packed:
        _add(packed, "data/tweets.js", b"".join(posts(size // 2)))
        for number in range(max(1, size // 2 >> 22)):
            _add(packed, f"data/tweets_media/{number}.jpg", os.urandom(4 << 20))
        _add(packed, "data/account.js", _ACCOUNT)


def _add(packed: tarfile.TarFile, name: str, data: bytes) -> None:
    import io

    about = tarfile.TarInfo(name)
    about.size = len(data)
    packed.addfile(about, io.BytesIO(data))


@dataclass(frozen=True)
class Peak:
    """What a run took: seconds, MB of both processes together at their highest, records, seconds to the first look."""

    seconds: float
    megabytes: float
    items: int
    look: float


class Watch:
    """Adds up what this process and those it started have in memory, twenty times a second."""

    def __init__(self) -> None:
        self.most = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        me = os.getpid()
        while not self._over.wait(0.05):
            self.most = max(self.most, _resident(me) + sum(map(_resident, _children(me))))


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            found += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return found


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure(path: str) -> Peak:
    """Look at it, then read all of it, in this process and the one it starts."""
    from footprint.archives.opening.reading import look, read_apart

    with Watch() as watch:
        began = time.perf_counter()
        look([path])
        looked = time.perf_counter() - began
        items = 0
        for batch in read_apart([path]):
            items = batch.items
        seconds = time.perf_counter() - began - looked
    return Peak(seconds, watch.most, items, looked)


def in_a_fresh_process(path: Path) -> Peak:
    code = (
        "import sys, benchmarks.archive_memory as m; p = m.measure(sys.argv[1]);"
        "print(p.seconds, p.megabytes, p.items, p.look)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    seconds, megabytes, items, looked = done.stdout.split()
    return Peak(float(seconds), float(megabytes), int(items), float(looked))


def library_index(path: Path) -> float:
    """MB that `zipfile` takes to list the members of a zip."""
    code = (
        "import sys, zipfile, resource; before = resource.getrusage(0).ru_maxrss; z = zipfile.ZipFile(sys.argv[1]);"
        "print((resource.getrusage(0).ru_maxrss - before) / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    return float(done.stdout)


def run(scale: float) -> Iterator[Ratio | str]:
    from tests.archives.hostile import many

    if not Path("/proc").exists():
        yield "    memory of both processes is measured on Linux only"
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        cases = [
            ("a zip of 50 GB, nearly all films", films, int((50 << 30) * scale)),
            ("one JSON of 2 GB in a zip", one_json, int((2 << 30) * scale)),
            ("a packed tar of 1 GB", packed_tar, int((1 << 30) * scale)),
            ("a zip of 5 million members", many, int(5_000_000 * scale)),
        ]
        for name, make, size in cases:
            path = place / ("a.tgz" if make is packed_tar else "a.zip")
            make(path, size)
            peak = in_a_fresh_process(path)
            yield Ratio(f"{name} x {scale:g}", peak.megabytes, "both processes, most", MOST, "MB", 1.0)
            rate = peak.items / peak.seconds if peak.seconds else 0
            yield (
                f"    {path.stat().st_size / 1e9:.2f} GB on paper; first look {peak.look:.2f} s; {peak.items:,} records"
                f" in {peak.seconds:.1f} s, {rate:,.0f} a second"
            )
            if make is many:
                yield f"    zipfile's own list of the same: {library_index(path):,.0f} MB"
            path.unlink()
