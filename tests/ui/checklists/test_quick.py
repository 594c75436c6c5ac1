""" "I have 15 minutes": the list, a sitting across networks by keys alone, and what is left afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from footprint import checklists, log
from footprint.dates import local_day
from footprint.workbench import Workbench
from tests.ui.checklists.conftest import Window
from ui.checklists.pages import SettingsPageView
from ui.checklists.quick import QuickView, Sitting, parts
from ui.kit.cards import Banner

Wait = Callable[[], None]


@pytest.fixture
def quick(window: Window, qtbot: QtBot, settled: Wait) -> Callable[[], QuickView]:
    """The page as it stands now."""

    def shown() -> QuickView:
        settled()
        qtbot.waitUntil(lambda: window.page.quick is not None)
        found = window.page.quick
        assert found is not None
        return found

    window.page.show_at(view="quick")
    return shown


def titles(view: QuickView) -> list[str]:
    return [row.look.title for row in view.rows]


def answer_all(window: Window, qtbot: QtBot, settled: Wait) -> int:
    """Go through the sitting with the safer choice everywhere; gives how many questions were asked."""
    asked = 0
    for _page in range(30):
        qtbot.waitUntil(lambda: window.page.walking is not None or window.page.quick is not None)
        settled()
        walk = window.page.walking
        if walk is None:
            return asked
        view = walk.view
        assert isinstance(view, SettingsPageView)
        for question in view.questions:
            safe = checklists.safer(question.check)
            at = [one.id for one in question.check.choices].index(safe) if safe else 0
            question.choose(at + 1)
            asked += 1
            settled()
        page, number = view, walk.trail.at
        QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()
        qtbot.waitUntil(
            lambda walk=walk, page=page, number=number: (
                window.page.walking is not walk or walk.view is not page or walk.trail.at != number
            )
        )
        settled()
    raise AssertionError("the sitting does not end")


def test_ten_at_most_with_why_and_how_long(quick: Callable[[], QuickView], window: Window) -> None:
    view = quick()
    assert len(view.rows) == 10
    assert all(row.look.meta and "minute" in row.look.pill for row in view.rows)
    words = [one.text() for one in window.page.findChildren(QLabel)]
    assert any("The 10 checks that matter most for you" in one for one in words)


def test_a_sitting_goes_through_all_of_them_and_says_so(
    quick: Callable[[], QuickView], window: Window, bench: Workbench, qtbot: QtBot, settled: Wait
) -> None:
    before = titles(quick())
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    asked = answer_all(window, qtbot, settled)
    assert asked == len(before)
    after = quick()
    assert set(titles(after)).isdisjoint(before)
    banners = [one.accessibleName() or "" for one in after.findChildren(Banner)]
    assert any("You went through 10 checks" in one.text() for one in after.findChildren(QLabel)), banners
    answers = checklists.latest_of_all(bench.vault)
    assert sum(len(mine) for mine in answers.values()) == asked


def test_leaving_in_the_middle_loses_nothing_and_comes_back_shorter(
    quick: Callable[[], QuickView], window: Window, bench: Workbench, qtbot: QtBot, settled: Wait
) -> None:
    first = quick().found.checks[0]
    quick().rows[0].click()
    qtbot.waitUntil(lambda: window.page.walking is not None and window.page.walking.view is not None)
    walk = window.page.walking
    assert walk is not None and isinstance(walk.view, SettingsPageView)
    question = walk.view.question(first.check.id)
    assert question is not None, "the sitting begins at the check that was chosen"
    safe = checklists.safer(first.check)
    question.choose([one.id for one in first.check.choices].index(safe) + 1 if safe else 1)
    settled()
    walk.escape()
    assert first.check.title not in titles(quick())
    assert checklists.latest(bench.vault, first.network)[first.check.id]


def test_what_is_due_comes_first(bench: Workbench, quick: Callable[[], QuickView], window: Window) -> None:
    log.add(bench.vault, log.New(title="Ask about it", due=local_day(bench.vault.now())))
    window.page.reload()
    quick()
    assert window.page.quick is not None
    assert any(one.text() == "1 thing to remove is due" for one in window.page.quick.findChildren(QLabel)) or [
        row for row in window.page.quick.findChildren(type(window.page.quick.rows[0])) if "is due" in row.look.title
    ]


def test_a_sitting_counts_only_what_was_answered(bench: Workbench) -> None:
    found = checklists.for_person(bench.vault, bench.checklists)
    sitting = Sitting(parts(found))
    first = sitting.next()
    assert first is not None
    sitting.went_through(0)
    assert sitting.done == 0
    assert sitting.next() != first
