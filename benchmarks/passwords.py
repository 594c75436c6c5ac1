"""Looking a password up in a downloaded list of 1 GB: reads from disk, and time against reading the list through."""

from __future__ import annotations

import csv
import hashlib
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from zxcvbn import zxcvbn

from benchmarks.measure import Ratio, in_turn, timed
from footprint.passwords import BadExport, LeakedList, Look, Sort, judge, open_list, suggest
from footprint.passwords.exports.apart import Head, read_export
from footprint.passwords.exports.matching import Wanted
from footprint.worker import apart

WHOLE, SMALL = 1_000_000_000, 50_000_000  # bytes of the list
MOST_READS = 40
_LOOK_UPS = 300
_LINE = 43  # a SHA-1, a colon, a count of one figure, the end of the line
_STEPS = 1 << 32


def run(size: int) -> Iterator[Ratio | str]:
    """The list is made in a temporary folder and is gone with it."""
    with tempfile.TemporaryDirectory(prefix="footprint-bench-") as place:
        file = Path(place) / "leaked.txt"
        entries = make(file, size)
        yield f"a list of {file.stat().st_size / 1e9:.2f} GB with {entries:,} leaked passwords"
        leaked = open_list(file)
        reads, times = look_up_many(leaked, entries)
        met = "met" if max(reads) <= MOST_READS else "MISSED"
        usual = statistics.median(reads)
        yield f"  reads for a look-up: median {usual:.0f}, most {max(reads)}   bar {MOST_READS}: {met}"
        yield Ratio("a look-up in it", statistics.median(times), "1 MB of it read", _one_megabyte(file))
        yield _strength()
        yield _export(Path(place))


def _strength() -> Ratio:
    """A password is judged with 60 words of a person in mind."""
    own = {f"word{number}": Sort.NAME for number in range(60)}
    typed = [suggest() for _time in range(60)]
    ours, theirs = in_turn(
        lambda: timed(lambda: [judge(one, own) for one in typed]) / len(typed),
        lambda: timed(lambda: [zxcvbn(one) for one in typed]) / len(typed),
        5,
    )
    return Ratio("one password judged", ours, "zxcvbn alone", theirs)


def _export(place: Path) -> Ratio:
    """A list of 5,000 logins, through a process of its own; 40 are of the person's accounts."""
    file = place / "logins.csv"
    with file.open("w", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(["name", "url", "username", "password", "note"])
        for at in range(5_000):
            site = f"network{at}.example" if at < 40 else f"shop{at}.example"
            writer.writerow([site, f"https://{site}/login", "ada", f"velvet-otter-{at % 3_000}", ""])
    head = Head(bytes(32), tuple(Wanted((f"network{at}.example",), f"N{at}") for at in range(40)), {})

    def ours() -> float:
        return timed(lambda: apart(read_export, [head.packed(), file.read_bytes()], refusal=BadExport))

    def theirs() -> float:
        return timed(lambda: list(csv.reader(file.read_text().splitlines())))

    return Ratio("5,000 logins read apart", *_pair(in_turn(ours, theirs, 5), "the csv module here"))


def _pair(taken: tuple[float, float], against: str) -> tuple[float, str, float]:
    return taken[0], against, taken[1]


def make(file: Path, size: int) -> int:
    """Sorted lines spread over all there can be, as in the real list, but with invented ends."""
    entries = size // _LINE
    chance = random.Random(7)
    with file.open("wb") as opened:
        for start in range(0, entries, 100_000):
            block = bytearray()
            for at in range(start, min(entries, start + 100_000)):
                block += b"%s:%d\n" % (sha1_at(at, entries).hex().upper().encode(), chance.randint(1, 9))
            opened.write(block)
    return entries


def sha1_at(at: int, entries: int) -> bytes:
    """The hash in line `at`: its first 4 bytes say how far through the list it is."""
    first = at * _STEPS // entries
    return first.to_bytes(4, "big") + hashlib.sha256(at.to_bytes(8, "big")).digest()[:16]


def look_up_many(leaked: LeakedList, entries: int) -> tuple[list[int], list[float]]:
    """Half of them are in the list. A wrong answer ends the bench."""
    chance = random.Random(11)
    reads, times = [], []
    for number in range(_LOOK_UPS):
        inside = number % 2 == 0
        wanted = sha1_at(chance.randrange(entries), entries) if inside else chance.randbytes(20)
        before = leaked.reads
        started = time.perf_counter()
        found = leaked.look_up(wanted).look
        times.append((time.perf_counter() - started) * 1000)
        reads.append(leaked.reads - before)
        if found is not (Look.FOUND if inside else Look.NOT_FOUND):
            raise AssertionError(f"line {number} was answered {found}")
    return reads, times


def _one_megabyte(file: Path) -> float:
    taken = []
    for at in range(20):
        with file.open("rb", buffering=0) as opened:
            opened.seek(at * 1_000_000)
            started = time.perf_counter()
            opened.read(1_000_000)
            taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)
