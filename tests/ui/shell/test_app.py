"""The app from an empty folder on: look first, keep, lock, unlock, and what it says when it cannot open."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from footprint import person
from footprint.vault import DiskFull
from tests.ui.shell.driving import MARKER, add_marker, keep_it, page_of, press, unlock
from ui.app import App
from ui.changes import Changes
from ui.first_run.wizard import FirstRun
from ui.home.page import HomePage
from ui.keep_question import KeepQuestion
from ui.lock.covered import CoveredPage
from ui.lock.forgot import ForgotPage
from ui.lock.keep import KeepPage
from ui.lock.page import LockPage
from ui.lock.problem import ProblemPage
from ui.shell import Shell


def test_a_new_start_shows_the_first_steps_and_leaves_nothing_on_disk(
    make_app: Callable[..., App], qtbot: QtBot, tmp_path: Path
) -> None:
    app = make_app(welcomed=False)
    first = app.window.centralWidget()
    assert isinstance(first, FirstRun)
    first.step.computer.set_value("employer")
    press(first.step, "Continue")
    assert app.settings.now.lock_after_minutes == 5
    first.step.networks.set_values(["facebook"])
    press(first.step, "Continue")
    press(first.step, "Look first, keep later")
    press(first.step, "Finish")
    qtbot.waitUntil(lambda: app.window.shell is not None)
    assert isinstance(app.window.shell.page, HomePage)
    assert [one.network for one in person.accounts(app.session.vault)] == ["facebook"]
    assert sorted(path.name for path in (tmp_path / "notes").iterdir() if path.suffix != ".lock") == ["settings.json"]


def test_going_back_in_the_first_steps_and_unticking_takes_the_account_away(
    make_app: Callable[..., App], qtbot: QtBot
) -> None:
    app = make_app(welcomed=False)
    first = app.window.centralWidget()
    press(first.step, "Continue")
    first.step.networks.set_values(["facebook", "linkedin"])
    press(first.step, "Continue")
    app.window.page.left.emit()
    press(first.step, "Back")
    first._show(2)
    assert set(first.step.networks.values()) == {"facebook", "linkedin"}
    first.step.networks.set_values(["linkedin"])
    press(first.step, "Continue")
    qtbot.waitUntil(lambda: [one.network for one in person.accounts(app.session.vault)] == ["linkedin"])


def test_keep_lock_and_unlock_finds_everything_again(
    make_app: Callable[..., App], qtbot: QtBot, tmp_path: Path
) -> None:
    app = make_app()
    add_marker(app)
    keep_it(app, qtbot)
    assert (tmp_path / "notes" / "vault.db").exists()
    app.lock()
    assert page_of(app, LockPage)
    assert isinstance(QApplication.focusWidget() or app.window.page.box.edit, QLineEdit)
    unlock(app, qtbot, "not the right passphrase")
    qtbot.waitUntil(lambda: bool(app.window.page.field.words), timeout=20_000)
    assert "does not match" in app.window.page.field.words
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)
    assert person.details(app.session.vault)[0].text == MARKER


def test_no_widget_holds_anything_after_locking(make_app: Callable[..., App], qtbot: QtBot) -> None:
    app = make_app()
    add_marker(app)
    keep_it(app, qtbot)
    app.session.desk.go("settings", section="you")
    qtbot.waitUntil(lambda: any(MARKER in words for words in every_word(app.window)), timeout=5_000)
    app.lock()
    qtbot.waitUntil(lambda: not words_left(MARKER), timeout=2_000)


def words_left(marker: str) -> list[str]:
    """Where any widget of the app still says `marker`."""
    return [words for one in QApplication.topLevelWidgets() for words in every_word(one) if marker in words]


def every_word(window: QWidget) -> list[str]:
    """Whatever any widget of a window says or holds."""
    found = []
    for one in (window, *window.findChildren(QWidget)):
        for name in ("text", "toPlainText", "windowTitle", "accessibleName", "accessibleDescription"):
            words = getattr(one, name, None)
            if callable(words):
                found.append(str(words()))
    return found


def test_without_a_passphrase_locking_puts_up_a_cover_and_says_so(make_app: Callable[..., App]) -> None:
    app = make_app()
    app.lock()
    assert page_of(app, CoveredPage)
    press(app.window.page, "Carry on")
    assert isinstance(app.window.shell, Shell)


def test_hiding_minimises_and_locks(make_app: Callable[..., App], qtbot: QtBot) -> None:
    app = make_app()
    keep_it(app, qtbot)
    app.hide()
    assert app.window.isMinimized()
    assert page_of(app, LockPage)
    assert app.window.windowTitle() == "Footprint Check"


def test_closing_asks_to_keep_only_when_something_would_be_lost(make_app: Callable[..., App], qtbot: QtBot) -> None:
    app = make_app()
    add_marker(app)
    assert not app.window.close()
    question = next(one for one in app.window.findChildren(KeepQuestion) if one.isVisible())
    press(question, "Go back")
    assert app.window.isVisible()
    assert not app.window.close()
    question = next(one for one in app.window.findChildren(KeepQuestion) if one.isVisible())
    press(question, "Throw it away")
    assert not app.window.isVisible()


def test_an_empty_look_closes_without_a_question(make_app: Callable[..., App]) -> None:
    app = make_app()
    assert app.window.close()


def test_the_recovery_code_opens_and_a_new_passphrase_is_asked_for(make_app: Callable[..., App], qtbot: QtBot) -> None:
    app = make_app()
    add_marker(app)
    code = keep_it(app, qtbot)
    app.lock()
    press(app.window.page, "I forgot my passphrase")
    qtbot.waitUntil(lambda: page_of(app, ForgotPage))
    page = app.window.page
    assert isinstance(page, ForgotPage)
    page.box.setText("not a code")
    press(page, "Open with this code")
    assert page.field.words
    page.box.setText(code.lower().replace("-", " "))
    press(page, "Open with this code")
    qtbot.waitUntil(lambda: page_of(app, KeepPage), timeout=20_000)
    app.window.page.form.box.edit.setText("another five invented words here")
    press(app.window.page, "Save and continue")
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)
    app.lock()
    unlock(app, qtbot, "another five invented words here")
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)
    assert person.details(app.session.vault)[0].text == MARKER


def test_a_damaged_vault_says_so_and_changes_nothing(
    make_app: Callable[..., App], qtbot: QtBot, tmp_path: Path
) -> None:
    app = make_app()
    keep_it(app, qtbot)
    app.lock()
    database = tmp_path / "notes" / "vault.db"
    broken = bytearray(database.read_bytes())
    broken[2000:2100] = bytes(100)
    database.write_bytes(bytes(broken))
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: page_of(app, ProblemPage), timeout=20_000)
    assert "damaged" in app.window.page.heading.text()
    assert database.read_bytes() == bytes(broken)


def test_starting_again_sets_the_old_notes_aside(make_app: Callable[..., App], qtbot: QtBot, tmp_path: Path) -> None:
    app = make_app()
    keep_it(app, qtbot)
    app.lock()
    app.ways_in.show_forgot()
    qtbot.waitUntil(lambda: page_of(app, ForgotPage))
    press(app.window.page, "Start again…")
    question = QApplication.activeModalWidget()
    press(question, "Start again")
    qtbot.waitUntil(lambda: app.session is not None)
    assert not app.session.vault.kept
    assert list((tmp_path / "notes" / "set-aside").rglob("vault.db"))


def test_time_away_locks(make_app: Callable[..., App], qtbot: QtBot) -> None:
    app = make_app()
    keep_it(app, qtbot)
    app._idle.idle.emit()
    assert page_of(app, LockPage)


def test_kept_notes_are_not_offered_to_be_kept(make_app: Callable[..., App], qtbot: QtBot) -> None:
    app = make_app()
    keep_it(app, qtbot)
    app.session.desk.changed.emit(Changes(items=True, answers=True, findings=True), None)
    qtbot.waitUntil(lambda: not app.session.desk.lanes.busy)
    assert not app.session.desk.keep_offered


@pytest.mark.parametrize("problem", [DiskFull(), RuntimeError("a mistake of ours")])
def test_what_cannot_be_put_away_never_keeps_the_app_unlocked(
    make_app: Callable[..., App], qtbot: QtBot, problem: Exception
) -> None:
    def refuse() -> None:
        raise problem

    app = make_app()
    keep_it(app, qtbot)
    app.window.shell.page.put_away = refuse
    with suppress(RuntimeError):
        app.lock()
    assert page_of(app, LockPage) and app.session is None


@pytest.mark.parametrize("kept", [False, True])
def test_the_lock_keys_work_over_a_dialog_and_take_it_away(
    make_app: Callable[..., App], qtbot: QtBot, kept: bool
) -> None:
    app = make_app()
    if kept:
        keep_it(app, qtbot)
    qtbot.waitUntil(lambda: not app.session.desk.lanes.busy)
    qtbot.keyClick(app.window, Qt.Key.Key_F1)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page_of(app, LockPage if kept else CoveredPage))
    assert QApplication.activeModalWidget() is None
