"""Sources: what they are asked and keep, giving a key or an address of one's own, and forgetting it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from footprint import search, web
from footprint.vault import Vault
from footprint.workbench import Workbench
from tests.ui import looks
from tests.ui.settings.conftest import Heard
from ui.desk import Desk
from ui.settings.page import SettingsPage

Settle = Callable[[], None]
KEY = "BSAinvented0key0for0tests9876"


def test_each_source_says_where_words_go_and_what_is_kept(page: SettingsPage, bench: Workbench, settle: Settle) -> None:
    page.show_at(section="internet")
    settle()
    for provider in bench.providers:
        card = page.section.sources[provider.name]
        words = " ".join(label.text() for label in card.findChildren(QLabel))
        assert provider.host in words and provider.keeps in words
    assert page.section.sources["bluesky"].state.text() == "Ready. It needs no account."
    assert page.section.sources["brave"].state.text() == "Not set up"


def test_a_key_is_kept_hidden_and_forgotten(
    page: SettingsPage, desk: Desk, vault: Vault, bench: Workbench, heard: Heard, qtbot: QtBot, settle: Settle
) -> None:
    page.show_at(section="internet")
    settle()
    card, brave = page.section.sources["brave"], bench.providers.get("brave")
    assert card.box.echoMode() is not QLineEdit.EchoMode.Normal
    card.box.setFocus()
    QTest.keyClicks(card.box, KEY)
    QTest.keyClick(card.box, Qt.Key.Key_Return)
    assert search.given(vault, brave) is None and card.trial.preview is not None
    card.trial.keep.click()
    settle()
    assert search.given(vault, brave) == KEY
    assert card.state.text() == "Ready. Your key ends in …9876"
    assert card.result.text() == "The key is kept. It was not tried."
    assert KEY not in " ".join(looks.visible_words(page)) + card.box.text()
    qtbot.waitUntil(card.forget.hasFocus)
    card.forget.click()
    settle()
    assert search.given(vault, brave) is None
    assert heard.said == ["Brave Search is ready", "Forgotten: Brave Search"]
    desk.undo()
    settle()
    assert search.given(vault, brave) == KEY
    assert card.state.text().startswith("Ready")


def test_a_key_with_blanks_is_refused_beside_the_field(page: SettingsPage, vault: Vault, settle: Settle) -> None:
    page.show_at(section="internet")
    settle()
    card = page.section.sources["brave"]
    card.save.click()
    assert card.field.words == "Enter the key first."
    card.box.setText("two words")
    card.save.click()
    settle()
    assert card.field.words.startswith("This does not look like a key")
    assert card.box.text() == "two words"


def test_an_address_is_allowed_only_after_it_was_shown_exactly(
    page: SettingsPage, vault: Vault, qtbot: QtBot, settle: Settle
) -> None:
    page.show_at(section="internet")
    settle()
    card = page.section.sources["searxng"]
    card.box.setText("HTTP://192.168.1.20:8888/")
    card.save.click()
    question = card.question
    words = " ".join(label.text() for label in question.findChildren(QLabel))
    assert "http://192.168.1.20:8888\n" in words
    question.keep_button.click()
    settle()
    assert web.own_origin(vault) is None
    card.save.click()
    card.question.do_button.click()
    settle()
    assert web.own_origin(vault) == "http://192.168.1.20:8888"
    assert card.state.text() == "Ready. The app may go to http://192.168.1.20:8888"
    card.forget.click()
    settle()
    assert web.own_origin(vault) is None
    page.activateWindow()  # nothing gives the window back its focus offscreen, once a dialog has had it
    qtbot.waitUntil(card.box.hasFocus)


def test_an_address_with_more_than_its_start_is_refused(page: SettingsPage, vault: Vault, settle: Settle) -> None:
    page.show_at(section="internet")
    settle()
    card = page.section.sources["searxng"]
    for wrong in ("https://search.example/search?q=x", "not an address", ""):
        card.box.setText(wrong)
        card.save.click()
        assert card.field.words
        card.field.clear_error()
    assert web.own_origin(vault) is None
