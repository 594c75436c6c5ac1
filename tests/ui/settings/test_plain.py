"""Look, reminders and lock time: saved, applied and said at once; changed back by choosing again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from footprint import settings as files
from footprint.workbench import Workbench
from tests.ui.settings.conftest import Heard
from ui.desk import Desk
from ui.settings.page import SettingsPage

Settle = Callable[[], None]


def test_theme_and_text_size_are_applied_at_once(
    page: SettingsPage, bench: Workbench, heard: Heard, settle: Settle
) -> None:
    page.show_at(section="look")
    look = page.section
    look.theme.cards["follow"].setFocus()
    QTest.keyClick(look.theme.cards["follow"], Qt.Key.Key_Left)
    assert heard.settings[-1].theme == "dark"
    look.size.setFocus()
    QTest.keyClick(look.size, Qt.Key.Key_Down)
    assert heard.settings[-1].text_size == 115
    kept = files.load(bench.settings.folder)
    assert (kept.theme, kept.text_size) == ("dark", 115)
    assert heard.said[-1] == "Saved. To change it back, choose again."


def test_reminders_are_kept(page: SettingsPage, bench: Workbench, settle: Settle) -> None:
    page.show_at(section="reminders")
    assert page.section.months.value == "6"
    page.section.months.cards["12"].click()
    assert files.load(bench.settings.folder).months_between_checks == 12


def test_whose_computer_sets_how_soon_it_locks(page: SettingsPage, bench: Workbench, heard: Heard) -> None:
    page.show_at(section="lock")
    lock = page.section
    lock.computer.cards["shared"].click()
    assert (bench.settings.now.computer, bench.settings.now.lock_after_minutes) == ("shared", 2)
    assert lock.minutes.value == "2"
    assert heard.said[-1] == "Saved. The app now locks after 2 minutes."
    assert not bench.settings.now.keep_evidence and not lock.copies.isChecked()
    lock.copies.click()
    assert bench.settings.now.keep_evidence
    lock.minutes.set_value("30")
    lock.minutes.chosen.emit("30")
    assert bench.settings.now.lock_after_minutes == 30


def test_minutes_set_by_hand_are_shown_as_they_are(page: SettingsPage, bench: Workbench) -> None:
    bench.settings.change(lock_after_minutes=7)
    page.show_at(section="lock")
    assert (page.section.minutes.value, page.section.minutes.currentText()) == ("7", "7 minutes")


@pytest.mark.parametrize(
    ("works", "words"), [(True, "also locks when this computer"), (False, "does not tell the app")]
)
def test_whether_the_screen_lock_is_heard_is_said(works: bool, words: str, page: SettingsPage, desk: Desk) -> None:
    desk.system_lock_works = works
    page.show_at(section="lock")
    assert words in page.section._system_words()


def test_nothing_kept_yet_is_said_with_a_way_to_keep_it(page: SettingsPage, heard: Heard) -> None:
    page.show_at(section="lock")
    assert page.primary is page.section.keep
    assert page.section.passphrase is None and page.section.sheet is None
    page.section.keep.click()
    assert heard.asked == ["keep"]


def test_a_full_disk_changes_nothing_and_says_so(
    page: SettingsPage, bench: Workbench, heard: Heard, tmp_path: Path
) -> None:
    (tmp_path / "in-the-way").write_text("")
    bench.settings.folder = tmp_path / "in-the-way"
    page.show_at(section="look")
    page.section.theme.cards["dark"].click()
    assert bench.settings.now.theme == "follow"
    assert page.section.theme.value == "follow"
    assert heard.trouble and heard.settings == []


def test_never_use_the_internet_is_one_tick(page: SettingsPage, bench: Workbench, heard: Heard, settle: Settle) -> None:
    page.show_at(section="internet")
    settle()
    internet = page.section
    assert not internet.off.isVisible()
    internet.never.setFocus()
    QTest.keyClick(internet.never, Qt.Key.Key_Space)
    assert bench.settings.now.never_use_internet
    assert internet.off.isVisible()
    assert heard.said == ["The app never uses the internet now"]
    QTest.keyClick(internet.never, Qt.Key.Key_Space)
    assert not bench.settings.now.never_use_internet
