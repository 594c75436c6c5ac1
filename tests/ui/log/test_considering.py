"""Before something goes, the window asks what the core wants answered; whoever keeps it for now changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication

from footprint import log
from footprint.log import Item, Kind, New, Origin, State, ladder
from footprint.log.ladder import Case, LifeEvent, Rung
from footprint.vault import Vault
from tests.ui import looks
from ui.desk import Desk
from ui.log.considering import PauseSheet
from ui.log.item import ItemView
from ui.log.page import LogPage

Settle = Callable[[], None]


@pytest.fixture
def item(vault: Vault) -> Item:
    made = log.add(vault, New("An old post", "https://a.example/1", origin=Origin.ME)).value
    ladder.set_life_event(vault, LifeEvent.COMPLAINT, True)
    return made


def opened(page: LogPage, item: Item, settle: Settle) -> ItemView:
    page.show_at(item=item.id)
    settle()
    return page.view


def asked(view: ItemView, settle: Settle) -> PauseSheet:
    view.delete.click()
    settle()
    sheet = view.considering.sheet
    assert sheet is not None and sheet.isVisible()
    return sheet


def test_deleting_while_a_complaint_goes_on_is_asked_about(
    page: LogPage, item: Item, vault: Vault, settle: Settle, desk: Desk
) -> None:
    view = opened(page, item, settle)
    sheet = asked(view, settle)
    sheet.keep.click()
    settle()
    assert log.get(vault, item.id).title == "An old post" and page.view is view, "nothing has changed"
    sheet = asked(view, settle)
    sheet.choices.cards[Case.NO.value].click()
    assert sheet.go_on.text() == "Go on" and not sheet.advice.isVisible()
    sheet.go_on.click()
    settle()
    assert not log.count(vault, log.Query(), vault.now().date()) and page.view is not view
    desk.undo()
    settle()
    assert log.get(vault, item.id).title == "An old post"


def test_where_it_could_be_a_case_the_advice_comes_first(
    page: LogPage, item: Item, vault: Vault, settle: Settle
) -> None:
    ladder.say_case(vault, item.id, Case.UNSURE)
    view = opened(page, item, settle)
    view.oneself.gone.click()
    settle()
    sheet = view.considering.sheet
    assert sheet.advice.isVisible() and not sheet.choices.isVisible() and sheet.go_on.text() == "Do it all the same"
    assert sheet.focusWidget() is sheet.keep
    sheet.go_on.click()
    settle()
    assert log.get(vault, item.id).state is State.GONE


@pytest.mark.parametrize("careful", [False, True])
def test_the_question_stands_at_every_size_in_both_themes(
    page: LogPage, item: Item, vault: Vault, settle: Settle, careful: bool
) -> None:
    if careful:
        ladder.say_case(vault, item.id, Case.PERHAPS)
    sheet = asked(opened(page, item, settle), settle)
    if not careful:
        sheet.choices.cards[Case.PERHAPS.value].click()
    found = looks.problems_everywhere(sheet)
    assert [one for one in found if not one.endswith(": 0 titles on one page: []")] == []  # a dialog's is an h2
    sheet.reject()


def test_a_message_leaves_the_window_only_after_the_answer(page: LogPage, vault: Vault, settle: Settle) -> None:
    """A complaint that began while the page was open."""
    photo = log.add(vault, New("A photo", "https://a.example/2", origin=Origin.STRANGER, kind=Kind.PHOTO)).value
    view = opened(page, photo, settle)
    ladder.choose(vault, photo.id, Rung.SITE)
    view = opened(page, photo, settle)
    ladder.set_life_event(vault, LifeEvent.COMPLAINT, True)
    view.letter.text.setPlainText("Hello, would you take this photo down? Thank you.")
    QGuiApplication.clipboard().setText("before")
    view.letter.copy.click()
    settle()
    sheet = view.letter.ways.considering.sheet
    assert sheet is not None and sheet.isVisible()
    assert QGuiApplication.clipboard().text() == "before" and not log.requests(vault, photo.id)
    sheet.choices.cards[Case.NO.value].click()
    sheet.go_on.click()
    settle()
    assert "take this photo down" in QGuiApplication.clipboard().text()
    assert len(log.requests(vault, photo.id)) == 1 and ladder.asks_first(vault, photo.id) is None
