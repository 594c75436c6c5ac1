"""A key is tried when it is given: what is asked is shown first, and a key that is refused is not kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from footprint import search, web
from footprint.demo.web import LoopbackWeb
from footprint.demo.web_sources import BRAVE_KEY
from footprint.vault import Vault
from footprint.web import Web
from footprint.workbench import open_bench
from tests.ui.settings.conftest import opened
from tests.ui.waiting import rest
from ui.desk import Desk
from ui.settings.page import SettingsPage
from ui.settings.source import SourceCard

KEY, BRAVE = BRAVE_KEY, "api.search.brave.com"


@pytest.fixture
def loopback() -> Iterator[LoopbackWeb]:
    with LoopbackWeb() as made:
        yield made


@pytest.fixture
def online(tmp_path: Path, vault: Vault, loopback: LoopbackWeb, qtbot: QtBot) -> Iterator[Desk]:
    door = Web(
        vault,
        offline=lambda: False,
        resolver=loopback.resolver,
        dial=loopback.dial,
        authority=loopback.authority,
        pace=0,
    )
    made = Desk(open_bench(tmp_path / "app", vault, web=door))
    yield made
    assert made.lanes.stop_all()
    QApplication.processEvents()


@pytest.fixture
def page(online: Desk, qtbot: QtBot) -> SettingsPage:
    made = opened(online, qtbot)
    made.show_at(section="internet")
    rest(online, qtbot)
    return made


@pytest.fixture
def card(page: SettingsPage) -> SourceCard:
    made = page.section.sources["brave"]
    made.box.setText(f"  {KEY} ")
    made.save.click()
    return made


def words_of(part: QWidget) -> str:
    return "\n".join(one.text() for one in part.findChildren(QWidget) if hasattr(one, "text") and one.isVisible())


def given(desk: Desk) -> str | None:
    return search.given(desk.bench.vault, desk.bench.providers.get("brave"))


def try_it(card: SourceCard, desk: Desk, qtbot: QtBot) -> None:
    card.trial.preview.send_button.click()
    qtbot.waitUntil(lambda: not card.trial.asking, timeout=20_000)
    rest(desk, qtbot)


def test_what_trying_sends_is_shown_first(card: SourceCard, online: Desk, loopback: LoopbackWeb) -> None:
    shown = words_of(card)
    assert BRAVE in shown and "example" in shown and "To see if the key works" in shown
    assert loopback.asked == [] and given(online) is None
    assert not card.field.isVisible() and KEY not in shown


def test_a_key_that_works_is_kept_and_said_to(card: SourceCard, online: Desk, qtbot: QtBot) -> None:
    try_it(card, online, qtbot)
    assert given(online) == KEY
    assert card.state.text() == "Ready. Your key ends in …0000"
    assert card.result.text() == "The key works."
    assert [one.purpose for one in web.entries(online.bench.vault)] == [web.Purpose.SEARCH]
    assert KEY not in words_of(card.window())


def test_a_key_that_is_refused_is_not_kept(card: SourceCard, online: Desk, loopback: LoopbackWeb, qtbot: QtBot) -> None:
    loopback.misbehave(BRAVE, "key_refused")
    try_it(card, online, qtbot)
    assert given(online) is None
    assert card.field.isVisible() and "did not accept this key" in card.field.words
    assert not card.trial.isVisible()


def test_a_source_that_gives_no_answer_leaves_the_key_kept_and_says_so(
    card: SourceCard, online: Desk, loopback: LoopbackWeb, qtbot: QtBot
) -> None:
    loopback.misbehave(BRAVE, "broken")
    try_it(card, online, qtbot)
    assert given(online) == KEY
    assert "it could not be tried" in card.result.text()


def test_offline_it_can_only_be_kept(card: SourceCard, online: Desk, loopback: LoopbackWeb, qtbot: QtBot) -> None:
    card.trial.again.click()
    online.bench.settings.change(never_use_internet=True)
    card.save.click()
    assert card.trial.preview is None and "The internet is switched off" in words_of(card)
    card.trial.keep.click()
    rest(online, qtbot)
    assert given(online) == KEY and loopback.asked == []


def test_the_key_can_be_changed_before_it_is_tried(card: SourceCard, online: Desk, qtbot: QtBot) -> None:
    card.trial.again.click()
    qtbot.waitUntil(card.box.hasFocus)
    assert card.field.isVisible() and KEY in card.box.text() and given(online) is None
