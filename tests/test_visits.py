"""Visits side by side: everything told arrives, a stop and a failure end them all, and nothing is told twice."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from footprint.tasks import Stopped, Task
from footprint.visits import side_by_side

Tell = Callable[[int], None]


def test_what_all_of_them_tell_arrives_once() -> None:
    def visit(start: int) -> Callable[[Task, Tell], None]:
        return lambda _task, tell: [tell(start + n) for n in range(3)] and None

    told = list(side_by_side([visit(0), visit(10), visit(20)], Task(), at_once=2, name="test"))
    assert sorted(told) == [0, 1, 2, 10, 11, 12, 20, 21, 22]
    assert list(side_by_side([], Task(), at_once=2, name="test")) == []


def test_a_visit_that_fails_stops_the_others_and_is_raised() -> None:
    stopped = threading.Event()

    def fails(_task: Task, tell: Tell) -> None:
        tell(1)
        raise ZeroDivisionError

    def waits(task: Task, _tell: Tell) -> None:
        try:
            while True:
                task.wait(0.01)
        except Stopped:
            stopped.set()
            raise

    with pytest.raises(ZeroDivisionError):
        assert list(side_by_side([fails, waits], Task(), at_once=2, name="test")) == [1]
    assert stopped.is_set()


def test_a_stop_ends_them_where_they_wait() -> None:
    ended = threading.Event()

    def waits(task: Task, tell: Tell) -> None:
        tell(1)
        try:
            while True:
                task.wait(0.01)
        except Stopped:
            ended.set()
            raise

    task = Task()
    with pytest.raises(Stopped):
        for _one in side_by_side([waits], task, at_once=1, name="test"):
            task.stop()
    assert ended.is_set()
