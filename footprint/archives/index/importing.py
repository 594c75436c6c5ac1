"""Bringing a copy in: read by another process, kept here in transactions so short that nobody waits for them.

Where it got to is written in the same transaction as what was read, so it can be stopped or cut off anywhere and goes
on from there. A copy that was brought in already is known by its files; one that only looks different, entry by entry.
"""

from __future__ import annotations

import statistics
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from footprint.archives.confirming import confirm
from footprint.archives.index import store, tidying
from footprint.archives.index.course import Course
from footprint.archives.index.forgetting import end_forgetting
from footprint.archives.index.gone import mark_gone
from footprint.archives.index.keys import make_keys
from footprint.archives.index.numbers import bounded
from footprint.archives.index.sameness import print_of, size_of
from footprint.archives.index.writing import Writer
from footprint.archives.opening.batches import Batch, Checkpoint, Options
from footprint.tasks import Task
from footprint.vault import Vault

Reading = Callable[[Sequence[Path], Options, Task, Checkpoint | None], Iterator[Batch]]

_FRESH = 150_000  # keys held in memory before they are put in order
_LETTERS = 3_000_000  # of text in one transaction
_TIME = 0.12  # seconds a transaction should take


@dataclass(frozen=True)
class Report:
    """What came of it. `again`: this very copy was here before, and nothing was read."""

    number: int
    course: Course
    again: bool = False
    seconds: float = 0.0


@dataclass
class _Pending:
    """Batches that wait to be written together."""

    batches: list[Batch] = field(default_factory=list)
    entries: int = 0
    letters: int = 0

    def add(self, batch: Batch) -> None:
        self.batches.append(batch)
        self.entries += len(batch.entries)
        self.letters += sum(len(one.text) for one, _flags in batch.entries)


def import_archive(
    vault: Vault, paths: Sequence[Path], options: Options, task: Task | None = None, *, read: Reading
) -> Report:
    """Bring in the files of one copy together; gives what came of it. Does nothing for one that is in already.

    How far it is, `read` says.

    `Stopped` and every problem leave what was kept so far; the same call goes on from there. Raises `OSError` when a
    file cannot be looked at, and what `read` raises.
    """
    task, began = task or Task(), time.monotonic()
    places = [(str(path.resolve()), size_of(path)) for path in paths]
    print_ = print_of(paths, options)
    with vault.reading() as db:
        found = store.find_import(db, print_)
    if found is not None and found[2] is not None:
        with vault.writing(undo=False) as write:
            store.set_parts(write.db, found[0], places)  # it may lie elsewhere by now
        return Report(found[0], Course.unpacked(found[4]), again=True, seconds=time.monotonic() - began)
    end_forgetting(vault, task)
    with vault.writing(undo=False) as write:
        number = found[0] if found is not None else store.add_import(write.db, print_, places, write.now)
        writer = Writer(make_keys(write), number)
        writer.begin(write.db)
    course = Course.unpacked(found[4]) if found is not None else Course()
    if not course.read:
        start = Checkpoint.unpacked(found[3]) if found is not None and found[3] else None
        batches = read(paths, options, task, start)
        try:
            _Import(vault, writer, course, task).keep_all(batches)
        finally:
            if isinstance(batches, Generator):
                batches.close()  # the process that reads goes at once, also when nothing more can be kept
    _finish(vault, number, course)
    return Report(number, course, seconds=time.monotonic() - began)


class _Import:
    def __init__(self, vault: Vault, writer: Writer, course: Course, task: Task) -> None:
        self._vault, self._writer, self._course, self._task = vault, writer, course, task
        self._rows = 4_000  # entries in one transaction
        self._each: deque[float] = deque(maxlen=9)  # seconds a row took, the last few times
        self._items_before = course.items

    def keep_all(self, batches: Iterator[Batch]) -> None:
        pending = _Pending()
        for batch in batches:
            pending.add(batch)
            if pending.entries >= self._rows or pending.letters >= _LETTERS or len(pending.batches) >= 64:
                self._keep(pending)
                pending = _Pending()
        if pending.batches:
            self._keep(pending)
        self._course.read = True

    def _keep(self, pending: _Pending) -> None:
        """One transaction, or several where there is too much for one; only the last says how far it got."""
        entries = [one for batch in pending.batches for one in batch.entries]
        step = self._rows if pending.letters < _LETTERS else max(100, self._rows * _LETTERS // pending.letters // 2)
        pieces = [entries[at : at + step] for at in range(0, len(entries), step)] or [[]]
        for n, piece in enumerate(pieces):
            began = time.monotonic()
            with self._vault.writing(undo=False) as write:
                added = self._writer.entries(write.db, piece, write.now)
                course = self._course
                course.new, course.changed, course.same = (
                    course.new + added.new, course.changed + added.changed, course.same + added.same,
                )  # fmt: skip
                times = [at for one, _flags in piece if (at := bounded(one.at)) is not None]
                if times:
                    course.newest = max(max(times), course.newest or 0)
                if n == len(pieces) - 1:
                    for batch in pending.batches:
                        course.connections += self._writer.connections(write.db, batch.connections)
                        course.held += self._writer.held(write.db, batch.held)
                        course.add(batch.tallies)
                    last = pending.batches[-1]
                    course.items = last.items + self._items_before
                    store.note_import(
                        write.db, self._writer.number, last.checkpoint.packed(), course.packed(), course.newest
                    )
            self._pace(len(piece), time.monotonic() - began)
        if len(self._writer.fresh) >= _FRESH:
            tidying.put_in_order(self._vault)
            self._writer.fresh.clear()
        self._task.check()

    def _pace(self, rows: int, took: float) -> None:
        """As many rows as usually fit; one moment in which the computer is busy changes nothing."""
        if rows >= 100:
            self._each.append(took / rows)
            self._rows = int(min(max(_TIME / statistics.median(self._each), 1_000), 8_000))


def _finish(vault: Vault, number: int, course: Course) -> None:
    """Each step may be cut off and is then done again."""
    with vault.writing(undo=False) as write:
        store.note_import(write.db, number, b"", course.packed(), course.newest)
    tidying.put_in_order(vault)
    course.gone = mark_gone(vault, number, course)
    course.confirmed = confirm(vault, number)
    with vault.writing(undo=False) as write:
        store.end_import(write.db, number, course.packed(), write.now)
