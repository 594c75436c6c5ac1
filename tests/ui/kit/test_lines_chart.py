"""Several counts over time: each line by its name, a sentence for all, and the same numbers in a table."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.kit.lines_chart import Line, Lines, LinesChart, LinesData

SENTENCE = "Phone number: 2, now 0."


def data(days: int, lines: int, most: int = 5, marked: tuple[int, ...] = ()) -> LinesData:
    made = [Line(f"Facet number {at}", tuple((at + day) % (most + 1) for day in range(days))) for at in range(lines)]
    base = Line("Pages that were read", tuple(range(days)), base=True)
    marks = tuple(day in marked for day in range(days))
    return LinesData(tuple(f"{day + 1} May 2026" for day in range(days)), (*made, base), marks, "Not read that day.")


def test_it_is_a_graphic_with_a_sentence(shown: Callable[..., QWidget]) -> None:
    lines = Lines(data(3, 2), SENTENCE, "What pages show")
    shown(lines)
    QAccessible.setActive(True)
    heard = QAccessible.queryAccessibleInterface(lines.chart)
    assert heard.role() == QAccessible.Role.Graphic
    assert heard.text(QAccessible.Text.Name) == "What pages show"
    assert heard.text(QAccessible.Text.Description) == SENTENCE
    assert lines.chart.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_the_same_numbers_stand_in_a_table_with_the_marked_days(shown: Callable[..., QWidget]) -> None:
    given = data(4, 2, marked=(2,))
    lines = Lines(given, SENTENCE)
    shown(lines)
    assert lines.table is None
    QTest.mouseClick(lines.button, Qt.MouseButton.LeftButton)
    assert lines.table is not None and lines.table.isVisible() and lines.chart.isHidden()
    rows = lines.table.model()
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [rows.headerData(at, across) for at in range(rows.columnCount())] == [one.label for one in given.lines]
    assert rows.headerData(2, down) == "3 May 2026 *"
    for at, one in enumerate(given.lines):
        assert tuple(int(rows.index(row, at).data()) for row in range(rows.rowCount())) == one.values
    QTest.mouseClick(lines.button, Qt.MouseButton.LeftButton)
    assert lines.chart.isVisible()


@pytest.mark.parametrize("days", [1, 2, 40])
@pytest.mark.parametrize("lines", [0, 1, 10])
@pytest.mark.parametrize("width", [220, 460, 900])
def test_any_number_of_days_and_lines_can_be_painted(
    shown: Callable[..., QWidget], days: int, lines: int, width: int
) -> None:
    chart = LinesChart(data(days, lines, most=lines, marked=(0, days - 1)), SENTENCE)
    shown(chart, width=width)
    assert not chart.grab().isNull()


def test_a_narrow_one_is_taller_as_names_stand_above(shown: Callable[..., QWidget]) -> None:
    narrow, wide = LinesChart(data(3, 5), SENTENCE), LinesChart(data(3, 5), SENTENCE)
    shown(narrow, width=240)
    shown(wide, width=900)
    assert narrow.minimumSizeHint().height() > wide.minimumSizeHint().height()
