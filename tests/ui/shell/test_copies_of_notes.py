"""Copies in the window: made at calm moments, looked into without changing anything, put back, and all of it moved."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from footprint import paths, person
from footprint import vault as vaults
from footprint.person import DetailKind
from tests.ui.looks import settle
from tests.ui.shell.driving import MARKER, PHRASE, add_marker, keep_it, page_of, press, unlock
from ui.app import App
from ui.lock.look import LookPage
from ui.lock.page import LockPage
from ui.lock.restore import RestorePage
from ui.settings.page import SettingsPage

Make = Callable[..., App]


def data_page(app: App, qtbot: QtBot) -> SettingsPage:
    app.session.desk.go("settings", section="data")
    qtbot.waitUntil(lambda: not app.session.desk.lanes.busy)
    settle()
    page = app.window.shell.page
    assert isinstance(page, SettingsPage)
    return page


def copies_of(app: App) -> list[str]:
    return sorted(one.name for one in (app.folder / "backups").glob("*.footprint"))


def test_a_copy_is_made_at_a_calm_moment_and_only_once(make_app: Make, qtbot: QtBot) -> None:
    app = make_app()
    keep_it(app, qtbot)
    qtbot.waitUntil(lambda: not app.session.desk.lanes.busy)
    keeper = app.session._automatic
    keeper.look()
    assert copies_of(app) == [], "somebody was at the keyboard a moment ago"
    keeper._calm.stop()
    keeper.look()
    qtbot.waitUntil(lambda: len(copies_of(app)) == 1 and not app.session.desk.lanes.busy, timeout=10_000)
    assert "Last automatic copy" in data_page(app, qtbot).section.automatic.last.text()
    before = (app.folder / "backups" / copies_of(app)[0]).stat().st_mtime_ns
    keeper._calm.stop()
    keeper.look()
    qtbot.waitUntil(lambda: not app.session.desk.lanes.busy)
    assert (app.folder / "backups" / copies_of(app)[0]).stat().st_mtime_ns == before


def test_none_is_made_when_they_are_turned_off(make_app: Make, qtbot: QtBot) -> None:
    app = make_app()
    keep_it(app, qtbot)
    section = data_page(app, qtbot).section
    section.automatic.tick.click()
    assert app.settings.now.automatic_copies is False
    qtbot.waitUntil(lambda: "turned off" in section.automatic.last.text())
    app.session._automatic._calm.stop()
    app.session._automatic.look()
    qtbot.waitUntil(lambda: not app.session.desk.lanes.busy)
    assert copies_of(app) == []


def test_one_that_fails_is_said_on_the_settings_page_and_nowhere_else(make_app: Make, qtbot: QtBot) -> None:
    app = make_app()
    keep_it(app, qtbot)
    qtbot.waitUntil(lambda: not app.session.desk.lanes.busy)
    troubles: list[str] = []
    app.session.desk.trouble.connect(troubles.append)
    (app.folder / "backups").write_bytes(b"a file where the folder should be")
    app.session._automatic._calm.stop()
    app.session._automatic.look()
    qtbot.waitUntil(lambda: app.session._automatic._failed)
    assert troubles == []
    assert "none yet" in data_page(app, qtbot).section.automatic.last.text()


def test_a_restore_says_what_is_inside_first_and_what_it_replaced_is_put_back(
    make_app: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    app = make_app()
    keep_it(app, qtbot)
    vaults.backup(app.session.vault, tmp_path / "b.footprint")
    add_marker(app)
    app.session.desk.restore_asked.emit()
    page = app.window.page
    assert isinstance(page, RestorePage)
    page._chosen(tmp_path / "b.footprint")
    page.box.edit.setText(PHRASE)
    press(page, "See what is in it")
    qtbot.waitUntil(lambda: page.inside.isVisibleTo(page), timeout=20_000)
    assert vaults.set_asides(app.folder) == (), "nothing has been replaced yet"
    press(page, "Restore this")
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)
    assert person.details(app.session.vault, DetailKind.NAME) == ()
    section = data_page(app, qtbot).section
    assert section.beside.isVisible()
    press(section, "Put back…")
    press(section.beside.question, "Put back")
    qtbot.waitUntil(lambda: page_of(app, LockPage), timeout=20_000)
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)
    assert [one.text for one in person.details(app.session.vault, DetailKind.NAME)] == [MARKER]


def test_a_second_version_is_looked_into_and_nothing_in_it_changes(make_app: Make, qtbot: QtBot) -> None:
    app = make_app()
    add_marker(app)
    keep_it(app, qtbot)
    app.session.vault.settle()
    second = app.folder / "vault (conflicted copy 2026-11-16).db"
    shutil.copy(app.folder / "vault.db", second)
    before = second.read_bytes()
    section = data_page(app, qtbot).section
    press(section, "Look inside…")
    page = app.window.page
    assert isinstance(page, LookPage) and app.session is None
    page.box.edit.setText("not the right one at all")
    press(page, "Look inside")
    qtbot.waitUntil(lambda: bool(page.field.words), timeout=20_000)
    page.box.edit.setText(PHRASE)
    press(page, "Look inside")
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)
    looking = app.session.vault
    troubles: list[str] = []
    app.session.desk.trouble.connect(troubles.append)
    assert [one.text for one in person.details(looking, DetailKind.NAME)] == [MARKER]
    for place in ("home", "accounts", "checklists", "search", "remove", "guidance", "journal", "settings"):
        app.session.desk.go(place)
        qtbot.waitUntil(lambda: not app.session.desk.lanes.busy)
        settle()
    for section_name in ("you", "lock", "data", "internet", "steps", "about"):
        app.session.desk.go("settings", section=section_name)
        qtbot.waitUntil(lambda: not app.session.desk.lanes.busy)
        settle()
    assert troubles == []
    with pytest.raises(vaults.OnlyToLook):
        person.add_detail(looking, DetailKind.NAME, "Somebody Else")
    press(app.window.shell, "Close this copy")
    assert page_of(app, LockPage) and looking.closed
    assert second.read_bytes() == before
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)


def test_everything_moves_to_a_safe_place(
    make_app: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, safe = tmp_path / "OneDrive" / "notes", tmp_path / "safe"
    monkeypatch.setattr(paths, "usual_vault_folder", lambda: old)
    app = make_app(old)
    add_marker(app)
    keep_it(app, qtbot)
    section = data_page(app, qtbot).section
    assert section.move.text() == "Move to a safe place…"
    section.move_to(tmp_path / "Dropbox" / "notes")
    assert app.session is not None and section.question is None
    section.move_to(safe)
    press(section.question, "Move them")
    qtbot.waitUntil(lambda: page_of(app, LockPage), timeout=20_000)
    assert app.folder == safe and paths.chosen_folder(old) == safe
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)
    assert [one.text for one in person.details(app.session.vault, DetailKind.NAME)] == [MARKER]
    assert vaults.look(old).found is vaults.Found.NOTHING
