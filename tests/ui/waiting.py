"""Waiting for state, never for a time."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.desk import Desk


def rest(desk: Desk, qtbot: QtBot) -> None:
    """Until nothing runs any more and what came of it is on the screen."""
    for _time in range(3):
        qtbot.waitUntil(lambda: not desk.lanes.busy, timeout=20_000)
        qtbot.wait(1)
