"""Going through old posts: found, filtered, seen as they were, decided by keys, and taken back."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from footprint import log
from footprint.archives.index import finding
from footprint.archives.index.contents import contents
from footprint.archives.index.filters import Decided, Find
from footprint.archives.records import Kind
from footprint.workbench import Workbench
from tests.ui import looks
from tests.ui.archives.conftest import Wait, press
from ui.archives.page import ArchivesPage
from ui.archives.review.entry import EntryCard
from ui.archives.review.months import MonthBars
from ui.archives.review.view import BATCH, Review
from ui.archives.stage import Stage
from ui.desk import Desk
from ui.kit.marked import MarkedText


@pytest.fixture
def review(page: ArchivesPage, copies: list[Path], settle: Wait) -> Review:
    page.show_stage(Stage.REVIEW)
    settle()
    assert isinstance(page.part, Review)
    return page.part


def card(review: Review) -> EntryCard:
    assert review.card is not None
    return review.card


def search(review: Review, text: str, settle: Wait) -> None:
    review.filters.box.setText(text)
    QTest.qWait(250)
    settle()


def test_own_words_come_first_and_everything_on_request(review: Review, bench: Workbench, settle: Wait) -> None:
    own = review.rows.rowCount()
    review.filters.clear()
    settle()
    assert own < review.rows.rowCount() == contents(bench.vault).entries


def test_words_are_found_as_someone_types(review: Review, settle: Wait) -> None:
    rows = finding.page(review._vault, Find(kinds=(Kind.POST,)))
    text = next(word for one in rows for word in one.entry.text.split() if len(word) > 5 and word.isalpha())
    search(review, text, settle)
    assert review.rows.rowCount() >= 1
    search(review, "zzzz nowhere", settle)
    assert review.rows.rowCount() == 0 and "Nothing matches" in " ".join(looks.visible_words(review))
    press(review, "Show everything", settle)
    assert review.rows.rowCount() > 1


def test_a_bar_chooses_its_year_and_gives_it_back(review: Review, settle: Wait) -> None:
    bars = review.findChild(MonthBars)
    every = review.rows.rowCount()
    QTest.keyClick(bars, Qt.Key.Key_Right)
    QTest.keyClick(bars, Qt.Key.Key_Return)
    settle()
    assert review.filters.year.value and 0 < review.rows.rowCount() < every
    QTest.keyClick(bars, Qt.Key.Key_Right)
    QTest.keyClick(bars, Qt.Key.Key_Return)
    settle()
    assert not review.filters.year.value and review.rows.rowCount() == every


def test_a_decision_by_keys_makes_a_thing_in_the_list_and_goes_on(
    review: Review, page: ArchivesPage, bench: Workbench, settle: Wait
) -> None:
    first = card(review).row
    page.choose(1)
    settle()
    assert card(review).row.id != first.id
    (item,) = log.page(bench.vault, log.Query(), 0, 10, bench.vault.now().date())
    assert item.network == first.entry.network
    assert contents(bench.vault).decided == {Decided.DELETE: 1}


def test_a_decision_is_undone(review: Review, page: ArchivesPage, desk: Desk, bench: Workbench, settle: Wait) -> None:
    page.choose(2)
    settle()
    assert contents(bench.vault).decided == {Decided.KEEP: 1}
    desk.undo()
    settle()
    assert contents(bench.vault).decided == {}


def test_what_was_decided_can_be_shown(review: Review, page: ArchivesPage, settle: Wait) -> None:
    page.choose(4)
    settle()
    review.filters.show_only.set_value(Decided.LATER.value)
    review.filters.changed.emit()
    settle()
    assert review.rows.rowCount() == 1 and card(review).row.decided is Decided.LATER
    press(review, "Take this back", settle)
    assert review.rows.rowCount() == 0


def test_after_a_batch_there_is_a_place_to_stop(review: Review, page: ArchivesPage, settle: Wait) -> None:
    for _n in range(BATCH):
        page.choose(2)
        settle()
    assert f"{BATCH} done" in " ".join(looks.visible_words(review))
    press(review, "Stop here", settle)
    assert page.stage is Stage.OVERVIEW


def test_the_talk_and_the_pictures_are_shown_on_request(review: Review, settle: Wait) -> None:
    review.filters.photo.click()
    settle()
    assert review.rows.rowCount() and any(medium.path for medium in card(review).row.entry.media)
    press(card(review), "Show the pictures", settle)


def test_marks_stand_where_the_words_do_whatever_the_text_holds(look: None) -> None:
    text = "\u202eSeen in court today <b>bold</b> **stars** \U0001f600 court"
    first, second = text.index("court"), text.rindex("court")
    made = MarkedText(text, [(first, first + 5), (second, second + 5), (500, 900)])
    assert made.marked == ("court", "court")
    assert made.heightForWidth(80) > made.heightForWidth(600)


def test_nothing_brought_in_leads_to_bringing_in(page: ArchivesPage, settle: Wait) -> None:
    page.show_stage(Stage.REVIEW)
    settle()
    assert "No posts yet" in " ".join(looks.visible_words(page))
    assert page.primary is not None
    page.primary.click()
    settle()
    assert page.stage is Stage.BRING


def test_it_holds_few_widgets(review: Review) -> None:
    assert looks.too_many_widgets(review) == []


def test_it_looks_right_in_both_themes_at_every_size(review: Review, page: ArchivesPage) -> None:
    wrong = []
    for dark, size in product(looks.THEMES, looks.SIZES):
        with looks.themed(dark, size.scale):
            looks.show_at(page, size)
            wrong += [f"{size}: {one}" for one in looks.problems(page)]
            wrong += looks.primary_buttons(page)[1:]
    assert wrong == []
