"""kill -9: a child does something over and over, or once, and is killed at a moment it does not choose.

Children come from a server process that has all of the app loaded, so that a run takes as long as what it does.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection as Pipe
from typing import Any

READY, ENDED = "ready", "ended"


@dataclass(frozen=True)
class Said:
    """What a child had said when it died: each word is something it had been told was done."""

    words: tuple[str, ...]
    killed: bool

    @property
    def numbers(self) -> list[int]:
        return [int(word) for word in self.words if word.isdigit()]


def _start(doing: Callable[..., None], values: tuple[Any, ...]) -> tuple[Any, Pipe]:
    context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    if sys.platform != "win32":
        context.set_forkserver_preload(["tests.torture.doing"])
    mine, its = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(its, doing, values), daemon=True)
    child.start()
    its.close()
    return child, mine


def run_and_kill(doing: Callable[..., None], *values: Any, after: float | None) -> Said:
    """Start `doing(say, *values)`, kill it `after` seconds past its `ready` (None: let it end)."""
    child, pipe = _start(doing, values)
    words = _listen(pipe, after, child.kill)
    pipe.close()
    child.join()
    if words[:1] != [READY] or (child.exitcode == 1 and sys.platform != "win32"):
        raise RuntimeError(f"{doing.__name__} broke")
    return Said(tuple(word for word in words[1:] if word != ENDED), ENDED not in words)


def seconds(doing: Callable[..., None], *values: Any) -> float:
    """How long `doing` takes from `ready` to its end, to know when to kill it."""
    child, pipe = _start(doing, values)
    times: list[float] = []
    with suppress(EOFError):
        while True:
            if pipe.recv() in (READY, ENDED):
                times.append(time.monotonic())
    pipe.close()
    child.join()
    if len(times) != 2:
        raise RuntimeError(f"{doing.__name__} did not end")
    return times[1] - times[0]


def _listen(pipe: Pipe, after: float | None, kill: Callable[[], None]) -> list[str]:
    """Everything the child says until it is gone."""
    words: list[str] = []
    deadline: float | None = None
    try:
        while True:
            if deadline is not None and time.monotonic() >= deadline:
                kill()
                deadline = None
            wait = max(0.0, deadline - time.monotonic()) if deadline is not None else 60.0
            if not pipe.poll(wait):
                if deadline is None:
                    kill()  # it hangs
                continue
            words.append(pipe.recv())
            if words[-1] == READY and after is not None:
                deadline = time.monotonic() + after
    except (EOFError, OSError):  # OSError: it died in the middle of a word
        return words


def _child(pipe: Pipe, doing: Callable[..., None], values: tuple[Any, ...]) -> None:
    doing(pipe.send, *values)
    pipe.send(ENDED)
