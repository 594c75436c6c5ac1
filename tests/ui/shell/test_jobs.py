"""Work runs off the main thread, ends in exactly one way, and can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from footprint.errors import FootprintError
from footprint.tasks import Task
from ui.jobs import Job, Lanes


@pytest.fixture
def lanes(qtbot: QtBot) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    assert made.stop_all()


def outcome(job: Job) -> list[object]:
    heard: list[object] = []
    job.finished.connect(lambda answer: heard.append(("finished", answer)))
    job.failed.connect(lambda problem: heard.append(("failed", str(problem))))
    job.stopped.connect(lambda: heard.append("stopped"))
    return heard


def test_the_answer_arrives_on_the_main_thread(lanes: Lanes, qtbot: QtBot) -> None:
    seen: dict[str, int] = {}

    def work(_task: Task) -> int:
        seen["work"] = threading.get_ident()
        return 42

    job = lanes.start("vault", work)
    heard = outcome(job)
    job.finished.connect(lambda _answer: seen.update(told=threading.get_ident()))
    qtbot.waitUntil(lambda: "told" in seen)
    assert heard == [("finished", 42)]
    assert seen["told"] == threading.get_ident() != seen["work"]


def test_a_problem_is_delivered_and_not_lost(lanes: Lanes, qtbot: QtBot) -> None:
    def work(_task: Task) -> None:
        raise FootprintError("No room left.")

    heard = outcome(lanes.start("vault", work))
    qtbot.waitUntil(lambda: heard == [("failed", "No room left.")])


def test_stopping_ends_the_work_at_its_next_step(lanes: Lanes, qtbot: QtBot) -> None:
    started = threading.Event()

    def work(task: Task) -> None:
        started.set()
        while True:
            task.wait(5)

    job = lanes.start("web", work)
    heard = outcome(job)
    assert started.wait(5)
    job.stop()
    qtbot.waitUntil(lambda: heard == ["stopped"])


def test_an_import_does_not_make_a_save_wait(lanes: Lanes, qtbot: QtBot) -> None:
    release = threading.Event()
    bulk = lanes.start("bulk", lambda _task: release.wait(10))
    saved = outcome(lanes.start("vault", lambda _task: "saved"))
    qtbot.waitUntil(lambda: saved == [("finished", "saved")])
    assert lanes.busy
    release.set()
    qtbot.waitSignal(bulk.ended, timeout=5000, raising=False).wait()


def test_the_window_stays_alive_while_work_is_slow(lanes: Lanes, qtbot: QtBot) -> None:
    """The event loop goes on ticking while another thread works; only then does the work end."""
    ticks: list[int] = []
    enough = threading.Event()

    def tick() -> None:
        ticks.append(len(ticks))
        if len(ticks) == 5:
            enough.set()

    ticker = QTimer()
    ticker.setInterval(10)
    ticker.timeout.connect(tick)
    ticker.start()
    heard = outcome(lanes.start("web", lambda _task: enough.wait(10)))
    qtbot.waitUntil(lambda: bool(heard))
    ticker.stop()
    assert heard == [("finished", True)]


def test_lanes_that_are_still_busy_do_not_hold_up_their_owner(qtbot: QtBot) -> None:
    owner, release = QObject(), threading.Event()
    lanes = Lanes(owner)
    lanes.start("web", lambda _task: release.wait(10))
    assert not lanes.stop_all(1)
    delete(owner)  # would wait for the job with the lane
    assert not release.is_set()
    release.set()
    with qtbot.waitSignal(lanes.destroyed):
        pass


def test_nobody_is_told_of_what_ends_after_the_lanes_were_stopped(qtbot: QtBot) -> None:
    lanes = Lanes()
    waiting = outcome(lanes.start("bulk", lambda _task: "answer"))
    assert lanes.stop_all()
    begun: list[str] = []
    late = outcome(lanes.start("vault", lambda _task: begun.append("work")))
    qtbot.waitUntil(lambda: not lanes.busy)
    assert waiting == late == begun == []
