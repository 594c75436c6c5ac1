"""“When life changes”: chosen, begun, gone through and finished, through the window and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from footprint import person
from footprint.checklists import Check, answer
from footprint.log import ladder
from footprint.log.ladder import LifeEvent
from footprint.reminders import events
from footprint.reminders.events import Mark
from footprint.workbench import Workbench
from tests.ui import looks
from ui.checklists.page import ChecklistsPage
from ui.desk import Desk
from ui.events.page import EventsPage
from ui.help.texts import topics
from ui.kit.buttons import Btn
from ui.kit.layout import Fold
from ui.kit.steps import NumberedSteps
from ui.kit.text import PlainLabel

Wait = Callable[[], None]
Went = list[tuple[str, dict[str, Any]]]


@pytest.fixture
def went(desk: Desk) -> Went:
    found: Went = []
    desk.went.connect(lambda place, details: found.append((place, details)))
    return found


@pytest.fixture
def page(desk: Desk, bench: Workbench, qtbot: QtBot, settle: Wait) -> Iterator[EventsPage]:
    person.add_accounts(bench.vault, ["facebook", "instagram"])
    made = EventsPage(desk)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    settle()
    yield made


def begun(page: EventsPage, event: str, settle: Wait) -> None:
    page.show_at(event=event)
    settle()
    assert page.start_button is not None
    page.start_button.click()
    settle()


def press(place: QWidget, words: str) -> None:
    next(one for one in place.findChildren(Btn) if one.text() == words).click()


def words_of(place: QWidget) -> str:
    return " ".join([*(one.text() for one in place.findChildren(PlainLabel)), *looks.visible_words(place)])


def test_all_of_them_are_offered_and_nothing_is_begun_by_looking(page: EventsPage, settle: Wait) -> None:
    assert page.list is not None and len(page.list.rows) == 11
    page.list.rows["court-hearing"].click()
    settle()
    assert page.heading.text() == "A court hearing"
    assert page.card is None and page.start_button is not None
    assert not events.history(page.vault)
    page.back()
    settle()
    assert page.list is not None


def test_a_hearing_begins_with_the_pause(page: EventsPage, settle: Wait) -> None:
    begun(page, "court-hearing", settle)
    assert page.card is not None and page.card.step.file.id == "pause"
    press(page.card, "Put the pause on")
    settle()
    assert list(ladder.life_events(page.vault)) == [LifeEvent.HEARING]
    assert page.card is not None and page.card.step.file.id == "ask"
    assert "Ask your line manager" in words_of(page.card)


def test_checks_are_done_in_one_sitting_and_lead_back(page: EventsPage, went: Went, settle: Wait) -> None:
    begun(page, "holiday-photos", settle)
    page.show_at(event="holiday-photos", step="where")
    settle()
    assert page.card is not None and page.card.rows
    press(page.card, "Start these checks")
    place, details = went[-1]
    assert place == "checklists" and details["then"] == ("events", {"event": "holiday-photos"})
    assert {network for network, _checks in details["sitting"]} <= {"facebook", "instagram"}
    for network_id, checks in details["sitting"]:
        network = page.bench.checklists.network(network_id)
        for check in _named(network.checks, checks):
            answer(page.vault, network, check, check.choices[0].id)
    page.show_at(event="holiday-photos")
    settle()
    audit = events.running(page.vault, page.bench.checklists)[0]
    assert next(one for one in audit.steps if one.file.id == "where").settled


def _named(checks: tuple[Check, ...], ids: tuple[str, ...]) -> list[Check]:
    return [one for one in checks if one.id in ids]


def test_a_sitting_that_was_asked_for_leads_back_when_it_is_left(
    desk: Desk, page: EventsPage, went: Went, qtbot: QtBot, settle: Wait
) -> None:
    lists = ChecklistsPage(desk)
    qtbot.addWidget(lists)
    lists.show()
    lists.show_at(sitting=[("facebook", ("future_posts",))], then=("events", {"event": "new-job"}))
    settle()
    assert lists.walk is not None
    lists.walk.left_it.emit()
    settle()
    assert went[-1] == ("events", {"event": "new-job"})


def test_a_step_can_be_left_out_and_taken_up_again(page: EventsPage, settle: Wait) -> None:
    begun(page, "new-baby", settle)
    assert page.card is not None
    press(page.card, "Leave this out")
    settle()
    assert page.card is not None and page.card.step.file.id == "told"
    page.show_at(event="new-baby", step="agree")
    settle()
    assert page.card is not None
    press(page.card, "Do this step after all")
    settle()
    assert page.card is not None and page.card.step.file.id == "agree" and page.card.primary is not None


def test_a_page_of_the_app_is_opened_where_a_step_says_so(page: EventsPage, went: Went, settle: Wait) -> None:
    begun(page, "new-job", settle)
    assert page.card is not None
    press(page.card, "Open “Search my name”")
    assert went[-1] == ("search", {})


def test_the_way_back_in_shows_what_to_do_and_where_that_comes_from(page: EventsPage, settle: Wait) -> None:
    begun(page, "taken-over", settle)
    assert page.card is not None
    folds = page.card.findChildren(Fold)
    assert len(folds) == 2
    folds[0].set_open(True)
    settle()
    recover = page.bench.checklists.network("facebook").pages.recover
    assert recover is not None and folds[0].findChildren(NumberedSteps)
    assert any(str(one.year) in words_of(folds[0]) for one in [recover.verified])


def test_going_through_all_of_it_and_finishing(page: EventsPage, settle: Wait) -> None:
    begun(page, "left-team", settle)
    started = events.running(page.vault, page.bench.checklists)[0]
    assert started.started is not None
    for one in started.asked:
        events.mark(page.vault, page.bench.checklists, started.started.id, one.file.id, Mark.LEFT_OUT)
    page.reload()
    settle()
    assert page.card is None and page.primary is not None
    page.primary.click()
    settle()
    assert page.list is not None and not events.running(page.vault, page.bench.checklists)


def test_forgetting(page: EventsPage, settle: Wait) -> None:
    begun(page, "left-team", settle)
    press(page, "Forget this")
    settle()
    assert page.list is not None and not events.history(page.vault)


def test_it_has_help(page: EventsPage) -> None:
    assert topics()[EventsPage.help_topic].title == "When life changes"


@pytest.mark.parametrize("which", ["list", "begin", "page", "checks"])
def test_it_looks_right_in_both_themes_at_every_size(page: EventsPage, settle: Wait, which: str) -> None:
    if which == "begin":
        page.show_at(event="targeted")
        settle()
    elif which != "list":
        begun(page, "taken-over", settle)
        page.show_at(event="taken-over", step="back" if which == "page" else "out")
        settle()
    wrong = []
    for dark, size in product(looks.THEMES, looks.SIZES):
        with looks.themed(dark, size.scale):
            looks.show_at(page, size)
            wrong += [f"{size}: {one}" for one in looks.problems(page)]
            wrong += looks.primary_buttons(page)[1:]
    assert wrong == []
    assert looks.out_of_reach(page) == []
