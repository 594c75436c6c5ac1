"""The other process, seen from this one: started, listened to, ended."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from footprint.archives.opening.apart import frames
from footprint.archives.opening.apart.frames import BadFrame, Frame, Job
from footprint.tasks import Task

SILENCE = 60.0  # seconds without a sign of life; a reader gives one five times a second
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from footprint.archives.opening.apart import child; child.serve()"
)
_TOLD = ("SYSTEMROOT", "PATH", "LANG", "LC_ALL", "LC_CTYPE", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_STEP = 0.1
_AHEAD = 3  # frames read before they are asked for; when they are there, the other side waits


class Ended(Exception):
    """The process is no more, and its work is not done."""


class Silent(Exception):
    """The process has said nothing for too long."""


class Process:
    """`with Process(job, task) as process: for kind, data in process.frames(): ...`. Leaving it ends the process."""

    def __init__(self, job: Job, task: Task) -> None:
        self._task = task
        self._frames: queue.Queue[tuple[Frame, bytes] | BadFrame | None] = queue.Queue(_AHEAD)
        self._over = False
        place = Path(__file__).resolve().parents[4]
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-c", _START, str(place)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={name: os.environ[name] for name in _TOLD if name in os.environ},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            raise Ended from None
        self._listener = threading.Thread(target=self._listen, name="archive", daemon=True)
        self._listener.start()
        with contextlib.suppress(OSError):
            assert self._process.stdin is not None
            self._process.stdin.write(frames.packed(Frame.DONE, msgspec.msgpack.encode(job)))
            self._process.stdin.close()

    def _listen(self) -> None:
        told: tuple[Frame, bytes] | BadFrame | None = None
        out = cast(BinaryIO, self._process.stdout)
        while not self._over:
            try:
                told = frames.receive(out)
            except BadFrame as problem:
                told = problem
            except (OSError, ValueError):
                told = None
            self._hand_on(told)
            if not isinstance(told, tuple):
                return

    def _hand_on(self, told: tuple[Frame, bytes] | BadFrame | None) -> None:
        while not self._over:
            with contextlib.suppress(queue.Full):
                self._frames.put(told, timeout=_STEP)
                return

    def frames(self) -> Iterator[tuple[Frame, bytes]]:
        """Until the work is done. Raises `Ended`, `Silent`, `BadFrame`, and `Stopped` when the task is."""
        while True:
            told = self._next()
            if told is None:
                raise Ended
            if isinstance(told, BadFrame):
                raise told
            yield told
            if told[0] is Frame.DONE:
                return

    def _next(self) -> tuple[Frame, bytes] | BadFrame | None:
        until = time.monotonic() + SILENCE
        while True:
            self._task.check()
            with contextlib.suppress(queue.Empty):
                return self._frames.get(timeout=_STEP)
            if time.monotonic() > until:
                raise Silent

    def __enter__(self) -> Process:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """Kill it, whatever it is at. It holds nothing that could be left half done."""
        self._over = True
        self._process.kill()
        self._listener.join()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._process.wait()
