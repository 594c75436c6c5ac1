"""Looking again from the window: nothing leaves without a press, and what came of it is said and not shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from footprint import log
from footprint.log import Item, State, recheck
from footprint.log.recheck import Verdict, Word
from footprint.vault import Vault
from footprint.web import entries
from tests.conftest import FakeClock
from tests.ui import looks
from tests.ui.log.recheck.conftest import Site
from ui.desk import Desk
from ui.log.page import LogPage
from ui.log.recheck import RecheckCard

Settle = Callable[[], None]
Prepare = Callable[[LogPage, list[Item], Vault], None]


@pytest.fixture
def card(page: LogPage, items: list[Item], settle: Settle) -> RecheckCard:
    page.show_at(item=items[0].id)
    settle()
    return page.view.recheck


def look_now(card: RecheckCard, settle: Settle) -> None:
    card.look.click()
    card.preview.send_button.click()
    settle()
    settle()


def test_nothing_is_sent_before_the_preview_is_pressed(
    card: RecheckCard, site: Site, vault: Vault, settle: Settle
) -> None:
    assert not card.verdict.isVisible()
    assert card.look.text() == "Take a first look"
    card.look.click()
    assert "https://club.example/run" in card.preview.requests.toPlainText()
    assert site.asked == [] and entries(vault) == ()
    card.preview.stop_button.click()
    settle()
    assert card.preview is None and card.look.isVisible()
    look_now(card, settle)
    assert site.asked == ["/robots.txt", "/run"]
    assert card.verdict.text() == "Still there"
    assert "Next look: 18 November 2026." in card.when.text()


def test_gone_after_two_looks_a_day_apart_and_back_again_with_undo(
    card: RecheckCard, items: list[Item], site: Site, vault: Vault, clock: FakeClock, desk: Desk, settle: Settle
) -> None:
    look_now(card, settle)
    site.status = 404
    clock.advance(days=2)
    look_now(card, settle)
    assert card.verdict.text() == "Seems gone"
    assert log.get(vault, items[0].id).state is State.FOUND
    clock.advance(days=1)
    look_now(card, settle)
    assert card.verdict.text() == "Gone from there"
    assert log.get(vault, items[0].id).state is State.GONE
    assert card.said[Word.IN_SEARCH].isVisible() and not card.said[Word.GONE].isVisible()
    desk.undo()
    settle()
    assert log.get(vault, items[0].id).state is State.FOUND
    look_now(card, settle)
    site.status = 200
    clock.advance(days=1)
    look_now(card, settle)
    assert card.verdict.text() == "It came back"
    assert log.get(vault, items[0].id).state is State.CAME_BACK
    assert [one.id for one in log.due(vault, clock().date())] == [items[0].id]


def test_the_word_of_the_person_is_marked_as_theirs(
    card: RecheckCard, items: list[Item], vault: Vault, settle: Settle
) -> None:
    look_now(card, settle)
    card.said[Word.GONE].click()
    settle()
    assert card.verdict.text() == "Gone from there (you looked)"
    assert log.get(vault, items[0].id).state is State.GONE
    look_now(card, settle)
    assert log.get(vault, items[0].id).state is State.GONE
    assert "Your word stands" in card.why.text()


def test_networks_that_forbid_it_are_for_the_persons_own_eyes(page: LogPage, items: list[Item], settle: Settle) -> None:
    page.show_at(item=items[3].id)
    settle()
    card = page.view.recheck
    assert card.verdict.text() == "Needs your eyes"
    assert not card.look.isVisible() and card.open.isVisible()
    page.show_at(item=items[4].id)
    settle()
    assert not card.isVisible()


def test_the_offline_switch_takes_the_button_away(page: LogPage, items: list[Item], desk: Desk, settle: Settle) -> None:
    desk.bench.settings.change(never_use_internet=True)
    page.show_at(item=items[0].id)
    settle()
    assert "so the app does not look" in page.view.recheck.when.text()
    assert not page.view.recheck.look.isVisible()
    page.show_view("recheck")
    settle()
    assert page.view.preview is None


# -- all of them -----------------------------------------------------------------------------------


def test_all_are_looked_at_but_those_that_could_do_harm(
    page: LogPage, items: list[Item], site: Site, vault: Vault, settle: Settle
) -> None:
    page.show_view("list")
    page.view.recheck.click()
    settle()
    view = page.view
    assert len(view.preview.numbers()) == 2  # the frightening one is off until somebody switches it on
    view.preview.send_button.click()
    settle()
    settle()
    assert sorted(site.asked) == ["/letters/7", "/robots.txt", "/robots.txt", "/run"]
    assert view.list.rows.rowCount() == 2
    assert "Looked at 2 of 2" in page.line.text()
    assert recheck.looks(vault, items[2].id) == ()
    view.list.chosen.emit(items[0].id)
    assert page.name == "item"


def test_a_stopped_look_can_be_carried_on(
    page: LogPage, items: list[Item], vault: Vault, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    plan = recheck.plan(vault, [items[0].id, items[1].id])
    from footprint.tasks import Task

    task = Task()
    task.stop()
    assert recheck.run(vault, desk.bench.web, plan, task).value.stopped
    page.show_view("recheck")
    settle()
    assert any("A look was stopped" in words for words in looks.visible_words(page))
    left = recheck.unfinished(vault)
    assert left is not None and len(left.chosen) == 2
    assert len(recheck.run(vault, desk.bench.web, left, Task()).value.looks) == 2
    assert recheck.unfinished(vault) is None


def test_by_keyboard_alone(card: RecheckCard, site: Site, settle: Settle) -> None:
    card.look.setFocus()
    QTest.keyClick(card.look, " ")
    QTest.keyClick(card.preview.send_button, " ")
    settle()
    settle()
    assert site.asked


# -- looks -----------------------------------------------------------------------------------------


def not_looked_at(page: LogPage, items: list[Item], vault: Vault) -> None:
    page.show_at(item=items[0].id)


def looked_at(page: LogPage, items: list[Item], vault: Vault) -> None:
    for verdict in (Word.THERE, Word.GONE, Word.IN_SEARCH):
        recheck.say(vault, items[0].id, verdict)
    page.show_at(item=items[0].id)


def all_of_them(page: LogPage, items: list[Item], vault: Vault) -> None:
    page.show_view("recheck")


@pytest.mark.parametrize("prepare", [not_looked_at, looked_at, all_of_them])
def test_it_looks_right_everywhere(
    prepare: Callable[[LogPage, list[Item], Vault], None],
    page: LogPage,
    items: list[Item],
    vault: Vault,
    settle: Settle,
) -> None:
    prepare(page, items, vault)
    settle()
    assert looks.problems_everywhere(page) == []
    assert looks.hard_to_read(page) == []


def test_what_came_of_it_looks_right_everywhere(page: LogPage, settle: Settle) -> None:
    page.show_view("recheck")
    settle()
    page.view.preview.send_button.click()
    settle()
    settle()
    assert page.view.list is not None
    assert looks.problems_everywhere(page) == []
    assert looks.hard_to_read(page) == []


def test_every_verdict_has_its_words() -> None:
    assert all(one.label for one in Verdict)
