"""Copies made up for the tests of the index: a file that only tells one from another, and what reading it gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from footprint.archives.index.importing import Report, import_archive
from footprint.archives.opening.batches import Batch, Checkpoint, Options, Tally
from footprint.archives.records import Connection, Entry, Flag, Held, Kind
from footprint.tasks import Task
from footprint.vault import Vault

Flagged = tuple[Entry, tuple[Flag, ...]]
MARCH = 1_520_000_000  # 2 March 2018


@dataclass
class Copy:
    """A copy of an account: a file that only tells it from others, and what reading it gives."""

    path: Path
    entries: Sequence[Flagged]
    connections: Sequence[Connection] = ()
    held: Sequence[Held] = ()
    size: int = 100
    reads: int = 0
    stop_after: int | None = None
    more: Sequence[Tally] = ()
    starts: list[Checkpoint | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.path.write_bytes(msgspec.msgpack.encode((self.entries, self.connections, self.held)))

    def read(self, _paths: Sequence[Path], _options: Options, task: Task, start: Checkpoint | None) -> Iterator[Batch]:
        self.starts.append(start)
        first = start.ordinal if start else 0
        total = len(self.entries)
        for at in range(first, max(total, 1), self.size):
            task.check()
            some, last = list(self.entries[at : at + self.size]), at + self.size >= total
            self.reads += len(some)
            tally = Tally("x", "tweets.js", self.path.name, len(some), ended=last, stated=total if last else None)
            yield Batch(
                some, list(self.connections) if last else [], list(self.held) if last else [],
                [tally, *(self.more if last else ())],
                min(at + self.size, total), total, at + len(some) - first, Checkpoint(0, "tweets.js", at + len(some)),
            )  # fmt: skip
            if self.stop_after is not None and at + self.size >= self.stop_after:
                task.stop()


def bring(vault: Vault, copy: Copy, task: Task | None = None) -> Report:
    return import_archive(vault, [copy.path], Options(), task, read=copy.read)


def post(n: int, text: str = "", **values: object) -> Flagged:
    kind = values.pop("kind", Kind.POST)
    told: dict[str, object] = {"native_id": str(n), "at": MARCH + n * 60, "text": text or f"post number {n}", **values}
    return Entry("x", kind, **{"account": "sam", **told}), ()  # type: ignore[arg-type]
