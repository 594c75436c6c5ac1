"""While the app runs: said once, also when locked; nothing where it is off; a sign beside the clock is never needed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from footprint.reminders import desktop, duefile
from footprint.settings import Settings
from ui.jobs import Lanes
from ui.reminders import showing
from ui.reminders.teller import Teller

AT_ANY_HOUR = Settings(quiet_from=0, quiet_until=0, notifications=True, tray=True)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(desktop, "show", lambda _title, words: found.append(words) is None)
    return found


@pytest.mark.parametrize("on", [True, False])
def test_it_is_said_once_where_it_is_on(on: bool, said: list[str], tmp_path: Path, qtbot: QtBot) -> None:
    owner = QObject()
    lanes = Lanes(owner)
    settings = Settings(quiet_from=0, quiet_until=0, notifications=on, tray=True)
    duefile.keep_days(tmp_path, {date.today(): 2})
    teller = Teller(lambda: tmp_path, lambda: settings, lambda: lanes, lambda: None, owner)
    for _turn in range(3):
        teller.look()
        qtbot.waitUntil(lambda: not lanes.busy)
    assert said == (["You have 2 checks to do"] if on else [])
    assert teller.tray is None, "there is no place for a sign here, and nothing was missing"
    lanes.stop_all()


def test_without_notes_nothing_is_said(said: list[str], tmp_path: Path, qtbot: QtBot) -> None:
    owner = QObject()
    lanes = Lanes(owner)
    teller = Teller(lambda: tmp_path / "nowhere", lambda: AT_ANY_HOUR, lambda: lanes, lambda: None, owner)
    teller.look()
    qtbot.waitUntil(lambda: not lanes.busy)
    assert said == []
    lanes.stop_all()


def test_without_a_bus_and_without_a_place_for_a_sign_it_says_so(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(desktop, "is_there", lambda: False)
    assert not showing.show_now("a", "b")
