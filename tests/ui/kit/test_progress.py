"""Long work is followed from start to end: unseen at first, then in words, and it can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from footprint.tasks import Task
from ui.jobs import Lanes
from ui.kit.access import spoken
from ui.kit.progress import Progress, Ring, Working


@pytest.fixture
def lanes(qapp: QApplication) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    assert made.stop_all()
    QApplication.processEvents()


class Steady:
    """Work that goes one step on each time it is let."""

    def __init__(self, total: int = 8, note: str = "Reading posts") -> None:
        self.total, self.note, self._go = total, note, threading.Semaphore(0)

    def __call__(self, task: Task) -> str:
        for done in range(1, max(self.total, 8) + 1):
            while not self._go.acquire(timeout=0.01):
                task.check()
            task.step(done, self.total, self.note)
        return "read"

    def let(self, steps: int) -> None:
        self._go.release(steps)


def test_quick_work_shows_nothing(lanes: Lanes, shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    working = Working("Saving")
    shown(working)
    job = lanes.start("bulk", lambda _task: None)
    working.follow(job)
    with qtbot.waitSignal(job.ended):
        assert working.isHidden()
    assert working.isHidden()
    assert not working.busy
    assert spoken == []


def test_long_work_shows_words_and_is_heard_at_each_quarter(
    lanes: Lanes, shown: Callable[..., QWidget], qtbot: QtBot
) -> None:
    working, work = Working("Reading"), Steady()
    shown(working)
    job = lanes.start("bulk", work)
    working.follow(job)
    qtbot.waitUntil(working.isVisible)
    assert spoken == ["Reading"]
    work.let(3)
    qtbot.waitUntil(lambda: working.label.text() == "Reading posts: 3 of 8")
    assert working.bar.isVisible()
    assert working.bar.value() == 3
    assert spoken == ["Reading", "Reading posts: 2 of 8"]
    with qtbot.waitSignal(job.ended):
        work.let(5)
    assert working.isHidden()
    assert spoken[-1] == "Finished"
    assert len(spoken) == 6


def test_work_of_unknown_length_counts_without_a_bar(lanes: Lanes, shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    working, work = Working("Reading"), Steady(total=0)
    shown(working)
    working.follow(lanes.start("bulk", work))
    work.let(2)
    qtbot.waitUntil(lambda: working.label.text() == "Reading posts: 2 so far")
    assert working.bar.isHidden()
    work.let(6)
    qtbot.waitUntil(lambda: not working.busy)


def test_cancel_stops_the_work_at_once_and_says_so(lanes: Lanes, shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    working, work = Working("Reading"), Steady()
    shown(working)
    job = lanes.start("bulk", work)
    working.follow(job)
    qtbot.waitUntil(working.isVisible)
    with qtbot.waitSignals([working.cancelled, job.stopped]):
        QTest.keyClick(working.cancel_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not working.busy)
    assert working.isHidden()
    assert spoken[-1] == "Stopped"
    working.cancel()


def test_work_that_fails_leaves_nothing_behind(lanes: Lanes, shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    from footprint.errors import FootprintError

    def fail(task: Task) -> None:
        task.wait(0.4)
        raise FootprintError("The file must be a .zip.")

    working = Working("Reading")
    shown(working)
    job = lanes.start("bulk", fail)
    failed: list[Exception] = []
    job.failed.connect(failed.append)
    working.follow(job)
    qtbot.waitUntil(lambda: bool(failed))
    qtbot.waitUntil(working.isHidden)
    assert "Finished" not in spoken


def test_progress_is_said_in_words(shown: Callable[..., QWidget]) -> None:
    made = Progress("Privacy settings")
    shown(made)
    made.show(4, 6, "4 of 6 accounts checked")
    assert made.words.text() == "4 of 6 accounts checked"
    QAccessible.setActive(True)
    bar = QAccessible.queryAccessibleInterface(made.bar)
    assert bar.role() == QAccessible.Role.ProgressBar
    assert bar.text(QAccessible.Text.Name) == "Privacy settings"
    assert bar.text(QAccessible.Text.Description) == "4 of 6 accounts checked"
    made.hide()
    made.show()
    assert made.isVisible()


def test_label_and_words_stack_when_narrow(shown: Callable[..., QWidget]) -> None:
    made = Progress("Privacy settings")
    made.show(4, 6, "4 of 6 accounts checked")
    window = shown(made, width=600)
    assert made.label.y() == made.words.y()
    window.resize(240, 300)
    QApplication.processEvents()
    assert made.words.y() > made.label.y()


def test_a_ring_names_its_numbers(shown: Callable[..., QWidget]) -> None:
    ring = Ring(4, 12)
    shown(ring)
    assert ring.accessibleName() == "4 of 12 done"
    ring.set_share(0, 0)
    assert ring.accessibleName() == "0 of 0 done"
