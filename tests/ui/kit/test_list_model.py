"""Rows are read a page at a time, the newest wish first, and never shown for the wrong question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ui.kit.list_model import LOOK_ROLE, UNREAD, PagedRows
from ui.kit.row_paint import RowLook

Waiting = tuple[Callable[[], object], Callable[[Any], None]]


def rows(offset: int, limit: int) -> Sequence[RowLook]:
    return [RowLook(f"Row {n}", f"meta {n}", "Due", "warn", key=f"k{n}") for n in range(offset, offset + limit)]


class LaterReader:
    """Keeps what it was asked until the test answers."""

    def __init__(self) -> None:
        self.waiting: list[Waiting] = []

    def __call__(self, work: Callable[[], object], then: Callable[[Any], None]) -> None:
        self.waiting.append((work, then))

    def answer(self) -> None:
        work, then = self.waiting.pop(0)
        then(work())


def title(model: PagedRows, row: int) -> str:
    return str(model.data(model.index(row)))


def test_a_row_shows_dots_until_it_is_read(qtbot: QtBot) -> None:
    reader, model = LaterReader(), PagedRows(rows, 250)
    model.set_reader(reader)
    assert title(model, 120) == UNREAD.title
    assert model.key_at(120) == ""
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    reader.answer()
    assert title(model, 120) == "Row 120"
    assert changed == [(100, 199)]
    assert (model.key_at(120), model.row_of("k120"), model.row_of("k240")) == ("k120", 120, -1)


def test_the_last_page_asks_only_for_what_is_there(qtbot: QtBot) -> None:
    asked: list[tuple[int, int]] = []

    def fetch(offset: int, limit: int) -> Sequence[RowLook]:
        asked.append((offset, limit))
        return rows(offset, limit)

    model = PagedRows(fetch, 250)
    assert title(model, 249) == "Row 249"
    assert asked == [(200, 50)]


def test_what_was_scrolled_past_is_not_read(qtbot: QtBot) -> None:
    reader, model = LaterReader(), PagedRows(rows, 100_000)
    model.set_reader(reader)
    for row in range(0, 100_000, 100):
        model.data(model.index(row))
    assert len(reader.waiting) == 2
    while reader.waiting:
        reader.answer()
    assert title(model, 99_950) == "Row 99950"
    assert model.row_of("k50050") == -1


def test_a_late_answer_to_an_old_question_is_dropped(qtbot: QtBot) -> None:
    reader, model = LaterReader(), PagedRows(rows, 50)
    model.set_reader(reader)
    title(model, 0)
    model.reload(10, fetch=lambda offset, limit: [RowLook(f"New {n}") for n in range(offset, offset + limit)])
    title(model, 0)
    reader.answer()
    assert title(model, 0) == UNREAD.title
    reader.answer()
    assert title(model, 0) == "New 0"


def test_old_rows_stay_in_sight_but_cannot_be_opened_while_new_ones_are_read(qtbot: QtBot) -> None:
    reader, model = LaterReader(), PagedRows(rows, 50)
    model.set_reader(reader)
    title(model, 3)
    reader.answer()
    model.reload(49)
    assert title(model, 3) == "Row 3"
    assert model.key_at(3) == ""


def test_first_rows_that_were_read_already_show_at_once(qtbot: QtBot) -> None:
    reader, model = LaterReader(), PagedRows(rows)
    model.set_reader(reader)
    model.reload(1000, first=rows(0, 100))
    assert title(model, 99) == "Row 99"
    assert reader.waiting == []
    model.reload(3, first=rows(0, 3))
    assert title(model, 2) == "Row 2"
    model.reload(0, first=())
    assert model.rowCount() == 0


def test_a_reading_that_fails_is_handed_over_and_reading_goes_on(qtbot: QtBot) -> None:
    def fetch(offset: int, limit: int) -> Sequence[RowLook]:
        if offset == 0:
            raise OSError("gone")
        return rows(offset, limit)

    model, heard = PagedRows(fetch, 300), []
    model.failed.connect(heard.append)
    assert title(model, 0) == UNREAD.title
    assert [type(one) for one in heard] == [OSError]
    assert title(model, 150) == "Row 150"


def test_an_answer_after_the_list_is_gone_harms_nobody(qtbot: QtBot) -> None:
    from PySide6.QtCore import QObject, Signal
    from shiboken6 import delete

    class Job(QObject):
        finished = Signal(object)

    job, model, works = Job(), PagedRows(rows, 50), []
    model.set_reader(lambda work, then: (works.append(work), job.finished.connect(then)))
    title(model, 0)
    delete(model)
    job.finished.emit(works[0]())


def test_screen_readers_hear_the_words_and_the_status(qtbot: QtBot) -> None:
    model = PagedRows(rows, 5)
    index = model.index(2)
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Row 2. Due"
    assert model.data(index, Qt.ItemDataRole.AccessibleDescriptionRole) == "meta 2"
    assert model.data(index, LOOK_ROLE).key == "k2"
    assert model.data(index, Qt.ItemDataRole.CheckStateRole) is None


def test_ticks_are_kept_by_key_through_a_reload(qtbot: QtBot) -> None:
    model = PagedRows(rows, 300, ticks=True)
    check = Qt.ItemDataRole.CheckStateRole
    assert model.setData(model.index(250), Qt.CheckState.Checked, check)
    assert model.setData(model.index(1), Qt.CheckState.Checked, check)
    model.reload(300)
    assert model.ticked_keys() == ("k250", "k1")
    assert model.data(model.index(250), check) == Qt.CheckState.Checked
    assert model.setData(model.index(250), Qt.CheckState.Unchecked, check)
    assert model.ticked_keys() == ("k1",)
    model.set_ticked(())
    assert model.ticked_keys() == ()


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 1000])
def test_qt_finds_no_fault_with_the_model(count: int, qtbot: QtBot) -> None:
    model = PagedRows(rows, count)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.reload(count + 1)
    model.reload(0)
    assert tester.model() is model


@given(st.lists(st.integers(0, 999), max_size=40), st.integers(1, 1000))
def test_every_row_that_is_read_is_the_right_one(wishes: list[int], count: int) -> None:
    reader, model = LaterReader(), PagedRows(rows, count)
    model.set_reader(reader)
    for row in wishes:
        model.look_at(row)
        if reader.waiting and row % 3 == 0:
            reader.answer()
    for row in wishes:
        look = model.look_at(row) if row < count else None
        assert look is None or look.key == f"k{row}"
