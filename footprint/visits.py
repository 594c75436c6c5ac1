"""Visits to several sites side by side, each of them one question after the other; what they tell, as it comes."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from footprint.tasks import Stopped, Task

T = TypeVar("T")
Visit = Callable[[Task, Callable[[T], None]], None]
_LOOK = 0.1  # seconds between two looks at whether the person wants it to stop


def side_by_side(visits: Sequence[Visit[T]], task: Task, *, at_once: int, name: str) -> Iterator[T]:
    """Make these visits, `at_once` at a time, and give each thing told to whoever asks for it, in this thread.

    A stop of `task`, or a visit that fails for a reason of ours, stops the others; then it is raised here.
    """
    told: queue.SimpleQueue[tuple[T] | None] = queue.SimpleQueue()  # None: one visit has come to its end
    inner = Task()

    def make(visit: Visit[T]) -> None:
        try:
            visit(inner, lambda one: told.put((one,)))
        except BaseException:
            inner.stop()
            raise
        finally:
            told.put(None)

    with ThreadPoolExecutor(at_once, thread_name_prefix=name) as pool:
        running = [pool.submit(make, one) for one in visits]
        try:
            yield from _as_they_come(told, len(running), task)
        except BaseException:
            inner.stop()
            raise
        problems = [problem for one in running if (problem := one.exception()) is not None]
    if problems:  # what went wrong, rather than the stop of the others that followed from it
        raise next((one for one in problems if not isinstance(one, Stopped)), problems[0])


def _as_they_come(told: queue.SimpleQueue[tuple[T] | None], running: int, task: Task) -> Iterator[T]:
    while running:
        try:
            one = told.get(timeout=_LOOK)
        except queue.Empty:
            task.check()
            continue
        if one is None:
            running -= 1
        else:
            yield one[0]
