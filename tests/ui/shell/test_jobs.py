"""Work runs off the main thread, ends in exactly one way, and can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from pytestqt.qtbot import QtBot

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
    """The event loop goes on ticking: no gap of 100 ms while another thread is busy waiting."""
    gaps: list[int] = []
    clock = QElapsedTimer()
    clock.start()
    ticker = QTimer()
    ticker.setInterval(10)
    ticker.timeout.connect(lambda: gaps.append(clock.restart()))
    ticker.start()
    job = lanes.start("web", lambda task: [task.step(n, 30, "") or task.wait(0.01) for n in range(30)])
    heard = outcome(job)
    qtbot.waitUntil(lambda: bool(heard))
    ticker.stop()
    assert len(gaps) > 5
    assert max(gaps) < 100
