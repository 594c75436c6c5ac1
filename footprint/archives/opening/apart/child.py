"""The process that reads: it opens the files itself, for reading only, and sends what it finds over the pipe."""

from __future__ import annotations

import importlib
import os
import sys
import time
from collections.abc import Sequence
from typing import Any, BinaryIO, cast

import msgspec

from footprint.archives.contract import Reader
from footprint.archives.opening.apart import frames, memory
from footprint.archives.opening.apart.frames import Fetched, Frame, Job
from footprint.archives.opening.apart.gathering import Gatherer
from footprint.archives.opening.apart.reading import Reading
from footprint.archives.opening.batches import FlagsOf, Options
from footprint.archives.opening.opened import Opened
from footprint.archives.opening.planning import plan
from footprint.archives.opening.recognise import Recognised, recognise

MEGABYTES = 1024  # of address space, of which a running worker uses about a tenth as memory
RESIDENT = 400  # of memory itself, where the system keeps no such limit
_EVERY = 0.2  # seconds between two signs of life


def serve() -> None:
    """Read the job from standard input, answer on standard output, end."""
    from footprint.worker import confine

    sys.dont_write_bytecode = True
    out = os.dup(sys.stdout.fileno())
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())  # whatever a library prints is no frame
    job = frames.receive(cast(BinaryIO, sys.stdin.buffer))
    if job is None:
        return
    asked = msgspec.msgpack.decode(job[1], type=Job)
    confine(MEGABYTES)
    if memory.needed():
        memory.watch(RESIDENT << 20)
    worker = Worker(asked, out)
    flags_of = _flags_of(asked.options)
    _write_nothing()
    worker.run(flags_of)


def _flags_of(options: Options) -> FlagsOf | None:
    """Made before the doors are shut, since it may read its own data files."""
    if options.flagging is None:
        return None
    module, _colon, name = options.flagging.maker.partition(":")
    if module.partition(".")[0] != "footprint":
        raise ValueError(module)
    made: FlagsOf = getattr(importlib.import_module(module), name)(options.flagging.settings)
    return made


def _write_nothing() -> None:
    """No reader has a reason to write, move or delete a file; one that tries to ends the reading of its member."""
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
    changes = ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
               "os.chown", "os.utime", "shutil.")  # fmt: skip

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[2], int) and arguments[2] & writing:
            raise PermissionError(event)
        if event.startswith(changes):
            raise PermissionError(event)

    sys.addaudithook(refuse)


class Worker:
    """Does one job. `readers` are those of the room; tests hand in others."""

    def __init__(self, job: Job, out: int, readers: Sequence[Reader] | None = None) -> None:
        self.job = job
        self._out = out
        self.readers = _readers() if readers is None else readers
        self._beaten = time.monotonic()
        self._bytes = 0

    def send(self, kind: Frame, data: bytes = b"") -> None:
        view = memoryview(frames.packed(kind, data))
        while view:
            view = view[os.write(self._out, view) :]
        self._beaten = time.monotonic()

    @property
    def quiet(self) -> float:
        """Seconds since anything was sent."""
        return time.monotonic() - self._beaten

    def beat(self, size: int) -> None:
        """Bytes were gone through; now and then that is a sign of life."""
        self._bytes += size
        if time.monotonic() - self._beaten > _EVERY:
            self.send(Frame.BEAT, msgspec.msgpack.encode(self._bytes))

    def run(self, flags_of: FlagsOf | None) -> None:
        with Opened(map(os.fsdecode, self.job.paths), self.beat, without=self.job.without) as opened:
            if self.job.what in ("fetch", "outline"):
                self._fetch(opened)
            elif self.job.what == "look":
                self._look(opened)
            else:
                self._read(opened, flags_of)
        self.send(Frame.DONE)

    def _recognised(self, opened: Opened, *, quick: bool) -> Recognised:
        def began(number: int) -> None:
            self.send(Frame.SCANNING, msgspec.msgpack.encode(opened.numbers[number]))

        return recognise(opened.parts, self.readers, quick=quick, beat=self.beat, began=began)

    def _look(self, opened: Opened) -> None:
        from footprint.archives.opening.apart.looking import inside

        found = self._recognised(opened, quick=True)
        told = inside(opened, self.readers, found, self.beat)
        self.send(Frame.INSIDE, msgspec.msgpack.encode(told))

    def _fetch(self, opened: Opened) -> None:
        from footprint.archives.opening.apart.fetching import fetched, outlined

        if self.job.what == "outline":
            found = outlined(opened.parts, self.job.wanted, self.beat)
        else:
            found = fetched(opened.parts, self.job.wanted, self.job.most, self.beat)
        for wanted, data in found:
            self.send(Frame.FILE, msgspec.msgpack.encode(Fetched(wanted, data)))

    def _read(self, opened: Opened, flags_of: FlagsOf | None) -> None:
        found = self._recognised(opened, quick=False)
        options = self.job.options
        steps = plan(opened.parts, self.readers, found, networks=options.networks, beat=self.beat)
        gatherer = Gatherer(lambda data: self.send(Frame.PARCEL, data), flags_of, steps.total)
        Reading(self, opened, steps, gatherer).run()


def _readers() -> Sequence[Reader]:
    from footprint.archives.readers import READERS

    return tuple(READERS.values())
