"""The app locks itself when nobody is there, and at once after sleep."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.lock.idle import IdleWatch


class Clocks:
    def __init__(self) -> None:
        self.monotonic, self.wall = 100.0, 1_000_000.0

    def pass_time(self, seconds: float, *, asleep: bool = False) -> None:
        self.wall += seconds
        if not asleep:
            self.monotonic += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def watch(qapp, clocks: Clocks) -> IdleWatch:
    made = IdleWatch(qapp, lambda: 10, monotonic=lambda: clocks.monotonic, wall=lambda: clocks.wall)
    made.start()
    yield made
    made.stop()


def test_ten_quiet_minutes_lock(watch: IdleWatch, clocks: Clocks, qtbot: QtBot) -> None:
    clocks.pass_time(599)
    assert not watch.check()
    clocks.pass_time(1)
    with qtbot.waitSignal(watch.idle):
        watch.check()


def test_a_key_counts_as_being_there(watch: IdleWatch, clocks: Clocks, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    clocks.pass_time(590)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    clocks.pass_time(590)
    assert not watch.check()


def test_waking_after_the_limit_locks_before_the_first_event_counts(
    watch: IdleWatch, clocks: Clocks, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    clocks.pass_time(3600, asleep=True)
    with qtbot.waitSignal(watch.idle):
        QTest.mouseMove(window, QPoint(3, 3))
        QTest.mouseClick(window, Qt.MouseButton.LeftButton)
