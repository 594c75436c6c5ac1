"""The Privacy journal: what was pressed, every request word for word, files made, months, saving and clearing."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from footprint import web
from footprint.workbench import Workbench
from tests.ui import looks
from ui.desk import Desk
from ui.kit.verbatim import Verbatim
from ui.web import words
from ui.web.journal import JournalPage


@pytest.fixture
def open_journal(qtbot: QtBot) -> Callable[[Desk], JournalPage]:
    def open_it(desk: Desk) -> JournalPage:
        page = JournalPage(desk)
        page.resize(1000, 800)
        qtbot.addWidget(page)
        page.show()
        rest(desk, qtbot)
        return page

    return open_it


@pytest.fixture
def full(audited: Workbench, qtbot: QtBot, open_journal: Callable[[Desk], JournalPage]) -> JournalPage:
    desk = Desk(audited)
    page = open_journal(desk)
    desk.setParent(page)
    return page


def rest(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.lanes.busy)
    looks.settle()


def test_an_empty_journal_says_so(desk: Desk, open_journal: Callable[[Desk], JournalPage]) -> None:
    page = open_journal(desk)
    assert page.large.text() == "Nothing sent today."
    assert page.empty.isVisible() and not page.list.isVisible() and not page.save.isVisible()


def test_there_is_one_line_for_each_press_and_each_request_is_shown_word_for_word(full: JournalPage) -> None:
    presses = web.presses(full.vault)
    assert len(full._presses) == len(presses) < len(web.entries(full.vault))
    sent = next(one for one in presses if one.purpose is not None)
    full._show_press(sent.entries[0].id)
    looks.settle()
    first = sent.entries[-1]
    assert full.detail.findChildren(Verbatim) == []
    full.detail.folds[0].set_open(True)
    looks.settle()
    shown = full.detail.findChild(Verbatim).toPlainText()
    assert first.url in shown and all(line in shown for line in first.headers)


def test_many_requests_of_one_press_come_a_few_at_a_time(full: JournalPage) -> None:
    press = max(web.presses(full.vault), key=lambda one: len(one.entries))
    full._show_press(press.entries[0].id)
    looks.settle()
    before = len(full.detail.folds)
    assert before < len(press.entries)
    while len(full.detail.folds) < len(press.entries):
        full.detail._add_requests()
    assert len(full.detail.folds) == len(press.entries)


def test_a_month_shows_only_its_own(full: JournalPage) -> None:
    values = [full.months.itemData(at) for at in range(full.months.count())]
    assert len(values) > 2
    full._choose_month(values[1])
    assert 0 < full._rows.rowCount() < len(full._presses)
    full._choose_month("")
    assert full._rows.rowCount() == len(full._presses)


def test_a_place_that_cannot_be_written_to_is_said(
    desk: Desk, open_journal: Callable[[Desk], JournalPage], tmp_path: Path, qtbot: QtBot
) -> None:
    page = open_journal(desk)
    troubles: list[str] = []
    desk.trouble.connect(troubles.append)
    page._write(tmp_path / "missing" / "copy.csv")
    qtbot.waitUntil(lambda: troubles == ["The file could not be saved there. Choose another folder."])


def test_a_saved_copy_is_a_table_and_stands_in_the_journal_itself(
    desk: Desk, bench: Workbench, open_journal: Callable[[Desk], JournalPage], tmp_path: Path, qtbot: QtBot
) -> None:
    web.note_made(bench.vault, "A backup was made")
    page = open_journal(desk)
    page._write(tmp_path / "copy.csv")
    rest(desk, qtbot)
    rows = list(csv.reader((tmp_path / "copy.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 2 and "A backup was made" in rows[1]
    assert (tmp_path / "copy.csv").stat().st_mode & 0o777 == 0o600
    assert {words.title_of(one) for one in page._presses.values()} == {
        "A backup was made",
        "A copy of this journal was saved",
    }


def test_clearing_leaves_a_line_that_says_so(
    desk: Desk, bench: Workbench, open_journal: Callable[[Desk], JournalPage], clock: object, qtbot: QtBot
) -> None:
    web.note_made(bench.vault, "A backup was made")
    clock.advance(days=60)  # type: ignore[attr-defined]
    page = open_journal(desk)
    page._ask_to_clear()
    page._clear_before(page._today.replace(day=1))
    rest(desk, qtbot)
    assert [words.title_of(one) for one in page._presses.values()] == ["1 entry from before 1 January 2027 cleared"]
