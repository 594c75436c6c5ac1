"""The end of a walk-through, the second visit on one page, and "Go further"."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from footprint import checklists
from footprint.checklists import NOT_FOUND, Decision
from footprint.workbench import Workbench
from tests.conftest import FakeClock
from tests.ui.checklists.conftest import Window
from ui.checklists.finish import Finish
from ui.checklists.pages import SettingsPageView
from ui.checklists.same import Same
from ui.checklists.walkthrough import WalkThrough
from ui.kit.rows import RowButton

Opening = Callable[..., WalkThrough]
Wait = Callable[[], None]


@pytest.fixture
def answered(bench: Workbench) -> Workbench:
    """Facebook gone through: one changed, one kept with a reason, the rest safer."""
    network = bench.checklists.network("facebook")
    for check in network.checks:
        if check.essential and not check.retired:
            checklists.answer(bench.vault, network, check, checklists.safer(check) or check.choices[0].id)
    look = checklists.check_of(network, "about_info")
    checklists.answer(bench.vault, network, look, "some_public", decision=Decision.CHANGED)
    posts = checklists.check_of(network, "friends_list")
    checklists.answer(bench.vault, network, posts, posts.choices[-1].id, decision=Decision.KEEP, reason="Family")
    return bench


def said(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def test_the_second_visit_is_one_page_and_confirms_all_at_once(
    answered: Workbench, walk: Opening, clock: FakeClock, settled: Wait, qtbot: QtBot
) -> None:
    clock.advance(days=200)
    opened = walk("facebook")
    same = opened.view
    assert isinstance(same, Same)
    assert same.heading.text() == "Facebook: still the same?"
    assert "You last checked on 16 November 2026." in said(same)
    assert "You chose to keep these as they are" in said(same)
    assert len(same.same()) == 12
    assert "Set to “Only me, or taken out”." in same._groups[0].cards["about_info"].accessibleDescription() + " ".join(
        getattr(card, "second", "") for card in same._groups[0].cards.values()
    )
    opened.go_on.click()
    qtbot.waitUntil(lambda: isinstance(opened.view, Finish))
    network = answered.checklists.network("facebook")
    check = checklists.check_of(network, "about_info")
    assert len(checklists.history(answered.vault, network, check)) == 3
    kept = checklists.latest(answered.vault, "facebook")["friends_list"]
    assert (kept.decision, kept.reason) == (Decision.KEEP, "Family")


def test_all_of_it_can_be_gone_through_instead(answered: Workbench, walk: Opening, clock: FakeClock) -> None:
    clock.advance(days=200)
    opened = walk("facebook")
    assert isinstance(opened.view, Same)
    opened.view.all_button.click()
    assert isinstance(opened.view, SettingsPageView)
    assert len(opened.trail.checks) == 12


def test_what_is_unticked_opens_again_and_nothing_else(
    answered: Workbench, walk: Opening, clock: FakeClock, settled: Wait, qtbot: QtBot
) -> None:
    clock.advance(days=200)
    opened = walk("facebook")
    assert isinstance(opened.view, Same)
    opened.view._groups[0].cards["two_step"].click()
    opened.go_on.click()
    qtbot.waitUntil(lambda: isinstance(opened.view, SettingsPageView))
    assert [one.id for one in opened.trail.checks] == ["two_step"]
    settled()
    assert checklists.latest(answered.vault, "facebook")["two_step"].at < clock()


def test_what_could_not_be_found_is_asked_again(answered: Workbench, walk: Opening, clock: FakeClock) -> None:
    network = answered.checklists.network("facebook")
    checklists.answer(
        answered.vault, network, checklists.check_of(network, "two_step"), NOT_FOUND, decision=Decision.NOT_FOR_ME
    )
    checklists.answer(answered.vault, network, checklists.check_of(network, "look_up"), NOT_FOUND)
    opened = walk("facebook")
    assert isinstance(opened.view, SettingsPageView), "not all is dealt with: the walk goes on where it is open"
    assert "look_up" in [one.check.id for one in opened.view.questions]


def test_the_finish_page_says_what_happened_and_what_comes_next(
    answered: Workbench, walk: Opening, window: Window, settled: Wait, qtbot: QtBot
) -> None:
    opened = walk("facebook", "two_step")
    opened.skip.click()
    qtbot.waitUntil(lambda: isinstance(opened.view, Finish))
    finish = opened.view
    assert isinstance(finish, Finish)
    words = said(finish)
    assert finish.heading.text() == "Facebook is done"
    assert "Your details: from “Some of it is Public” to “Only me, or taken out”" in words
    assert "What you kept as it is" in words
    assert "Check again on 16 May 2027." in words
    buttons = {one.text(): one for one in finish.findChildren(QPushButton)}
    assert "Next: WhatsApp, about 14 minutes" in buttons
    assert "See the checks for your phone" in buttons
    assert opened.go_on.text() == "Done"
    further = next(one for words, one in buttons.items() if words.startswith("Go further"))
    further.click()
    assert isinstance(opened.view, SettingsPageView)
    assert opened.trail.further


def test_what_is_still_open_can_be_opened_from_the_finish_page(walk: Opening, qtbot: QtBot) -> None:
    opened = walk("facebook", "two_step")
    opened.skip.click()
    qtbot.waitUntil(lambda: isinstance(opened.view, Finish))
    finish = opened.view
    assert isinstance(finish, Finish)
    assert finish.heading.text() == "Facebook: that is it for now"
    finish.findChildren(RowButton)[1].click()
    assert isinstance(opened.view, SettingsPageView)
    assert opened.view.questions[0].check.id == "about_info"


def test_the_next_network_is_one_press_away(
    answered: Workbench, walk: Opening, window: Window, qtbot: QtBot, settled: Wait
) -> None:
    opened = walk("facebook", "two_step")
    opened.skip.click()
    qtbot.waitUntil(lambda: isinstance(opened.view, Finish))
    assert isinstance(opened.view, Finish)
    opened.view.another.emit("whatsapp")
    qtbot.waitUntil(lambda: window.page.walk is not None and window.page.walk.now.network.id == "whatsapp")
    settled()
    assert window.focused is window.page.walk


def test_long_pages_come_in_parts(walk: Opening) -> None:
    opened = walk("facebook", "share_posts")
    assert opened.trail.further
    assert all(len(page.checks) <= 4 for page in opened.trail.pages)
    assert len(opened.steps.buttons) < 20, "other groups have one row each"
