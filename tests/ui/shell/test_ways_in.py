"""When notes do not open, or do not close well: only the ways that are left, another folder, and what was lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint import paths
from footprint.vault import DiskFull, FolderGone, NetworkPlace, ReadOnlyPlace, VaultError, Way, new_code, slotfile
from tests.ui.looks import settle
from tests.ui.shell.driving import MARKER, PHRASE, add_marker, keep_it, page_of, press, unlock
from ui.app import App
from ui.kit.cards import Banner
from ui.lock.forgot import ForgotPage
from ui.lock.keep import KeepPage
from ui.lock.page import LockPage
from ui.lock.problem import ProblemPage

Make = Callable[..., App]


@pytest.fixture
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The usual folder of the person, in a place of the test."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    folder = paths.usual_vault_folder()
    assert folder.is_relative_to(tmp_path)
    return folder


def forget(app: App, qtbot: QtBot) -> ForgotPage:
    app.lock()
    press(app.window.page, "I forgot my passphrase")
    qtbot.waitUntil(lambda: page_of(app, ForgotPage))
    return app.window.page


def titles(page: ForgotPage) -> list[str]:
    from ui.kit.text import Heading

    return [one.text() for one in page.findChildren(Heading) if one.role == "h2"]


def test_the_ways_are_those_of_these_notes(make_app: Make, qtbot: QtBot, tmp_path: Path) -> None:
    app = make_app()
    keep_it(app, qtbot)
    page = forget(app, qtbot)
    assert page.has_code
    assert titles(page) == [
        "If you wrote the recovery sheet",
        "If you made a backup, and know its passphrase",
        "If you have none of these",
    ]
    take_code_away(tmp_path / "notes")
    place = tmp_path / "notes" / "backups"
    place.mkdir()
    for day in ("2026-11-09", "2026-10-01"):
        (place / f"before-version-2-{day}.footprint").write_bytes(b"a copy")
    app.show_lock()
    press(app.window.page, "I forgot my passphrase")
    qtbot.waitUntil(lambda: page_of(app, ForgotPage) and not app.window.page.has_code)
    assert titles(app.window.page)[0] == "If you know an older passphrase"
    press(app.window.page, "Restore the copy of 9 November 2026")
    assert app.window.page.path == place / "before-version-2-2026-11-09.footprint"


def take_code_away(folder: Path) -> None:
    """Notes without a recovery slot, as if it had never been made (their seal is only seen on opening)."""
    found = slotfile.candidates(folder)[0]
    left = tuple(slot for slot in found.slots if slot.way is not Way.CODE)
    slotfile.write(folder, msgspec.structs.replace(found, slots=left))


@pytest.mark.parametrize(
    ("problem", "why"),
    [
        (DiskFull(), "because the disk is full"),
        (ReadOnlyPlace(), "because its folder lets nothing be saved"),
        (VaultError(), "because it could not be saved"),
    ],
)
def test_the_lock_page_says_what_was_lost_and_why_and_nothing_of_it(
    make_app: Make, qtbot: QtBot, problem: VaultError, why: str
) -> None:
    def refuse() -> None:
        raise problem

    app = make_app()
    add_marker(app)
    keep_it(app, qtbot)
    put_away: list[str] = []
    app.session.desk.go("accounts")
    app.window.shell.page.put_away = lambda: put_away.append("accounts")
    app.session.desk.go("remove")
    app.window.shell.page.put_away = refuse
    app.window.shell._pages["home"].put_away = lambda: put_away.append("home")
    app.lock()
    assert put_away == ["home", "accounts"]
    said = [one.title.text() for one in app.window.page.findChildren(Banner)]
    assert said == [f"What was half typed under “To remove” is lost, {why}."]
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)
    app.lock()
    assert page_of(app, LockPage) and app.window.page.findChildren(Banner) == []


def test_closing_waits_until_what_was_lost_has_been_read(make_app: Make, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise DiskFull

    app = make_app()
    keep_it(app, qtbot)
    app.window.shell.page.put_away = refuse
    assert not app.window.close()
    assert page_of(app, LockPage) and len(app.window.page.findChildren(Banner)) == 1
    assert app.window.close()


@pytest.mark.parametrize("problem", [ReadOnlyPlace(), NetworkPlace(), FolderGone()], ids=lambda one: type(one).__name__)
def test_another_folder_can_be_chosen_and_is_remembered(
    make_app: Make, qtbot: QtBot, tmp_path: Path, usual: Path, problem: VaultError
) -> None:
    app = make_app()
    app.close_without_asking()
    other = tmp_path / "other"
    app = make_app(other)
    add_marker(app)
    keep_it(app, qtbot)
    app.lock()
    app.use_folder(usual)
    app.ways_in.show_problem(problem)
    assert page_of(app, ProblemPage)
    with qtbot.waitSignal(app.window.page.folder_asked):
        press(app.window.page, "Choose another folder…")
    app.ways_in._use_folder(other)
    assert page_of(app, LockPage)
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)
    assert paths.default_vault_folder() == other
    assert [path.name for path in usual.iterdir()] == ["folder.txt"]
    assert MARKER.encode() not in (usual / "folder.txt").read_bytes()
    paths.remember_folder(usual)
    assert paths.default_vault_folder() == usual


def test_a_folder_that_cannot_be_remembered_is_said_to_be_so(
    make_app: Make, qtbot: QtBot, tmp_path: Path, usual: Path
) -> None:
    usual.parent.mkdir(parents=True)
    usual.write_bytes(b"a file where the folder should be")
    app = make_app()
    (tmp_path / "other").mkdir()
    app.ways_in._use_folder(tmp_path / "other")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None and "cannot be remembered" in dialog.windowTitle()
    dialog.close()
    assert app.folder == tmp_path / "other" and app.window.isVisible()


def test_a_chosen_folder_that_is_not_there_is_a_problem_and_no_new_start(
    make_app: Make, tmp_path: Path, usual: Path
) -> None:
    stick = tmp_path / "stick"
    paths.remember_folder(stick)
    app = make_app(paths.default_vault_folder(), welcomed=False)
    assert page_of(app, ProblemPage) and "not there" in app.window.page.heading.text()
    assert not stick.exists()
    stick.mkdir()
    press(app.window.page, "Try again")
    assert app.session is not None


@pytest.mark.parametrize("note", ["", "not/absolute", "a\0b", "\ufeff"])
def test_a_note_that_makes_no_sense_is_passed_over(usual: Path, note: str) -> None:
    usual.mkdir(parents=True)
    (usual / "folder.txt").write_text(note, encoding="utf-8")
    assert paths.default_vault_folder() == usual


def test_what_cannot_be_kept_here_can_be_kept_in_another_folder(
    make_app: Make, qtbot: QtBot, tmp_path: Path, usual: Path
) -> None:
    app = make_app()
    add_marker(app)
    app.keeping.ask()
    page = app.window.page
    assert isinstance(page, KeepPage)
    settle()
    app.keeping._not_kept(ReadOnlyPlace(), page)
    assert page.other_folder.isVisible() and page.form.field.words
    other = tmp_path / "other"
    other.mkdir()
    app.keeping._move(other, page)
    assert not page.other_folder.isVisible() and not page.form.field.words
    page.form.box.edit.setText(PHRASE)
    press(page, "Save and continue")
    qtbot.waitUntil(lambda: page.sheet is not None, timeout=20_000)
    assert (other / "vault.db").exists() and app.session.bench.folder == other
    app.settings.change(text_size=115)
    assert (other / "settings.json").exists()


def test_a_wrong_code_is_not_said_to_a_page_that_is_gone(make_app: Make, qtbot: QtBot) -> None:
    app = make_app()
    keep_it(app, qtbot)
    page = forget(app, qtbot)
    page.box.setText(new_code().written)
    press(page, "Open with this code")
    page.escape()
    qtbot.waitUntil(lambda: page_of(app, LockPage))
    qtbot.waitUntil(lambda: not app.lanes.busy, timeout=20_000)
    settle()
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)


def test_a_question_left_open_asks_for_nothing_while_the_app_locks(make_app: Make, qtbot: QtBot) -> None:
    app = make_app()
    keep_it(app, qtbot)
    app.session._ask_for_sheet()
    settle()
    went: list[str] = []
    app.session.desk.went.connect(lambda place, _details: went.append(place))
    app.lock()
    settle()
    assert page_of(app, LockPage) and went == []
