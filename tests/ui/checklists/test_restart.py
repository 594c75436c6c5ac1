"""Nothing is lost when the app ends at any moment: a second window on the same vault finds all of it."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from footprint import checklists
from footprint.workbench import Workbench
from tests.ui.checklists.conftest import Window
from ui.checklists.page import ChecklistsPage
from ui.checklists.pages import SettingsPageView
from ui.checklists.walkthrough import WalkThrough
from ui.desk import Desk

Opening = Callable[..., WalkThrough]
Wait = Callable[[], None]


def test_five_answers_and_then_the_window_is_gone(
    bench: Workbench, walk: Opening, window: Window, settled: Wait, qtbot: QtBot
) -> None:
    opened = walk("facebook")
    answered = []
    while len(answered) < 5:
        view = opened.view
        assert isinstance(view, SettingsPageView)
        for question in view.questions[: 5 - len(answered)]:
            question.choices.cards[checklists.safer(question.check)].click()
            answered.append(question.check.id)
        settled()
        if len(answered) < 5:
            opened.go_on.click()
    later = Desk(bench)  # as after a start: nothing but the vault
    page = ChecklistsPage(later)
    another = Window(later, page)
    qtbot.addWidget(another)
    another.show()
    qtbot.waitUntil(lambda: page.list is not None)
    assert page.list is not None
    assert page.list.cards[0].row.look.meta.startswith("5 of 12 done. ")
    page.open_walk("facebook")
    qtbot.waitUntil(lambda: page.walk is not None)
    assert page.walk is not None
    view = page.walk.view
    assert isinstance(view, SettingsPageView)
    assert "friend_requests" in [one.check.id for one in view.questions], "the first one without an answer"
    assert sum(one.answered for one in view.questions) == 3
    qtbot.waitUntil(lambda: not later.lanes.busy)
    assert later.lanes.stop_all()


def test_undo_and_redo_after_leaving_the_walk(
    bench: Workbench, walk: Opening, window: Window, desk: Desk, settled: Wait
) -> None:
    opened = walk("facebook")
    view = opened.view
    assert isinstance(view, SettingsPageView)
    view.questions[0].choices.cards["plain"].click()
    settled()
    window.page.close_walk()
    settled()
    desk.undo()
    settled()
    assert checklists.latest(bench.vault, "facebook") == {}
    assert window.page.list is not None
    assert window.page.list.cards[0].row.look.meta.startswith("0 of 12 done")
    desk.redo()
    settled()
    assert checklists.latest(bench.vault, "facebook")["profile_pictures"].choice == "plain"


def test_leaving_focus_mode_by_the_window_keeps_what_is_typed(
    bench: Workbench, walk: Opening, window: Window, settled: Wait
) -> None:
    """Another place is gone to with the keys of the navigation: the window shows it without asking the walk."""
    opened = walk("facebook")
    view = opened.view
    assert isinstance(view, SettingsPageView)
    note = view.questions[0].note
    assert note is not None
    note.edit.setPlainText("Half a thought")
    window.desk.focus_asked.emit(None)
    settled()
    network = bench.checklists.network("facebook")
    found = checklists.note_for(bench.vault, network, network.checks[0])
    assert found is not None
    assert found.text == "Half a thought"
    window.page.back()
    assert window.went == [("home", {})], "keys go to the page again, not to the walk that is hidden"
