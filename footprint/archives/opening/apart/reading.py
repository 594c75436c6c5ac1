"""Goes through the plan of a set, member by member, and remembers what one tells of the next."""

from __future__ import annotations

from collections.abc import Sequence
from io import RawIOBase
from typing import BinaryIO, Protocol, cast

import msgspec

from footprint.archives.contract import Context, Reader
from footprint.archives.opening.apart.frames import AtMember, Frame, Job
from footprint.archives.opening.apart.gathering import Gatherer
from footprint.archives.opening.batches import Carried, Checkpoint
from footprint.archives.opening.broken import BrokenMember
from footprint.archives.opening.containers.base import Beat, Container
from footprint.archives.opening.opened import Opened
from footprint.archives.opening.planning import Plan, Step, paths_of
from footprint.archives.records import Trouble, Why

_OF_A_PART = 10_000  # troubles told of a part, each by its name
_TAIL = 64  # pieces of 64 kB that are read after a reader has stopped
_LARGE = 64 << 10  # bytes of a member that is told of before it is read; many small ones are not each told
_QUIET = 0.02  # seconds after which any is
_FACTS = 1 << 20  # characters a network's readers may note for each other


class _Worker(Protocol):
    job: Job
    readers: Sequence[Reader]

    def send(self, kind: Frame, data: bytes = b"") -> None: ...
    def beat(self, size: int) -> None: ...
    @property
    def quiet(self) -> float: ...


class Reading:
    """Goes through a plan member by member."""

    def __init__(self, worker: _Worker, opened: Opened, steps: Plan, gatherer: Gatherer) -> None:
        self._worker = worker
        self._opened = opened
        self._steps = steps
        self._gatherer = gatherer
        self._paths = paths_of(opened.parts)
        self._contexts: dict[str, Context] = {}
        self._done = 0
        self._stream: _Watched | None = None
        gatherer.done = self._done_now

    def run(self) -> None:
        start = self._start()
        if self._worker.job.start is None:
            self._tell_of_the_set()
        place = start.place
        for earlier in range(place):
            self._done += self._cost(self._steps[earlier])
        for name, carried in start.carried.items():
            self._context(name, carried)
        skip = start.ordinal
        for here in range(place, len(self._steps)):
            if here not in self._worker.job.avoid:
                self._member(here, self._steps[here], skip)
            skip = 0
        self._gatherer.rest()

    def _start(self) -> Checkpoint:
        """Where to begin; another set than the one that was stopped is read from its beginning."""
        told = self._worker.job.start
        if told is None:
            return Checkpoint()
        if not told.path:
            return told if told.place <= len(self._steps) else Checkpoint()
        if told.place < len(self._steps) and self._path(self._steps[told.place]) == told.path:
            return told
        for place in range(len(self._steps)):
            if self._path(self._steps[place]) == told.path:
                return msgspec.structs.replace(told, place=place)
        return Checkpoint()

    def _tell_of_the_set(self) -> None:
        for name, trouble in self._opened.refused:
            self._gatherer.begin(-1, "", "", name)
            self._gatherer.trouble(trouble)
            self._gatherer.end()
        for number, part in enumerate(self._opened.parts):
            self._gatherer.begin(-1, "", "", part.name)
            for trouble in self._steps.troubles(number):
                self._gatherer.trouble(trouble, most=_OF_A_PART)
            self._gatherer.end()

    def _path(self, step: Step) -> str:
        return self._opened.parts[step.part].path(step.row)

    def _cost(self, step: Step) -> int:
        return self._opened.parts[step.part].cost(step.row)

    def _whose(self, step: Step) -> str:
        """The network, and the part that leads where several accounts of it were chosen together."""
        name = self._worker.readers[step.reader].name
        leader = self._steps.leaders.get((step.reader, step.part))
        return name if leader is None else f"{name} {leader}"

    def _context(self, network: str, carried: Carried | None = None) -> Context:
        if network not in self._contexts:
            options = self._worker.job.options
            kept = carried or Carried()
            self._contexts[network] = Context(
                options.messages, options.me, kept.account, dict(kept.facts), self._paths, dict(kept.counts)
            )
        return self._contexts[network]

    def _done_now(self) -> int:
        return self._done + (self._stream.share if self._stream is not None else 0)

    def _member(self, place: int, step: Step, skip: int) -> None:
        part, reader = self._opened.parts[step.part], self._worker.readers[step.reader]
        path, gatherer = self._path(step), self._gatherer
        context = self._context(self._whose(step))
        if self._worker.job.careful or self._worker.quiet > _QUIET or part.length(step.row) > _LARGE:
            at = AtMember(place, path, part.name, reader.name, self._done)
            self._worker.send(Frame.MEMBER, msgspec.msgpack.encode(at))
        gatherer.begin(place, reader.name, path, part.name)
        member = _Member(self, part, step, path)
        try:
            for record in reader.read(member, step.claim.role, context):
                if skip > 0:
                    skip -= 1
                    gatherer.ordinal += 1
                    continue
                try:
                    gatherer.take(record)
                except (TypeError, ValueError, AttributeError):  # not of the shape that records have
                    gatherer.trouble(Trouble(Why.BROKEN_ENTRY))
            member.finish()
        except BrokenMember as problem:
            if not gatherer.told(problem.why):
                gatherer.trouble(Trouble(problem.why, where=problem.where))
        except MemoryError:
            gatherer.trouble(Trouble(Why.TOO_LARGE))
        except Exception:  # noqa: BLE001  # a reader that stumbles costs its member and no other
            gatherer.trouble(Trouble(Why.BROKEN_FILE))
        finally:
            member.close()
        self._done += self._cost(step)
        gatherer.end(context.counts.get(path), self._carried())

    def _carried(self) -> dict[str, Carried]:
        return {
            name: Carried(each.account, each.facts if _size(each.facts) < _FACTS else {}, each.counts)
            for name, each in self._contexts.items()
        }

    def opened(self, part: Container, step: Step) -> _Watched:
        """The stream of a member, counted for the progress."""
        self._stream = _Watched(part.open(step.row), self._worker.beat, part.length(step.row), part.cost(step.row))
        return self._stream

    def closed(self) -> None:
        self._stream = None


def _size(facts: dict[str, str]) -> int:
    return sum(len(key) + len(value) for key, value in facts.items())


class _Member:
    """What a reader sees of a member."""

    def __init__(self, reading: Reading, part: Container, step: Step, path: str) -> None:
        self._reading = reading
        self._part = part
        self._step = step
        self._streams: list[_Watched] = []
        self.path = "/".join(path.split("/")[step.cut :])
        self.size = part.length(step.row)

    def open(self) -> BinaryIO:
        stream = self._reading.opened(self._part, self._step)
        self._streams.append(stream)
        return cast(BinaryIO, stream)

    def finish(self) -> None:
        """Raise what the end of a stream would have told, where its sums are compared."""
        for stream in self._streams:
            stream.close()
            if stream.broken is not None:
                raise stream.broken

    def close(self) -> None:
        self._reading.closed()
        for stream in self._streams:
            stream.close()


class _Watched(RawIOBase):
    """Passes a stream on and knows how far it is. `share` is in the bytes of the progress."""

    def __init__(self, stream: RawIOBase, beat: Beat, length: int, cost: int) -> None:
        self._stream = stream
        self._beat = beat
        self._length = max(1, length)
        self._cost = cost
        self._given = 0
        self.broken: BrokenMember | None = None

    @property
    def share(self) -> int:
        return self._cost * min(self._given, self._length) // self._length

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        data = self._stream.read(size) or b""
        self._given += len(data)
        self._beat(len(data))
        return data

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # the protocol has a name from Python 3.12 on
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Not before the last bytes were seen: readers that have what they want stop before the end."""
        if not self.closed:
            try:
                for _piece in range(_TAIL):
                    if not self.read(1 << 16):
                        break
            except BrokenMember as problem:
                self.broken = problem
            self._stream.close()
        super().close()
