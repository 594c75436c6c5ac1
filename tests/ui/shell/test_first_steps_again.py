"""The first steps come back where they were left, and a recovery code that was not written down is said to be so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint import vault as vaults
from footprint.vault import DiskFull
from tests.ui.looks import settle
from tests.ui.shell.driving import PHRASE, add_marker, code_on, keep_it, page_of, press, unlock
from ui.app import App
from ui.first_run.steps import Networks, Reminders, Welcome
from ui.first_run.wizard import FirstRun
from ui.lock.covered import CoveredPage
from ui.lock.keep import KeepPage
from ui.lock.page import LockPage

Make = Callable[..., App]


def first_steps(app: App) -> FirstRun:
    shown = app.window.centralWidget()
    assert isinstance(shown, FirstRun)
    return shown


def cover_and_carry_on(app: App) -> None:
    app.lock()
    assert page_of(app, CoveredPage)
    press(app.window.page, "Carry on")
    settle()


def test_focus_starts_on_the_heading(make_app: Make, qtbot: QtBot) -> None:
    app = make_app(welcomed=False)
    qtbot.waitUntil(app.window.isActiveWindow)
    assert QApplication.focusWidget() is first_steps(app).step.heading


def test_a_cover_leads_back_to_the_same_step_with_what_was_chosen(make_app: Make, qtbot: QtBot) -> None:
    app = make_app(welcomed=False)
    first_steps(app).step.computer.set_value("employer")
    cover_and_carry_on(app)
    assert page_of(app, Welcome) and app.window.page.computer.value == "employer"
    assert app.window.page._warning.isVisible() and QApplication.focusWidget() is app.window.page.heading
    press(app.window.page, "Continue")
    first_steps(app).step.networks.set_values(["facebook", "linkedin"])
    cover_and_carry_on(app)
    assert page_of(app, Networks) and set(app.window.page.networks.values()) == {"facebook", "linkedin"}
    press(app.window.page, "Continue")
    cover_and_carry_on(app)
    assert page_of(app, KeepPage) and first_steps(app).number == 3
    press(app.window.page, "Look first, keep later")
    app.window.page.months.set_value("0")
    cover_and_carry_on(app)
    assert page_of(app, Reminders) and app.window.page.months.value == "0"
    press(app.window.page, "Finish")
    qtbot.waitUntil(lambda: app.window.shell is not None)
    cover_and_carry_on(app)
    assert app.window.shell is not None


def test_unticking_still_takes_back_what_was_ticked_before_the_cover(make_app: Make, qtbot: QtBot) -> None:
    from footprint import person

    app = make_app(welcomed=False)
    press(app.window.page, "Continue")
    first_steps(app).step.networks.set_values(["facebook", "linkedin"])
    press(app.window.page, "Continue")
    cover_and_carry_on(app)
    press(app.window.page, "Back")
    first_steps(app).step.networks.set_values(["linkedin"])
    press(app.window.page, "Continue")
    qtbot.waitUntil(lambda: [one.network for one in person.accounts(app.session.vault)] == ["linkedin"])


def at_the_sheet(app: App, qtbot: QtBot) -> KeepPage:
    for words in ("Skip", "Skip"):
        press(app.window.page, words)
    page = app.window.page
    assert isinstance(page, KeepPage)
    page.form.box.edit.setText(PHRASE)
    press(page, "Save and continue")
    qtbot.waitUntil(lambda: page.sheet is not None, timeout=20_000)
    return page


def test_a_sheet_lost_to_the_lock_in_the_first_steps_is_made_anew(make_app: Make, qtbot: QtBot, tmp_path: Path) -> None:
    app = make_app(welcomed=False)
    lost = code_on(at_the_sheet(app, qtbot))
    app.lock()
    assert page_of(app, LockPage)
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: page_of(app, KeepPage), timeout=20_000)
    page = app.window.page
    assert page.heading.text() == "You have not written the recovery code down yet" and page.above.text()
    press(page, "Make a new sheet now")
    code = code_on(page)
    assert code != lost and not vaults.is_sheet_written(app.session.vault)
    page.sheet.box.setText(code.split("-")[page.sheet.asked_for])
    press(page, "Finish")
    qtbot.waitUntil(lambda: page_of(app, Reminders), timeout=20_000)
    assert vaults.is_sheet_written(app.session.vault)
    app.lock()
    opened = vaults.unlock(tmp_path / "notes", vaults.read_code(code))
    opened.vault.close()
    with pytest.raises(vaults.WrongCode):
        vaults.unlock(tmp_path / "notes", vaults.read_code(lost))


def test_after_keeping_the_steps_go_on_where_they_were(make_app: Make, qtbot: QtBot) -> None:
    app = make_app(welcomed=False)
    press(at_the_sheet(app, qtbot), "Do this later")
    assert page_of(app, Reminders)
    app.lock()
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: page_of(app, Reminders), timeout=20_000)
    press(app.window.page, "Finish")
    qtbot.waitUntil(lambda: app.window.shell is not None)


def test_a_code_never_written_down_is_said_after_the_next_unlock(make_app: Make, qtbot: QtBot) -> None:
    app = make_app()
    add_marker(app)
    app.keeping.ask()
    page = app.window.page
    page.form.box.edit.setText(PHRASE)
    press(page, "Save and continue")
    qtbot.waitUntil(lambda: page.sheet is not None, timeout=20_000)
    app.lock()
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=20_000)
    question = QApplication.activeModalWidget()
    assert question.windowTitle() == "You have not written the recovery code down yet"
    press(question, "Make a new sheet now")
    assert page_of(app, KeepPage)
    page = app.window.page
    page.sheet.box.setText(code_on(page).split("-")[page.sheet.asked_for])
    qtbot.keyClick(page.sheet.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)
    assert vaults.is_sheet_written(app.session.vault)


def test_what_cannot_be_noted_of_the_sheet_is_said_on_it(make_app: Make, qtbot: QtBot) -> None:
    app = make_app(welcomed=False)
    page = at_the_sheet(app, qtbot)
    app.keeping._not_kept(DiskFull(), first_steps(app))
    assert "no room left" in page.sheet.field.words


def test_absence_leaves_time_to_write_the_code_down(make_app: Make, qtbot: QtBot) -> None:
    app = make_app()
    app.settings.change(lock_after_minutes=1)
    assert app._minutes_away() == 1
    app.keeping.ask()
    assert app._minutes_away() == 1
    page = app.window.page
    page.form.box.edit.setText(PHRASE)
    press(page, "Save and continue")
    qtbot.waitUntil(lambda: page.sheet is not None, timeout=20_000)
    assert app._minutes_away() == 10


def test_notes_kept_while_covered_are_locked_at_once(make_app: Make, qtbot: QtBot) -> None:
    app = make_app()
    app.keeping.ask()
    page = app.window.page
    page.form.box.edit.setText(PHRASE)
    press(page, "Save and continue")
    qtbot.waitUntil(lambda: not page.save.isEnabled() or app.lanes.busy, timeout=20_000)
    qtbot.waitUntil(lambda: not page.save.isEnabled(), timeout=20_000)
    app.lock()
    qtbot.waitUntil(lambda: page_of(app, LockPage), timeout=20_000)


def test_absence_is_noticed_again_after_keeping_from_the_cover(make_app: Make, qtbot: QtBot) -> None:
    app = make_app()
    app.lock()
    press(app.window.page, "Keep this")
    qtbot.waitUntil(lambda: app._idle._on, timeout=5_000)


def test_keeping_once_more_needs_no_new_sheet(make_app: Make, qtbot: QtBot) -> None:
    app = make_app()
    keep_it(app, qtbot)
    assert vaults.is_sheet_written(app.session.vault)
    app.lock()
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)
    assert QApplication.activeModalWidget() is None
