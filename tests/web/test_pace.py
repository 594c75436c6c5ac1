"""Good manners: pauses, turns, wishes to wait, and an end after three refusals. The clock is a test's own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.demo.misbehaviour import status
from footprint.demo.web import LoopbackWeb
from footprint.tasks import Stopped, Task
from footprint.web import AskedToStop, Consent, Purpose, Request, Web
from footprint.web.pace import AT_ONCE, Pace, retry_after

HOST = "page.example"
NOW = datetime(2026, 11, 16, 14, 30, tzinfo=UTC)


class Turned(Task):
    """A task and a clock in one: waiting turns the clock."""

    def __init__(self) -> None:
        super().__init__()
        self.time = 1000.0
        self.waits: list[float] = []

    def clock(self) -> float:
        return self.time

    def wait(self, seconds: float) -> None:
        self.check()
        self.waits.append(round(seconds, 3))
        self.time += seconds


def test_two_questions_to_one_host_are_a_second_apart() -> None:
    task = Turned()
    pace = Pace(1.0, clock=task.clock)
    with pace.turn(HOST, task):
        task.time += 0.2  # the answer took this long
    with pace.turn(HOST, task), pace.turn("other.example", task):
        pass
    assert task.waits == [1.0]


def test_time_that_passed_anyway_is_not_waited_again() -> None:
    task = Turned()
    pace = Pace(1.0, clock=task.clock)
    with pace.turn(HOST, task):
        pass
    task.time += 0.7
    with pace.turn(HOST, task):
        pass
    assert task.waits == [0.3]


def test_a_short_wish_is_waited_for_and_a_long_one_ends_the_questions() -> None:
    task = Turned()
    pace = Pace(0, clock=task.clock)
    pace.asked_to_wait(HOST, 15)
    with pace.turn(HOST, task):
        pass
    assert task.waits == [15]
    pace.asked_to_wait(HOST, 60)
    with pytest.raises(AskedToStop) as caught, pace.turn(HOST, task):
        pass
    assert caught.value.retry_after == 60
    task.time += 61
    with pace.turn(HOST, task):
        pass
    assert task.waits == [15]


def test_one_at_a_time_to_a_host() -> None:
    pace = Pace(0)
    inside, most, lock = 0, 0, threading.Lock()

    def visit() -> None:
        nonlocal inside, most
        for _turn in range(50):
            with pace.turn(HOST, Task()):
                with lock:
                    inside += 1
                    most = max(most, inside)
                with lock:
                    inside -= 1

    threads = [threading.Thread(target=visit) for _number in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert most == 1


def test_no_more_than_sixteen_hosts_at_once() -> None:
    pace = Pace(0)
    full, leave = threading.Barrier(AT_ONCE + 1), threading.Event()

    def visit(number: int) -> None:
        with pace.turn(f"{number}.example", Task()):
            full.wait()
            leave.wait()

    threads = [threading.Thread(target=visit, args=(number,)) for number in range(AT_ONCE)]
    for one in threads:
        one.start()
    full.wait()
    stopping = Task()
    stopping.stop()  # somebody who finds no room looks at once whether to go on waiting
    with pytest.raises(Stopped), pace.turn("one-more.example", stopping):
        pass
    leave.set()
    for one in threads:
        one.join()
    with pace.turn("one-more.example", Task()):
        pass


def test_a_place_is_given_back_after_a_failure() -> None:
    pace = Pace(0)
    for _turn in range(AT_ONCE + 1):
        with pytest.raises(ValueError, match="x"), pace.turn(HOST, Task()):
            raise ValueError("x")


@pytest.mark.parametrize("code", [401, 403, 407, 429, 503, 999])
def test_after_three_refusals_a_run_asks_that_host_no_more(
    door: Web, allow: Callable[..., Consent], loopback: LoopbackWeb, code: int
) -> None:
    loopback.misbehave(HOST, status(code))
    consent = allow(door)
    request = Request(f"https://{HOST}/", Purpose.SEARCH)
    assert [door.fetch(request, consent, Task()).status for _turn in range(3)] == [code] * 3
    with pytest.raises(AskedToStop):
        door.fetch(request, consent, Task())
    assert loopback.accepted == 3
    assert door.fetch(request, allow(door), Task()).status == code  # the next run starts afresh


def test_what_is_no_refusal_does_not_count(door: Web, allow: Callable[..., Consent], loopback: LoopbackWeb) -> None:
    consent = allow(door)
    for _turn in range(5):
        assert door.fetch(Request(f"https://{HOST}/", Purpose.SEARCH), consent, Task()).status == 404


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None), ("", None), ("soon", None), ("-5", None), ("٣", None), ("1.5", None),
        ("0", 0.0), ("120", 120.0), (" 7 ", 7.0), ("9" * 400, 86_400.0),
        (format_datetime(NOW.replace(minute=31), usegmt=True), 60.0),
        (format_datetime(NOW.replace(year=2025), usegmt=True), 0.0),
        (format_datetime(NOW.replace(year=2030), usegmt=True), 86_400.0),
    ],
)  # fmt: skip
def test_a_wish_to_wait_is_read_in_both_forms(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds


@settings(deadline=None)
@given(st.text())
def test_any_other_wish_is_no_wish(header: str) -> None:
    found = retry_after(header, NOW)
    assert found is None or 0 <= found <= 86_400
