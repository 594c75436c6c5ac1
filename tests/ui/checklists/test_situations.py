"""A situation is no setting: what to do instead of where to look, no page to open, and no note where none belongs."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from footprint import checklists, person
from footprint.vault import Vault
from footprint.workbench import Workbench, open_bench
from tests.ui import looks
from tests.ui.checklists.conftest import Window
from tests.ui.checklists.library import small_library
from ui.checklists.finish import Finish
from ui.checklists.now import read_overview, read_phone
from ui.checklists.pages import SettingsPageView
from ui.checklists.walkthrough import WalkThrough

Wait = Callable[[], None]
Opening = Callable[..., WalkThrough]
NO_NOTE = "There is no note here: the record of this belongs at work."


@pytest.fixture
def bench(tmp_path: Path, vault: Vault) -> Workbench:
    person.add_accounts(vault, ["facebook"])
    return dataclasses.replace(open_bench(tmp_path / "app", vault), checklists=small_library(tmp_path / "lists"))


def words(widget: QWidget) -> list[str]:
    looks.settle()
    shown = (*widget.findChildren(QLabel), *widget.findChildren(QPushButton))
    return [one.text() for one in shown if one.isVisibleTo(widget)]


def view(walk: WalkThrough) -> SettingsPageView:
    assert isinstance(walk.view, SettingsPageView)
    return walk.view


def test_it_says_what_to_do_and_nothing_of_settings(window: Window, walk: Opening) -> None:
    opened = walk("asking-first")
    said = words(opened)
    assert opened.title.text() == "Asking first"
    assert "What to do" in said and "Your answer" in said
    for setting in ("How to check", "What is it set to now?", "On the website", "My screen looks different"):
        assert setting not in said
    assert not [one for one in said if one.startswith(("Open this page", "Show the steps for"))]
    steps = [one.accessibleName() or one.text() for one in view(opened).questions[0].how.findChildren(QLabel)]
    assert any("Think of the last month." in one for one in steps)
    cards = view(opened).questions[0].choices.cards
    assert cards["not_found"].text() == "I do not know yet"


def test_an_answer_is_said_back_as_an_answer(window: Window, walk: Opening, bench: Workbench, settled: Wait) -> None:
    opened = walk("asking-first", "ask")
    question = view(opened).questions[0]
    question.choices.cards["no"].click()
    settled()
    assert question.decide is not None
    assert question.decide.options is not None
    assert next(one.text() for one in question.decide.options.cards.values()) == "I have done it now"
    opened.skip.click()
    settled()
    opened.go_on.click()
    assert "Choose an answer." in view(opened).questions[0].problem.text()


def test_a_note_only_where_one_may_be_kept(window: Window, walk: Opening, settled: Wait) -> None:
    opened = walk("asking-first", "ask")
    assert view(opened).questions[0].note is not None
    assert NO_NOTE not in words(opened)
    opened.show_check("again")
    question = view(opened).questions[0]
    assert question.note is None
    assert words(opened).count(NO_NOTE) == 1
    assert question.old_button.isHidden()
    question.choices.cards["no"].click()
    settled()
    assert question.decide is not None and question.decide.options is not None
    question.decide.options.cards["keep"].click()
    settled()
    assert question.decide.reason is None, "a reason would be a note as well"


def test_questions_on_one_page_belong_together(window: Window, walk: Opening) -> None:
    opened = walk("two-together")
    assert len(view(opened).questions) == 2
    said = words(opened)
    assert "2 questions that belong together." in said
    assert said.count("What to do") == 2


def test_situations_and_places_never_come_to_the_phone_page(
    window: Window, walk: Opening, bench: Workbench, settled: Wait
) -> None:
    phone = read_phone(bench)
    assert {one.network for one in phone.checks} <= {"facebook"}
    assert read_overview(bench).on_phone == len(phone.checks)
    opened = walk("asking-first", "again")
    opened.skip.click()
    settled()
    assert isinstance(opened.view, Finish)
    assert "See the checks for your phone" not in words(opened)


def test_its_own_page_says_where_the_steps_come_from(window: Window, qtbot: QtBot, settled: Wait) -> None:
    window.page.show_at(network="asking-first", view="about")
    qtbot.waitUntil(lambda: window.page.about is not None)
    assert window.page.about is not None
    said = words(window.page.about)
    assert "2: independent guide" in said and "2: checked lately" in said
    assert "Useful pages" not in said and "Log out and look" not in said
    assert checklists.latest(window.page.bench.vault, "asking-first") == {}
