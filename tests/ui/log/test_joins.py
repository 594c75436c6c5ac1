"""Where letters, ladder and replies meet on the page of a thing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from footprint import log
from footprint import vault as vaults
from footprint.log import New, Origin, Relation, State, ladder, safety
from footprint.log.ladder import Rung
from footprint.vault import Vault
from tests.ui import looks
from ui.desk import Desk
from ui.log.item import ItemView
from ui.log.page import LogPage

Settle = Callable[[], None]
Open = Callable[[str], ItemView]


@pytest.fixture
def opened(page: LogPage, settle: Settle) -> Open:
    def go(item_id: str) -> ItemView:
        page.show_at(item=item_id)
        settle()
        return page.view

    return go


def test_who_it_is_is_asked_once_and_a_colleague_sends_to_the_manager_first(
    vault: Vault, opened: Open, settle: Settle
) -> None:
    item = log.add(vault, New("A photo", "https://a.example/1", origin=Origin.KNOWN)).value
    ladder.take(vault, item.id, Rung.PRESERVE)
    view = opened(item.id)
    assert view.who.isVisible() and view.who.relation.isVisible() and not view.who.origin.isVisible()
    assert view.letter.isVisible()
    assert looks.problems_everywhere(view.window()) == []
    view.who.relation.select.set_value("colleague")
    view.who.relation.select.chosen.emit("colleague")
    settle()
    assert log.get(vault, item.id).relation is Relation.COLLEAGUE
    assert not view.who.isVisible() and not view.letter.isVisible()
    assert view.facts.standing.proposal.rung is Rung.MANAGER
    ladder.take(vault, item.id, Rung.MANAGER)
    view.reload()
    settle()
    ladder.choose(vault, item.id, Rung.PERSON)
    view.reload()
    settle()
    assert view.letter.isVisible() and view.letter.heading.text() == "Ask your colleague"


def test_the_search_engine_has_its_words(vault: Vault, opened: Open) -> None:
    item = log.add(vault, New("A page", "https://club.example/1", origin=Origin.ORGANISATION)).value
    ladder.choose(vault, item.id, Rung.SEARCH)
    view = opened(item.id)
    assert view.letter.isVisible() and view.letter.heading.text() == "Ask the search engine"
    assert view.letter.choices.kind.value == "search" and "form" in view.letter.lead.text()
    assert view.next.words.text() == "Ask the search engine" and view.primary is view.letter.copy


@pytest.mark.parametrize("origin", [one for one in Origin if one.worries])
def test_what_was_begun_is_dropped_when_they_turn_out_to_be_somebody_else(
    vault: Vault, opened: Open, settle: Settle, page: LogPage, origin: Origin
) -> None:
    item = log.add(vault, New("A photo", origin=Origin.KNOWN, relation=Relation.FRIEND)).value
    view = opened(item.id)
    view.letter.text.setPlainText("Dear Jo, take it down. Thank you.")
    view.letter.put_away()
    assert "Dear Jo" in vaults.fact(vault, safety.BEGUN)
    log.change(vault, item.id, origin=origin)
    assert "Dear Jo" not in vaults.fact(vault, safety.BEGUN)
    QGuiApplication.clipboard().setText("before")
    view.letter.copy.click()  # by whoever still has the old page in sight
    settle()
    assert QGuiApplication.clipboard().text() == "before" and log.requests(vault, item.id) == ()
    view.reload()
    settle()
    assert not view.letter.isVisible() and view.letter.text.toPlainText() == ""
    page.put_away()
    assert vaults.fact(vault, safety.BEGUN) == ""


def test_an_answer_that_is_kept_is_looked_at_for_case_data(
    vault: Vault, opened: Open, settle: Settle, desk: Desk
) -> None:
    item = log.add(vault, New("A photo", origin=Origin.KNOWN)).value
    log.sent(vault, item.id, how=log.How.IN_PERSON)
    view = opened(item.id)
    reply = view.happened.reply
    view.happened.show_reply("Yes, I have taken it down. My client Jo Sample on ward 12 says hello.")
    reply.use.click()
    settle()
    assert not reply.caution.isVisible(), "words that are not kept warn of nothing"
    desk.undo()
    settle()
    view.happened.show_reply("Yes, I have taken it down. My client Jo Sample on ward 12 says hello.")
    reply.keep.setChecked(True)
    reply.use.click()
    settle()
    assert reply.caution.isVisible() and "ward 12" in reply.caution.banner.words.text()
    assert log.get(vault, item.id).due == vault.now().date() + timedelta(days=14), "nothing is noted yet"
    reply.caution.keep.click()
    settle()
    assert log.get(vault, item.id).due == vault.now().date() + timedelta(days=ladder.LOOK_AGAIN_DAYS)
    assert log.get(vault, item.id).state is State.WAITING
