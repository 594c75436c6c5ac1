"""What changed: two times to choose, the list, the page, and the words when there is nothing to say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from footprint import search
from footprint.search import Outcome, Verdict
from footprint.search.changes import Kind
from footprint.vault import Vault
from tests.search.changes.conftest import Past, failed, well
from tests.search.changes.test_exposure import MAY, PHONE, TOWN, Shelf
from tests.ui.waiting import rest
from ui.desk import Desk
from ui.kit.cards import EmptyState
from ui.search.changes.list import ALL
from ui.search.changes.view import WhatChanged
from ui.search.page import SearchPage, Stage
from ui.search.sorting.triage import Triage

Open = Callable[[Desk], SearchPage]
Show = Callable[[], WhatChanged]


@pytest.fixture
def past(ada: Vault) -> Past:
    return Past(ada)


@pytest.fixture
def stage(desk: Desk, open_page: Open, qtbot: QtBot) -> Iterator[Show]:
    def show() -> WhatChanged:
        page = open_page(desk)
        page.show_stage(Stage.CHANGES)
        rest(desk, qtbot)
        assert isinstance(page.part, WhatChanged)
        return page.part

    yield show


def test_before_the_first_search_it_says_what_will_be_here(stage: Show) -> None:
    part = stage()
    assert part.findChild(EmptyState).heading.text() == "You have not searched yet"
    assert part.top.isHidden() and part.parts.isHidden()
    assert part.primary is not None


def test_after_one_search_there_is_nothing_to_compare_with(stage: Show, past: Past) -> None:
    past.run({"a": well("x")})
    part = stage()
    assert part.findChild(EmptyState).heading.text() == "There is nothing to compare with yet"
    assert "3 May 2026" in part.findChild(EmptyState).words.text()


def test_nothing_changed_is_said_of_what_could_be_looked_at(stage: Show, past: Past) -> None:
    past.run({"a": well("x"), "b": well("x"), "c": well()})
    past.run({"a": well("x"), "b": failed(), "c": failed(Outcome.RATE_LIMITED)})
    part = stage()
    assert part.headline.text() == "Nothing changed in what could be looked at"
    assert part.failed.isVisible()
    assert part.failed.title.text() == "2 searches did not work"
    assert "Mojeek: “b”" in part.which_words.text()


def test_a_search_that_failed_whole_compares_nothing(stage: Show, past: Past) -> None:
    past.run({"a": well("x")})
    past.run({"a": failed(), "b": failed()})
    part = stage()
    assert part.headline.text() == "Nothing could be compared"
    assert [one.kind for one in part.list.found] == [Kind.COULD_NOT]


def test_every_kind_can_be_chosen_and_the_page_follows(stage: Show, past: Past, desk: Desk, qtbot: QtBot) -> None:
    past.run({"a": well("wx"), "b": well("v")})
    past.run({"a": well("xyz")})
    part = stage()
    assert part.headline.text() == "2 new results, 1 no longer shown"
    values = [part.list.kinds.itemData(at) for at in range(part.list.kinds.count())]
    assert values == [ALL, "new", "gone", "not asked"]
    assert part.page is not None and part.page.change.kind is Kind.NEW
    part.list.kinds.set_value("gone")
    part.list.kinds.chosen.emit("gone")
    assert [one.host for one in part.list.found] == ["w.example"]
    assert part.page.change.kind is Kind.GONE
    part.list.kinds.set_value(ALL)
    part.list.kinds.chosen.emit(ALL)
    part.list.list.setFocus()
    QTest.keyClick(part.list.list, Qt.Key.Key_Down)
    QTest.keyClick(part.list.list, Qt.Key.Key_Down)
    assert part.page.change.host == part.list.found[-1].host or part.page.change in part.list.found[1:]


def test_two_other_times_can_be_chosen(stage: Show, past: Past, desk: Desk, qtbot: QtBot) -> None:
    past.write([{"a": well("x")}, {"a": well("xy")}, {"a": well("xyz")}])
    part = stage()
    assert part.headline.text() == "1 new result"
    assert [part.since.itemText(at) for at in range(part.since.count())] == ["5 May 2026", "3 May 2026"]
    part.since.set_value(past.runs[0])
    part.since.chosen.emit(past.runs[0])
    rest(desk, qtbot)
    assert part.headline.text() == "2 new results"
    part.until.set_value(past.runs[1])
    part.until.chosen.emit(past.runs[1])
    rest(desk, qtbot)
    assert part.headline.text() == "1 new result"
    assert part.page is not None and part.page.change.host == "y.example"


def test_over_all_the_time_and_back_to_the_last_time(stage: Show, past: Past, desk: Desk, qtbot: QtBot) -> None:
    past.write([{"a": well("x")}, {"a": well("xy")}, {"a": well("xyz")}])
    part = stage()
    assert part.usual.isHidden() and part.whole.isVisible()
    part.whole.click()
    rest(desk, qtbot)
    assert part.headline.text() == "2 new results"
    assert part.since.value == past.runs[0]
    assert part.whole.isHidden()
    part.usual.click()
    rest(desk, qtbot)
    assert part.headline.text() == "1 new result"
    assert part.usual.isHidden()


def test_the_later_time_chosen_first_is_put_in_order(stage: Show, past: Past, desk: Desk, qtbot: QtBot) -> None:
    past.write([{"a": well("x")}, {"a": well("xy")}, {"a": well("xyz")}])
    part = stage()
    part.until.set_value(past.runs[1])
    part.since.set_value(past.runs[1])
    part.since.chosen.emit(past.runs[1])
    rest(desk, qtbot)
    assert part.headline.text() == "These are the same moment, so nothing changed."
    assert not part.parts.isVisible()


def test_a_page_of_somebody_else_is_left_out_until_wanted(stage: Show, past: Past) -> None:
    past.run({"a": well("x")})
    past.run({"a": well("xyz")})
    search.verdict(past.vault, past.pages["y"], Verdict.NOT_ME)
    part = stage()
    assert part.headline.text() == "1 new result"
    assert [one.host for one in part.list.found] == ["z.example"]
    assert part.list.not_me.text() == "Also 1 that is not me"
    part.list.not_me.setChecked(True)
    assert [one.host for one in part.list.found] == ["y.example", "z.example"]


def test_from_a_change_to_its_result(stage: Show, past: Past, desk: Desk, qtbot: QtBot) -> None:
    past.run({"a": well("x")})
    past.run({"a": well("xyz")})
    search.verdict(past.vault, past.pages["z"], Verdict.FINE)
    part = stage()
    page = part.window()
    while not isinstance(page, SearchPage):
        page = page.findChild(SearchPage)
    desk.went.connect(lambda _place, details: page.show_at(**details))
    part.list.chosen.emit(past.pages["z"])
    assert part.page is not None and part.page.result_button.text() == "See the result"
    part.page.result_button.click()
    rest(desk, qtbot)
    triage = page.part
    assert isinstance(triage, Triage)
    qtbot.waitUntil(lambda: triage.result is not None and triage.result.finding.id == past.pages["z"])


def test_it_looks_again_when_results_change(stage: Show, past: Past, desk: Desk, qtbot: QtBot) -> None:
    from ui.changes import Changes

    past.run({"a": well("x")})
    past.run({"a": well("x")})
    part = stage()
    assert part.headline.text() == "Nothing changed in what could be looked at"
    past.run({"a": well("xy")})
    desk.changed.emit(Changes(findings=True), None)
    rest(desk, qtbot)
    assert part.headline.text() == "1 new result"


def test_the_chart_counts_what_was_read_and_its_button_gives_the_table(stage: Show, past: Past) -> None:
    past.run({"a": well("wxyz")})
    search.verdict(past.vault, past.pages["x"], Verdict.REMOVE)
    shelf = Shelf(past)
    shelf.read("x", MAY, PHONE, TOWN)
    shelf.read("x", MAY.replace(month=6), TOWN)
    part = stage()
    assert part.exposure is not None and part.exposure.lines is not None
    heard = part.exposure.lines.chart.accessibleDescription()
    assert "Phone number: 1, now 0." in heard
    part.exposure.lines.button.click()
    assert part.exposure.lines.table is not None and part.exposure.lines.table.isVisible()


def test_a_long_list_holds_no_widget_for_a_row(stage: Show, past: Past) -> None:
    letters = [chr(0x4E00 + at) for at in range(300)]
    past.run({"a": well("x")})
    past.run({"a": well("x" + "".join(letters))})
    part = stage()
    assert part.list.rows.rowCount() == 300
    assert len(part.findChildren(QWidget)) < 150
