"""Sorting: a verdict by mouse or keys, the next result in its place, and the way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from footprint import log, search
from footprint.log import Query, duplicates
from footprint.search import Finding, Verdict
from footprint.vault import Vault
from ui.desk import Desk
from ui.kit.access import spoken
from ui.search.page import SearchPage, Stage
from ui.search.sorting.hidden import HiddenSites
from ui.search.sorting.now import Shown
from ui.search.sorting.triage import Triage

Settle = Callable[[], None]
Open = Callable[[Desk], SearchPage]


@pytest.fixture
def page(results: tuple[Finding, ...], desk: Desk, open_page: Open) -> SearchPage:
    return open_page(desk)


@pytest.fixture
def triage(page: SearchPage) -> Triage:
    assert page.stage is Stage.SORT and isinstance(page.part, Triage)
    return page.part


def titles(triage: Triage) -> list[str]:
    return [one.title for one in triage.found]


def verdicts(vault: Vault) -> dict[str, Verdict | None]:
    return {one.title: one.verdict for one in search.findings(vault)}


def test_it_opens_on_what_is_left_and_says_how_far_it_is(page: SearchPage, triage: Triage) -> None:
    assert "5 left" in page.line.text()
    assert triage.result is not None
    assert triage.result.place.text() == "Result 1 of 5"
    assert triage.list.list.current_key() == triage.found[0].id


def test_after_a_verdict_the_next_result_takes_its_place_and_nothing_else_moves(
    triage: Triage, desk: Desk, settle: Settle, ada: Vault
) -> None:
    before = titles(triage)
    said: list[tuple[str, bool]] = []
    desk.said.connect(lambda words, undo: said.append((words, undo)))
    spoken.clear()
    triage.result.choices[Verdict.FINE].click()
    settle()
    assert titles(triage) == before[1:]
    assert triage.result.heading.text() == before[1]
    assert QApplication.focusWidget() is triage.result.heading
    assert said == [("Kept as it is", True)]
    assert verdicts(ada)[before[0]] is Verdict.FINE
    assert any(before[1] in str(words) for words in spoken)


def test_undo_brings_the_result_back_to_its_place_and_shows_it(triage: Triage, desk: Desk, settle: Settle) -> None:
    before = titles(triage)
    triage.list.list.chosen.emit(triage.found[2].id)
    triage.choose(3)
    settle()
    assert titles(triage) == [*before[:2], *before[3:]]
    desk.undo()
    settle()
    assert titles(triage) == before
    assert triage.result.heading.text() == before[2]
    assert QApplication.focusWidget() is triage.result.heading


def test_not_sure_leaves_it_in_the_list_and_goes_on(triage: Triage, settle: Settle) -> None:
    before = titles(triage)
    triage.choose(4)
    settle()
    assert titles(triage) == before
    assert triage.result.heading.text() == before[1]
    assert triage.list.rows.look_at(0).meta.startswith("Left for later")


def test_it_should_change_makes_the_item_and_leads_to_it(
    triage: Triage, desk: Desk, settle: Settle, ada: Vault
) -> None:
    went: list[tuple[str, dict[str, object]]] = []
    desk.went.connect(lambda place, details: went.append((place, details)))
    title = triage.result.heading.text()
    triage.choose(1)
    settle()
    items = log.page(ada, Query(), 0, 10, ada.now().date())
    assert [one.title for one in items] == [title]
    assert triage.after.isVisible()
    triage.after.button.click()
    assert went == [("remove", {"item": items[0].id})]


def test_a_result_whose_item_was_put_into_another_leads_to_that_one(
    triage: Triage, desk: Desk, settle: Settle, ada: Vault
) -> None:
    for _n in range(2):
        triage.choose(1)
        settle()
    keep, other = log.ids(ada, Query(), ada.now().date())
    duplicates.merge(ada, keep, [other])
    triage.show_group(Shown.LISTED)
    settle()
    went: list[str] = []
    desk.went.connect(lambda _place, details: went.append(str(details["item"])))
    for one in triage.found:
        triage.list.list.chosen.emit(one.id)
        triage.result.item_asked.emit()
        settle()
    assert went == [keep, keep]


def test_not_me_offers_to_hide_the_others_of_that_site(triage: Triage, desk: Desk, settle: Settle, ada: Vault) -> None:
    at = next(one for one in triage.found if one.host == "people-finder.example")
    triage.list.list.chosen.emit(at.id)
    triage.choose(3)
    settle()
    assert "2 other results are from people-finder.example" in triage.after.words.text()
    triage.after.button.click()
    settle()
    assert {one.host for one in triage.found} == {"club.example", "photos.example"}
    assert triage.list.hidden.isVisible()
    triage.list.hidden.click()
    sheet = triage.window().findChild(HiddenSites)
    sheet.buttons["people-finder.example"].click()
    settle()
    assert len(triage.found) == 4 and search.hidden_sites(ada) == ()


def test_sorted_results_can_be_gone_back_to_and_judged_anew(triage: Triage, settle: Settle, ada: Vault) -> None:
    title = triage.result.heading.text()
    triage.choose(3)
    settle()
    row = triage.list.groups[Shown.SET_ASIDE]
    assert row.isVisible() and row.text() == "1 not me or fine as it is"
    row.click()
    settle()
    assert titles(triage) == [title]
    triage.choose(2)
    settle()
    assert verdicts(ada)[title] is Verdict.FINE and titles(triage) == [title]
    triage.result.put_back.emit()
    settle()
    assert verdicts(ada)[title] is None and titles(triage) == []
    triage.escape()
    settle()
    assert len(triage.found) == 5


def test_the_last_one_ends_in_a_sentence_of_thanks(triage: Triage, page: SearchPage, settle: Settle) -> None:
    for _time in range(5):
        triage.choose(1)
        settle()
    assert triage.result is None
    assert "All 5 results are sorted" in page.line.text()
    assert page.primary is not None and page.primary.text() == "See your To remove list"


def test_glad_is_a_kind_of_fine(triage: Triage, settle: Settle, ada: Vault) -> None:
    triage.result.glad_button.click()
    settle()
    assert [one.glad for one in search.findings(ada, verdicts=[Verdict.FINE])] == [True]


def test_a_second_press_before_the_first_is_kept_judges_nothing_else(
    triage: Triage, settle: Settle, ada: Vault
) -> None:
    triage.choose(2)
    triage.choose(2)
    settle()
    assert list(verdicts(ada).values()).count(Verdict.FINE) == 1


def test_the_arrows_show_each_result_and_leave_the_focus_in_the_list(triage: Triage, settle: Settle) -> None:
    triage.list.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(triage.list.list, Qt.Key.Key_Down)
    assert triage.result.heading.text() == titles(triage)[1]
    assert triage.list.list.hasFocus()


def test_in_a_narrow_window_the_list_folds_above_the_result(page: SearchPage, triage: Triage, settle: Settle) -> None:
    page.resize(480, 640)
    settle()
    assert triage.list.toggle.isVisible() and not triage.list.inner.isVisible()
    triage.list.toggle.click()
    assert triage.list.inner.isVisible()
    triage.list.list.chosen.emit(triage.found[3].id)
    assert not triage.list.inner.isVisible()
    assert triage.result.finding.id == triage.found[3].id
    page.resize(1000, 800)
    settle()
    assert triage.list.inner.isVisible() and not triage.list.toggle.isVisible()


def test_a_professional_register_is_said_to_be_expected(ada: Vault, desk: Desk, open_page: Open) -> None:
    search.add_pasted(ada, "https://www.socialworkengland.org.uk/umbraco/surface/searchregister/results?q=SW1")
    page = open_page(desk)
    words = [one.text() for one in page.findChildren(QWidget) if hasattr(one, "text")]
    assert "You are meant to be listed here" in words


def test_nothing_found_is_said_only_after_a_look_that_worked(ada: Vault, desk: Desk, open_page: Open) -> None:
    page = open_page(desk)
    page.show_stage(Stage.SORT)
    rest_words = _words(page, desk)
    assert "You have not looked yet" in rest_words


def test_a_look_that_failed_is_never_clean(ada: Vault, desk: Desk, open_page: Open) -> None:
    search.record_look(ada, "google", '"Ada Example"', turned_away=True)
    page = open_page(desk)
    page.show_stage(Stage.SORT)
    assert "The last look did not work" in _words(page, desk)


def _words(page: SearchPage, desk: Desk) -> list[str]:
    while desk.lanes.busy:
        QApplication.processEvents()
    QApplication.processEvents()
    return [one.text() for one in page.findChildren(QWidget) if hasattr(one, "text") and one.isVisible()]


def test_what_is_new_since_the_last_look_is_marked_and_can_be_shown_alone(
    ada: Vault, desk: Desk, open_page: Open, settle: Settle
) -> None:
    for address in ("https://club.example/old", "https://club.example/fresh"):
        look = search.record_look(ada, "google", '"Ada Example"', [search.Saw.TOWN]).value.looks[0]
        search.add_pasted(ada, address, look.id)
    page = open_page(desk)
    triage = page.part
    assert [one.address for one in triage.found if one.is_new] == ["https://club.example/fresh"]
    assert "New: club.example" in [triage.list.rows.look_at(at).meta for at in range(2)]
    assert triage.list.new.isVisible()
    triage.list.new.click()
    settle()
    assert [one.address for one in triage.found] == ["https://club.example/fresh"]
    assert "New since last time" in _words(page, desk)


def test_a_failed_reading_can_be_tried_again(triage: Triage, page: SearchPage, desk: Desk, settle: Settle) -> None:
    triage._not_read(OSError())
    assert "The results could not be read" in _words(page, desk)
    triage.reload()
    settle()
    assert "The results could not be read" not in _words(page, desk)


def test_another_group_may_be_opened_while_a_verdict_is_kept(triage: Triage, settle: Settle, ada: Vault) -> None:
    title = triage.result.heading.text()
    triage.choose(2)
    triage.show_group(Shown.SET_ASIDE)
    settle()
    assert verdicts(ada)[title] is Verdict.FINE
    assert titles(triage) == [title]
    triage.escape()
    settle()
    assert len(triage.found) == 4 and title not in titles(triage)


MANY = "\n".join(f"https://site-{at}.example/page Photo {at}: summer fair" for at in range(6))


def headings(triage: Triage) -> list[str]:
    looks = [triage.list.rows.look_at(at) for at in range(triage.list.rows.rowCount())]
    return [one.title for one in looks if one is not None and one.heading]


def test_many_results_stand_under_how_likely_they_are(
    ada: Vault, results: tuple[Finding, ...], desk: Desk, open_page: Open, settle: Settle, qtbot: QtBot
) -> None:
    search.add_pasted(ada, MANY)
    page = open_page(desk)
    triage = page.part
    settle()
    shown = headings(triage)
    assert len(shown) > 1 and shown[-1] == "Probably somebody else (7)"
    assert sum(int(one.rpartition("(")[2][:-1]) for one in shown) == 11
    pane = triage.list.list
    assert pane.current_key() == triage.found[0].id  # the first result, not the heading over it
    pane.setFocus()
    for one in triage.found[1:]:
        qtbot.keyClick(pane, Qt.Key.Key_Down)
        assert triage.result.finding.id == one.id  # a heading is stepped over
    pane.clicked.emit(triage.list.rows.index(0))
    assert triage.result.finding.id == triage.found[-1].id  # and cannot be chosen


def test_a_few_results_need_no_headings(triage: Triage) -> None:
    assert headings(triage) == []


def test_where_one_is_meant_to_be_listed_stands_apart(
    ada: Vault, results: tuple[Finding, ...], desk: Desk, open_page: Open, settle: Settle
) -> None:
    search.add_pasted(ada, "https://www.socialworkengland.org.uk/umbraco/ada-example Ada Example, social worker")
    page = open_page(desk)
    settle()
    assert "Where you are meant to be listed (1)" in headings(page.part)
    apart = next(one for one in page.part.found if one.on_register)
    page.part.list.moved.emit(apart.id)
    assert "You are meant to be listed here" in _words(page, desk)


def test_what_was_learned_moves_no_result_to_another_heading_under_the_hands(
    ada: Vault, results: tuple[Finding, ...], desk: Desk, open_page: Open, settle: Settle
) -> None:
    search.add_pasted(ada, MANY)
    page = open_page(desk)
    settle()
    triage = page.part
    before = [one.id for one in triage.found]
    triage.choose(2)
    settle()
    triage.reload()
    settle()
    assert [one.id for one in triage.found] == before[1:]
