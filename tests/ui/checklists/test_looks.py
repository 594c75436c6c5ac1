"""Every view of the checklists in both themes and at every size: nothing cut off, all named, all in reach."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint import checklists
from footprint.workbench import Workbench
from tests.ui import looks
from tests.ui.checklists.conftest import Window
from tests.ui.checklists.library import small_library
from ui.checklists.page import ChecklistsPage
from ui.desk import Desk

Wait = Callable[[], None]
VIEWS = ("list", "about", "phone", "one", "less_safe", "together", "different", "finish", "same")
PARTS = ("networks", "places", "situations")
OWN_PAGES = {"place": "kept-list", "expected": "duty-list", "situation": "asking-first"}
WALKS = {"situation_one": ("asking-first", "again"), "situation_two": ("two-together", "one")}
LIBRARY = (*PARTS, *OWN_PAGES, *WALKS, "nothing")


def bring(window: Window, which: str, qtbot: QtBot, settled: Wait, bench: Workbench) -> None:
    """Show one view."""
    page = window.page
    if which in ("about", "phone"):
        page.show_at(network="facebook", view=which)
        qtbot.waitUntil(lambda: page.about is not None or page.phone_page is not None)
    elif which == "same":
        network = bench.checklists.network("facebook")
        for check in network.checks:
            if check.essential:
                checklists.answer(bench.vault, network, check, checklists.safer(check) or check.choices[0].id)
        page.show_at(network="facebook")
    elif which == "together":
        page.show_at(network="facebook", check="look_up")
    elif which != "list":
        page.show_at(network="facebook", check="two_step" if which == "finish" else "about_info")
    if which not in ("list", "about", "phone"):
        qtbot.waitUntil(lambda: page.walk is not None and page.walk.view is not None)
        settled()
        act(page, which)
    settled()


def act(page: ChecklistsPage, which: str) -> None:
    walk = page.walk
    assert walk is not None
    if which == "finish":
        walk.skip.click()
    elif which in ("less_safe", "different"):
        question = walk.view.questions[0]
        question.choices.cards["friends"].click()
        if which == "different":
            question.different_button.click()


@pytest.mark.parametrize("which", VIEWS)
def test_it_looks_right_in_both_themes_at_every_size(
    which: str, window: Window, qtbot: QtBot, settled: Wait, bench: Workbench
) -> None:
    bring(window, which, qtbot, settled, bench)
    wrong = []
    for dark, size in product(looks.THEMES, looks.SIZES):
        with looks.themed(dark, size.scale):
            looks.show_at(window, size)
            shown = window.currentWidget()
            wrong += [f"{size}: {one}" for one in looks.problems(shown)]
            wrong += looks.primary_buttons(shown)[1:]
    assert wrong == []


def bring_library(window: Window, which: str, qtbot: QtBot, settled: Wait, lists: checklists.Library) -> None:
    """The same for a view of the small library."""
    page = window.page
    page.bench = page.desk.bench = dataclasses.replace(page.bench, checklists=lists)
    if which in OWN_PAGES:
        page.show_at(network=OWN_PAGES[which], view="about")
        qtbot.waitUntil(lambda: page.place is not None or page.about is not None)
    elif which in WALKS:
        network, check = WALKS[which]
        page.show_at(network=network, check=check)
        qtbot.waitUntil(lambda: page.walk is not None and page.walk.view is not None)
    else:
        page.show_at(part="networks" if which == "nothing" else which)
        qtbot.waitUntil(lambda: page.shelves is not None)
        settled()
        if which == "nothing" and page.shelves is not None:
            page.shelves.search.setText("friendster")
            page.shelves.narrow()
    settled()


@pytest.mark.parametrize("which", LIBRARY)
def test_the_library_looks_right_in_both_themes_at_every_size(
    which: str, window: Window, qtbot: QtBot, settled: Wait, tmp_path: Path
) -> None:
    bring_library(window, which, qtbot, settled, small_library(tmp_path / "lists"))
    wrong = []
    for dark, size in product(looks.THEMES, looks.SIZES):
        with looks.themed(dark, size.scale):
            looks.show_at(window, size)
            shown = window.currentWidget()
            wrong += [f"{size}: {one}" for one in looks.problems(shown)]
            wrong += looks.primary_buttons(shown)[1:]
    assert wrong == []


@pytest.mark.parametrize("which", LIBRARY)
def test_tab_reaches_everything_in_the_library(
    which: str, window: Window, qtbot: QtBot, settled: Wait, tmp_path: Path
) -> None:
    bring_library(window, which, qtbot, settled, small_library(tmp_path / "lists"))
    looks.settle()
    assert [one for one in looks.out_of_reach(window.currentWidget()) if "StepButton" not in one] == []


@pytest.mark.parametrize("part", PARTS)
def test_the_shipped_library_looks_right(part: str, window: Window, qtbot: QtBot, settled: Wait) -> None:
    window.page.show_at(part=part)
    qtbot.waitUntil(lambda: window.page.shelves is not None)
    settled()
    for size in (looks.SIZES[0], looks.SIZES[3], looks.SIZES[4]):
        with looks.themed(False, size.scale):
            looks.show_at(window, size)
            assert looks.problems(window.currentWidget()) == []


@pytest.mark.parametrize("which", VIEWS)
def test_tab_reaches_everything(which: str, window: Window, qtbot: QtBot, settled: Wait, bench: Workbench) -> None:
    bring(window, which, qtbot, settled, bench)
    looks.settle()
    missed = [one for one in looks.out_of_reach(window.currentWidget()) if "StepButton" not in one]
    assert missed == [], "the list of steps is one tab stop: its arrows reach the rest"


def test_the_text_may_grow_while_a_walk_is_open(window: Window, qtbot: QtBot, settled: Wait, bench: Workbench) -> None:
    bring(window, "one", qtbot, settled, bench)
    with looks.themed(True, 2.0):
        looks.show_at(window, looks.Size(1366, 768, 2.0))
        assert looks.clipped_labels(window.currentWidget()) == []
        assert looks.too_wide(window.currentWidget()) == []


def test_the_page_is_made_without_reading_the_vault(desk: Desk, qapp: QApplication) -> None:
    """Building it asks for nothing; what it shows is read off the main thread once it is seen."""
    assert ChecklistsPage(desk).list is None
    assert not desk.lanes.busy
