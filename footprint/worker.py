"""Reads foreign files in a process of its own: no key, no network, little time, little memory.

A file that breaks its reader takes down that process and nothing else. Only the bytes go in, and only plain data
comes out, decoded strictly, so that a reader taken over by its file has nothing to send.
"""

from __future__ import annotations

import contextlib
import importlib
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.tasks import Stopped, Task

T = TypeVar("T")
Data = bytes | Iterable[bytes | memoryview]

SECONDS = 20.0
MEGABYTES = 1536  # room for a picture of 100 million pixels
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from footprint import worker; worker.serve(sys.argv[2], sys.argv[3])"
)
_STEP = 0.05
_SAID, _DONE = b"-", b"+"  # the first byte of an answer: a sentence for the person, or the result


class CannotRead(FootprintError):
    """The reader broke, ran out of time or out of memory, or could not be started at all."""

    def __init__(self) -> None:
        super().__init__(_("This file could not be read. Save it again, or leave it out."))


def apart(
    read: Callable[[bytes], T], data: Data, *, refusal: type[FootprintError], task: Task | None = None,
    seconds: float = SECONDS,
) -> T:  # fmt: skip
    """`read(data)` in a process of its own.

    `read` is a function of a module, annotated with what it gives (dataclasses and plain data). A `FootprintError`
    of its own comes back as `refusal` with the same sentence; every other end is `CannotRead`. `task` can stop it.
    Data in pieces is handed on piece by piece, so that no whole copy of it is ever in this process.
    """
    place = Path(__file__).resolve().parent.parent
    try:
        process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, str(place), read.__module__, read.__name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as problem:  # no memory or no handle left for another process
        raise CannotRead from problem
    answer = _talk(process, data, task, time.monotonic() + seconds)
    if answer[:1] == _SAID:
        raise refusal(answer[1:].decode("utf-8", "replace"))
    if answer[:1] != _DONE:
        raise CannotRead
    return _decoded(read, answer[1:])


def _talk(process: subprocess.Popen[bytes], data: Data, task: Task | None, until: float) -> bytes:
    """What the other process answers; a thread of its own feeds it, as either side may stop listening."""
    answers: list[bytes] = []

    def feed() -> None:
        with contextlib.suppress(OSError, ValueError):
            if isinstance(data, bytes):
                answers.append(process.communicate(data)[0])
            else:
                _pour(process, data)
                answers.append(process.communicate()[0])

    feeding = threading.Thread(target=feed, name="worker")
    feeding.start()
    try:
        while feeding.is_alive():
            feeding.join(_STEP)
            if task is not None and task.stopped:
                raise Stopped
            if time.monotonic() > until:
                raise CannotRead
    finally:
        process.kill()
        feeding.join()
    return answers[0] if answers else b""


def _pour(process: subprocess.Popen[bytes], pieces: Iterable[bytes | memoryview]) -> None:
    """A source that breaks in the middle ends the process: half a file is never read as a whole one."""
    assert process.stdin is not None
    try:
        for piece in pieces:
            process.stdin.write(piece)
        process.stdin.flush()
    except BaseException:
        process.kill()
        process.communicate()
        raise


def _decoded(read: Callable[[bytes], T], answer: bytes) -> T:
    import msgspec

    try:
        found: T = msgspec.msgpack.decode(answer, type=_result_type(read))
    except (msgspec.DecodeError, ValueError, RecursionError):
        raise CannotRead from None
    return found


def _result_type(read: Callable[[bytes], Any]) -> Any:
    from typing import get_type_hints

    return get_type_hints(read)["return"]


def serve(module: str, name: str) -> None:
    """What the other process does: read from standard input, answer on standard output, end."""
    _be_small()
    read = getattr(importlib.import_module(module), name)
    _shut_the_network()
    _answer(read, sys.stdin.buffer.read(), sys.stdout.buffer)


def _answer(read: Callable[[bytes], object], data: bytes, out: BinaryIO) -> None:
    import msgspec

    try:
        answer = _DONE + msgspec.msgpack.encode(read(data))
    except FootprintError as problem:
        answer = _SAID + str(problem).encode("utf-8", "replace")
    out.write(answer)
    out.flush()


def confine(megabytes: int) -> None:
    """For a process that reads foreign files for as long as it takes: little memory, no file written, no network."""
    _be_small(megabytes, None)
    _shut_the_network()


def _be_small(megabytes: int = MEGABYTES, seconds: float | None = SECONDS) -> None:
    """Limits the system itself keeps, where it has them; elsewhere time and the reader's own caps must do."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        most = megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        if seconds is not None:
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 5, int(seconds) + 5))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # no reader has a reason to write a file


def _shut_the_network() -> None:
    """No reader has a reason to connect; a library that tries to ends the reading."""

    def refuse(event: str, _arguments: tuple[object, ...]) -> None:
        if event.startswith(("socket.", "subprocess.", "os.exec", "os.system", "os.posix_spawn", "os.fork")):
            raise PermissionError(event)

    sys.addaudithook(refuse)
