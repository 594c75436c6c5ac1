"""What is pressed in the list and on an item’s page, step after step: undone one by one, every row is what it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from footprint import log
from footprint.log import Item, New, Origin, Query, sets, views
from footprint.log.ladder import Outcome
from footprint.vault import Vault
from tests.log.test_undo_rows import differences, rows
from ui.desk import Desk
from ui.log.page import LogPage

Settle = Callable[[], None]
Step = Callable[[LogPage, dict[str, Item], Vault, Settle], None]


def _item(page: LogPage, item: Item, settle: Settle) -> Any:
    page.show_at(item=item.id)
    settle()
    return page.view


def _ticked(page: LogPage, ids: list[str], settle: Settle) -> Any:
    page.show_at(query=Query())
    settle()
    page.view.select_several(True)
    settle()
    page.view.long.rows.set_ticked(ids)
    return page.view


def who_it_is(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    _item(page, things["photo"], settle).who.chosen.emit(Origin.WORK.value)


def they_said_no(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    view = _item(page, things["club"], settle)
    view.happened.answered.emit("refused", "no, they said")


def no_reply(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    _item(page, things["club"], settle).happened.answered.emit("no reply", "")


def they_removed_it(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    _item(page, things["listing"], settle).happened.answered.emit("gone", "I looked")


def another_step(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    view = _item(page, things["listing"], settle)
    rung = next(one.rung for one in view.facts.standing.steps if one.applies)
    view.ladder.wanted.emit(rung.value)


def a_step_done(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    _item(page, things["photo"], settle).next.did.click()


def a_step_ended(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    view = _item(page, things["club"], settle)
    view.next.ended.emit(view.facts.standing.answerable.value, Outcome.ACCEPTED.value)


def work_is_in_it(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    _item(page, things["club"], settle).matters.work_said.emit(True)


def a_complaint(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    _item(page, things["club"], settle).matters.event_said.emit("complaint", True)


def it_came_back(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    _item(page, things["tag"], settle).ended.moved.emit("came back")


def several_dated(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    view = _ticked(page, [things["photo"].id, things["club"].id], settle)
    view.bulk.date.click()
    view.many.sheet.choices.cards["30"].click()
    view.many.sheet.save.click()


def several_marked(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    view = _ticked(page, [things["photo"].id, things["club"].id], settle)
    view.bulk.mark.click()
    settle()
    view.many.sheet.choices.cards["waiting"].click()
    view.many.sheet.save.click()


def several_grouped(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    view = _ticked(page, [things["photo"].id, things["club"].id], settle)
    view.bulk.group.click()
    settle()
    view.many.sheet.save.click()


def group_renamed(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    page.show_at(set=sets.all_sets(vault)[0].id)
    settle()
    page.view.set.rename.click()
    page.view.set.sheet.name.setText("The fair")
    page.view.set.sheet.save.click()


def out_of_the_group(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    _item(page, things["photo"], settle).belongs.leave.click()


def group_taken_apart(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    page.show_at(set=sets.all_sets(vault)[0].id)
    settle()
    page.view.set.apart.click()


def put_together(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    page.show_view("together")
    settle()
    page.view.cards[0].put.click()


def taken_apart(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    _item(page, things["photo"], settle).belongs.part.click()


def filter_saved(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    page.show_at(status="waiting")
    settle()
    page.view.filters.search.setText("net")
    QTest.qWait(200)
    settle()
    page.view.keep.click()
    page.view.sheet.name.setText("Net")
    page.view.sheet.save.click()


def filter_opens_the_list(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    page.show_view("saved", view=views.view(vault, "Net").id)
    settle()
    page.view.card.opens.click()


def filter_deleted(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    page.show_view("saved", view=views.view(vault, "Net").id)
    settle()
    page.view.card.delete.click()


def one_deleted(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    _item(page, things["club"], settle).delete.click()


def brought_back(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    page.show_view("deleted")
    settle()
    page.view.list.chosen.emit(things["club"].id)


def several_deleted(page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle) -> None:
    view = _ticked(page, [things["photo"].id, things["listing"].id], settle)
    view.bulk.delete.click()


STORIES: dict[str, tuple[Step, ...]] = {
    "on the page": (
        a_step_done, another_step, a_step_ended, they_removed_it, it_came_back, who_it_is, work_is_in_it,
    ),
    "an answer, and a complaint": (no_reply, they_said_no, work_is_in_it, a_complaint),
    "several": (several_dated, several_marked, several_grouped, group_renamed, out_of_the_group, group_taken_apart),
    "twice": (put_together, taken_apart, put_together),
    "filters": (filter_saved, filter_opens_the_list, filter_deleted),
    "deleted": (one_deleted, brought_back, several_deleted),
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES)
def test_each_step_is_taken_back_by_one_undo(
    story: str, page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle, desk: Desk, qtbot: QtBot
) -> None:
    log.add(vault, New("Same photo", things["photo"].address, origin=Origin.KNOWN, notes="Jo told me"))
    page.reload()
    settle()
    states = []
    for step in STORIES[story]:
        before, newest = rows(vault), desk.undo_stack.next_undo()
        step(page, things, vault, settle)
        qtbot.waitUntil(lambda newest=newest: desk.undo_stack.next_undo() is not newest)
        settle()
        assert differences(before, rows(vault)), f"{step.__name__} changed nothing"
        states.append((step.__name__, before))
    for name, before in reversed(states):
        with qtbot.waitSignal(desk.changed):
            desk.undo()
        settle()
        assert not differences(before, rows(vault)), name
