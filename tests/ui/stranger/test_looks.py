"""Every view of "Log out and look" in both themes and at every size: nothing cut off, all named, all in reach."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint import person
from footprint.checklists.stranger import Look
from footprint.workbench import Workbench
from tests.conftest import FakeClock
from tests.ui import looks
from tests.ui.stranger.conftest import Window
from ui.desk import Desk
from ui.stranger.page import StrangerPage

Wait = Callable[[], None]
Looked = Callable[..., Look]
VIEWS = ("list", "empty", "walk", "begun", "no_handle", "first", "compared")
IN_FOCUS = ("walk", "begun", "no_handle")
ALL_SEEN = dict.fromkeys(("name", "photo", "friends", "employer", "town", "tagged", "old_posts", "phone"), "seen")


@pytest.fixture
def bring(
    window: Window, looked: Looked, bench: Workbench, clock: FakeClock, settle: Wait, qtbot: QtBot
) -> Callable[[str], None]:
    """Show one view."""

    def show(which: str) -> None:
        page = window.page
        if which == "empty":
            for one in person.accounts(bench.vault):
                person.remove_account(bench.vault, one.id)
        if which in ("list", "first", "compared"):
            looked(name="seen", town="seen", phone="not_seen")
        if which in ("list", "compared"):
            clock.advance(days=100)
            looked(name="seen", town="not_seen", phone="seen", tagged="seen")
            looked("whatsapp", finished=False, name="not_seen")
        if which == "begun":
            looked(finished=False, **ALL_SEEN)
        if which in IN_FOCUS:
            page.show_at(network="whatsapp" if which == "no_handle" else "facebook")
            qtbot.waitUntil(lambda: window.focused is not None)
        elif which in ("first", "compared"):
            page.show_at(network="facebook", view="learned")
            qtbot.waitUntil(lambda: page.learned is not None)
            assert page.learned is not None
            if which == "compared":
                page.learned.fold.set_open(True)
        else:
            page.reload()
        settle()

    return show


@pytest.mark.parametrize("which", VIEWS)
def test_it_looks_right_in_both_themes_at_every_size(which: str, window: Window, bring: Callable[[str], None]) -> None:
    bring(which)
    wrong = []
    for dark, size in product(looks.THEMES, looks.SIZES):
        with looks.themed(dark, size.scale):
            looks.show_at(window, size)
            shown = window.currentWidget()
            wrong += [f"{size}: {one}" for one in looks.problems(shown)]
            wrong += looks.primary_buttons(shown)[1:]
    assert wrong == []


@pytest.mark.parametrize("which", VIEWS)
def test_tab_reaches_everything(which: str, window: Window, bring: Callable[[str], None]) -> None:
    bring(which)
    looks.settle()
    assert looks.out_of_reach(window.currentWidget()) == []


def test_the_text_may_grow_while_a_look_is_open(window: Window, bring: Callable[[str], None]) -> None:
    bring("walk")
    with looks.themed(True, 2.0):
        looks.show_at(window, looks.Size(1366, 768, 2.0))
        assert looks.clipped_labels(window.currentWidget()) == []
        assert looks.too_wide(window.currentWidget()) == []


def test_the_page_is_made_without_reading_the_vault(desk: Desk, qapp: QApplication) -> None:
    assert StrangerPage(desk).list is None
    assert not desk.lanes.busy
