"""kill -9: a child does something over and over, or once, and is killed at a moment it does not choose.

Children come from a server process that has all of the app loaded, so that a run takes as long as what it does.
"""

from __future__ import annotations

import multiprocessing
import os
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


def _start(
    doing: Callable[..., None], values: tuple[Any, ...], *, stops: bool = False, quiet: bool = False
) -> tuple[Any, Pipe]:
    context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    if sys.platform != "win32":
        context.set_forkserver_preload(["tests.torture.doing"])
    mine, its = context.Pipe(duplex=stops)
    child = context.Process(target=_child, args=(its, doing, values, stops, quiet), daemon=True)
    child.start()
    its.close()
    return child, mine


def run_and_kill(
    doing: Callable[..., None],
    *values: Any,
    after: float | None,
    hear: Callable[[str, int], None] | None = None,
    crashes: bool = False,
) -> Said:
    """Start `doing(say, *values)`, kill it `after` seconds past its `ready` (None: let it end).

    `hear` is told each word and the child's process number while the child stands still. `crashes`: it ends badly of
    itself, as it should.
    """
    child, pipe = _start(doing, values, stops=hear is not None, quiet=crashes)
    words = _listen(pipe, after, child, hear)
    pipe.close()
    child.join()
    if words[:1] != [READY] or (child.exitcode == 1 and not crashes and sys.platform != "win32"):
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


def _listen(pipe: Pipe, after: float | None, child: Any, hear: Callable[[str, int], None] | None) -> list[str]:
    """Everything the child says until it is gone."""
    words: list[str] = []
    deadline: float | None = None
    try:
        while True:
            if deadline is not None and time.monotonic() >= deadline:
                child.kill()
                deadline = None
            wait = max(0.0, deadline - time.monotonic()) if deadline is not None else 60.0
            if not pipe.poll(wait):
                if deadline is None:
                    child.kill()  # it hangs
                continue
            words.append(pipe.recv())
            if hear is not None:
                hear(words[-1], child.pid)
                pipe.send("go on")
            if words[-1] == READY and after is not None:
                deadline = time.monotonic() + after
    except (EOFError, OSError):  # OSError: it died in the middle of a word
        return words


def _child(pipe: Pipe, doing: Callable[..., None], values: tuple[Any, ...], stops: bool, quiet: bool) -> None:
    def say(word: str) -> None:
        pipe.send(word)
        if stops:
            pipe.recv()

    if quiet:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    doing(say, *values)
    say(ENDED)
