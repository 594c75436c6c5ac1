"""Reads archives in a process of its own and hands on what it finds, batch by batch.

The process opens the files itself, for reading only; it has no key and no network, and writes no file. When it ends
before its work does, the member it was at is told as broken and the next one is read in a new process.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec

from footprint.archives.opening.apart.frames import AtMember, BadFrame, Fetched, Frame, Job, LooseParcel, Parcel
from footprint.archives.opening.apart.process import Ended, Process, Silent
from footprint.archives.opening.batches import Batch, Carried, Checkpoint, Inside, Options, Part, Tally
from footprint.archives.opening.containers.guards import shown
from footprint.archives.opening.pace import Pace
from footprint.archives.records import Connection, Entry, Flag, Held, Trouble, Why
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.tasks import Task

CRASHES = 25  # members that may break their reader before the rest is left
LARGEST = 40 << 20  # bytes of one file that is fetched
_KIB = 1024
_STREAMS = re.compile(r"\.(?:tgz|tbz2?|txz|tar\.\w+)$", re.IGNORECASE)
_T = TypeVar("_T")

Paths = Sequence[str | Path]


class CannotLook(FootprintError):
    """The process that reads could not be started, or did not live to tell."""

    def __init__(self) -> None:
        super().__init__(_("These files could not be looked at. Try again, or choose fewer of them at once."))


def look(paths: Paths, task: Task | None = None) -> Inside:
    """What is in there, without importing anything: under a second unless a packed tar has to be gone through.

    Raises `CannotLook`, and `Stopped` when `task` is stopped.
    """
    without: list[int] = []
    total = _to_go_through(paths)
    while True:
        scanning: int | None = None
        with Process(Job("look", _named(paths), without=tuple(without)), task or Task()) as process:
            try:
                for kind, data in process.frames():
                    if kind is Frame.INSIDE:
                        return _with_broken(msgspec.msgpack.decode(data, type=Inside), paths, without)
                    if kind is Frame.SCANNING:
                        scanning = msgspec.msgpack.decode(data, type=int)
                    elif kind is Frame.BEAT and task is not None:
                        done = msgspec.msgpack.decode(data, type=int) // _KIB
                        task.step(min(done, total), total, _("Looking through the files"))
            except (Ended, Silent, BadFrame, msgspec.DecodeError):
                pass
        if scanning is None or scanning in without:
            raise CannotLook
        without.append(scanning)


def _with_broken(told: Inside, paths: Paths, without: Sequence[int]) -> Inside:
    broken = tuple(Part(shown(Path(paths[each]).name), "", 0, 0, (Trouble(Why.BROKEN_FILE),)) for each in without)
    return msgspec.structs.replace(told, parts=told.parts + broken)


def fetch(
    paths: Paths, wanted: Sequence[str], task: Task | None = None, *, most: int = LARGEST
) -> Iterator[tuple[str, bytes | None]]:
    """Files out of the set by their path in it (`Media.path`), in the order asked for; None for what is not there."""
    return _fetched(Job("fetch", _named(paths), wanted=tuple(wanted), most=min(most, LARGEST)), task)


def skeleton(paths: Paths, member: str, task: Task | None = None) -> str:
    """The outline of a file nobody knows, to be copied for a report: keys and types, no values, no key that may be one.

    "" when it is not there.
    """
    ((_path, data),) = _fetched(Job("outline", _named(paths), wanted=(member,)), task)
    return (data or b"").decode("utf-8", "replace")


def _fetched(job: Job, task: Task | None) -> Iterator[tuple[str, bytes | None]]:
    left = list(job.wanted)
    with Process(job, task or Task()) as process:
        try:
            for kind, data in process.frames():
                if kind is Frame.FILE:
                    found = msgspec.msgpack.decode(data, type=Fetched)
                    left = left[1:]
                    yield found.wanted, found.data
        except (Ended, Silent, BadFrame, msgspec.DecodeError):
            yield from ((path, None) for path in left)


def read_apart(
    paths: Paths, options: Options | None = None, task: Task | None = None, start: Checkpoint | None = None
) -> Iterator[Batch]:  # fmt: skip
    """Everything in the set, in batches; each carries the checkpoint from which `start` goes on after it.

    `task` is told KiB done of KiB in all, with items, rate and time left in words. Ends with `Stopped` within a second
    of being asked to. Never raises for what is in the files.
    """
    reading = _Reading(paths, options or Options(), task or Task(), start)
    yield from reading.run()


def _to_go_through(paths: Paths) -> int:
    """KiB of packed tars, which have to be gone through to see what is in them; 0 when there is more than those."""
    try:
        sizes = [Path(path).stat().st_size for path in paths if _STREAMS.search(str(path))]
    except OSError:
        return 0
    return sum(sizes) // _KIB if len(sizes) == len(paths) else 0


def _named(paths: Paths) -> tuple[bytes, ...]:
    return tuple(os.fsencode(path) for path in paths)


class _Reading:
    """One reading over as many processes as it takes."""

    def __init__(self, paths: Paths, options: Options, task: Task, start: Checkpoint | None) -> None:
        self._paths = paths
        self._options = options
        self._task = task
        self._start = start
        self._carried: dict[str, Carried] = start.carried if start else {}
        self._without: list[int] = []
        self._avoid: list[int] = []
        self._careful = False
        self._items = 0
        self._pace = Pace(0)
        self._at: AtMember | None = None
        self._scanning: int | None = None
        self._total = 0

    def run(self) -> Iterator[Batch]:
        crashes = 0
        while crashes < CRASHES:
            self._at = self._scanning = None
            try:
                with Process(self._job(), self._task) as process:
                    yield from self._batches(process)
                return
            except (Ended, Silent, BadFrame, msgspec.DecodeError):
                pass  # told by what follows: the member or part it was at
            if not self._careful:
                self._careful = True  # which member it was is seen the second time
                continue
            crashes += 1
            if self._at is None and (self._scanning is None or self._scanning in self._without):
                break
            yield self._told_as_broken()
        yield self._batch([Tally("", "", "", troubles=(Trouble(Why.BROKEN_FILE),), ended=True)], self._start)

    def _job(self) -> Job:
        without, avoid = tuple(self._without), tuple(self._avoid)
        return Job("read", _named(self._paths), self._options, self._start, without, avoid, careful=self._careful)

    def _told_as_broken(self) -> Batch:
        trouble = (Trouble(Why.BROKEN_FILE),)
        if self._at is None:
            number = self._scanning or 0
            self._without.append(number)
            name = shown(Path(self._paths[number]).name)
            return self._batch([Tally("", "", name, troubles=trouble, ended=True)], self._start)
        at = self._at
        self._avoid.append(at.place)  # what was read before it and not yet sent is read again
        if self._start is not None and self._start.place == at.place:
            self._start = Checkpoint(at.place + 1, "", 0, self._carried)
        return self._batch([Tally(at.network, at.member, at.part, troubles=trouble, ended=True)], self._start)

    def _batch(self, tallies: list[Tally], checkpoint: Checkpoint | None) -> Batch:
        done = self._at.done if self._at else 0
        return Batch([], [], [], tallies, done, self._total, self._items, checkpoint or Checkpoint())

    def _batches(self, process: Process) -> Iterator[Batch]:
        decoder = msgspec.msgpack.Decoder(Parcel)
        for kind, data in process.frames():
            if kind is Frame.PARCEL:
                yield self._unpacked(data, decoder)
            elif kind is Frame.MEMBER:
                self._at = msgspec.msgpack.decode(data, type=AtMember)
            elif kind is Frame.SCANNING:
                self._scanning = msgspec.msgpack.decode(data, type=int)
            elif kind is Frame.BEAT:
                self._tell(self._at.done if self._at else msgspec.msgpack.decode(data, type=int))
            elif kind is Frame.DONE:
                return
        raise Ended

    def _unpacked(self, data: bytes, decoder: msgspec.msgpack.Decoder[Parcel]) -> Batch:
        try:
            parcel = decoder.decode(data)
        except msgspec.ValidationError:
            parcel = _good_ones(data)
        self._items += len(parcel.entries) + len(parcel.connections) + len(parcel.held)
        self._carried = parcel.carried if parcel.carried is not None else self._carried
        self._start = Checkpoint(parcel.place, parcel.path, parcel.ordinal, self._carried)
        self._total = parcel.total
        self._pace.total = parcel.total
        self._pace.at(parcel.done, self._items)
        self._tell(parcel.done)
        return Batch(
            parcel.entries, parcel.connections, parcel.held, parcel.tallies,
            parcel.done, parcel.total, self._items, self._start,
        )  # fmt: skip

    def _tell(self, done: int) -> None:
        if self._total:
            self._task.step(done // _KIB, self._total // _KIB, self._pace.words())
        else:
            total = _to_go_through(self._paths)
            self._task.step(min(done // _KIB, total), total, _("Looking through the files"))


def _good_ones(data: bytes) -> Parcel:
    """A parcel of which some records are not what they should be: the others, and how many were left of each member."""
    loose = msgspec.msgpack.decode(data, type=LooseParcel)
    entries = _decoded(loose.entries, tuple[Entry, tuple[Flag, ...]])
    connections = _decoded(loose.connections, Connection)
    held = _decoded(loose.held, Held)
    kinds = [iter(entries), iter(connections), iter(held)]
    return Parcel(
        [one for one in entries if one is not None],
        [one for one in connections if one is not None],
        [one for one in held if one is not None],
        [_counted(tally, kinds) for tally in loose.tallies],
        loose.done, loose.total, loose.place, loose.path, loose.ordinal, loose.carried,
    )  # fmt: skip


def _decoded(raws: list[msgspec.Raw], kind: type[_T]) -> list[_T | None]:
    found: list[_T | None] = []
    for raw in raws:
        try:
            found.append(msgspec.msgpack.decode(raw, type=kind))
        except msgspec.DecodeError:
            found.append(None)
    return found


def _counted(tally: Tally, kinds: Sequence[Iterator[object]]) -> Tally:
    told = (tally.entries, tally.connections, tally.held)
    good = [sum(one is not None for one in islice(kind, count)) for kind, count in zip(kinds, told, strict=True)]
    bad = sum(told) - sum(good)
    troubles = (*tally.troubles, Trouble(Why.BROKEN_ENTRY, bad)) if bad else tally.troubles
    return msgspec.structs.replace(tally, entries=good[0], connections=good[1], held=good[2], troubles=troubles)
