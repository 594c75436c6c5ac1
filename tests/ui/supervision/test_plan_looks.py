"""How the pages of plans look and read at every size, in both themes, with little and with much in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from footprint import checklists, person
from footprint.checklists import Kind
from footprint.dates import local_day
from footprint.supervision import plans
from footprint.supervision.plans import MOST_NETWORKS, MOST_PROMPTS, Plan
from footprint.supervision.prompts import prompts
from tests.ui import looks
from ui.desk import Desk
from ui.jobs import Lanes
from ui.main_window import MainWindow
from ui.supervision.managers_guide import ManagersGuide
from ui.supervision.plan_page import PlanPage
from ui.supervision.suggest import SuggestPage

LIBRARY = checklists.load(Path(__file__).parents[3] / "checklists")
TODAY = date(2026, 11, 16)
FULL = Plan(
    (*(one.id for one in LIBRARY.heads(Kind.NETWORK)[: MOST_NETWORKS - 1]), "Harriers forum"), TODAY,
    search=True, by=TODAY + timedelta(days=40), again=6, sender="W" * 80,
    note="Send me your results.\nSee www.forms.example and " + "W" * 300,
    prompts=tuple(one.id for one in prompts())[:MOST_PROMPTS],
)  # fmt: skip


@pytest.fixture
def lanes(qtbot: QtBot) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    assert made.stop_all()


def rest(lanes: Lanes, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not lanes.busy, timeout=20_000)
    looks.settle()


@pytest.fixture
def suggest(lanes: Lanes, qtbot: QtBot) -> Callable[..., SuggestPage]:
    def make(start: Plan | None = None) -> SuggestPage:
        page = SuggestPage(LIBRARY, lanes, TODAY, start)
        qtbot.addWidget(page)
        looks.open_window(page)
        rest(lanes, qtbot)
        return page

    return make


def at_the_edges(window: QWidget) -> list[str]:
    """The largest letters and the narrowest window: whatever is wrong at other sizes is wrong there."""
    wrong = []
    for dark, size in ((False, looks.SIZES[3]), (True, looks.SIZES[4])):
        with looks.themed(dark, size.scale):
            looks.show_at(window, size)
            wrong += [f"{size}: {words}" for words in looks.problems(window)]
    return wrong


def file_of(plan: Plan, tmp_path: Path) -> Path:
    path = tmp_path / f"team{plans.ENDING}"
    path.write_bytes(plans.file_of(plan))
    return path


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, settle: Callable[[], None]) -> PlanPage:
    made = PlanPage(desk)
    qtbot.addWidget(made)
    desk.went.connect(lambda _place, details: made.show_at(**details))
    looks.open_window(made)
    settle()
    return made


def test_suggesting_looks_right(suggest: Callable[..., SuggestPage]) -> None:
    made = suggest(FULL)
    assert at_the_edges(made) == []
    assert looks.one_heading(made) and len(looks.primary_buttons(made)) == 1


def test_what_is_typed_is_on_the_page_beside_it(
    suggest: Callable[..., SuggestPage], lanes: Lanes, qtbot: QtBot
) -> None:
    made = suggest()
    before = made.paper._image
    made.form.note.setPlainText("Take an hour for it.")
    qtbot.waitUntil(lambda: made.paper._image is not before and made.paper.has_picture)
    assert "Take an hour for it." in made._words.toPlainText()
    made.form.networks.set_values(())
    made.form.search.click()
    qtbot.waitUntil(lambda: made.why_not.isVisible())
    assert "at least one network" in made.why_not.text() and made.paper.isHidden()
    made.save_plan()
    assert made.problem.isVisible() and "at least one network" in made.problem.words.text()


def test_a_note_that_asks_for_something_back_is_warned_of(suggest: Callable[..., SuggestPage]) -> None:
    made = suggest()
    made.form.note.setPlainText("Send me your results, Sam Otherton.")
    words = made.form.warning.words.text()
    assert made.form.warning.isVisible() and "ask for something back" in words and "name somebody" in words
    made.form.note.setPlainText("Take an hour for it. " * 40)
    assert made.form.warning.isHidden() and "too many" in made.form.count.text()
    made.save_page()
    assert "500 letters" in made.problem.words.text()


def test_the_usual_networks_and_a_day_of_their_own(suggest: Callable[..., SuggestPage]) -> None:
    made = suggest()
    usual = next(one for one in made.findChildren(QAbstractButton) if one.text() == "The ones most people use")
    usual.click()
    assert made.form.plan().networks[:2] == ("facebook", "whatsapp") and len(made.form.plan().networks) == 6
    made.form.by.set_value("day")
    made.form.day_box.set_date(date(2026, 12, 24))
    assert made.form.plan().by == date(2026, 12, 24)
    made.form.show_plan(FULL)
    again = made.form.plan()
    assert set(again.networks) == set(FULL.networks)  # the form has the usual ones first
    assert (again.by, again.note, again.prompts) == (FULL.by, FULL.note, FULL.prompts)


def test_suggesting_works_by_keyboard_alone(suggest: Callable[..., SuggestPage], qtbot: QtBot) -> None:
    made = suggest()
    assert looks.out_of_reach(made) == []
    made.form.search.setFocus()
    qtbot.keyClick(made.form.search, Qt.Key.Key_Space)
    assert not made.form.search.isChecked()
    assert made.escape() and made.window() is made


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    yield made
    made.clear()
    made.close()
    made.deleteLater()


def test_the_guide_leads_to_the_first_response_and_back(window: MainWindow, lanes: Lanes, qtbot: QtBot) -> None:
    window.show_cover(SuggestPage(LIBRARY, lanes, TODAY))
    looks.open_window(window)
    rest(lanes, qtbot)
    next(one for one in window.findChildren(QAbstractButton) if one.text() == "Guide for managers").click()
    looks.settle()
    sheet = window.findChild(ManagersGuide)
    assert sheet is not None and "Guide for managers" in sheet.heading.text()
    sheet.turn.click()
    assert "Something posted about staff" in sheet.heading.text() and sheet.turn.text() == "Guide for managers"
    sheet.turn.click()
    assert "Guide for managers" in sheet.heading.text()


def test_a_full_plan_with_everything_odd_looks_right(
    page: PlanPage, desk: Desk, settle: Callable[[], None], tmp_path: Path
) -> None:
    person.add_accounts(desk.bench.vault, ["facebook"])
    page.show_at(file=file_of(FULL, tmp_path))
    settle()
    assert page.offer is not None and len(page.offer.offer.parts) == MOST_NETWORKS
    assert at_the_edges(page) == []
    assert looks.out_of_reach(page) == []
    assert looks.one_heading(page) and looks.primary_buttons(page) == [page.offer.take_button.text()]


def test_nothing_chosen_is_said_and_takes_nothing(
    page: PlanPage, desk: Desk, settle: Callable[[], None], tmp_path: Path
) -> None:
    page.show_at(file=file_of(FULL, tmp_path))
    settle()
    assert page.offer is not None
    page.offer.show_choice(plans.Choice(by=True))
    page.offer.take_button.click()
    settle()
    assert page.offer.problem.isVisible() and "Choose at least one" in page.offer.problem.title.text()
    assert not plans.taken(desk.bench.vault)
    page.offer.closed.emit()
    settle()
    assert page.offer is None and page.empty is not None and page.empty.isVisible()
    assert at_the_edges(page) == []


def test_plans_taken_on_and_a_bad_file_look_right(
    page: PlanPage, desk: Desk, settle: Callable[[], None], tmp_path: Path
) -> None:
    vault = desk.bench.vault
    today = local_day(vault.now())
    opened = plans.open_file(file_of(FULL, tmp_path), LIBRARY, today)
    plans.take(vault, LIBRARY, opened, plans.offer(vault, LIBRARY, opened, today).everything, today)
    page.show_at()
    settle()
    assert page.section is not None and len(page.section.cards) == 1
    assert at_the_edges(page) == []
    bad = tmp_path / "bad.footprint-plan"
    bad.write_bytes(b"\0" * 30_000)
    page.show_at(file=bad)
    settle()
    assert page.refused is not None and "too large" in page.refused.title.text()
    assert at_the_edges(page) == []
    page.back()
    settle()
    assert page.refused is None and page.section is not None
