"""The walk-through: keys alone are enough, every answer is kept at once, and leaving anywhere loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from footprint import checklists
from footprint.checklists import NOT_FOUND, SOMETHING_ELSE, Answer, Decision, Given, NoteKind
from footprint.workbench import Workbench
from tests.conftest import FakeClock
from tests.ui.checklists.conftest import Window
from ui.checklists.finish import Finish
from ui.checklists.pages import SettingsPageView
from ui.checklists.question import Question
from ui.checklists.walkthrough import WalkThrough
from ui.desk import Desk
from ui.kit.access import spoken
from ui.kit.cards import Banner

Opening = Callable[..., WalkThrough]
Wait = Callable[[], None]


def press(window: QWidget, key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, how)
    QApplication.processEvents()


def tab_into(window: QWidget, holder: QWidget) -> None:
    for _step in range(60):
        now = QApplication.focusWidget()
        if now is not None and holder.isAncestorOf(now):
            return
        press(window, Qt.Key.Key_Tab)
    raise AssertionError("Tab never came to it")


def view(walk: WalkThrough) -> SettingsPageView:
    assert isinstance(walk.view, SettingsPageView)
    return walk.view


def kept(bench: Workbench, network: str, check: str) -> Answer:
    return checklists.latest(bench.vault, network)[check]


def choose_by_keys(window: Window, question: Question, value: str) -> None:
    """Tab to the choices, Space for the first of them, Down to the others."""
    tab_into(window, question.choices)
    if not question.choices.value:
        press(window, Qt.Key.Key_Space)
    for _step in question.choices.cards:
        if question.choices.value == value:
            return
        press(window, Qt.Key.Key_Down)
    raise AssertionError(f"no choice {value}")


def test_keys_alone_take_a_person_through_a_whole_network(
    window: Window, walk: Opening, bench: Workbench, settled: Wait, qtbot: QtBot
) -> None:
    opened = walk("whatsapp")
    seen = []
    while isinstance(opened.view, SettingsPageView):
        heading = opened.view.heading
        qtbot.waitUntil(lambda heading=heading: QApplication.focusWidget() is heading)
        for question in opened.view.questions:
            wanted = checklists.safer(question.check) or question.check.choices[0].id
            choose_by_keys(window, question, wanted)
            seen.append((question.check.id, wanted))
        settled()
        before = opened.view
        press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda before=before: opened.view is not before)
    network = bench.checklists.network("whatsapp")
    assert len(seen) == sum(one.essential for one in network.checks) == 12
    assert {check: kept(bench, "whatsapp", check).choice for check, _wanted in seen} == dict(seen)
    assert isinstance(opened.view, Finish)
    assert opened.view.heading.text() == "WhatsApp is done"
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.focused is None)
    settled()
    assert window.page.heading.hasFocus()


def test_an_answer_is_kept_the_moment_it_is_chosen(
    walk: Opening, bench: Workbench, settled: Wait, window: Window
) -> None:
    opened = walk("facebook", "about_info")
    question = view(opened).questions[0]
    question.choices.cards["friends"].click()
    settled()
    assert kept(bench, "facebook", "about_info").choice == "friends"
    assert question.saved.text() == "Saved"
    question.choices.cards["hidden"].click()
    settled()
    assert kept(bench, "facebook", "about_info").choice == "hidden"
    assert spoken.count("Saved") == 1, "said once for a sitting, not after each answer"


def test_leaving_with_esc_loses_nothing_and_coming_back_resumes(
    walk: Opening, bench: Workbench, settled: Wait, window: Window, qtbot: QtBot
) -> None:
    opened = walk("facebook")
    assert view(opened).questions[0].check.id == "profile_pictures"
    view(opened).questions[0].choices.cards["plain"].click()
    settled()
    note = view(opened).questions[0].note
    assert note is not None
    note.edit.setPlainText("Old ones still to do")
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.focused is None)
    settled()
    network = bench.checklists.network("facebook")
    found = checklists.note_for(bench.vault, network, network.checks[0])
    assert found is not None
    assert found.text == "Old ones still to do"
    again = walk("facebook")
    assert view(again).questions[0].check.id == "about_info"
    words = [label.text() for label in again.findChildren(QWidget) if hasattr(label, "text") and callable(label.text)]
    assert "You stopped at check 2 on 16 November 2026." in words


def test_ctrl_z_takes_an_answer_back(
    walk: Opening, bench: Workbench, settled: Wait, window: Window, qtbot: QtBot
) -> None:
    opened = walk("facebook", "about_info")
    question = view(opened).questions[0]
    question.choices.cards["some_public"].click()
    settled()
    assert question.decide is not None
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: question.choices.value == "")
    assert "about_info" not in checklists.latest(bench.vault, "facebook")
    assert question.decide.isHidden()
    assert opened.progress.bar.value() == 0


def test_going_on_without_an_answer_says_what_is_missing(walk: Opening, window: Window) -> None:
    opened = walk("facebook")
    opened.go_on.click()
    question = view(opened).questions[0]
    assert question.problem.isVisible()
    assert "Skip for now" in question.problem.text()
    assert question.choices.isAncestorOf(QApplication.focusWidget())
    opened.skip.click()
    assert view(opened).questions[0].check.id == "about_info"
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view(opened).questions[0].check.id == "profile_pictures"


@pytest.mark.parametrize(
    ("option", "decision"),
    [("changed:hidden", Decision.CHANGED), ("keep", Decision.KEEP), ("not_for_me", Decision.NOT_FOR_ME)],
)
def test_what_to_do_about_a_choice_that_is_not_the_safer_one(
    walk: Opening, bench: Workbench, settled: Wait, option: str, decision: Decision
) -> None:
    question = view(walk("facebook", "about_info")).questions[0]
    question.choices.cards["friends"].click()
    settled()
    assert question.decide is not None
    assert question.decide.options is not None
    question.decide.options.cards[option].click()
    settled()
    answer = kept(bench, "facebook", "about_info")
    assert (answer.choice, answer.decision) == ("friends", decision)
    assert answer.set_to == ("hidden" if decision is Decision.CHANGED else "friends")


def test_keeping_it_may_have_a_reason_and_a_day(walk: Opening, bench: Workbench, settled: Wait) -> None:
    question = view(walk("facebook", "about_info")).questions[0]
    question.choices.cards["friends"].click()
    settled()
    decide = question.decide
    assert decide is not None
    assert decide.options is not None
    decide.options.cards["keep"].click()
    settled()
    assert decide.reason is not None
    assert decide.when is not None
    assert kept(bench, "facebook", "about_info").until is None
    decide.reason.setText("My cousins look for me there")
    decide.reason.editingFinished.emit()
    decide.when.select.set_value("date")
    decide.when.select.chosen.emit("date")
    for part, text in (("day", "1"), ("month", "11"), ("year", "2026")):
        decide.when.date.boxes[part].setText(text)
    decide.when.date.boxes["year"].editingFinished.emit()
    assert decide.when.date_field.words == "The day must be after 16 November 2026."
    decide.when.date.boxes["year"].setText("2027")
    decide.when.date.boxes["year"].editingFinished.emit()
    settled()
    answer = kept(bench, "facebook", "about_info")
    assert answer.reason == "My cousins look for me there"
    assert answer.until is not None
    assert answer.until.isoformat() == "2027-11-01"
    assert decide.when.date_field.words == ""


def test_later_comes_with_a_date_at_once(walk: Opening, bench: Workbench, settled: Wait) -> None:
    question = view(walk("facebook", "about_info")).questions[0]
    question.choices.cards[SOMETHING_ELSE].click()
    settled()
    assert question.decide is not None
    assert question.decide.options is not None
    question.decide.options.cards["later"].click()
    settled()
    answer = kept(bench, "facebook", "about_info")
    assert answer.decision is Decision.LATER
    assert answer.until is not None
    assert answer.until.isoformat() == "2026-11-23"


def test_a_safer_choice_asks_for_nothing_more(walk: Opening, settled: Wait) -> None:
    question = view(walk("facebook", "about_info")).questions[0]
    question.choices.cards["hidden"].click()
    settled()
    assert question.decide is None


def test_a_screen_that_looks_different_is_written_down_with_help(
    walk: Opening, bench: Workbench, settled: Wait
) -> None:
    question = view(walk("facebook", "about_info")).questions[0]
    question.different_button.click()
    settled()
    network = bench.checklists.network("facebook")
    check = checklists.check_of(network, "about_info")
    assert checklists.note_for(bench.vault, network, check, NoteKind.LOOKS_DIFFERENT) is not None
    assert question.different is not None
    question.different.note.edit.setPlainText("It says Details about you")
    question.different.flush()
    settled()
    found = checklists.note_for(bench.vault, network, check, NoteKind.LOOKS_DIFFERENT)
    assert found is not None
    assert found.text == "It says Details about you"
    question.different._take_back()
    settled()
    assert checklists.note_for(bench.vault, network, check, NoteKind.LOOKS_DIFFERENT) is None
    assert question.different is None


def test_not_finding_it_brings_the_help_by_itself(walk: Opening, bench: Workbench, settled: Wait) -> None:
    question = view(walk("facebook", "about_info")).questions[0]
    question.choices.cards[NOT_FOUND].click()
    settled()
    assert question.different is not None
    assert question.decide is not None
    assert question.decide.options is not None
    assert list(question.decide.options.cards) == ["later", "not_for_me"], "nothing to change or to keep"


def test_web_or_phone_is_remembered(walk: Opening, bench: Workbench, settled: Wait, window: Window) -> None:
    how = view(walk("facebook", "about_info")).questions[0].how
    assert how is not None
    assert how.swap is not None
    assert how.on == "web"
    how.swap.click()
    assert how.on == "phone"
    assert bench.settings.now.steps_on == "phone"
    window.page.close_walk()
    settled()
    later = view(walk("facebook", "about_info")).questions[0].how
    assert later is not None
    assert later.on == "phone"


def test_the_settings_page_is_opened_in_the_persons_own_browser(walk: Opening, window: Window) -> None:
    opened = walk("facebook", "about_info")
    buttons = [one for one in opened.findChildren(QWidget) if getattr(one, "kind", "") == "secondary"]
    next(one for one in buttons if one.text() == "Open this page on Facebook").click()
    assert window.links == ["https://www.facebook.com/me/about"]


def test_an_old_photo_goes_to_the_log_with_where_it_was_found(walk: Opening, window: Window, settled: Wait) -> None:
    question = view(walk("facebook", "profile_pictures")).questions[0]
    question.old_button.click()
    settled()
    assert window.focused is None
    assert window.went == [("remove", {"new": True, "network": "facebook", "check": "profile_pictures"})]


def test_checks_of_one_settings_page_are_answered_together(walk: Opening, bench: Workbench, settled: Wait) -> None:
    opened = walk("facebook", "look_up")
    questions = view(opened).questions
    assert [one.check.id for one in questions] == ["friends_list", "look_up", "search_engines", "friend_requests"]
    assert view(opened).heading.text() == "How people find you"
    for question in questions:
        question.choices.cards[checklists.safer(question.check)].click()
    settled()
    assert {"friends_list", "look_up", "search_engines", "friend_requests"} <= set(
        checklists.latest(bench.vault, "facebook")
    )
    questions[1].how_fold.button.click()
    assert questions[1].how is not None, "steps are made when they are asked for"


def test_the_list_of_steps_leads_anywhere(walk: Opening) -> None:
    opened = walk("facebook")
    assert len(opened.steps.buttons) == 12
    opened.steps.chosen.emit("two_step")
    assert view(opened).questions[0].check.id == "two_step"
    opened.show_check("stories")  # from "Go further"
    assert opened.trail.further


def test_arrows_move_in_the_list_of_steps_and_enter_goes_there(walk: Opening, window: Window) -> None:
    opened = walk("facebook")
    tab_into(window, opened.steps)
    for _step in range(2):
        press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert view(opened).questions[0].check.id == "friends_list"


def test_in_a_narrow_window_the_steps_fold_and_lock_and_minutes_stay(walk: Opening, window: Window) -> None:
    opened = walk("facebook")
    window.resize(620, 700)
    QApplication.processEvents()
    assert opened.all_steps.isVisible()
    assert opened.all_steps.text() == "Show all 12 checks"
    assert not opened.steps.isVisible()
    assert opened.lock_button.isVisible()
    assert opened.left.text().endswith("minutes left")
    assert opened.left.isVisible()
    opened.all_steps.click()
    assert opened.steps.isVisible()
    opened.steps.buttons[1].click()
    assert not opened.steps.isVisible()


def test_lock_is_asked_of_the_window_after_keeping_what_is_typed(
    walk: Opening, window: Window, bench: Workbench, settled: Wait
) -> None:
    opened = walk("facebook", "about_info")
    note = view(opened).questions[0].note
    assert note is not None
    note.edit.setPlainText("Ask my brother")
    window.page.put_away()  # what the window does before it locks
    network = bench.checklists.network("facebook")
    found = checklists.note_for(bench.vault, network, checklists.check_of(network, "about_info"))
    assert found is not None
    assert found.text == "Ask my brother"
    opened.lock_button.click()
    settled()
    assert window.locks == 1


def test_earlier_answers_can_be_looked_at(
    walk: Opening, settled: Wait, clock: FakeClock, qtbot: QtBot, desk: Desk
) -> None:
    opened = walk("facebook", "about_info")
    question = view(opened).questions[0]
    assert not question.history_button.isVisible()
    question.choices.cards["friends"].click()
    settled()
    clock.advance(days=3)
    question.choices.cards["hidden"].click()
    settled()
    question.history_button.click()
    from ui.checklists.history import HistorySheet

    qtbot.waitUntil(lambda: bool(opened.findChildren(HistorySheet)))
    sheet = opened.findChildren(HistorySheet)[0]
    words = [one.text() for one in sheet.findChildren(QWidget) if hasattr(one, "text") and callable(one.text)]
    assert "Thursday 19 November 2026" in words
    assert "It was set to “Friends”." in words
    assert sheet.close_button.hasFocus()
    sheet.close_button.click()
    qtbot.waitUntil(lambda: not opened.findChildren(HistorySheet))


def test_what_cannot_be_kept_is_said_in_the_walk_and_nothing_claims_it_was(
    walk: Opening, bench: Workbench, settled: Wait, window: Window
) -> None:
    opened = walk("facebook", "about_info")
    question = view(opened).questions[0]
    yesterday = bench.vault.now().date() - timedelta(days=1)
    question.choices.set_value("friends")
    question.given.emit(Given(question.check, "friends", Decision.LATER, until=yesterday))
    settled()
    words = [one.words.text() for one in opened.findChildren(Banner) if one.tone == "danger"]
    assert words == ["Choose a day after today to come back to this."]
    assert question.choices.value == ""
    assert "about_info" not in checklists.latest(bench.vault, "facebook")
    opened.skip.click()
    settled()
    assert not [one for one in opened.findChildren(Banner) if one.tone == "danger" and one.isVisible()]


def test_ctrl_and_a_number_take_a_choice(walk: Opening, bench: Workbench, settled: Wait) -> None:
    opened = walk("facebook", "look_up")
    opened.choose(1)
    assert view(opened).questions[0].choices.value == view(opened).questions[0].check.choices[0].id
    settled()
    assert "friends_list" in checklists.latest(bench.vault, "facebook")
