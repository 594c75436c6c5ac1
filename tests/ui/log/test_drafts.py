"""Locking takes every widget away; what was typed and not finished is there again afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from footprint import log
from footprint import vault as vaults
from footprint.log import Item
from footprint.vault import Vault
from ui.desk import Desk
from ui.log.page import LogPage

Settle = Callable[[], None]
Again = Callable[[], LogPage]


@pytest.fixture
def again(page: LogPage, desk: Desk, qtbot: QtBot, settle: Settle) -> Again:
    """Lock and unlock: the page puts away what it has, and a new one stands in its place."""

    def made() -> LogPage:
        page.put_away()
        page.close()
        fresh = LogPage(desk)
        qtbot.addWidget(fresh)
        fresh.show()
        settle()
        return fresh

    return made


def test_a_half_filled_form_survives_locking(page: LogPage, again: Again, vault: Vault, settle: Settle) -> None:
    page.show_at(new=True)
    settle()
    page.view.fields.origin.cards["stranger"].click()
    QTest.keyClicks(page.view.fields.title, "Half a thought")
    page = again()
    page.show_at(new=True)
    settle()
    assert page.view.fields.title.text() == "Half a thought"
    assert page.view.fields.origin.value == "stranger"
    page.view.save.click()
    settle()
    assert vaults.fact(vault, "log.form_drafts") == ""


def test_a_begun_letter_survives_locking(things: dict[str, Item], page: LogPage, again: Again, settle: Settle) -> None:
    page.show_at(item=things["photo"].id)
    settle()
    page.view.letter.tone.cards["firm"].click()
    settle()
    page.view.letter.text.setPlainText("Hello Sam, take it down.")
    page = again()
    page.show_at(item=things["photo"].id)
    settle()
    assert page.view.letter.text.toPlainText() == "Hello Sam, take it down."
    assert page.view.letter.tone.value == "firm"


def test_gaps_that_were_filled_survive_locking(
    things: dict[str, Item], page: LogPage, again: Again, settle: Settle
) -> None:
    page.show_at(item=things["photo"].id)
    settle()
    field = next(one for one in page.view.letter.blanks.fields if one.blank.name == "to")
    if field.select is None:
        QTest.keyClicks(field.box, "Sam")
    page = again()
    page.show_at(item=things["photo"].id)
    settle()
    assert page.view.letter.text.toPlainText().startswith("Hi Sam,")


def test_a_draft_that_cannot_be_read_stands_in_nobodys_way(
    things: dict[str, Item], page: LogPage, vault: Vault, settle: Settle
) -> None:
    vaults.set_fact(vault, "log.form_drafts", "{broken")
    vaults.set_fact(vault, "log.letter_drafts", '{"x": {"tone": "shrill"}}')
    page.show_at(new=True)
    settle()
    assert page.view.fields.title.text() == ""
    page.show_at(item=things["photo"].id)
    settle()
    assert page.view.letter.text.toPlainText()


def test_nothing_is_put_away_where_nothing_was_typed(page: LogPage, vault: Vault, settle: Settle) -> None:
    page.show_at(new=True)
    settle()
    page.put_away()
    assert vaults.fact(vault, "log.form_drafts") == ""
    assert log.count(vault, log.Query(), vault.now().date()) == 0
