"""Columns that reflow at once, folds, and spacing that follows the text size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import SIZES, Size, clipped_labels, settle, show_at, themed, too_wide
from ui.kit.buttons import Btn
from ui.kit.layout import Columns, Flow, Fold, hbox, scroll, vbox
from ui.kit.text import PlainLabel

WORDS = "Words that are long enough to take several lines when there is not much room beside them. " * 2


def shown(widget: QWidget, qtbot: QtBot, width: int, height: int = 700) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.setLayout(vbox(widget, None))
    show_at(window, Size(width, height, 1.0))
    return window


def test_columns_stand_side_by_side_or_below_each_other(qtbot: QtBot) -> None:
    columns = Columns([PlainLabel(WORDS), PlainLabel(WORDS)], [2, 1], min_width=700)
    window = shown(columns, qtbot, 900)
    left, right = columns.parts
    assert not columns.stacked
    assert left.y() == right.y()
    assert abs(left.width() - 2 * right.width()) <= 2
    window.resize(500, 700)
    settle()
    assert columns.stacked
    assert right.y() >= left.y() + left.height()
    assert left.width() == right.width() == columns.width()


def test_columns_know_their_height_for_every_width(qtbot: QtBot) -> None:
    columns = Columns([PlainLabel(WORDS), PlainLabel(WORDS)], min_width=700)
    window = shown(columns, qtbot, 900)
    for width in (900, 400, 650, 1200, 320):
        window.resize(width, 900)
        settle()
        assert columns.height() == columns.heightForWidth(columns.width())
        assert clipped_labels(window) == []


def test_columns_stack_when_the_text_is_large(qtbot: QtBot) -> None:
    columns = Columns([PlainLabel("One"), PlainLabel("Two")], min_width=700)
    _window = shown(columns, qtbot, 900)
    with themed(scale=1.5):
        settle()
        assert columns.stacked
    settle()
    assert not columns.stacked


def test_a_hidden_part_leaves_its_room_to_the_others(qtbot: QtBot) -> None:
    columns = Columns([PlainLabel(WORDS), PlainLabel(WORDS)], min_width=400)
    _window = shown(columns, qtbot, 900)
    columns.parts[1].hide()
    settle()
    assert columns.parts[0].width() == columns.width()


def test_a_flow_has_as_many_columns_as_fit(qtbot: QtBot) -> None:
    flow = Flow([PlainLabel(f"Part {n}", wrap=False) for n in range(6)], column=190, gap=10, most=3)
    window = shown(flow, qtbot, 900)
    rows = []
    for width in (900, 450, 200):
        window.resize(width, 700)
        settle()
        rows.append(len({part.y() for part in flow.parts}))
    assert rows == [2, 3, 6]


def test_a_flow_reads_from_the_right_where_people_do(qtbot: QtBot) -> None:
    flow = Flow([PlainLabel("One"), PlainLabel("Two")], column=190)
    _window = shown(flow, qtbot, 900)
    flow.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert flow.parts[0].x() > flow.parts[1].x()


def test_parts_can_be_added_and_taken_out(qtbot: QtBot) -> None:
    flow = Flow([PlainLabel("One")])
    _window = shown(flow, qtbot, 900)
    flow.add(PlainLabel("Two"))
    settle()
    assert [part.isVisible() for part in flow.parts] == [True, True]
    flow.clear()
    settle()
    assert flow.parts == ()


def test_a_fold_opens_closes_and_says_so(qtbot: QtBot) -> None:
    fold = Fold("Show the exact words")
    inside = PlainLabel("GET /search?q=ada")
    fold.body.addWidget(inside)
    _window = shown(fold, qtbot, 600)
    assert not inside.isVisible()
    assert fold.button.accessibleDescription() == "Closed"
    with qtbot.waitSignal(fold.toggled):
        fold.button.click()
    assert inside.isVisible()
    assert fold.button.accessibleDescription() == "Open"


@pytest.mark.parametrize("size", SIZES)
def test_what_scrolls_never_scrolls_sideways(size: Size, qtbot: QtBot) -> None:
    with themed(scale=size.scale):
        inner = QWidget()
        inner.setLayout(
            vbox(Columns([PlainLabel(WORDS), Flow([Btn(WORDS[:60]) for _n in range(4)])]), PlainLabel(WORDS))
        )
        window = QWidget()
        qtbot.addWidget(window)
        window.setLayout(vbox(scroll(inner)))
        show_at(window, size)
        assert too_wide(window) == []
        assert clipped_labels(window) == []
        assert window.findChild(QScrollArea).horizontalScrollBar().maximum() == 0


def test_buttons_in_a_column_stand_at_the_reading_edge(qtbot: QtBot) -> None:
    button = Btn("Save")
    window = QWidget()
    qtbot.addWidget(window)
    window.setLayout(vbox(PlainLabel(WORDS), button, hbox(PlainLabel("Beside"), None), None))
    show_at(window, Size(600, 300, 1.0))
    assert button.x() == 0
    assert button.width() == button.sizeHint().width()
