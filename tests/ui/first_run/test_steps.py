"""The first steps with the keyboard alone, and how few things they ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from footprint import checklists, person
from footprint import vault as vaults
from footprint.workbench import Workbench, open_bench
from tests.ui import looks
from ui.desk import Desk
from ui.first_run.steps import Networks, Reminders, Welcome
from ui.first_run.wizard import FirstRun
from ui.kit.choices import Choices, Ticks
from ui.lock.keep import KeepPage
from ui.person.network_ticks import AT_ONCE

MOST_DECISIONS = 12


@pytest.fixture
def thrown(tmp_path: Path) -> Iterator[Workbench]:
    """A workbench over notes that are not kept, as at the first start."""
    vault = vaults.throw_away(temporary=tmp_path)
    yield open_bench(tmp_path / "app", vault)
    vault.close()


@pytest.fixture
def first(thrown: Workbench, qtbot: QtBot) -> Iterator[FirstRun]:
    desk = Desk(thrown)
    made = FirstRun(desk)
    made.resize(1000, 800)
    qtbot.addWidget(made)
    looks.open_window(made)
    yield made
    assert desk.lanes.stop_all()
    QApplication.processEvents()


def test_every_step_starts_at_its_heading_and_says_which_it_is(first: FirstRun) -> None:
    for number in (1, 2, 3, 4):
        first._show(number)
        looks.settle()
        assert first.step.above.text() == f"Step {number} of 4"
        assert first.focusWidget() is first.step.heading


def test_the_keyboard_alone_is_enough(first: FirstRun, qtbot: QtBot, thrown: Workbench) -> None:
    assert isinstance(first.step, Welcome)
    first.step.computer.focus_first()
    qtbot.keyClick(first.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(first.focusWidget(), Qt.Key.Key_Down)
    assert first.step.computer.value == "employer" and first.step._warning.isVisible()
    first.step.primary.setFocus()
    qtbot.keyClick(first.step.primary, Qt.Key.Key_Return)
    looks.settle()
    assert isinstance(first.step, Networks)
    first.step.networks.focus_first()
    qtbot.keyClick(first.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(first.step.primary, Qt.Key.Key_Return)
    looks.settle()
    assert isinstance(first.step, KeepPage)
    with qtbot.waitSignal(first.keep_asked, timeout=10_000):
        first.step.form.box.edit.setText("four invented words here")
        qtbot.keyClick(first.step.form.box.edit, Qt.Key.Key_Return)
    first.step.left.emit()
    looks.settle()
    assert isinstance(first.step, Reminders)
    with qtbot.waitSignal(first.finished):
        qtbot.keyClick(first.step.primary, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.network for one in person.accounts(thrown.vault)] == ["facebook"])
    assert thrown.settings.now.computer == "employer" and thrown.settings.now.lock_after_minutes == 5
    assert not thrown.settings.now.keep_evidence and thrown.settings.now.seen_welcome


def test_skipping_everything_changes_no_answer(first: FirstRun, thrown: Workbench, qtbot: QtBot) -> None:
    before = thrown.settings.now
    with qtbot.waitSignal(first.finished):
        for _step in range(4):
            skip = first.step.left if isinstance(first.step, KeepPage) else first.step.skipped
            skip.emit()
            looks.settle()
    assert thrown.settings.now.computer == before.computer
    assert thrown.settings.now.months_between_checks == before.months_between_checks
    assert person.accounts(thrown.vault) == ()


def test_back_leads_through_every_step(first: FirstRun) -> None:
    first._show(3)
    first.step.went_back.emit()
    assert first.number == 2
    first.step.went_back.emit()
    assert first.number == 1
    assert isinstance(first.step, Welcome)


@pytest.mark.parametrize(
    ("whose", "minutes", "copies"), [("mine", 10, True), ("employer", 5, False), ("shared", 2, False)]
)
def test_whose_computer_it_is_sets_real_defaults(
    whose: str, minutes: int, copies: bool, first: FirstRun, thrown: Workbench
) -> None:
    first.step.computer.set_value(whose)
    first.step.gone_on.emit()
    now = thrown.settings.now
    assert (now.lock_after_minutes, now.keep_evidence, now.notifications) == (minutes, copies, False)


def test_there_are_few_decisions(first: FirstRun) -> None:
    """Each question is one decision; the passphrase, its sheet and its group are three."""
    decisions = 3
    for number in (1, 2, 4):
        first._show(number)
        looks.settle()
        decisions += len(first.step.findChildren(Choices)) + len(first.step.findChildren(Ticks))
        ticks = [one for one in first.step.findChildren(QCheckBox) if one.isVisible()]
        assert len(ticks) <= AT_ONCE, "the others wait behind a button"
    assert decisions <= MOST_DECISIONS


def test_a_network_is_found_by_name_and_one_nobody_knows_is_added_as_typed(
    first: FirstRun, thrown: Workbench, qtbot: QtBot
) -> None:
    first._show(2)
    assert isinstance(first.step, Networks)
    networks = first.step.networks
    assert checklists.ANY not in networks.cards and len(networks.cards) == AT_ONCE
    networks.cards["facebook"].click()
    for typed, wanted in (("venmo", "venmo"), ("Friendster", "Friendster")):
        networks.search.clear()
        qtbot.keyClicks(networks.search, typed)
        qtbot.waitUntil(lambda wanted=wanted: wanted in networks.cards)
        networks.cards[wanted].setFocus()
        qtbot.keyClick(networks.cards[wanted], Qt.Key.Key_Space)
    assert networks.chosen.text() == "You chose as well: Facebook, Venmo."
    qtbot.keyClick(first.step.primary, Qt.Key.Key_Return)
    wanted_all = {"facebook", "venmo", "Friendster"}
    qtbot.waitUntil(lambda: {one.network for one in person.accounts(thrown.vault)} == wanted_all)


def test_the_other_networks_come_at_a_press_and_what_is_ticked_stays(first: FirstRun, qtbot: QtBot) -> None:
    first._show(2)
    assert isinstance(first.step, Networks)
    networks = first.step.networks
    networks.cards["facebook"].click()
    assert networks.more.text().startswith("Show ")
    qtbot.keyClick(networks.more, Qt.Key.Key_Return)
    looks.settle()
    assert len(networks.cards) > AT_ONCE and not networks.more.isVisible()
    assert networks.values() == ("facebook",)
    assert looks.problems(first) == []


def test_the_calendar_file_says_nothing_about_the_person(tmp_path: Path, first: FirstRun, qtbot: QtBot) -> None:
    step = Reminders(6, first._calendar)
    qtbot.addWidget(step)
    step.show()
    step.save_reminder(tmp_path / "online-check.ics")
    text = (tmp_path / "online-check.ics").read_bytes().decode()
    assert "RRULE:FREQ=MONTHLY;INTERVAL=6\r\n" in text and text.count("BEGIN:VALARM") == 1
    assert "SUMMARY:Online check\r\n" in text and "ootprint" not in text
    assert all(len(line) <= 75 for line in text.split("\r\n"))
    assert "Saved" in step._saved.text()
    step.save_reminder(tmp_path / "nowhere" / "online-check.ics")
    assert "could not be saved" in step._saved.text()
    step.months.cards["0"].click()
    assert not step.calendar.isVisible()
