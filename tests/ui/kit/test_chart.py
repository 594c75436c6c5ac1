"""A chart is a sentence and a table to those who cannot see it, and its scale is of round numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.kit.chart import Trend, TrendChart, round_top

POINTS = [("Jun", 12), ("Jul", 12), ("Aug", 10), ("Sep", 9), ("Oct", 9), ("Nov", 7)]
SENTENCE = "12 in June, 7 in November."


def test_the_chart_is_a_graphic_with_a_sentence(shown: Callable[..., QWidget]) -> None:
    trend = Trend(POINTS, SENTENCE, "Things you want to change")
    shown(trend)
    QAccessible.setActive(True)
    heard = QAccessible.queryAccessibleInterface(trend.chart)
    assert heard.role() == QAccessible.Role.Graphic
    assert heard.text(QAccessible.Text.Name) == "Things you want to change"
    assert heard.text(QAccessible.Text.Description) == SENTENCE
    assert trend.chart.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_the_same_numbers_stand_in_a_table(shown: Callable[..., QWidget]) -> None:
    trend = Trend(POINTS, SENTENCE)
    shown(trend)
    QTest.mouseClick(trend.button, Qt.MouseButton.LeftButton)
    assert trend.table.isVisible()
    assert trend.chart.isHidden()
    rows = trend.table.model()
    rows = trend.table.model()
    cells = [(rows.index(row, 0).data(), int(rows.index(row, 1).data())) for row in range(rows.rowCount())]
    assert cells == POINTS
    QTest.mouseClick(trend.button, Qt.MouseButton.LeftButton)
    assert trend.chart.isVisible()


@pytest.mark.parametrize("points", [[], [("Jun", 0)], [("Jun", 3)], [(f"Month {n}", n * 997) for n in range(12)]])
def test_any_number_of_points_can_be_painted(shown: Callable[..., QWidget], points: list[tuple[str, int]]) -> None:
    chart = TrendChart(points, SENTENCE)
    shown(chart, width=220)
    assert not chart.grab().isNull()


@given(st.integers(min_value=0, max_value=10**9))
def test_the_scale_reaches_the_greatest_count_with_room_for_few_lines(most: int) -> None:
    top = round_top(most)
    assert max(1, most) <= top <= max(5, 2 * most)
