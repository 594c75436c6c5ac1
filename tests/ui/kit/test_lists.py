"""The long list: a hundred thousand rows at once, opened by key and mouse, named to screen readers, in any width."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit.test_list_model import LaterReader, rows
from tests.ui.looks import open_window, settle, themed, too_wide, unnamed_or_small
from ui.kit.layout import vbox
from ui.kit.lists import ListPane, PagedRows, RowLook


@pytest.fixture
def pane(qtbot: QtBot) -> ListPane:
    made = ListPane(PagedRows(rows, 1000), "Things to sort out")
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    settle()
    return made


def middle_of(pane: ListPane, row: int) -> QPoint:
    return pane.visualRect(pane.rows.index(row)).center()


def test_only_what_is_seen_is_read(qtbot: QtBot) -> None:
    asked: list[int] = []

    def fetch(offset: int, limit: int) -> Sequence[RowLook]:
        asked.append(offset)
        return rows(offset, limit)

    pane = ListPane(PagedRows(fetch, 100_000), "Things")
    qtbot.addWidget(pane)
    pane.resize(700, 600)
    pane.show()
    settle()
    pane.grab()
    assert asked == [0]
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    settle()
    pane.grab()
    assert asked[-1] == 99_900
    assert len(asked) <= 3


def test_one_press_opens_a_row_and_so_does_enter(pane: ListPane, qtbot: QtBot) -> None:
    heard: list[str] = []
    pane.chosen.connect(heard.append)
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(pane, 2))
    QTest.keyClick(pane, Qt.Key.Key_Down)
    assert heard == ["k2"]
    QTest.keyClick(pane, Qt.Key.Key_Return)
    assert heard == ["k2", "k3"]


def test_arrows_say_where_they_have_come_to(pane: ListPane) -> None:
    heard: list[str] = []
    pane.setCurrentIndex(pane.rows.index(0))
    pane.moved.connect(heard.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(pane, key)
    assert heard == ["k1", "k999", "k0"]


def test_tab_comes_in_at_a_row_and_goes_out_again(qtbot: QtBot) -> None:
    from ui.kit.buttons import Btn

    window, pane, button = QWidget(), ListPane(PagedRows(rows, 10), "Things"), Btn("Next")
    qtbot.addWidget(window)
    window.setLayout(vbox(Btn("First"), pane, button))
    open_window(window)
    window.findChild(Btn).setFocus()
    QTest.keyClick(window.findChild(Btn), Qt.Key.Key_Tab)
    assert pane.hasFocus()
    assert pane.currentIndex().row() == 0
    QTest.keyClick(pane, Qt.Key.Key_Tab)
    assert button.hasFocus()


def test_letters_do_not_read_the_whole_list(qtbot: QtBot) -> None:
    asked: list[int] = []

    def fetch(offset: int, limit: int) -> Sequence[RowLook]:
        asked.append(offset)
        return rows(offset, limit)

    pane = ListPane(PagedRows(fetch, 100_000), "Things")
    qtbot.addWidget(pane)
    pane.show()
    settle()
    QTest.keyClicks(pane, "zebra")
    assert len(asked) <= 1


def test_a_screen_reader_finds_a_named_list_of_named_rows(pane: ListPane) -> None:
    QAccessible.setActive(True)
    interface = QAccessible.queryAccessibleInterface(pane)
    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Things to sort out"
    assert interface.child(4).text(QAccessible.Text.Name) == "Row 4. Due"
    assert unnamed_or_small(pane) == []


def test_on_a_narrow_list_the_status_drops_below_on_every_row_alike(pane: ListPane) -> None:
    wide = pane.visualRect(pane.rows.index(0)).height()
    pane.resize(400, 500)
    settle()
    narrow = {pane.visualRect(pane.rows.index(row)).height() for row in range(4)}
    assert len(narrow) == 1
    assert narrow.pop() > wide
    assert too_wide(pane) == []
    assert pane.horizontalScrollBar().maximum() == 0


def test_rows_grow_with_the_text_and_shrink_again(pane: ListPane) -> None:
    usual = pane.visualRect(pane.rows.index(0)).height()
    with themed(scale=2.0):
        settle()
        assert pane.visualRect(pane.rows.index(0)).height() >= 2 * usual
    settle()
    assert pane.visualRect(pane.rows.index(0)).height() == usual


def test_a_reload_keeps_the_row_and_the_place(pane: ListPane) -> None:
    pane.setCurrentIndex(pane.rows.index(40))
    pane.scrollTo(pane.rows.index(40))
    settle()
    scrolled = pane.verticalScrollBar().value()
    heard: list[str] = []
    pane.moved.connect(heard.append)
    pane.rows.reload(1000)
    settle()
    assert pane.current_key() == "k40"
    assert pane.verticalScrollBar().value() == scrolled
    assert heard == []


def test_after_the_last_row_is_gone_the_one_before_it_is_current(pane: ListPane) -> None:
    pane.rows.reload(5)
    pane.setCurrentIndex(pane.rows.index(4))
    pane.rows.reload(4)
    assert pane.currentIndex().row() == 3
    pane.rows.reload(0)
    assert not pane.currentIndex().isValid()


def test_a_row_is_found_by_its_key_even_before_it_is_read(qtbot: QtBot) -> None:
    reader, model = LaterReader(), PagedRows(rows, 1000)
    model.set_reader(reader)
    pane = ListPane(model, "Things")
    qtbot.addWidget(pane)
    pane.resize(600, 400)
    pane.show()
    pane.select_key("k777", row=777)
    settle()
    while reader.waiting:
        reader.answer()
    assert pane.current_key() == "k777"


def test_with_ticks_space_and_the_mouse_tick_and_the_rest_opens(qtbot: QtBot) -> None:
    pane = ListPane(PagedRows(rows, 50), "Things", multiple=True)
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show()
    settle()
    opened: list[str] = []
    pane.chosen.connect(opened.append)
    with qtbot.waitSignal(pane.ticked):
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, middle_of(pane, 1).y()))
    pane.setCurrentIndex(pane.rows.index(3))
    QTest.keyClick(pane, Qt.Key.Key_Space)
    assert pane.rows.ticked_keys() == ("k1", "k3")
    assert opened == []
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(pane, 1))
    assert opened == ["k1"]
    QAccessible.setActive(True)
    row = QAccessible.queryAccessibleInterface(pane).child(3)
    assert row.state().checkable
    assert row.state().checked
    pane.rows.set_ticked(())
    assert not row.state().checked


def test_rows_are_painted_in_both_themes_and_directions(pane: ListPane) -> None:
    seen = [pane.grab().toImage()]
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    seen.append(pane.grab().toImage())
    with themed(dark=True):
        seen.append(pane.grab().toImage())
    assert seen[0] != seen[1] != seen[2]


def test_the_rows_of_a_short_list_are_as_tall_as_their_own_words(qtbot: QtBot) -> None:
    looks = (RowLook("Short", "page.example"), RowLook("A title that needs two lines in a narrow list like this one"))
    pane = ListPane(PagedRows(lambda offset, limit: looks[offset : offset + limit], 2), "Things")
    qtbot.addWidget(pane)
    pane.resize(320, 400)
    pane.show()
    settle()
    tall = [pane.visualRect(pane.rows.index(row)).height() for row in range(2)]
    assert tall[0] == 66  # nothing is kept free for a status that no row has
    assert pane.height_of_rows(2) == sum(tall)
    pane.resize(700, 400)
    settle()
    assert pane.visualRect(pane.rows.index(1)).height() < tall[1]


def test_a_narrow_long_list_keeps_no_room_for_a_status_that_no_row_has(qtbot: QtBot) -> None:
    def plain(offset: int, limit: int) -> Sequence[RowLook]:
        return [RowLook(f"Thing {at}", "page.example", key=str(at)) for at in range(offset, offset + limit)]

    with_status, without = ListPane(PagedRows(rows, 1000), "Things"), ListPane(PagedRows(plain, 1000), "Things")
    for pane in (with_status, without):
        qtbot.addWidget(pane)
        pane.resize(400, 500)
        pane.show()
        settle()
        pane.grab()
        settle()
    assert without.rows_delegate.height() < with_status.rows_delegate.height()


def test_headings_among_rows_are_low_and_stepped_over(qtbot: QtBot) -> None:
    looks = [RowLook("First part", heading=True), *rows(0, 8), RowLook("Second part", heading=True), *rows(8, 8)]
    pane = ListPane(PagedRows(lambda offset, limit: looks[offset : offset + limit], 0), "Things")
    pane.rows.reload(len(looks), headings=frozenset({0, 9}))
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show()
    settle()
    tall = [pane.visualRect(pane.rows.index(row)).height() for row in range(3)]
    assert tall[0] < tall[1] == tall[2]
    assert pane.height_of_rows(3) == sum(tall)
    pane.setFocus(Qt.FocusReason.TabFocusReason)
    seen = [pane.current_key()]
    for _step in range(15):
        QTest.keyClick(pane, Qt.Key.Key_Down)
        seen.append(pane.current_key())
    assert seen == [one.key for one in looks if not one.heading]
    chosen: list[str] = []
    pane.chosen.connect(chosen.append)
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(pane, 9))
    assert chosen == [] and pane.current_key() == seen[-1]
