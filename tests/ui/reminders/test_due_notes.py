"""`due.json` is in step: after a change, and at the lock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from footprint import reminders
from footprint import vault as vaults
from footprint.dates import local_day
from footprint.reminders import duefile
from footprint.vault import FLOOR
from footprint.workbench import open_bench
from ui.changes import Changes
from ui.desk import Desk
from ui.due_notes import DueNotes


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    folder = tmp_path / "notes"
    vault = vaults.create(folder, "crisp otter walnut lamp velvet moss", strength=FLOOR).vault
    made = Desk(open_bench(folder, vault))
    yield made
    assert made.lanes.stop_all()
    vault.close()


def test_after_a_change_and_at_the_lock(desk: Desk, qtbot: QtBot) -> None:
    vault, folder = desk.bench.vault, desk.bench.folder
    today = local_day(vault.now())
    notes = DueNotes(desk, desk)
    notes._soon.setInterval(0)
    reminders.add(vault, "x", today, today=today)
    desk.changed.emit(Changes(reminders=True), None)
    qtbot.waitUntil(lambda: duefile.load(folder).days == {today: 1} and not desk.lanes.busy)
    desk.changed.emit(Changes(ledger=True), None)
    assert not notes._stale, "what decides nothing changes nothing"
    notes._soon.setInterval(60_000)
    reminders.add(vault, "y", today + timedelta(days=3), today=today)
    desk.changed.emit(Changes(reminders=True), None)
    notes.note()
    assert duefile.load(folder).days == {today: 1, today + timedelta(days=3): 1}
