"""Archives at scale: read, judged, indexed and encrypted end to end; then search, filters and a second import.

`end to end` goes the whole way: zip files made by `archive_corpus`, read and judged by the process that reads, written
by this one to the encrypted vault in transactions nobody waits for. Beside the clock stands the processor's time of
either process: on two cores the slower of the two says what is possible, however busy the machine is.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from benchmarks import archive_corpus, archive_peers
from benchmarks.measure import processor
from benchmarks.vaults import open_vault
from footprint.archives.index import finding
from footprint.archives.index.filters import Decided, Find
from footprint.archives.index.forgetting import forget_account
from footprint.archives.index.importing import import_archive
from footprint.archives.lenses.about import AboutMe, Looking
from footprint.archives.lenses.load import load_lenses
from footprint.archives.opening.batches import Batch, Checkpoint, Flagging, Options
from footprint.archives.opening.reading import read_apart
from footprint.archives.records import Audience, Kind
from footprint.tasks import Task
from footprint.vault import Vault, set_fact

FEW = (10_000, 50_000)
MANY = (10_000, 100_000, 1_000_000)
_ROUNDS = 60


def run(sizes: Sequence[int]) -> Iterator[str]:
    costs = list[float]()
    for size in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            vault = open_vault(folder)
            try:
                lines, cost = _end_to_end(vault, folder, size, last=size == sizes[-1])
                yield from lines
                costs.append(cost)
                if size == sizes[-1]:
                    yield from _searches(vault, size)
                    yield _forgotten(vault)
            finally:
                vault.close()
    yield f"one entry at {sizes[-1]:,} costs {costs[-1] / costs[0]:.2f} of one at {sizes[0]:,} (processor; 1 is linear)"
    with tempfile.TemporaryDirectory() as scratch:
        yield from archive_peers.run(Path(scratch), min(100_000, sizes[-1]))


# -- importing ---------------------------------------------------------------------------------------


def _end_to_end(vault: Vault, folder: Path, size: int, *, last: bool) -> tuple[list[str], float]:
    """What is said of one size, and what an entry cost. The bar of speed is for the largest: each starts a process."""
    paths = archive_corpus.write(folder, size)
    packed = sum(path.stat().st_size for path in paths) / 1e6
    with Watch(vault) as watch:
        done = import_archive(vault, paths, options(), read=_read)
    new, took = done.course.new, done.seconds
    slower = max(watch.here, watch.there)
    with vault.reading() as db:
        kept = db.size() / 1e6
        flags = int(db.value("SELECT count(*) FROM archive_flag"))
    fits = f"   bar 15,000: {'met' if new / slower >= 15_000 else 'MISSED'}" if last else ""
    small = "met" if watch.most <= 400 else "MISSED"
    lines = [
        f"{new:>9,} entries end to end: {took:7.2f} s, {new / took:8,.0f} a second by the clock; processor here "
        f"{watch.here:.2f} s, in the process that reads {watch.there:.2f} s: {new / slower:8,.0f} a second on two free "
        f"cores{fits}",
        f"          {packed:.0f} MB of zip, {kept:.0f} MB in the vault, {flags:,} flags; most memory of both "
        f"{watch.most:.0f} MB   bar 400: {small}; a save waited {watch.longest * 1000:.0f} ms at most",
    ]
    again = import_archive(vault, paths, options(), read=_read)
    lines.append(f"          the same files again: {again.seconds:.2f} s, {_faster(took, again.seconds)}")
    with Watch(vault) as second:
        other = import_archive(vault, paths, Options(me="somebody else", flagging=options().flagging), read=_read)
    lines.append(
        f"          every entry met again in files not known: {other.seconds:.2f} s, x{took / other.seconds:.1f} "
        f"faster; processor here {second.here:.2f} s; {other.course.same:,} known, {other.course.new:,} new"
    )
    return lines, (watch.here + watch.there) / max(new, 1)


def options() -> Options:
    """Through every lens there is, the sensitive ones too, of somebody who told the app about themselves."""
    about = AboutMe(names=("Sam Example",), employers=("Exampleshire",), towns=("Leith",), before=date(2018, 1, 1))
    looking = Looking(lenses=tuple(one.id for one in load_lenses()), about=about)
    return Options(flagging=Flagging("footprint.archives.lenses.apart:make", looking.encoded()))


def _read(paths: Sequence[Path], chosen: Options, task: Task, start: Checkpoint | None) -> Iterator[Batch]:
    return read_apart(paths, chosen, task, start=start)


def _faster(first: float, second: float) -> str:
    return f"x{first / second:,.0f} faster   bar x5: {'met' if first >= 5 * second else 'MISSED'}"


class Watch:
    """Processor time of this process and its children, memory of both, and how long a save has to wait meanwhile."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._stop = threading.Event()
        self.most = self.longest = self.here = self.there = 0.0

    def __enter__(self) -> Self:
        self._began = processor()
        self._threads = [threading.Thread(target=one) for one in (self._memory, self._saves)]
        for one in self._threads:
            one.start()
        return self

    def __exit__(self, _kind: type[BaseException] | None, _value: object, _trace: TracebackType | None) -> None:
        self._stop.set()
        for one in self._threads:
            one.join()
        here, there = processor()
        self.here, self.there = here - self._began[0], there - self._began[1]

    def _memory(self) -> None:
        while not self._stop.wait(0.1):
            self.most = max(self.most, sum(_resident(one) for one in (os.getpid(), *_children())) / 1e6)

    def _saves(self) -> None:
        while not self._stop.wait(0.5):
            began = time.perf_counter()
            set_fact(self._vault, "benchmark.saved", str(began))
            self.longest = max(self.longest, time.perf_counter() - began)


def _children() -> list[int]:
    with suppress(OSError):
        return [int(one) for one in Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()]
    return []


def _resident(process: int) -> int:
    """Bytes, where the system says so."""
    with suppress(OSError, ValueError, IndexError):
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


# -- looking -----------------------------------------------------------------------------------------


def _searches(vault: Vault, size: int) -> Iterator[str]:
    speech, chance = archive_corpus.Speech(1), random.Random(4)

    def word() -> str:
        return speech.common(int(chance.random() ** 3 * 20_000))

    def common() -> str:
        return speech.common(chance.randrange(60))

    asked: tuple[tuple[str, float, Callable[[], Find]], ...] = (
        ("one word", 10, lambda: Find(text=word())),
        ("the start of a word", 10, lambda: Find(text=word()[: chance.choice((3, 4, 5))])),
        ("two words", 10, lambda: Find(text=f"{word()} {common()}")),
        ("a phrase", 10, lambda: Find(text=f'"{common()} {common()}"')),
        ("everything", 100, Find),
        ("one network", 100, lambda: Find(networks=("reddit",))),
        ("one kind", 100, lambda: Find(kinds=(Kind.REPLY,))),
        ("one year", 100, lambda: Find().in_year(chance.randrange(2014, 2024))),
        ("one audience", 100, lambda: Find(audiences=(Audience.PUBLIC,))),
        ("has a photo", 100, lambda: Find(photo=True)),
        ("not decided", 100, lambda: Find(decided=Decided.NOTHING)),
        ("a word, one network, with a photo", 100, lambda: Find(text=word(), networks=("x",), photo=True)),
        ("the commonest word, one year, with a photo", 100,
         lambda: Find(text=speech.common(0), photo=True).in_year(chance.randrange(2014, 2024))),
    )  # fmt: skip
    for name, bar, make in asked:
        finds = [make() for _round in range(_ROUNDS)]
        pages, counts, bars = (_taken(work, finds) for work in (_page(vault), _count(vault), _bars(vault)))
        yield (
            f"{size:,}: {name:<44} newest 50: {_late(pages)}   bar {bar:g}: {_met(pages, bar)}   "
            f"count: {_late(counts)}   by month: {_late(bars)}"
        )
    places = [chance.randrange(max(1, size - 100)) for _round in range(_ROUNDS)]
    jumps = _taken(lambda at: finding.page(vault, Find(), at, 50), places)
    yield f"{size:,}: scrolling to any place in everything          {_late(jumps)}"


def _page(vault: Vault) -> Callable[[Find], object]:
    return lambda find: finding.page(vault, find, 0, 50)


def _count(vault: Vault) -> Callable[[Find], object]:
    return lambda find: finding.count(vault, find)


def _bars(vault: Vault) -> Callable[[Find], object]:
    return lambda find: finding.by_month(vault, find)


def _taken(work: Callable[..., object], asked: Sequence[object]) -> list[tuple[float, float]]:
    """(clock, processor) in milliseconds of each."""
    found = []
    for one in asked:
        began = time.perf_counter(), time.thread_time()
        work(one)
        found.append(((time.perf_counter() - began[0]) * 1000, (time.thread_time() - began[1]) * 1000))
    return found


def _late(times: Sequence[tuple[float, float]]) -> str:
    clock, processor = ([one[n] for one in times] for n in (0, 1))
    late = [statistics.quantiles(some, n=20)[-1] for some in (clock, processor)]
    return f"p50 {statistics.median(clock):6.2f} p95 {late[0]:6.2f} ms (processor {late[1]:6.2f})"


def _met(times: Sequence[tuple[float, float]], bar: float) -> str:
    return "met" if statistics.quantiles([one[1] for one in times], n=20)[-1] <= bar else "MISSED"


def _forgotten(vault: Vault) -> str:
    account = next(one.account for one in finding.page(vault, Find(networks=("facebook",)), 0, 1))
    began = time.perf_counter()
    gone = forget_account(vault, account)
    return f"forgetting an account of {gone:,} entries: {time.perf_counter() - began:.1f} s"
