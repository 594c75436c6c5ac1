"""This computer as a way in: asked when the app starts, by a button after a lock, and never in the passphrase's way."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked
from pytestqt.qtbot import QtBot

from footprint import vault as vaults
from footprint.vault import systemkeyring
from tests.ui.shell.driving import PHRASE, keep_it, page_of, press, unlock
from tests.vault.stores import Asking, Raising, Store
from ui.app import App
from ui.lock.forgot import ForgotPage
from ui.lock.keep import KeepPage
from ui.lock.page import LockPage

Make = Callable[..., App]


def use(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on this is the password store of the computer."""
    monkeypatch.setattr(systemkeyring, "_backend", lambda: store)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    made = Store()
    use(made, monkeypatch)
    return made


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Store]:
    """Notes that are kept, closed, and that this computer may open."""
    place, store = tmp_path_factory.mktemp("keyring") / "notes", Store()
    vault = vaults.create(place, PHRASE, strength=vaults.FLOOR).vault
    vaults.sheet_written(vault)
    vaults.turn_on_keyring(vault, store=store.keyring())
    vault.close()
    return place, store


@pytest.fixture
def folder(template: tuple[Path, Store], tmp_path: Path, store: Store) -> Path:
    """The same for one test."""
    place, filled = template
    store.entries.update(filled.entries)
    shutil.copytree(place, tmp_path / "notes")
    return tmp_path / "notes"


def started(make_app: Make, qtbot: QtBot) -> App:
    """The app from its start, with the lock page standing."""
    app = make_app()
    assert page_of(app, LockPage)
    return app


def is_open(app: App) -> bool:
    return app.session is not None and app.window.shell is not None


def test_the_app_opens_at_once_where_this_computer_may(folder: Path, make_app: Make, qtbot: QtBot) -> None:
    app = started(make_app, qtbot)
    qtbot.waitUntil(lambda: is_open(app), timeout=20_000)


def test_after_a_lock_it_waits_to_be_asked(folder: Path, make_app: Make, qtbot: QtBot) -> None:
    app = started(make_app, qtbot)
    qtbot.waitUntil(lambda: is_open(app), timeout=20_000)
    app.lock()
    page = app.window.page
    qtbot.waitUntil(lambda: page.without.isVisible(), timeout=20_000)
    qtbot.wait(50)
    assert not is_open(app) and page.box.edit.hasFocus()
    page.without.click()
    qtbot.waitUntil(lambda: is_open(app), timeout=20_000)


def test_where_it_was_never_turned_on_nothing_is_said_of_it(make_app: Make, qtbot: QtBot, store: Store) -> None:
    app = make_app()
    keep_it(app, qtbot)
    app.lock()
    qtbot.waitUntil(lambda: not app.lanes.busy, timeout=20_000)
    assert not app.window.page.without.isVisible()


@pytest.mark.parametrize(
    ("broken", "words", "do"),
    [
        (Store(), "may have been reset", "turn it on again in Settings"),
        (Raising(lambda: KeyringLocked("x")), "is locked", "Enter your passphrase instead."),
        (Raising(lambda: RuntimeError("x")), "did not work", "Enter your passphrase instead."),
    ],
)
def test_a_store_that_fails_is_told_and_the_passphrase_opens(
    folder: Path,
    make_app: Make,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    broken: Store,
    words: str,
    do: str,
) -> None:
    use(broken, monkeypatch)
    app = started(make_app, qtbot)
    page = app.window.page
    qtbot.waitUntil(lambda: page.trouble is not None, timeout=20_000)
    assert words in page.trouble.title.text() and do in page.trouble.words.text()
    assert page.box.edit.hasFocus() and page.without.isEnabled()
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: is_open(app), timeout=20_000)


def test_what_it_holds_may_not_fit_any_more(folder: Path, make_app: Make, qtbot: QtBot, store: Store) -> None:
    (entry,) = store.entries
    store.entries[entry] = "A" * 43 + "="
    app = started(make_app, qtbot)
    page = app.window.page
    qtbot.waitUntil(lambda: page.trouble is not None, timeout=20_000)
    assert "does not open these notes" in page.trouble.title.text()


def test_the_passphrase_can_be_typed_while_a_store_asks_its_own_question(
    folder: Path, make_app: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    waiting = Asking()
    waiting.entries = store.entries
    use(waiting, monkeypatch)
    app = started(make_app, qtbot)
    page = app.window.page
    qtbot.waitUntil(lambda: page.without.text() == "Asking this computer…", timeout=20_000)
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: is_open(app), timeout=20_000)
    session = app.session
    waiting.answer.set()
    qtbot.waitUntil(lambda: not app.lanes.busy, timeout=20_000)
    assert app.session is session, "the late answer opens nothing a second time"


def test_a_try_that_failed_can_be_made_again(
    folder: Path, make_app: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    use(Raising(lambda: KeyringLocked("x")), monkeypatch)
    app = started(make_app, qtbot)
    page = app.window.page
    qtbot.waitUntil(lambda: page.trouble is not None, timeout=20_000)
    use(store, monkeypatch)
    page.without.click()
    qtbot.waitUntil(lambda: is_open(app), timeout=20_000)


def test_a_forgotten_passphrase_is_chosen_anew_after_this_computer_opened_the_notes(
    folder: Path, make_app: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    use(Store(), monkeypatch)
    app = started(make_app, qtbot)
    qtbot.waitUntil(lambda: app.window.page.trouble is not None, timeout=20_000)
    press(app.window.page, "I forgot my passphrase")
    qtbot.waitUntil(lambda: page_of(app, ForgotPage), timeout=20_000)
    press(app.window.page, "Open with this computer")
    page = app.window.page
    qtbot.waitUntil(lambda: page.trouble.isVisible(), timeout=20_000)
    use(store, monkeypatch)
    press(page, "Open with this computer")
    qtbot.waitUntil(lambda: page_of(app, KeepPage), timeout=20_000)
    new = "window candle harbour violin"
    app.window.page.form.box.edit.setText(new)
    press(app.window.page, "Save and continue")
    qtbot.waitUntil(lambda: is_open(app), timeout=20_000)
    app.lock()
    unlock(app, qtbot, new)
    qtbot.waitUntil(lambda: is_open(app), timeout=20_000)
